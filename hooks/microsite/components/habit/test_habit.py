"""A habit card says why, how to start, how often and what to be careful about, each with its marks."""

from pathlib import Path

from microsite.components.habit.component import COMPONENT
from support.marks import claims_of
from support.small_components import load, refused, render, words

HABIT = """
- id: {id}
  group: {group}
  heading: Sip
  why: It warms.
  why_claims: [warm]
  start: [Boil., Pour.]
  how_often: Daily.
  how_often_claims: [heat]
  caution: It is hot.
  caution_claims: [heat, warm]
"""


def habits(*groups: str) -> str:
    return "".join(HABIT.format(id=f"sip-{place}", group=group) for place, group in enumerate(groups))


def test_a_card_has_its_parts_in_order(tmp_path: Path) -> None:
    html = render(COMPONENT, load(COMPONENT, tmp_path, habits("drink")), "sip-0")
    assert claims_of(html) == ["warm", "heat", "heat", "warm"]
    assert words(html, "ol > li") == ["Boil.", "Pour."]
    assert words(html, "dd")[0] == "It warms."
    assert words(html, "dd")[-1] == "It is hot."


def test_a_group_that_no_other_habit_has_is_refused_among_groups_of_several(tmp_path: Path) -> None:
    told = refused(COMPONENT, tmp_path, habits("drink", "drink", "drinks"))
    assert told == ["data/habits.yml:25: sip-2.group: expected a group that other habits have: drink, found 'drinks'"]


def test_habits_that_are_each_a_group_of_their_own_are_accepted(tmp_path: Path) -> None:
    assert set(COMPONENT.arguments(load(COMPONENT, tmp_path, habits("drink", "pour")))) == {"sip-0", "sip-1"}
