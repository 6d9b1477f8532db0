"""The colors of the identity can be read in both schemes: body text at AAA, everything else at AA or better.

Each color token is told apart here by what it is for. A new token has to be put into one of the lists.
"""

import re

import pytest

from support.needs import ROOT
from support.tokens import contrast, read_rules

RULES = read_rules((ROOT / "docs" / "assets" / "styles" / "tokens.css").read_text(encoding="utf-8"))
COLOR = re.compile(r"#[0-9a-fA-F]{6}")

PAPERS = ["paper", "tint"]
BODY = ["ink"]
# Read as small text, and links.
TEXT = ["quiet", "link", "urgent", "talk"]
GROUPS = ["fermented", "prebiotic", "fiber-rich", "omega-3", "whole-grain", "legume", "nut-seed"]
# Behind the labels and lines of drawings, never behind running text.
WASHES = ["wash-mucus", "wash-lining", "wash-microbe", "wash-cell", "wash-blood"]
# Hairlines that only repeat what space already says.
DECORATION = ["rule"]

AAA, AA, DRAWN = 7.0, 4.5, 3.0


def scheme_of(name: str) -> dict[str, str]:
    """The colors of a scheme: what the light one sets holds until the dark one sets it anew."""
    light = next(rule for rule in RULES if rule.selector == ":root" and not rule.media)
    dark = next(rule for rule in RULES if "data-theme=dark" in rule.selector)
    tokens = light.tokens | (dark.tokens if name == "dark" else {})
    return {token: value for token, value in tokens.items() if COLOR.fullmatch(value)}


def ratios(name: str, upon: list[str], tokens: list[str], at_least: float) -> list[str]:
    """The pairs of a scheme that stand out too little."""
    scheme = scheme_of(name)
    pairs = [(token, ground, contrast(scheme[token], scheme[ground])) for token in tokens for ground in upon]
    return [f"{name}: {token} on {ground} is {ratio:.2f}" for token, ground, ratio in pairs if ratio < at_least]


@pytest.mark.parametrize("scheme", ["light", "dark"])
class TestContrast:
    """Measured for every pair that can meet on a page."""

    def test_body_text_is_aaa(self, scheme: str) -> None:
        """Ink on paper and on the tint."""
        assert ratios(scheme, PAPERS, BODY, AAA) == []

    def test_other_text_is_aa(self, scheme: str) -> None:
        """Captions, links, care cards and names of groups, also where a row is tinted."""
        assert ratios(scheme, PAPERS, [*TEXT, *GROUPS], AA) == []

    def test_a_filled_heading_is_aa(self, scheme: str) -> None:
        """The heading of the emergency card is paper on the color of urgency."""
        assert ratios(scheme, ["urgent"], ["paper"], AA) == []

    def test_labels_in_drawings_are_aa(self, scheme: str) -> None:
        """Ink on every wash."""
        assert ratios(scheme, WASHES, BODY, AA) == []

    def test_dots_and_bars_are_seen(self, scheme: str) -> None:
        """What is not text, such as the dot of a group or the ring of the focus."""
        assert ratios(scheme, PAPERS, [*GROUPS, "link"], DRAWN) == []

    def test_every_color_has_its_purpose(self, scheme: str) -> None:
        """No color escapes these tests, and no list names one that is gone."""
        assert set(scheme_of(scheme)) == {*PAPERS, *BODY, *TEXT, *GROUPS, *WASHES, *DECORATION}


def test_the_dark_colors_are_the_same_by_wish_and_by_choice() -> None:
    """A reader whose device asks for dark and one who pressed the switch see one scheme, which sets every color."""
    wished, chosen = (
        next(rule for rule in RULES if sign in f"{rule.media} {rule.selector}")
        for sign in ("prefers-color-scheme: dark", "data-theme=dark")
    )
    assert wished.tokens == chosen.tokens
    assert set(wished.tokens) >= set(scheme_of("light"))


def test_dark_colors_stay_on_the_screen() -> None:
    """Paper is white whatever the reader chose."""
    dark = [rule for rule in RULES if rule.tokens.get("paper") not in (None, scheme_of("light")["paper"])]
    assert len(dark) == 2
    assert all("screen" in rule.media for rule in dark)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Checked against pairs whose contrast is known, in either order."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == pytest.approx(ratio, abs=0.005)
