"""Advice says what to do apart from what not to do, each point with its marks."""

from pathlib import Path

from microsite.components.advice.component import COMPONENT
from support.marks import claims_of
from support.small_components import load, refused, render, words

BOTH = """
- id: pour
  do: [{says: Wait., claims: [heat]}, {says: Sip.}]
  do_not: [{says: Do not gulp., claims: [warm, heat]}]
"""


def test_the_two_lists_are_told_apart_in_words(tmp_path: Path) -> None:
    html = render(COMPONENT, load(COMPONENT, tmp_path, BOTH), "pour")
    assert [group["aria-label"] for group in html.select("[role=group]")] == ["Do", "Do not"]
    assert words(html, ".do li") == ["Wait.", "Sip."]
    assert words(html, ".do-not li") == ["Do not gulp."]


def test_each_point_has_its_marks_in_order(tmp_path: Path) -> None:
    assert claims_of(render(COMPONENT, load(COMPONENT, tmp_path, BOTH), "pour")) == ["heat", "warm", "heat"]


def test_a_list_without_points_is_left_out(tmp_path: Path) -> None:
    html = render(COMPONENT, load(COMPONENT, tmp_path, "- {id: pour, do: [{says: Wait.}]}"), "pour")
    assert len(html.select("[role=group]")) == 1


def test_advice_of_nothing_is_refused(tmp_path: Path) -> None:
    assert "pour.do: expected at least 1" in refused(COMPONENT, tmp_path, "- {id: pour, do: []}")[0]
