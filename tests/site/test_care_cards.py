"""When to seek help stands on the page whole: each card with each of its signs, the most urgent first."""

import re

import pytest
from ruamel.yaml import YAML

from support.built_site import BuiltSite
from support.needs import ROOT

REFERENCES = ROOT / "docs" / "data" / "references.yml"
CARDS = YAML(typ="safe").load(ROOT / "docs" / "data" / "care.yml")


@pytest.mark.parametrize("card", CARDS, ids=[card["id"] for card in CARDS])
def test_a_card_stands_whole_on_its_page(card: dict, built: BuiltSite) -> None:
    """Heading, lead, every sign, what it may mean and what to do: a warning never loses a part."""
    shown = [found for page in built.pages for found in page.tree.select(f"#care-{card['id']}")]
    assert shown, "on no page"
    for element in shown:
        text = " ".join(element.get_text(" ").split())
        parts = [card["heading"], card["lead"], *(sign["says"] for sign in card["signs"]), card["why"], card["action"]]
        assert [part for part in parts if " ".join(part.split()) not in text] == []


def test_the_most_urgent_card_comes_first(built: BuiltSite) -> None:
    """On the page that has them all, in the order of the file."""
    whole = [page for page in built.pages if len(page.tree.select(".care")) >= len(CARDS)]
    assert whole
    for page in whole:
        assert list(page.values(".care", "id"))[: len(CARDS)] == [f"care-{card['id']}" for card in CARDS]


def test_each_everyday_sign_leads_to_its_card(built: BuiltSite) -> None:
    """A section on a sign says when that sign needs help: it has a link to a card of its page."""
    page = next(page for page in built.pages if page.path == "warning-signs/index.html")
    after = page.html[page.html.index("<h2 id=everyday-signs>") :]
    sections = re.split("<h[23]", after[: after.index("<h2 id=dysbiosis")])[2:]
    assert len(sections) == 6
    assert [section[:40] for section in sections if "#care-" not in section] == []


def test_a_sign_has_a_source_that_was_confirmed() -> None:
    """Each names sources, and none rests only on one that was confirmed in part."""
    records = {source["id"]: source["record"] for source in YAML(typ="safe").load(REFERENCES)}
    for card in CARDS:
        for sign in card["signs"]:
            assert any(records[source] == "confirmed" for source in sign["sources"]), sign["says"]
