"""A data set as a spreadsheet (.xlsx), for people: headings with units, figures as numbers, all else as text.

CSV is for programs. A spreadsheet that opens one guesses what each cell is: it drops the zeros at the start of an id,
and misreads letters that are not its own country's.
"""

import io
import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import xlsxwriter

from microsite.table.dataset import DataSet, Row
from microsite.table.field_values import Value
from microsite.table.models import FieldDeclaration
from microsite.table.spreadsheet_notes import NOTES, describe_table

# What a sheet may not be called: longer names, these signs, and the names of other sheets.
_NAME_AT_MOST = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_TAKEN = ("", NOTES.lower(), "history")
# In letters: a narrower column hides its heading, a wider one the next column.
_NARROWEST, _WIDEST = 10, 48
_TEXT = {"num_format": "@", "text_wrap": True, "valign": "top"}
_HEADING = {"bold": True, "text_wrap": True, "valign": "top"}


def to_xlsx(data: DataSet, *, day: date) -> bytes:
    """The rows on one sheet, in the labels that a page shows, and on another what to know of them.

    ``day`` stands in the file as the one on which it was made: given, because one content gives one file to the byte.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": data.declaration.title, "created": datetime.combine(day, time())})
        _write_rows(book, data)
        _write_notes(book, data)
    return file.getvalue()


def _write_rows(book: Any, data: DataSet) -> None:
    fields = tuple(data.declaration.fields.values())
    heading, text = book.add_format(_HEADING), book.add_format(_TEXT)
    shown = {_places(value) for row in data.rows for value in row.values.values()}
    figures = {places: book.add_format({"num_format": f"{0:.{places}f}", "valign": "top"}) for places in shown}
    sheet = book.add_worksheet(_sheet_name(data.declaration.many))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(data.rows), len(fields) - 1)
    for column, field in enumerate(fields):
        sheet.set_column(column, column, _width(field, data.rows), text)
        sheet.write_string(0, column, field.heading, heading)
        for line, row in enumerate(data.rows, start=1):
            value = row.values[field.name]
            if isinstance(value, Decimal):
                sheet.write_number(line, column, float(value), figures[_places(value)])
            elif value is not None:
                sheet.write_string(line, column, _text(value, field), text)


def _write_notes(book: Any, data: DataSet) -> None:
    heading, text = book.add_format(_HEADING), book.add_format(_TEXT)
    sheet = book.add_worksheet(NOTES)
    sheet.set_column(0, 0, _WIDEST // 2)
    sheet.set_column(1, 1, _WIDEST * 2)
    for line, (about, note) in enumerate(describe_table(data.declaration)):
        sheet.write_string(line, 0, about, heading)
        sheet.write_string(line, 1, note, text)


def _text(value: Value, field: FieldDeclaration) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    items = value if isinstance(value, tuple) else (str(value),)
    return "; ".join(map(field.label_of, items))


def _places(value: Value) -> int:
    """How many decimal places a figure is written with: 0.10 is not shown as 0.1."""
    return max(0, -int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0


def _width(field: FieldDeclaration, rows: Iterable[Row]) -> int:
    texts = (value for row in rows if not isinstance(value := row.values[field.name], Decimal | None))
    return min(_WIDEST, max(_NARROWEST, *(len(_text(value, field)) for value in texts), 0))


def _sheet_name(many: str) -> str:
    """What the rows are called, as far as a sheet may be called so."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", many).split())[:_NAME_AT_MOST].strip()
    return "Data" if name.lower() in _TAKEN else name[:1].upper() + name[1:]
