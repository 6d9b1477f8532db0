"""A plate shows each drawn row of a group with its name, and costs a reader nothing before it is in view."""

from pathlib import Path

import pytest

from microsite.components.component import RenderContext, SiteData
from microsite.components.plate.component import COMPONENT
from microsite.evidence.ledger import Ledger
from microsite.evidence.marks import MarkWriter
from microsite.table.drawings import with_drawings
from support.html import read_html
from support.small_table import TABLES, small_dataset


@pytest.fixture
def site(tmp_path: Path) -> SiteData:
    views = ['<g><view id="torch" viewBox="0 0 40 30"/></g>', '<g><view id="candle" viewBox="40 0 40 30"/></g>']
    for room, view in zip(("hall", "living room"), views, strict=True):
        (tmp_path / f"{room}.svg").write_text(f"<svg>{view}</svg>", encoding="utf-8")
    drawn = TABLES.replace("  groupBy: room\n", '  groupBy: room\n  drawings: "{}.svg"\n')
    dataset, problems = with_drawings(small_dataset(tmp_path, tables=drawn), tmp_path, name="docs")
    assert problems == []
    return SiteData(datasets={"lamps": dataset, "plain": small_dataset(tmp_path)})


def test_a_plate_may_show_each_group_of_a_table_with_drawings(site: SiteData) -> None:
    assert list(COMPONENT.arguments(site)) == ["lamps living room", "lamps hall"]


def test_each_drawing_stands_beside_its_name_and_says_nothing_itself(site: SiteData) -> None:
    page = RenderContext(site, link=lambda path: f"../{path}", marks=MarkWriter(Ledger(), claims_url=""))
    html = read_html(str(COMPONENT.render("lamps hall", page)))
    (item,) = html.select(".plate ul[aria-label=Hall] > li")
    assert item.get_text() == "Torch <b> & Söhne"
    (drawing,) = item.select("img")
    assert (drawing["src"], drawing["alt"], drawing["loading"]) == ("../hall.svg#torch", "", "lazy")
    assert (drawing["width"], drawing["height"]) == ("40", "30")
