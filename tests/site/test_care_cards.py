"""When to seek help stands on the page whole: each card with each of its signs, the most urgent first."""

import pytest
from ruamel.yaml import YAML

from support.built_site import BuiltSite
from support.needs import ROOT

CARDS = YAML(typ="safe").load(ROOT / "docs" / "data" / "care.yml")


@pytest.mark.parametrize("card", CARDS, ids=[card["id"] for card in CARDS])
def test_a_card_stands_whole_on_its_page(card: dict, built: BuiltSite) -> None:
    """Heading, lead, every sign and what to do: a warning never loses a part."""
    shown = [found for page in built.pages for found in page.tree.css(f"#care-{card['id']}")]
    assert shown, "on no page"
    for element in shown:
        text = " ".join(element.text(separator=" ").split())
        parts = [card["heading"], card["lead"], *card["signs"], card["action"]]
        assert [part for part in parts if " ".join(part.split()) not in text] == []


def test_the_most_urgent_card_comes_first(built: BuiltSite) -> None:
    """On the page that has them all, in the order of the file."""
    whole = [page for page in built.pages if len(page.tree.css(".care")) >= len(CARDS)]
    assert whole
    for page in whole:
        assert list(page.values(".care", "id"))[: len(CARDS)] == [f"care-{card['id']}" for card in CARDS]
