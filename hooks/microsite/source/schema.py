"""What data files may hold: frozen pydantic models, and their errors told as problems with a line.

Each kind of record declares its model in the module that uses it. Here is only how a document is checked against a
model, so that the messages of all data files use the same words.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Strict, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from microsite.source.files import Address, Document
from microsite.source.problems import Problem, ProblemsFound, describe


class Model(BaseModel):
    """The base of every record: frozen, unknown keys refused, types taken as written (``"3"`` is not a number)."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, str_strip_whitespace=True)


M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")

# A list in a file, a tuple in a frozen record: the one conversion that strict models allow.
Several = Annotated[tuple[T, ...], Strict(False)]

# An example of each pattern, by the pattern: an editor should not have to read one.
_EXAMPLES: dict[str, str] = {}


def like(example: str, pattern: str) -> StringConstraints:
    """A text that fits a pattern. What does not is told by the ``example``."""
    _EXAMPLES[pattern] = example
    return StringConstraints(pattern=pattern)


Text = Annotated[str, StringConstraints(min_length=1)]
Slug = Annotated[str, like("green-tea", r"^[a-z0-9]+(-[a-z0-9]+)*$")]


def load_list(document: Document, model: type[M], *, key: str = "id") -> list[M]:
    """Check a document that is a list of records. Returns them in order.

    Raises `ProblemsFound` with every record that does not fit ``model`` and every second use of a value of ``key``.
    """
    if not isinstance(document.value, list):
        raise ProblemsFound([Problem(document.file, 1, "file", "a list", describe(document.value))])
    problems: list[Problem] = []
    records: list[M] = []
    for i, value in enumerate(document.value):
        try:
            records.append(model.model_validate(value))
        except ValidationError as error:
            problems += problems_of(error, document, (i,), model)
    problems += _repeated(document, key)
    if problems:
        raise ProblemsFound(problems)
    return records


def load_one(document: Document, model: type[M], *, address: Address = ()) -> M:
    """Check one mapping of a document (``address`` says which) against a model. Raises `ProblemsFound`."""
    value = document.value
    for step in address:
        value = value[step]
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise ProblemsFound(problems_of(error, document, address, model)) from error


def problems_of(
    error: ValidationError, document: Document, address: Address, model: type[BaseModel] = BaseModel
) -> list[Problem]:
    """A pydantic error as problems, each at the line of the field that it speaks of.

    ``model`` gives the names that an unknown field may have been meant as; a field that is missing because its name
    is misspelled is told once.
    """
    details = error.errors()
    unknown = {
        detail["loc"]: meant_by(str(detail["loc"][-1]), field_names(model)) for detail in details if _extra(detail)
    }
    meant = {(*loc[:-1], name) for loc, name in unknown.items() if name}
    kept = [detail for detail in details if not (detail["type"] == "missing" and detail["loc"] in meant)]
    # A list that lost its wrong entries is too short for that reason.
    inside = {detail["loc"][:end] for detail in details for end in range(len(detail["loc"]))}
    kept = [detail for detail in kept if not (detail["type"] == "too_short" and detail["loc"] in inside)]
    return [_problem_of(detail, document, address, unknown.get(detail["loc"])) for detail in kept]


def meant_by(name: str, known: Iterable[str]) -> str | None:
    """The one of the ``known`` names that a misspelled one was most likely meant to be; None where none is near."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.7)
    return near[0] if near else None


def perhaps(name: str, known: Iterable[str]) -> str:
    """What to say behind what was expected: `` (perhaps 'tea')``, or nothing where no name is near."""
    near = meant_by(name, known)
    return f" (perhaps {near!r})" if near else ""


@cache
def field_names(model: type[BaseModel]) -> frozenset[str]:
    """The names, as they are written in a file, of all fields of a model and of the models inside it."""
    return frozenset(_field_names(model, set()))


def _field_names(kind: Any, seen: set[Any]) -> Iterator[str]:
    if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in seen:
        seen.add(kind)
        for name, field in kind.model_fields.items():
            yield field.alias or name
            yield from _field_names(field.annotation, seen)
    for part in get_args(kind):
        yield from _field_names(part, seen)


def _extra(detail: Any) -> bool:
    return bool(detail["type"] == "extra_forbidden")


def _problem_of(detail: Any, document: Document, address: Address, meant: str | None) -> Problem:
    place = (*address, *_known_steps(detail["loc"], document, address))
    found = "nothing" if detail["type"] in ("missing", "union_tag_not_found") else describe(detail["input"])
    limits = dict(detail.get("ctx", {}))
    if detail["type"] in ("too_short", "too_long"):
        found = str(limits["actual_length"])
    if detail["type"] in ("union_tag_invalid", "union_tag_not_found"):
        place = (*place, limits["discriminator"].strip("'"))
        found = repr(limits["tag"]) if "tag" in limits else found
    found = limits.get("found", found)
    limits |= {"example": _EXAMPLES.get(limits.get("pattern", ""), limits.get("pattern"))}
    expected = _EXPECTED.get(detail["type"], "").format(**limits) or _plain_words(detail["msg"])
    if _extra(detail):
        expected, found = unknown_field(str(place[-1]), meant)
    if detail["type"] == "string_too_short" and limits["min_length"] == 1:
        expected = "a text that is not empty"
    if detail["type"] == "string_type" and isinstance(detail["input"], int | float | date):
        expected = "a text: put quotes around it"
    return Problem(document.file, document.line(place), named(document, place), expected, found)


def named(document: Document, place: Address) -> str:
    """What messages call an address: a record by its id where it has one, ``kefir.group`` and not ``2.group``."""
    return ".".join(str(step) for step in _named(document, place)) or "file"


def unfit(expected: str, found: str) -> PydanticCustomError:
    """What a check of a model raises to say in its own words what was expected and what was found."""
    return PydanticCustomError("unfit", "{expected}", {"expected": expected, "found": found})


def unknown_field(name: str, meant: str | None) -> tuple[str, str]:
    """What was expected and what was found where a field is not known, in words."""
    return f"the name of a field{perhaps(name, [meant] if meant else [])}", repr(name)


# pydantic's own words where these have none; {names} are filled from what it tells of the constraint.
_EXPECTED = {
    "missing": "a value",
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
    "is_instance_of": "a number",  # the one class of its own that a field may have: Decimal
    "bool_type": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "date_type": "a date such as 2026-01-31",
    "string_pattern_mismatch": "text like {example!r}",
    "greater_than": "more than {gt}",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
    "union_tag_invalid": "{expected_tags}",
    "union_tag_not_found": "a value",
    "unfit": "{expected}",
    "string_too_short": "at least {min_length} characters",
    "string_too_long": "at most {max_length} characters",
    "too_short": "at least {min_length} in the list",
    "too_long": "at most {max_length} in the list",
}


def _plain_words(message: str) -> str:
    for start in ("Input should be ", "Value error, expected ", "Value error, ", "Value should have "):
        message = message.removeprefix(start)
    return message[:1].lower() + message[1:]


def _known_steps(loc: Iterable[str | int], document: Document, address: Address) -> list[str | int]:
    """pydantic also names union branches in ``loc``; keep the steps that are in the file, and one that is missing."""
    steps: list[str | int] = []
    for step in loc:
        if (*address, *steps, step) in document.lines or step == list(loc)[-1]:
            steps.append(step)
    return steps


def _named(document: Document, place: Address) -> Iterable[str | int]:
    if place and isinstance(place[0], int) and isinstance(document.value, list):
        record = document.value[place[0]]
        name = record.get("id") if isinstance(record, dict) else None
        return (name if isinstance(name, str) else place[0], *place[1:])
    return place


def _repeated(document: Document, key: str) -> list[Problem]:
    seen: dict[str, int] = {}
    problems = []
    for i, value in enumerate(document.value):
        name = value.get(key) if isinstance(value, dict) else None
        if not isinstance(name, str):
            continue
        line = document.line((i, key))
        if name in seen:
            found = f"{name!r} again (first on line {seen[name]})"
            problems.append(Problem(document.file, line, f"{name}.{key}", f"each {key} once", found))
        seen.setdefault(name, line)
    return problems
