"""A mark in running text leads to its claim, and says its grade to who does not see dots."""

from pathlib import Path

from microsite.components.claim.component import COMPONENT
from support.small_components import CLAIMS, load, render


def test_a_mark_may_name_each_claim_of_the_ledger(tmp_path: Path) -> None:
    assert tuple(COMPONENT.arguments(load(COMPONENT, tmp_path))) == CLAIMS


def test_a_mark_leads_to_its_claim_and_names_its_grade(tmp_path: Path) -> None:
    mark = render(COMPONENT, load(COMPONENT, tmp_path), "heat").select_one("a")
    assert mark["href"] == "../evidence/#claim-heat"
    assert mark["id"] == "mark-1"
    assert "limited evidence" in mark.get_text()
