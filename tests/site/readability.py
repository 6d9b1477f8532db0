"""How hard a page is to read: the readability gate, as pure functions over the HTML of one page.

The grade is textstat's Flesch-Kincaid grade of the page's prose, with explained glossary terms counted as short
words; the raw grade, with no such help, stands beside it. What counts as prose is said in `prose`, what is eased
and how far in `easing`.

Run it on pages, Markdown or HTML: `.venv/bin/python tests/site/readability.py docs/*.md`
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import textstat
from easing import Easing, glossary_terms
from prose import Prose, collect_prose, count_words, is_full_sentence, render_markdown, split_sentences

LONG_SENTENCE = 25  # words: the limit
LONG_PARAGRAPH = 5  # sentences: "up to 3, never 5"


@dataclass(frozen=True)
class Section:
    """The prose under one heading, measured; `id` and `heading` are empty for what stands before the first."""

    id: str
    heading: str
    words: int
    grade: float
    raw_grade: float
    longest_sentence: str
    long_paragraphs: tuple[str, ...]

    @property
    def longest(self) -> int:
        """The number of words of the longest sentence."""
        return count_words(self.longest_sentence)


def sections(html: str, terms: Sequence[str] | None = None) -> list[Section]:
    """Measure each section of the page's article; sections without prose are left out."""
    return [_measure(part, eased) for part, eased in _ease_page(html, terms)]


def page(html: str, terms: Sequence[str] | None = None) -> Section:
    """Measure the article as a whole."""
    parts = _ease_page(html, terms)
    whole = Prose("", "the whole page", [text for part, _ in parts for text in part.paragraphs])
    return _measure(whole, [text for _, eased in parts for text in eased])


def flesch_kincaid(paragraphs: Iterable[str]) -> float:
    """The Flesch-Kincaid grade by textstat; a lead-in that ends in a colon ends its sentence."""
    text = " ".join(text if is_full_sentence(text) else f"{text}." for text in paragraphs)
    return round(textstat.flesch_kincaid_grade(text), 1) if text else 0.0


def report(name: str, html: str) -> Iterator[str]:
    """The page's measures as lines of a table, with what is too long under its section."""
    yield f"{name}\n{'grade':>6} {'raw':>5} {'words':>5} {'longest':>7}  section"
    yield _row(page(html))
    for section in sections(html):
        yield _row(section)
        yield from (f"        long paragraph: {text[:60]} ..." for text in section.long_paragraphs)
        if section.longest > LONG_SENTENCE:
            yield f"        long sentence: {section.longest_sentence}"


def main(arguments: Sequence[str]) -> None:
    """Print a table for each page named."""
    for path in map(Path, arguments):
        source = path.read_text(encoding="utf-8")
        html = render_markdown(source) if path.suffix == ".md" else source
        print("\n".join(report(str(path), html)), end="\n\n")


def _ease_page(html: str, terms: Sequence[str] | None) -> list[tuple[Prose, list[str]]]:
    easing = Easing(glossary_terms() if terms is None else terms)
    return [(part, easing.ease(part.paragraphs)) for part in collect_prose(html)]


def _measure(part: Prose, eased: list[str]) -> Section:
    sentences = [sentence for text in part.paragraphs for sentence in split_sentences(text)]
    return Section(
        id=part.id,
        heading=part.heading,
        words=sum(map(count_words, part.paragraphs)),
        grade=flesch_kincaid(eased),
        raw_grade=flesch_kincaid(part.paragraphs),
        longest_sentence=max(sentences, key=count_words, default=""),
        long_paragraphs=tuple(text for text in part.paragraphs if len(split_sentences(text)) >= LONG_PARAGRAPH),
    )


def _row(part: Section) -> str:
    heading = part.heading or "(before the first heading)"
    return f"{part.grade:6} {part.raw_grade:5} {part.words:5} {part.longest:7}  {heading}"


if __name__ == "__main__":
    main(sys.argv[1:])
