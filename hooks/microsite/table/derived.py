"""Every value that is worked out rather than read: amounts of a serving, percents of a daily value, good sources.

This is the one place. Nothing here is stored, and neither a template nor a script works any of it out again.
Figures are decimals, as exact as their source; rounding happens last and only for showing.
"""

from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from microsite.table.dataset import DataSet, Row
from microsite.table.models import FieldDeclaration, SourceOption, TableDeclaration

BASIS = Decimal(100)
SOURCE = 10
HIGH = 20
_WHOLE_FROM = Decimal(10)
_DIGITS = 2


@dataclass(frozen=True)
class Figure:
    """A figure of a row in its two measures: as the source has it (per 100 g), and in the row's serving.

    ``per_100`` and ``serving`` are texts ready to be shown; None where nothing was measured. Percents are of the
    daily value, and None for a field that has none.
    """

    per_100: str | None
    serving: str | None
    percent_100: int | None
    percent_serving: int | None
    assumed_zero: bool
    qualifier: str


def figure_of(row: Row, field: FieldDeclaration, table: TableDeclaration) -> Figure:
    """All that is shown of one figure. A table without amounts has no servings, so only what the source says."""
    value = row.number(field.name)
    if value is None:
        return Figure(None, None, None, None, assumed_zero=False, qualifier="")
    amount = in_serving(row, field.name, table)
    return Figure(
        per_100=str(value),
        serving=None if amount is None else rounded(amount),
        percent_100=percent_of(value, field.daily_value),
        percent_serving=percent_of(amount, field.daily_value),
        assumed_zero=value == 0 and is_assumed_zero(row, field.name, table),
        qualifier=qualifier_of(row, field),
    )


def in_serving(row: Row, field: str, table: TableDeclaration) -> Decimal | None:
    """The amount of a field in the row's serving, unrounded; None where it was not measured."""
    value = row.number(field)
    grams = row.number(table.amounts.grams) if table.amounts else None
    return None if value is None or grams is None else value * grams / BASIS


def rounded(amount: Decimal) -> str:
    """An amount as a person would say it: two digits that count, whole numbers from 10 up, halves up.

    >>> [rounded(Decimal(text)) for text in ("104.6", "9.96", "4.32", "0.066", "0.0005", "0")]
    ['105', '10', '4.3', '0.066', '0.0005', '0']
    """
    if amount == 0:
        return "0"
    step = Decimal(1) if abs(amount) >= _WHOLE_FROM else Decimal(1).scaleb(amount.adjusted() - _DIGITS + 1)
    text = format(amount.quantize(step, rounding=ROUND_HALF_UP), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent_of(amount: Decimal | None, daily_value: Decimal | None) -> int | None:
    """The percent of a daily value, rounded down, so that a shown 10 or 20 is never a flattered 9.6 or 19.6."""
    if amount is None or not daily_value:
        return None
    return int((amount * BASIS / daily_value).to_integral_value(rounding=ROUND_FLOOR))


def is_assumed_zero(row: Row, field: str, table: TableDeclaration) -> bool:
    """Whether the source only assumes that a zero is one."""
    listed = table.amounts.assumed_zero if table.amounts else None
    return bool(listed) and field in row.items(listed or "")


def qualifier_of(row: Row, field: FieldDeclaration) -> str:
    """The words before a figure that is not quite what its column says, such as "at most"."""
    return next((each.says for each in field.qualifiers if row.text(each.field) == each.equals), "")


def source_percent(row: Row, option: SourceOption, table: TableDeclaration) -> int | None:
    """The percent of a daily value, or of the option's own reference, that its fields add up to in a serving."""
    amounts = [amount for field in option.fields if (amount := in_serving(row, field, table)) is not None]
    reference = option.reference or table.fields[option.fields[0]].daily_value
    return percent_of(sum(amounts, Decimal(0)), reference) if amounts else None


def best(data: DataSet, field: str, count: int) -> list[tuple[Row, Decimal]]:
    """The rows with the most of a field in a serving, most first; equal ones from A to Z. Never a row without any."""
    amounts = ((row, in_serving(row, field, data.declaration)) for row in data.rows)
    known = [(row, amount) for row, amount in amounts if amount]
    known.sort(key=lambda pair: (-pair[1], data.heading(pair[0]).casefold()))
    return known[:count]
