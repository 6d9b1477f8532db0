"""Small drawings of the rows of a table, one file for each group of rows.

In a file each drawing is a ``<g>`` right below the root that begins with ``<view id="kefir" viewBox="0 0 40 40"/>``, so
that ``file.svg#kefir`` shows that drawing alone, and the file opened by itself shows the whole plate.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from xml.parsers import expat

from microsite.source.problems import Problem, ProblemsFound
from microsite.source.text_file import read_text
from microsite.table.dataset import DataSet, Drawing, Row

# A page asks for a file when its first drawing comes into view: 24 of them shall be no more than a small photo.
MOST_BYTES = 900
_BOX = re.compile(r"-?[\d.]+ -?[\d.]+ (?P<width>\d+) (?P<height>\d+)")


@dataclass(frozen=True)
class _Group:
    """A ``<g>`` below the root: its line, its bytes without space between tags, and what its view says."""

    line: int
    bytes: int
    view: Mapping[str, str]


def with_drawings(dataset: DataSet, docs: Path, *, name: str) -> tuple[DataSet, list[Problem]]:
    """The data set with the drawings of its rows, and a problem for each row, file or drawing that is not in order.

    ``docs`` is the folder that the declared file lies in, ``name`` is what messages call it.
    """
    pattern, group = dataset.declaration.drawings, dataset.declaration.group_by or ""
    if pattern is None:
        return dataset, []
    rows = dict[str, list[Row]]()
    for row in dataset.rows:
        rows.setdefault(pattern.replace("{}", row.text(group)), []).append(row)
    drawings, problems = dict[str, Drawing](), list[Problem]()
    for path, drawn in rows.items():
        file = f"{name}/{path}"
        try:
            groups = _read_groups(read_text(docs / path, file))
        except ProblemsFound as found:
            problems += found.problems
            continue
        except expat.ExpatError:
            continue  # Every drawing of the site is parsed, and told, where files are checked.
        problems += _problems(groups, drawn, file)
        drawings |= {
            each.view["id"]: Drawing(f"{path}#{each.view['id']}", int(box["width"]), int(box["height"]))
            for each in groups
            if "id" in each.view and (box := _BOX.fullmatch(each.view.get("viewBox", "")))
        }
    return replace(dataset, drawings=drawings), problems


def _problems(groups: list[_Group], rows: list[Row], file: str) -> Iterator[Problem]:
    known, drawn = {row.id for row in rows}, {each.view.get("id") for each in groups}
    for each in groups:
        name = each.view.get("id", "")
        if not _BOX.fullmatch(each.view.get("viewBox", "")) or not name:
            expected = 'a drawing that begins as <g><view id="kefir" viewBox="0 0 40 40"/>'
            yield Problem(
                file, each.line, "<g>", expected, f"a view with {dict(each.view)}" if each.view else "no view"
            )
        elif name not in known:
            yield Problem(file, each.line, name, "the id of a row that is drawn in this file", repr(name))
        elif each.bytes > MOST_BYTES:
            yield Problem(file, each.line, name, f"a drawing of at most {MOST_BYTES} bytes", f"{each.bytes} bytes")
    for row in rows:
        if row.id not in drawn:
            yield Problem(row.file, row.line, row.id, f'a drawing with <view id="{row.id}"> in {file}', "none")


def _read_groups(svg: str) -> list[_Group]:
    """The groups right below the root, in order. Raises ExpatError where the text is not XML."""
    source, groups = svg.encode(), list[_Group]()
    parser = expat.ParserCreate()
    depth, start, line, view = 0, 0, 0, dict[str, str]()
    empty = True

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, start, line, view, empty
        depth += 1
        if depth == 2 and name == "g":
            start, line, view, empty = parser.CurrentByteIndex, parser.CurrentLineNumber, {}, True
        elif depth == 3 and empty:
            view, empty = (attributes if name == "view" else {}), False

    def end(name: str) -> None:
        nonlocal depth
        if depth == 2 and name == "g":
            written = re.sub(rb">\s+<", b"><", source[start : parser.CurrentByteIndex])
            groups.append(_Group(line, len(written) + len("</g>"), view))
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.Parse(source, True)
    return groups
