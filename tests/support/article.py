"""Where the guide covers an item of the source article: the part of a built page, and what it has to hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from ruamel.yaml import YAML

from support.marks import claim_of

ARTICLE = Path(__file__).parents[1] / "article.yml"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class Item:
    """One thing that the article says. ``anchor`` names a section; ``select`` finds what the page template makes."""

    id: str
    page: str
    says: str
    words: tuple[str, ...]
    anchor: str = ""
    select: str = ""
    claims: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The built file that covers the item."""
        return "index.html" if self.page == "index" else f"{self.page}/index.html"


def read_article(path: Path = ARTICLE) -> list[Item]:
    """Every item of article.yml."""
    groups = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return [
        Item(**{**item, "words": tuple(item["words"]), "claims": tuple(item.get("claims", ()))})
        for group in groups.values()
        for item in group
    ]


def missing_words(item: Item, page: BeautifulSoup) -> list[str]:
    """The words that the item's part of the page does not hold; all of them where there is no such part."""
    text = " ".join(" ".join(node.get_text(" ") for node in part_of(item, page)).split()).casefold()
    return [word for word in item.words if word.casefold() not in text]


def missing_claims(item: Item, page: BeautifulSoup) -> list[str]:
    """The claims of the item that no mark in its part of the page carries."""
    marked = {
        claim_of(mark)
        for node in part_of(item, page)
        for mark in [*node.select("a.mark"), *([node] if node.css.match("a.mark") else [])]
    }
    return [claim for claim in item.claims if claim not in marked]


def drop_part(item: Item, page: BeautifulSoup) -> None:
    """Remove the item's part from the page."""
    for node in list(part_of(item, page)):
        node.decompose()


def part_of(item: Item, page: BeautifulSoup) -> Iterator[Tag]:
    """The elements of the item's part: a section up to the next heading of its rank, or what the selector finds."""
    if item.select:
        yield from page.select(item.select)[:1]
        return
    heading = page.find(id=item.anchor)
    if heading is None:
        return
    yield heading
    for node in heading.find_next_siblings():
        if node.name in _HEADINGS and node.name <= heading.name:
            return
        yield node
