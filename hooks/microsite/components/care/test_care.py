"""A care card says its urgency in words, and rests each sign on a source that its claims cite."""

from pathlib import Path

import pytest

from microsite.components.care.component import COMPONENT
from support.small_components import load, refused, render, words

CARD = """
- id: burn
  urgency: {urgency}
  heading: Call now
  lead: "About these:"
  signs: [{{says: A burn, sources: [{source}]}}, {{says: Pain, sources: [potter-2020]}}]
  why: Tea is hot.
  action: Call 112.
  claims: [heat]
"""


def test_a_card_shows_heading_signs_action_and_reason_in_that_order(tmp_path: Path) -> None:
    text = CARD.format(urgency="emergency", source="potter-2020")
    html = render(COMPONENT, load(COMPONENT, tmp_path, text), "burn")
    assert words(html, ".care-heading, .care-text > p, li") == [
        "Call now",
        "About these:",
        "A burn",
        "Pain",
        "Call 112.",
        "Tea is hot.",
    ]
    assert html.select_one("#care-burn")["data-urgency"] == "emergency"


def test_its_name_for_a_screen_reader_is_its_heading(tmp_path: Path) -> None:
    text = CARD.format(urgency="soon", source="potter-2020")
    html = render(COMPONENT, load(COMPONENT, tmp_path, text), "burn")
    assert html.select_one(f"#{html.select_one('.care')['aria-labelledby']}").get_text() == "Call now"


@pytest.mark.parametrize(
    ("urgency", "source", "told"),
    [
        ("soon", "saucer-1999", "burn.signs.0.sources: expected sources that a claim of the card cites"),
        ("someday", "potter-2020", "burn.urgency: expected 'emergency', 'soon' or 'talk'"),
    ],
)
def test_a_card_that_says_more_than_its_sources_is_refused(
    tmp_path: Path, urgency: str, source: str, told: str
) -> None:
    assert told in refused(COMPONENT, tmp_path, CARD.format(urgency=urgency, source=source))[0]
