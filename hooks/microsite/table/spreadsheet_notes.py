"""What has to be known of the rows of a spreadsheet, which leaves the page that says it: license, sources, columns."""

from collections.abc import Iterator

from microsite.table.models import FieldDeclaration, Named, TableDeclaration

NOTES = "Notes"
_EMPTY = "An empty cell: the source has no value, which is not zero."
_PER_100_G = "Figures are for 100 g of the part you eat."


def describe_table(table: TableDeclaration) -> Iterator[tuple[str, str]]:
    """Each note with what it is about: the data, its license and sources, how it is read, each column."""
    yield "Data", table.title
    yield from (("", note) for note in (table.description, table.caption) if note)
    if table.download:
        yield from (("License", _in_one_line(terms)) for terms in table.download.licenses)
        yield from (("Source", _in_one_line(source)) for source in table.download.sources)
    yield "How to read it", _EMPTY
    if table.amounts:
        yield "", _PER_100_G
    yield from ((field.heading, _describe_field(field)) for field in table.fields.values())


def _describe_field(field: FieldDeclaration) -> str:
    qualified = (f'Read "{each.says}" where {each.field} is "{each.equals}".' for each in field.qualifiers)
    notes = (field.description, field.caveat, *qualified, f"In CSV and JSON: {field.name}.")
    return " ".join(note for note in notes if note)


def _in_one_line(entry: Named) -> str:
    return ", ".join(each for each in (entry.title, entry.name, entry.path) if each)
