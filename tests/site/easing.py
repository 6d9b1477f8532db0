"""Words that a page has explained count as short ones: the one help that the readability gate gives.

A glossary term counts as one word of one syllable from its second use on a page, and only when its first use
explained it. In each section at most 8 words in 100 are eased; the rest count in full.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import textstat
from prose import count_words
from ruamel.yaml import YAML

_GLOSSARY = Path(__file__).parents[2] / "docs" / "data" / "glossary.yml"
_SHARE = 0.08
_SHORT_WORD = "gut"
_NAMED = re.compile(r"(called|named|known as|the word)( an?| the)? [\"“]?$")
_MEANING = re.compile(r"[\"”]?(,? \(|, (an?|the|which|or|whose|made|tiny|small)\b|:| (is|are|means?) )")
_ACRONYM = re.compile(r"[A-Z]{2,}s?")
_NO_TERM = re.compile(r"(?!)")


class Easing:
    """Eases one page: it remembers, section after section, which terms have been used and explained."""

    def __init__(self, terms: Sequence[str]) -> None:
        hard = [re.escape(term) for term in terms if textstat.syllable_count(term) > 1]
        self._terms = re.compile(rf"\b({'|'.join(hard)})(?:s|es)?\b", re.IGNORECASE) if hard else _NO_TERM
        self._explained: dict[str, bool] = {}

    def ease(self, paragraphs: Sequence[str]) -> list[str]:
        """The paragraphs of one section with explained terms replaced, up to the share allowed."""
        left = int(_SHARE * sum(count_words(text) for text in paragraphs))
        eased = []
        for text in paragraphs:
            short, used = self._ease_paragraph(text, left)
            left -= used
            eased.append(short)
        return eased

    def _ease_paragraph(self, text: str, left: int) -> tuple[str, int]:
        used = 0

        def ease_term(match: re.Match[str]) -> str:
            nonlocal used
            size = count_words(match[0])
            if not self._is_known(text, match) or used + size > left:
                return match[0]
            used += size
            return _SHORT_WORD

        return self._terms.sub(ease_term, text), used

    def _is_known(self, text: str, match: re.Match[str]) -> bool:
        """Was the term explained before? Its first use never counts as known, and settles the later ones."""
        term = match[1].lower()
        if term in self._explained:
            return self._explained[term]
        self._explained[term] = _is_explained(text, match)
        return False


@cache
def glossary_terms(path: Path = _GLOSSARY) -> tuple[str, ...]:
    """The terms of the glossary and their other names, longest first; none without the file."""
    if not path.exists():
        return ()
    entries = YAML(typ="safe").load(path)
    names = [name for entry in entries for name in (entry["term"], *entry.get("also", []))]
    spelled = {spelling for name in names for spelling in _spellings(name)}
    return tuple(sorted(spelled, key=lambda name: (-len(name), name)))


def _is_explained(text: str, match: re.Match[str]) -> bool:
    """Is the term in brackets after plain words, or named beside its meaning in the same paragraph?"""
    before, after = text[: match.start()], text[match.end() :]
    in_brackets = re.search(r"\([^()]*$", before) and re.match(r"[^()]*\)", after)
    return bool(in_brackets or _NAMED.search(before) or _MEANING.match(after))


def _spellings(name: str) -> list[str]:
    """`Short-chain fatty acids (SCFAs)` by both of its names, each in the singular."""
    parts = re.fullmatch(r"(.+?) \((.+)\)", name)
    named = [name] if parts is None else [parts[1], *_ACRONYM.findall(parts[2])]
    return [spelling.lower().removesuffix("s") for spelling in named]
