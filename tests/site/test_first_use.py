"""A hard word is explained where a page first uses it, so that nobody has to look it up."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from microsite.content.assertions import page_assertions
from microsite.content.page_source import PageSource, read_page

DOCS = Path("docs")
# Words of the glossary that most people know. All its others are hard.
EVERYDAY = {
    "Bacteria",
    "Chronic",
    "Diversity (of gut microbes)",
    "Evidence grade",
    "Fermented food",
    "Fiber",
    "Gut",
    "Immune cell",
    "Immune system",
    "Whole grain",
}
# The glossary is where words are explained.
PAGES = sorted({path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")} - {"glossary.md"})


@cache
def hard_words() -> dict[str, re.Pattern[str]]:
    """Each hard word of the glossary, with a pattern that finds it in running text, in one or many."""
    terms = {entry["term"] for entry in YAML(typ="safe").load(DOCS / "data" / "glossary.yml")}
    assert terms >= EVERYDAY
    return {term: _pattern(term) for term in terms - EVERYDAY}


def _pattern(term: str) -> re.Pattern[str]:
    """``Tight junction`` finds "tight junctions"; ``Irritable bowel syndrome (IBS)`` finds both of its names."""
    names = [re.escape(re.sub(r"(?<=\w\w\w)s$", "", name)) for name in re.findall(r"[^()]+[^()\s]", term)]
    return re.compile(rf"\b(?:{'|'.join(names)})(?:e?s)?\b", re.I)


def is_explained(word: re.Pattern[str], text: str, linked: str = "") -> bool:
    """Whether a text says what a word of it means, or a link on the word leads to where that is said."""
    found = word.pattern
    ways = (
        rf"{found}\W* (?:\w+ )?\(",  # mucus (a slippery layer), prebiotic foods (which ...)
        rf"\([^)]*{found}[^)]*\)",  # a slippery layer (mucus)
        rf"called (?:\w+ ){{0,2}}{found}",
        rf", (?:the |a )?{found}[,.]",  # one row of cells, the gut lining.
        rf"{found}\W* ?, (?:the|a|an|your|which|that|such as|parts?)\b",
        rf"{found}\W*: ",
        rf"(?:^|\. |: )(?:\w+ )?{found}\W* (?:is|are|means?|holds?|\w+ foods, such as)\b",
        rf"{found} \w+, (?:which means|such as)",
    )
    return bool(word.search(linked)) or any(re.search(way, text, re.I) for way in ways)


def unexplained(page: PageSource) -> list[str]:
    """The hard words of a page whose first use is not explained there, in the sentence after it, or above it."""
    sentences = [assertion.text for assertion in page_assertions(page)]
    links = " ".join(re.findall(r"\[([^\]]+)\]\([^)]*\)", page.body))
    key = len(page.facts.key_statements)
    missing = []
    for term, word in hard_words().items():
        uses = [place for place, text in enumerate(sentences) if word.search(text)]
        below = [place for place in uses if place >= key][:1]
        told = [place for place in uses if place < key] + below
        said = (" ".join(sentences[place : place + 2]) for place in told)
        if told and not any(is_explained(word, text, links) for text in said):
            missing.append(f"{term}: {sentences[told[-1]]}")
    return missing


@pytest.mark.parametrize("file", PAGES)
def test_a_hard_word_is_explained_at_its_first_use(file: str):
    page = read_page((DOCS / file).read_text(encoding="utf-8"), file=file)
    assert page.facts.is_draft or unexplained(page) == []


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Mucus", "First comes mucus, the slippery layer that coats the gut."),
        ("Mucus", "A slippery layer (mucus) keeps them off."),
        ("Receptor", "They are detected with parts on their outside, which are called receptors."),
        ("FODMAPs", "They are high in FODMAPs: sugars that can cause gas."),
        ("Gut lining", "Under it is one row of cells, the gut lining."),
        ("Irritable bowel syndrome (IBS)", "If you have IBS (irritable bowel syndrome), ask first."),
    ],
)
def test_these_are_explanations(term: str, text: str):
    assert is_explained(_pattern(term), text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Mucus", "Slippery mucus keeps most microbes off the wall."),
        ("Receptor", "Receptors pick up signals from microbes, and this helps."),
        ("Gut barrier", "Butyrate may strengthen the gut barrier."),
        ("Tight junction", "Some bacteria may help tight junctions, and more."),
    ],
)
def test_these_are_not(term: str, text: str):
    assert not is_explained(_pattern(term), text)
