"""Tables to measure and to try: the real one, and as many made-up rows as wanted."""

from functools import cache
from pathlib import Path
from random import Random

from microsite.source.files import parse_yaml, read_yaml
from microsite.table.dataset import DataSet, Row
from microsite.table.declarations import load_tables
from microsite.table.loading import load_dataset as load

DATA = Path(__file__).resolve().parents[2] / "docs" / "data"

_MADE_UP = """
made-up:
  title: Made-up rows
  caption: Made-up rows
  one: row
  many: rows
  rowPrefix: row
  inOrder: true
  files:
    - path: rows.csv
      schema:
        fields:
          - {name: id, title: Id}
          - {name: name, title: Name}
          - {name: group, title: Group, categories: [{value: a, label: A}, {value: b, label: B}, {value: c, label: C}]}
          - {name: words, title: Words}
          - {name: one_g, title: One, type: number, unit: g}
          - {name: two_g, title: Two, type: number, unit: g}
          - {name: three_g, title: Three, type: number, unit: g}
  columns:
    - {name: name, parts: [{field: name}]}
    - {name: group, parts: [{field: group}]}
    - {name: words, parts: [{field: words}]}
    - {name: one, parts: [{field: one_g}]}
    - {name: two, parts: [{field: two_g}]}
    - {name: three, parts: [{field: three_g}]}
  filters:
    - {name: find, kind: search, title: Find, fields: [name]}
    - {name: group, kind: one, title: Group, fields: [group]}
"""


@cache
def real_tables() -> tuple[DataSet, ...]:
    """The tables that the site declares, in their order."""
    tables = load_tables(read_yaml(DATA / "tables.yml"))
    return tuple(load(table, DATA) for table in tables.values())


def real_table() -> DataSet:
    """The first table that the site declares."""
    return real_tables()[0]


def made_up_table(count: int, *, seed: int = 7) -> DataSet:
    """A table of six columns whose rows are the same at each run."""
    from microsite.table.field_values import read_value

    table = load_tables(parse_yaml(_MADE_UP, name="made up"))["made-up"]
    random = Random(seed)
    words = [real_table().heading(row) for row in real_table().rows]
    rows = []
    for i in range(count):
        values = {
            "id": f"row-{i}",
            "name": f"{random.choice(words)} {i}",
            "group": random.choice("abc"),
            "words": " ".join(random.sample(words, 2)),
            "one_g": f"{random.randint(0, 900) / 10}",
            "two_g": f"{random.randint(0, 900) / 100}",
            "three_g": "" if random.random() < 0.2 else str(random.randint(0, 90)),
        }
        typed = {
            name: read_value(table.fields[name], value, missing=("",), is_key=False) for name, value in values.items()
        }
        rows.append(Row(values["id"], typed))
    return DataSet(table, tuple(rows))
