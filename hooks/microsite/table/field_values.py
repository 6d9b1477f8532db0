"""One raw value of a file as what its field declares, or the reason why it cannot be that."""

import re
from collections.abc import Iterable
from decimal import Decimal

from microsite.source.problems import describe
from microsite.table.models import FieldDeclaration, exact

Value = str | Decimal | bool | tuple[str, ...] | None

# A number that is written back to the letter: no sign but minus, no leading zeros, no exponent.
_PLAIN_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
_SLUG = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")


class UnfitError(Exception):
    """A value that its field cannot have: what was expected, and what was found."""

    def __init__(self, expected: str, found: str) -> None:
        super().__init__(expected)
        self.expected = expected
        self.found = found


def read_value(field: FieldDeclaration, raw: object, *, missing: Iterable[str], is_key: bool) -> Value:
    """The value of a field; one of the ``missing`` texts is None. Raises `UnfitError`."""
    value = None if raw is None or (isinstance(raw, str) and raw in missing) else _typed(field, raw)
    _check_constraints(field, value, is_key=is_key)
    return value


def _typed(field: FieldDeclaration, raw: object) -> Value:
    if field.type == "list":
        return _list(field, raw)
    if field.type in ("number", "integer"):
        return _number(field, raw)
    if field.type == "boolean":
        if raw in (True, "true"):
            return True
        if raw in (False, "false"):
            return False
        raise UnfitError("true or false", describe(raw))
    if not isinstance(raw, str):
        raise UnfitError("a text", describe(raw))
    return raw.strip()


def _list(field: FieldDeclaration, raw: object) -> tuple[str, ...] | None:
    items = raw.split(field.delimiter) if isinstance(raw, str) and field.delimiter in raw else raw
    if isinstance(items, str):
        items = [items]
    if not isinstance(items, list) or not all(isinstance(item, str) and item for item in items):
        raise UnfitError("a list of texts", describe(raw))
    return tuple(items) or None


def _number(field: FieldDeclaration, raw: object) -> Decimal:
    expected = "a whole number" if field.type == "integer" else "a number such as 0.5"
    if isinstance(raw, str):
        if not _PLAIN_NUMBER.fullmatch(raw):
            raise UnfitError(expected, describe(raw))
        number: Decimal | None = Decimal(raw)
    else:
        number = exact(raw)
    if number is None or (field.type == "integer" and number != number.to_integral_value()):
        raise UnfitError(expected, describe(raw))
    return number


def _check_constraints(field: FieldDeclaration, value: Value, *, is_key: bool) -> None:
    rules = field.constraints
    if value is None:
        if rules.required or is_key:
            raise UnfitError("a value", "nothing")
        return
    if is_key and not _SLUG.fullmatch(str(value)):
        raise UnfitError("an id of small letters and digits, joined by hyphens or underscores", describe(value))
    for item in value if isinstance(value, tuple) else (value,):
        if field.allowed is not None and str(item) not in field.allowed and (field.categories or rules.enum):
            raise UnfitError(_either(field.allowed), describe(item))
        if rules.pattern and not re.fullmatch(rules.pattern, str(item)):
            raise UnfitError(f"text like {field.example!r}", describe(item))
        if isinstance(item, Decimal) and rules.minimum is not None and item < rules.minimum:
            raise UnfitError(f"{rules.minimum} or more", str(item))
        if isinstance(item, Decimal) and rules.maximum is not None and item > rules.maximum:
            raise UnfitError(f"{rules.maximum} or less", str(item))


def _either(values: tuple[str, ...]) -> str:
    return " or ".join(filter(None, [", ".join(values[:-1]), values[-1]]))
