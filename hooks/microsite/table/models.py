"""What ``tables.yml`` may hold: how each data set is read, checked, shown, filtered and offered for download.

Fields are declared in the words of the Frictionless Table Schema (name, type, title, description, constraints,
categories, missingValues, primaryKey). What the standard has no word for is ours, and written like its own words:
unit, dailyValue, qualifiers, caveat on a field; columns, views, filters, amounts, chart, selection on a table.
"""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel

from microsite.source.problems import describe
from microsite.source.schema import Model, Several, Text, like, unfit
from microsite.source.web_address import WebAddress

Name = Annotated[str, like("vitamin_c_mg", r"^[a-z][a-z0-9_-]*$")]

MOST_COLUMNS = 7
# Keys of the address that are not a filter's: the search's two, then the table's own, with one that old links have.
TAKEN = ("q", "h", "view", "per", "sort", "selection", "picks")


def exact(value: object) -> Decimal | None:
    """A YAML or CSV number as a decimal that is written back to the letter; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    number = Decimal(str(value))
    return number if number.is_finite() else None


def _exact_or_as_found(value: object) -> object:
    number = exact(value)
    return value if number is None else number


Number = Annotated[Decimal, BeforeValidator(_exact_or_as_found)]


class Declared(Model):
    """A part of a declaration. Its keys are written in camelCase, as the standard's are."""

    model_config = ConfigDict(alias_generator=to_camel)


def _regular(pattern: str) -> str:
    try:
        re.compile(pattern)
    except (re.error, RecursionError) as error:
        raise unfit("a regular expression", f"{describe(pattern)}: {error}") from error
    return pattern


class Constraints(Declared):
    """What a value must be, in the standard's words; ``enum`` and ``pattern`` speak of each item of a list."""

    required: bool = False
    unique: bool = False
    enum: Several[str] | None = None
    minimum: Number | None = None
    maximum: Number | None = None
    pattern: Annotated[str, AfterValidator(_regular)] | None = None

    @model_validator(mode="after")
    def _something_fits(self) -> "Constraints":
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise unfit("a minimum that is not above the maximum", f"{self.minimum} and {self.maximum}")
        return self


class Category(Declared):
    """One of the values that a field may have, its label, and the color token of its dot."""

    value: str
    label: Text
    color: Annotated[str, like("fiber-rich", r"^[a-z][a-z0-9-]*$")] | None = None


class Qualifier(Declared):
    """Words before a figure where another field of the row has a certain value: "at most"."""

    field: Name
    equals: str
    says: Text


class FieldDeclaration(Declared):
    """One field of a file: a Table Schema field with our additions."""

    name: Name
    type: Literal["string", "number", "integer", "boolean", "list"] = "string"
    title: Text
    description: Text | None = None
    constraints: Constraints = Constraints()
    categories: Several[Category] = ()
    categories_ordered: bool = False
    delimiter: Text = ","
    missing_values: Several[str] = ()
    unit: Text | None = None
    daily_value: Annotated[Number, Field(gt=0)] | None = None
    qualifiers: Several[Qualifier] = ()
    caveat: Text | None = None
    example: Text | None = None

    @model_validator(mode="after")
    def _example_fits_pattern(self) -> "FieldDeclaration":
        """A pattern is told to editors by an example, so it has one."""
        pattern = self.constraints.pattern
        if pattern is not None and (self.example is None or not re.fullmatch(pattern, self.example)):
            raise unfit(f"an example for {self.name} that fits its pattern", describe(self.example))
        return self

    @property
    def allowed(self) -> tuple[str, ...] | None:
        """The values that the field may have, or None when any text will do."""
        return tuple(category.value for category in self.categories) or self.constraints.enum

    @property
    def is_figure(self) -> bool:
        """Whether its values are amounts."""
        return self.type in ("number", "integer")

    @property
    def heading(self) -> str:
        """The title with its unit: ``Fiber (g)``."""
        return f"{self.title} ({self.unit})" if self.unit else self.title

    def label_of(self, value: str) -> str:
        """How a value is said to a reader: the label of its category, else the value itself."""
        return next((category.label for category in self.categories if category.value == value), value)


class Schema(Declared):
    """The Table Schema of one file."""

    primary_key: Name = "id"
    missing_values: Several[str] = ("",)
    fields: Annotated[Several[FieldDeclaration], Field(min_length=1)]


class FileDeclaration(Declared):
    """A file in the data folder; a table's second and later files are joined to the first by their primary keys."""

    path: Annotated[str, like("teas.yml", r"^[a-z0-9-]+\.(yml|csv)$")]
    table_schema: Annotated[Schema, Field(alias="schema")]


class Part(Declared):
    """What one field adds to a cell.

    ``show`` says how: ``marks`` are the evidence marks of the claims listed, ``sources`` names the sources listed and
    leads to their entries in the bibliography, ``links`` leads each item to ``href``, ``backlinks`` leads to the
    sentences that use the row. ``serving`` is the amount of a figure in a serving. ``daily`` and ``best`` take the
    value as the name of a field of the table ``of``, and give its daily value, or the ``count`` rows that hold most of
    it. ``rows`` takes the values as ids of rows of the table ``of``, and says each of them in full; with ``href``,
    which leads to where each has its sources, these are left out. ``{}`` in ``href`` stands for the item, for ``best``
    for the id of a row; ``text`` is what a link of ``links`` says.
    ``views`` keeps a part to some views.
    """

    field: Name
    label: str | None = None
    text: Text | None = None
    show: Literal["auto", "marks", "sources", "links", "backlinks", "serving", "best", "daily", "rows"] = "auto"
    href: Text | None = None
    of: Name | None = None
    count: Annotated[int, Field(ge=1)] = 5
    bar: bool = False
    views: Several[Name] = ()


class Column(Declared):
    """A column: its fields from top to bottom; ``empty`` is what a cell says that has none of them.

    The first column of a table heads its rows.
    """

    name: Name
    title: Text | None = None
    parts: Annotated[Several[Part], Field(min_length=1)]
    wide: bool = False
    empty: Text | None = None


class Glance(Declared):
    """A row that is seen at one glance: ``line`` is the column below its name, ``opens`` are told once it is opened.

    Neither stands in cells of its own. The line is shown in the views that name its column.
    """

    line: Name
    opens: Annotated[Several[Name], Field(min_length=1)]


class View(Declared):
    """Columns that are shown together, beside the first; ``note`` tells what a reader must know of them."""

    name: Name
    title: Text
    columns: Annotated[Several[Name], Field(min_length=1, max_length=MOST_COLUMNS - 1)]
    note: Text | None = None


class SourceOption(Declared):
    """A choice of a ``source`` filter: one field with a daily value, or fields added up against ``reference``."""

    title: Text | None = None
    name: Name | None = None
    fields: Annotated[Several[Name], Field(min_length=1)]
    reference: Annotated[Number, Field(gt=0)] | None = None


def _free_in_address(name: str) -> str:
    if name in TAKEN:
        raise ValueError(f"expected a name other than {', '.join(TAKEN)}, which the address uses")
    return name


class Filter(Declared):
    """A way to narrow the rows; ``name`` is its key in the address.

    ``search`` looks in ``fields``; ``one`` keeps rows that have the chosen value, or with ``of`` and ``by`` those whose
    values name a row of the table ``of`` that has the chosen value in its field ``by``; ``none`` leaves out rows that
    have one of the chosen values, and marks those where ``check`` has it; ``switch`` keeps rows whose field is in
    ``keeps``; ``source`` keeps rows that hold a good part of a daily value.
    """

    name: Annotated[Name, AfterValidator(_free_in_address)]
    kind: Literal["search", "one", "none", "switch", "source"]
    title: Text
    hint: Text | None = None
    fields: Several[Name] = ()
    check: Name | None = None
    check_says: Text | None = None
    keeps: Several[str] = ()
    options: Several[SourceOption] = ()
    of: Name | None = None
    by: Name | None = None


class Amounts(Declared):
    """How figures become amounts of a serving: figures are per 100 g, a serving weighs ``grams``."""

    serving: Name
    grams: Name
    assumed_zero: Name | None = None
    note: Text


class Chart(Declared):
    """A bar for each of the first ``count`` rows, by the amount of one field in a serving."""

    field: Name
    title: Text
    count: Annotated[int, Field(ge=1)] = 20


class Selection(Declared):
    """The reader's own list: how many different values of ``kind`` it has, how much of ``sum``, and the aim for it."""

    title: Text
    kind: Name
    kinds: Text
    sum: Name
    aim: Annotated[Several[int], Field(min_length=2, max_length=2)]
    note: Text | None = None


class Named(Declared):
    """A license or a source, in the words of a Data Package."""

    name: Text | None = None
    title: Text | None = None
    path: WebAddress | None = None


class Download(Declared):
    """What a Data Package says of a data set: its licenses and where it is from."""

    licenses: Annotated[Several[Named], Field(min_length=1)]
    sources: Several[Named] = ()


class TableDeclaration(Declared):
    """One table: its files, and everything a page shows of them.

    ``drawings`` is the file, inside the docs folder, that has a small drawing of each row. ``{}`` in it stands for the
    value of ``group_by``, where each group has a file of its own.
    """

    name: Name
    title: Text
    description: Text | None = None
    caption: Text
    one: Text
    many: Text
    row_prefix: Name
    files: Annotated[Several[FileDeclaration], Field(min_length=1)]
    where: dict[str, str] = Field(default_factory=dict)
    columns: Annotated[Several[Column], Field(min_length=1)]
    glance: Glance | None = None
    views: Several[View] = ()
    filters: Several[Filter] = ()
    group_by: Name | None = None
    drawings: Annotated[Text, like("assets/drawings/teas-{}.svg", r"^[a-z0-9/_{}-]+\.svg$")] | None = None
    in_order: bool = False
    amounts: Amounts | None = None
    card: bool = False
    chart: Chart | None = None
    selection: Selection | None = None
    download: Download | None = None

    @property
    def fields(self) -> dict[str, FieldDeclaration]:
        """Every field of every file by its name."""
        return {field.name: field for file in self.files for field in file.table_schema.fields}

    @property
    def primary_key(self) -> str:
        """The field that names a row."""
        return self.files[0].table_schema.primary_key

    @property
    def cells(self) -> tuple[Column, ...]:
        """The columns that have a cell in each row: the first, which heads it, and those that are not in the first."""
        inside = (self.glance.line, *self.glance.opens) if self.glance else ()
        return tuple(column for column in self.columns if column.name not in inside)

    @property
    def line(self) -> Column | None:
        """The column that stands below the name of a row."""
        return next((column for column in self.columns if self.glance and column.name == self.glance.line), None)

    @property
    def opens(self) -> tuple[Column, ...]:
        """The columns that are told below a row when it is opened, in their order."""
        named = {column.name: column for column in self.columns}
        return tuple(named[name] for name in self.glance.opens) if self.glance else ()

    def anchor(self, row: str) -> str:
        """The id, on the page, of the row with this key."""
        return f"{self.row_prefix}-{row}"

    @property
    def live(self) -> bool:
        """Whether the page needs the script: something can be filtered, viewed otherwise or selected."""
        return bool(self.filters or self.views or self.selection or self.card)
