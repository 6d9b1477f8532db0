"""Every row of a table with drawings has a small one, and every drawing is of a row."""

import re
from pathlib import Path

import pytest

from microsite.source.problems import ProblemsFound
from microsite.table.dataset import DataSet, Drawing
from microsite.table.drawings import MOST_BYTES, with_drawings
from support.small_table import TABLES, small_dataset, small_declaration

DRAWN = TABLES.replace("  groupBy: room\n", "  groupBy: room\n  drawings: drawn/{}.svg\n")


@pytest.fixture
def lamps(tmp_path: Path) -> DataSet:
    return small_dataset(tmp_path, tables=DRAWN)


def draw(lamps: DataSet, docs: Path, **changed: str) -> tuple[DataSet, list[str]]:
    """The lamps with a file of drawings for each room; ``changed`` files take the place of those made of the rows."""
    (docs / "drawn").mkdir(exist_ok=True)
    for room in {row.text("room") for row in lamps.rows}:
        views = "".join(
            f'<g><view id="{row.id}" viewBox="{40 * place} 0 40 30"/><path d="M0 0h9"/></g>\n'
            for place, row in enumerate(lamps.rows)
            if row.text("room") == room
        )
        text = changed.get(room, f'<svg xmlns="http://www.w3.org/2000/svg">\n{views}</svg>')
        (docs / "drawn" / f"{room}.svg").write_text(text, encoding="utf-8")
    drawn, problems = with_drawings(lamps, docs, name="docs")
    return drawn, [str(problem) for problem in problems]


def test_each_row_has_the_view_of_its_id_in_the_file_of_its_group(lamps: DataSet, tmp_path: Path) -> None:
    drawn, problems = draw(lamps, tmp_path)
    assert problems == []
    assert drawn.drawings.keys() == lamps.by_id.keys()
    assert drawn.drawings["torch"] == Drawing(f"drawn/{lamps.by_id['torch'].text('room')}.svg#torch", 40, 30)


def test_a_table_without_drawings_needs_no_file(tmp_path: Path) -> None:
    lamps = small_dataset(tmp_path)
    assert with_drawings(lamps, tmp_path, name="docs") == (lamps, [])


def test_a_row_without_a_drawing_is_told_at_its_line(lamps: DataSet, tmp_path: Path) -> None:
    room, torch = lamps.by_id["torch"].text("room"), lamps.by_id["torch"]
    others = [row.id for row in lamps.rows if row.text("room") == room and row.id != "torch"]
    views = "".join(f'<g><view id="{each}" viewBox="0 0 40 40"/><path d="M0 0"/></g>' for each in others)
    _, problems = draw(lamps, tmp_path, **{room: f"<svg>{views}</svg>"})
    expected = f'a drawing with <view id="torch"> in docs/drawn/{room}.svg'
    assert problems == [f"{torch.file}:{torch.line}: torch: expected {expected}, found none"]


@pytest.mark.parametrize(
    ("find", "put", "says"),
    [
        (
            '<g><view id="torch"',
            '<g>\n<view id="candle"',
            "candle: expected the id of a row that is drawn in this file",
        ),
        ('<g><view id="torch"[^>]*>', "<g>", "<g>: expected a drawing that begins as <g><view id="),
        ('(<g><view id="torch" viewBox=")[^"]*', r"\1all", "<g>: expected a drawing that begins as <g><view id="),
        (
            "(<g><view id=.torch.[^>]*>)",
            r'\1<path d="' + "h9" * MOST_BYTES + '"/>',
            "torch: expected a drawing of at most",
        ),
    ],
)
def test_a_drawing_that_no_page_could_show_is_told_at_its_line(
    lamps: DataSet, tmp_path: Path, find: str, put: str, says: str
) -> None:
    draw(lamps, tmp_path)
    room = lamps.by_id["torch"].text("room")
    good = (tmp_path / "drawn" / f"{room}.svg").read_text(encoding="utf-8")
    line = 1 + good[: good.index('<g><view id="torch"')].count("\n")
    bad = re.sub(find, put, good, count=1)
    assert bad != good
    _, problems = draw(lamps, tmp_path, **{room: bad})
    assert any(each.startswith(f"docs/drawn/{room}.svg:{line}: {says}") for each in problems), problems


def test_space_between_tags_does_not_count(lamps: DataSet, tmp_path: Path) -> None:
    draw(lamps, tmp_path)
    room = lamps.by_id["torch"].text("room")
    good = (tmp_path / "drawn" / f"{room}.svg").read_text(encoding="utf-8")
    _, problems = draw(lamps, tmp_path, **{room: good.replace("><path", ">" + "\n" * MOST_BYTES + "<path")})
    assert problems == []


def test_a_file_that_is_missing_is_told_once(lamps: DataSet, tmp_path: Path) -> None:
    draw(lamps, tmp_path)
    room = lamps.by_id["torch"].text("room")
    (tmp_path / "drawn" / f"{room}.svg").unlink()
    _, problems = with_drawings(lamps, tmp_path, name="docs")
    assert [str(each) for each in problems] == [
        f"docs/drawn/{room}.svg:1: file: expected a file that can be read, found no such file"
    ]


def test_a_file_for_each_group_needs_groups() -> None:
    with pytest.raises(ProblemsFound) as found:
        small_declaration(DRAWN.replace("  groupBy: room\n", ""))
    assert "lamps.drawings: expected groupBy, whose value stands for {}" in str(found.value)
