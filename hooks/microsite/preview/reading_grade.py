"""How hard a page is to read, by the Flesch-Kincaid formula: an estimate for editors while they write.

Syllables are counted by rule, not by dictionary, so that the preview needs no further package. The tests measure the
same with one, and they decide.
"""

import re

from markupsafe import Markup

_NOT_PROSE = re.compile(
    r"<(table|figure|nav|svg|script|style|template|form|h[1-6])\b.*?</\1>"
    r'|<a class="mark".*?</a>|<(\w+)\b[^>]*\bdata-not-prose\b.*?</\2>',
    re.S,
)
_PARAGRAPH = re.compile(r"<(p|li)\b[^>]*>(.*?)(?=</?(?:p|li|ul|ol)\b)", re.S)
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?<=[^aeiouyl])(?:es?|ed)$|(?<=[aeiouy]l)es?$")
_SPOKEN_END = re.compile(r"(?:[td]ed|[sxz]es|(?:ch|sh|c|g)es)$")


def reading_grade(html: str) -> float | None:
    """The school grade that the paragraphs of a page ask for; None where there are none."""
    texts = [Markup(found[2]).striptags() for found in _PARAGRAPH.finditer(_NOT_PROSE.sub(" ", html))]
    prose = [text for text in texts if _SENTENCE_END.search(text)]
    words = _WORD.findall(" ".join(prose))
    if not words:
        return None
    sentences = sum(len(_SENTENCE_END.findall(text)) for text in prose)
    syllables = sum(count_syllables(word) for word in words)
    return round(0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59, 1)


def count_words(html: str) -> int:
    """The words of a page, those of its tables and drawings included."""
    return len(re.sub("<[^>]+>", " ", html).split())


def count_syllables(word: str) -> int:
    """Roughly how many syllables an English word has, and at least one.

    >>> [count_syllables(word) for word in ("cup", "fiber", "times", "needed", "immune", "bacteria")]
    [1, 2, 1, 2, 2, 4]
    """
    plain = word.lower()
    if not _SPOKEN_END.search(plain):
        plain = _SILENT_END.sub("", plain)
    # "ia", "io" and the like are said as two, but not in "-tion" and "-cial".
    hiatus = len(re.findall(r"i[aou](?!us$)|eo|ua|ue(?=[lt])", re.sub(r"[tscg]i(?=o|a|ou)", "", plain)))
    return max(1, len(_VOWELS.findall(plain)) + hiatus)
