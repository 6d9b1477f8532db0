"""Menus: meals made of rows of a table, with the sum of one figure, which the data gives and nobody types."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from microsite.components.component import KeyedComponent, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.components.menu.model import Dish, Menu, check_menus
from microsite.html.templates import render
from microsite.table.dataset import DataSet, Drawing
from microsite.table.derived import in_serving, rounded


@dataclass(frozen=True)
class DishView:
    """A dish as it is shown: its words, the address of its row, its drawing and the address of that."""

    says: str
    href: str
    drawing: Drawing | None
    src: str


@dataclass(frozen=True)
class MealView:
    """A meal as it is shown; ``amount`` is the rounded sum of its dishes."""

    name: str
    note: str
    dishes: tuple[DishView, ...]
    amount: str


class Menus(KeyedComponent[Menu]):
    """``[[menu: some-id]]``: the meals of that menu in a table, each with its sum."""

    name = "menu"
    file = "menus.yml"
    model = Menu
    # What a dish may name is known once the tables are in order.
    after = ("table",)
    styles = ("menu",)

    def load(self, folder: DataFolder, site: SiteData) -> dict[str, Menu]:
        """The menus by their ids."""
        menus = folder.records(
            self.file, Menu, check=lambda document, menus: check_menus(document, menus, site.datasets, folder.pages)
        )
        return {menu.id: menu for menu in menus}

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The table of meals."""
        menu = self.data(page.site)[argument]
        dataset = page.site.datasets[menu.table]
        total = sum((amount_of(dish, menu, dataset) for meal in menu.meals for dish in meal.dishes), Decimal(0))
        field = dataset.declaration.fields[menu.sum]
        return render(
            "menu",
            menu=menu,
            meals=list(_view(menu, dataset, page)),
            figure=field.title,
            unit=field.unit,
            total=rounded(total) if menu.total else "",
        )


def amount_of(dish: Dish, menu: Menu, dataset: DataSet) -> Decimal:
    """The figure of a dish: that of its row in one serving, times its servings. Not rounded."""
    amount = in_serving(dataset.by_id[dish.row], menu.sum, dataset.declaration)
    assert amount is not None, "checked when the file was read"
    return amount * Decimal(str(dish.servings))


def _view(menu: Menu, dataset: DataSet, page: RenderContext) -> Iterator[MealView]:
    for meal in menu.meals:
        dishes = tuple(_dish(dish, menu, dataset, page) for dish in meal.dishes)
        amount = sum((amount_of(dish, menu, dataset) for dish in meal.dishes), Decimal(0))
        yield MealView(meal.name, meal.note, dishes, rounded(amount))


def _dish(dish: Dish, menu: Menu, dataset: DataSet, page: RenderContext) -> DishView:
    drawing = dataset.drawings.get(dish.row)
    href = page.link(f"{menu.page}#{dataset.declaration.anchor(dish.row)}")
    return DishView(dish.says, href, drawing, page.link(drawing.path) if drawing else "")


COMPONENT = Menus()
