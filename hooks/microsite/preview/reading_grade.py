"""How hard a page is to read, by the Flesch-Kincaid formula: an estimate for editors while they write.

Syllables are counted by rule, not by dictionary, so that the preview needs no further package. The tests measure the
same with one, and they decide.
"""

import re
from collections.abc import Iterator

from microsite.html.parsed import ParsedHtml, StartTag

_NOT_PROSE = frozenset(
    {"table", "figure", "nav", "svg", "script", "style", "template", "form", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_PARAGRAPHS = frozenset({"p", "li"})
_BREAKS = _PARAGRAPHS | {"ul", "ol"}
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?<=[^aeiouyl])(?:es?|ed)$|(?<=[aeiouy]l)es?$")
_SPOKEN_END = re.compile(r"(?:[td]ed|[sxz]es|(?:ch|sh|c|g)es)$")


def reading_grade(page: ParsedHtml) -> float | None:
    """The school grade that the paragraphs of a page ask for; None where there are none."""
    prose = [text for text in _paragraphs(page) if _SENTENCE_END.search(text)]
    words = _WORD.findall(" ".join(prose))
    if not words:
        return None
    sentences = sum(len(_SENTENCE_END.findall(text)) for text in prose)
    syllables = sum(count_syllables(word) for word in words)
    return round(0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59, 1)


def count_words(page: ParsedHtml) -> int:
    """The words of a page, those of its tables and drawings included."""
    return sum(len(piece.split()) for piece in page.without(_is_code) if isinstance(piece, str))


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


def _paragraphs(page: ParsedHtml) -> Iterator[str]:
    """The text of each paragraph and list item, without those of the lists in it."""
    text, is_inside = "", False
    for piece in page.without(_is_no_prose):
        if isinstance(piece, str):
            text += piece if is_inside else ""
        elif piece and piece.name in _BREAKS:
            yield " ".join(text.split())
            text, is_inside = "", isinstance(piece, StartTag) and piece.name in _PARAGRAPHS


def _is_no_prose(tag: StartTag) -> bool:
    return tag.name in _NOT_PROSE or "mark" in tag.classes or "data-not-prose" in tag.attributes


def _is_code(tag: StartTag) -> bool:
    return tag.name in ("script", "style")
