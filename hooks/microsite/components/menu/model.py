"""What menus.yml may hold, and what its dishes may name."""

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated

from pydantic import Field

from microsite.source.files import Document
from microsite.source.problems import Problem
from microsite.source.schema import Model, Several, Slug, Text
from microsite.table.dataset import DataSet
from microsite.table.derived import in_serving


class Dish(Model):
    """One row of the table on a plate: its words, and how many servings of it."""

    row: Slug
    says: Text
    servings: Annotated[float, Field(gt=0, le=10, strict=False)] = 1


class Meal(Model):
    """What is eaten together; ``note`` says how it is made."""

    name: Text
    dishes: Annotated[Several[Dish], Field(min_length=1)]
    note: str = ""


class Menu(Model):
    """Meals of rows of ``table``, which stands on ``page``; ``sum`` is the figure that is added up.

    ``heading`` names what a meal is, such as "Meal" or "Day"; ``total`` adds a last line with the sum of all meals.
    """

    id: Slug
    caption: Text
    heading: Text
    table: Text
    page: Text
    sum: Text
    total: bool = False
    meals: Annotated[Several[Meal], Field(min_length=1)]


def check_menus(
    document: Document, menus: list[Menu], datasets: Mapping[str, DataSet], pages: Collection[str]
) -> Iterator[Problem]:
    """A problem for each name in a menu that nothing in the data has, and for each dish whose figure is not known."""
    for i, menu in enumerate(menus):
        for key, value, known in (("table", menu.table, datasets), ("page", menu.page, pages)):
            if value not in known:
                yield _problem(document, (i, key), f"{menu.id}.{key}", "one of " + ", ".join(sorted(known)), value)
        if menu.table in datasets:
            yield from _check_dishes(document, i, menu, datasets[menu.table])


def _check_dishes(document: Document, i: int, menu: Menu, dataset: DataSet) -> Iterator[Problem]:
    declared = dataset.declaration
    if declared.amounts is None or menu.sum not in declared.fields or not declared.fields[menu.sum].is_figure:
        yield _problem(document, (i, "sum"), f"{menu.id}.sum", f"a figure of {menu.table} with amounts", menu.sum)
        return
    for j, meal in enumerate(menu.meals):
        for k, dish in enumerate(meal.dishes):
            place = (i, "meals", j, "dishes", k, "row")
            where = f"{menu.id}.meals.{j}.dishes.{k}.row"
            if dish.row not in dataset.by_id:
                yield _problem(document, place, where, f"the id of a row of {menu.table}", dish.row)
            elif in_serving(dataset.by_id[dish.row], menu.sum, declared) is None:
                yield _problem(document, place, where, f"a row whose {menu.sum} was measured", dish.row)


def _problem(document: Document, place: tuple[int | str, ...], where: str, expected: str, found: str) -> Problem:
    return Problem(document.file, document.line(place), where, expected, repr(found))
