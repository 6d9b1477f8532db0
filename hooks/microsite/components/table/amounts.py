"""The amounts of a serving and what is done with them, as a script file that a page fetches when a reader asks for it.

They are a third of a table's weight and most readers never ask. A script and not JSON, because a page opened from a
folder may run a script beside it but may not fetch data. Every text in it is ready to be shown.
"""

import json

from microsite.components.table.filters import late_tokens, searched_text
from microsite.html.assets import OURS, read_scripts
from microsite.table.dataset import DataSet, Row
from microsite.table.derived import HIGH, SOURCE, figure_of, in_serving
from microsite.table.models import TableDeclaration

FOLDER = "assets/tables"


def amounts_path(table: TableDeclaration) -> str:
    """Where the file of a table lies in the site."""
    return f"{FOLDER}/{table.name}.js"


def amounts_script(dataset: DataSet) -> str:
    """The file: what the helper knows of each row, then its code.

    ``figures`` has, in the order of the table's figures, the amount of a serving and two texts on the daily value;
    ``also`` what the row says to filters on amounts; ``find`` its other names. In the reader's list it counts as one
    of its ``kind``, and adds ``sum``, which is not rounded and missing where nothing was measured.
    """
    table = dataset.declaration
    lines = ",\n".join(f"{json.dumps(table.anchor(row.id))}:{_known(row, table)}" for row in dataset.rows)
    helper = read_scripts(OURS / "scripts", ["table-helper"])
    return f"tableAmounts={{{lines}}};\n{helper}\n"


def _known(row: Row, table: TableDeclaration) -> str:
    known: dict[str, object] = {"figures": row_amounts(row, table)}
    if also := late_tokens(row, table).strip():
        known["also"] = also
    if find := searched_text(row, table):
        known["find"] = find
    if table.selection:
        if (amount := in_serving(row, table.selection.sum, table)) is not None:
            known["sum"] = str(amount)
        if kind := row.text(table.selection.kind):
            known["kind"] = kind
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def row_amounts(row: Row, table: TableDeclaration) -> list[list[str]]:
    """A row's figures, in the order of the columns: the amount in a serving, its percent in words, that of 100 g."""
    texts = []
    for field in figure_fields(table):
        figure = figure_of(row, table.fields[field], table)
        texts.append([figure.serving or "", percent_words(figure.percent_serving), percent_words(figure.percent_100)])
    return texts


def figure_fields(table: TableDeclaration) -> list[str]:
    """The fields that the table's columns show as figures, in their order."""
    parts = [part for column in table.cells for part in column.parts if part.show == "auto"]
    return [part.field for part in parts if table.fields[part.field].is_figure]


def percent_words(percent: int | None) -> str:
    """A percent of a daily value as it stands beside its figure: ``12%, source``; nothing where there is no value."""
    if percent is None:
        return ""
    return f"{percent}%" + (", high" if percent >= HIGH else ", source" if percent >= SOURCE else "")
