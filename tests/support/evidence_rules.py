"""Rules that tie each sentence to its evidence. Each takes the built site and the claims, and returns what breaks it.

Claims are plain mappings, as they stand in the data file.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from bs4 import NavigableString, Tag

from microsite.content.assertions import page_assertions
from microsite.content.page_source import PageSource
from support.built_site import BuiltPage, BuiltSite
from support.marks import claim_of, claims_of

Claims = Mapping[str, Mapping[str, Any]]

_BLOCKS = {"p", "li", "dd", "dt", "td", "th", "figcaption", "caption", "summary", "div", "section", "article", "main"}
_MARK = "\x00"
_SENTENCE_END = re.compile(rf"(?<=[.!?])[\"”’)]*[\s{_MARK}]+(?=[\"“‘(]*[A-Z0-9])")

# The verbs whose strength is measured, and what makes each too strong for less than strong evidence.
_EFFECT = re.compile(r"\b(help|prevent|protect|improve|strengthen|support|reduce|lower|boost)(?:e?s|e?d|ing)?\b", re.I)
_NOUNS = re.compile(
    r"\b(?:get|gets|seek|urgent|medical|more|need|needs|for|no|of|your|a|an|the|with|at|had|have|has|is|are|and|or|well)\s+"
    r"(?:a\s+)?(?:help|support|lower|supported|reduced)\b",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|no|never|nobody|none|whether|cannot|without|too early|nor)\b", re.I)
_HEDGES = {
    "moderate": re.compile(r"\b(?:probably|may|can|might|could|likely)\b", re.I),
    "limited": re.compile(r"\b(?:may|might|could)\b", re.I),
    "preliminary": re.compile(r"\bmight\b", re.I),
}
_NOT_KNOWN = re.compile(
    r"\b(?:not (?:yet )?(?:known|proven|shown|clear|settled)|unproven|unclear|unknown|theory|no \w+ is proven"
    r"|(?:no one|nobody) (?:yet )?knows)\b",
    re.I,
)
_STRENGTHS = ("strong", "moderate", "limited", "preliminary")
_ANIMAL = "mostly animal or lab evidence"
_IN_ANIMALS = re.compile(r"\b(?:mice|mouse|animals?|lab|laboratory)\b", re.I)
_WORD = re.compile(r"[a-z0-9]+")
_STOP = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be by can for from get has have how in into is it its of on or our so that the their them"
        " they this to up was way we what when which while with you your",
    )
)
_HEDGED = re.compile(
    r"\b(?:not|no|never|nobody|none|whether|may|might|could|probably|unproven|unclear|mice|animals?|lab|some|rough"
    r"|theory|linked|link|doubt|cannot)\b",
    re.I,
)
_SAME_AT_LEAST = 0.8
_A_FEW_SENTENCES = 25  # words


# A sentence of fact: it has a figure, or says what something does.
_FACT = re.compile(
    r"\d|\b(?:help|prevent|protect|improve|strengthen|support|reduce|lower|raise|cause|harm)(?:e?s|e?d|ing)?\b|\blinked\b",
    re.I,
)
# Not of the subject: of the evidence itself, of measured figures, of what the guide holds, or a thing to do.
_NOT_OF_THE_SUBJECT = re.compile(
    r"\b(?:mice|lab|trials?|stud(?:y|ies)|shown|guidelines?|figures?|USDA|SR Legacy|Standard Reference|micrograms"
    r"|foods? page|94 foods|get help|Warning signs|each row|a day of fiber|cup of)\b"
    r"|^(?:Call|None of the six|The cards above|Omega-3 in)\b",
    re.I,
)


@dataclass(frozen=True)
class MarkedSentence:
    """A sentence of a page and the claims of the marks that follow it."""

    page: str
    text: str
    claims: tuple[str, ...]


def unused_claims(site: BuiltSite, claims: Claims) -> list[str]:
    """Claims that no mark of the site names."""
    used = {claim for page in site.pages for claim in claims_of(page.tree)}
    return sorted(claims.keys() - used)


def uncovered(pages: Mapping[str, PageSource]) -> list[str]:
    """Sentences of fact that no mark covers, as ``page: sentence``."""
    return [
        f"{name}: {said.text}"
        for name, page in pages.items()
        for said in page_assertions(page)
        if not said.claims and _FACT.search(said.text) and not _NOT_OF_THE_SUBJECT.search(said.text)
    ]


def unmarked_sections(site: BuiltSite, pages: Iterable[str]) -> list[str]:
    """Sections of these pages, as ``page#id``, that have a few sentences of text and no mark."""
    return [
        f"{path}#{heading.get('id')}"
        for path in pages
        for heading in site.by_path[path].tree.select("main .body > h2")
        for words, marks in [_measure_section(heading)]
        if words >= _A_FEW_SENTENCES and not marks
    ]


def overstatements(site: BuiltSite, claims: Claims) -> list[str]:
    """Marked sentences whose verb is stronger than their evidence, or that leave out that it was seen in animals."""
    return [
        f"{sentence.page}: “{sentence.text}” {fault} ({', '.join(sentence.claims)})"
        for page in site.pages
        for sentence in marked_sentences(page)
        for fault in _faults(sentence, [claims[name] for name in sentence.claims])
    ]


def original_versions(site: BuiltSite, claims: Claims, *, allowed: Collection[str] = ()) -> list[str]:
    """Sentences that say what the source says where that is not well supported. ``allowed`` are paths of pages."""
    doubtful = {
        name: _content(claim["claim"])
        for name, claim in claims.items()
        if claim["kind"] == "claim" and claim["verdict"] != "well supported"
    }
    return [
        f"{page.path}: “{sentence}” is {name}"
        for page in site.pages
        if page.path not in allowed
        for sentence in _sentences(page)
        if not _HEDGED.search(sentence)
        for words in [_content(sentence)]
        for name, claim in doubtful.items()
        if _says_the_same(words, claim)
    ]


def marked_sentences(page: BuiltPage) -> Iterator[MarkedSentence]:
    """Every sentence that marks follow, in the order of the page; ``.marks`` belong to a whole card, not a sentence."""
    marks = (mark for mark in page.tree.select("main a.mark") if "marks" not in _classes(mark.parent))
    blocks = {id(block): block for block in map(_block, marks)}
    for block in blocks.values():
        yield from _split_marked(page.path, block)


def _split_marked(path: str, block: Tag) -> Iterator[MarkedSentence]:
    """Cut the text of a block where runs of marks stand; each run belongs to the sentence before it."""
    text, names = _text_with_marks(block)
    place = 0
    before = _previous_text(block)
    for run in re.finditer(rf"{_MARK}(?:\s*{_MARK})*", text):
        count = run[0].count(_MARK)
        said = text[: run.start()].replace(_MARK, " ").strip() or before
        last = _SENTENCE_END.split(said)[-1] if said else ""
        yield MarkedSentence(path, " ".join(last.split()), tuple(names[place : place + count]))
        place += count


def _faults(sentence: MarkedSentence, claims: list[Mapping[str, Any]]) -> Iterator[str]:
    """Several claims may carry one sentence: then the strongest of them does."""
    if sentence.text.endswith("?"):
        return
    strength = min((claim["strength"] for claim in claims), key=_STRENGTHS.index)
    if all(claim["verdict"] == _ANIMAL for claim in claims) and not _IN_ANIMALS.search(sentence.text):
        yield "does not say that it was seen in animals or the lab"
    if strength == "strong" or (strength == "preliminary" and _NOT_KNOWN.search(sentence.text)):
        return
    nouns = [found.end() for found in _NOUNS.finditer(sentence.text)]
    for verb in _EFFECT.finditer(sentence.text):
        before = sentence.text[: verb.start()].rsplit(";", 1)[-1]
        if verb.end() not in nouns and not _HEDGES[strength].search(before) and not _DENIED.search(before):
            yield f"says “{verb[0]}” on {strength} evidence"


def _measure_section(heading: Tag) -> tuple[int, int]:
    """How many words and marks stand between a heading and the next of its rank."""
    words = marks = 0
    for node in takewhile(lambda node: node.name != heading.name, heading.find_next_siblings()):
        words += len(node.get_text().split())
        marks += len(claims_of(node))
    return words, marks


def _block(node: Tag) -> Tag:
    block = node.find_parent(list(_BLOCKS))
    assert block is not None, "a mark stands outside of all text"
    return block


def _text_with_marks(block: Tag) -> tuple[str, list[str]]:
    """The block's own text with a sign for each mark, and the claims of the marks; blocks inside are left out."""
    parts: list[str] = []
    names: list[str] = []

    def walk(node: Tag) -> None:
        for child in node.children:
            if isinstance(child, NavigableString):
                parts.append(child)
            elif child.name == "a" and "mark" in _classes(child):
                parts.append(_MARK)
                names.append(claim_of(child))
            elif child.name not in _BLOCKS | {"ul", "ol", "dl", "table", "svg"}:
                walk(child)

    walk(block)
    return "".join(parts), names


def _classes(node: Tag | None) -> list[str]:
    return (node.get("class") or "").split() if node is not None else []


def _previous_text(block: Tag) -> str:
    """The text a block of nothing but marks belongs to: that of the element before it."""
    before = block.find_previous_sibling()
    return " ".join(before.get_text().split()) if before else ""


def _sentences(page: BuiltPage) -> Iterator[str]:
    for block in page.tree.select("main p, main li, main dd, main td, main figcaption"):
        text = _text_with_marks(block)[0].replace(_MARK, " ")
        yield from (" ".join(sentence.split()) for sentence in _SENTENCE_END.split(text) if sentence.strip())


def _says_the_same(sentence: list[str], claim: list[str]) -> bool:
    """Whether nearly all words of the claim stand in the sentence, in order, and are most of what it says."""
    if len(set(claim) & set(sentence)) < _SAME_AT_LEAST * len(set(claim)):
        return False
    shared = _longest_shared(claim, sentence)
    return shared == len(claim) or (shared >= _SAME_AT_LEAST * len(claim) and shared >= len(sentence) / 2)


def _longest_shared(one: list[str], other: list[str]) -> int:
    """The length of the longest run of words that both hold in the same order, gaps allowed."""
    row = [0] * (len(other) + 1)
    for word in one:
        above = row
        row = [0]
        for place, each in enumerate(other):
            row.append(above[place] + 1 if word == each else max(above[place + 1], row[-1]))
    return row[-1]


def _content(text: str) -> list[str]:
    """The words that carry a sentence, without their endings."""
    words = (word for word in _WORD.findall(text.lower().replace("\u2019", "'")) if word not in _STOP)
    return [re.sub(r"(?:ing|ed|es|s)$", "", word) if len(word) > 4 else word for word in words]
