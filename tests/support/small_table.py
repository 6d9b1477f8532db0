"""A small table on a subject that is not the guide's, for unit tests."""

from pathlib import Path

from microsite.source.files import parse_yaml
from microsite.table.dataset import DataSet
from microsite.table.declarations import load_tables
from microsite.table.loading import load_dataset
from microsite.table.models import TableDeclaration

TABLES = """
lamps:
  title: Lamps
  caption: All lamps
  one: lamp
  many: lamps
  rowPrefix: lamp
  groupBy: room
  card: true
  files:
    - path: lamps.yml
      schema:
        fields:
          - {name: id, title: Id}
          - {name: name, title: Lamp, constraints: {required: true, unique: true}}
          - {name: other, title: Also called, type: list}
          - name: room
            title: Room
            constraints: {required: true}
            categories: [{value: hall, label: Hall, color: talk}, {value: living room, label: Living room}]
          - {name: parts, title: Parts, type: list, constraints: {enum: [glass, lead, mercury]}}
          - {name: perhaps, title: Perhaps, type: list, constraints: {enum: [glass, lead, mercury]}}
          - {name: dims, title: Dims, type: boolean}
          - {name: claims, title: Evidence, type: list}
          - {name: kind, title: Kind, missingValues: [none]}
    - path: figures.csv
      schema:
        fields:
          - {name: id, title: Id}
          - {name: light_lm, title: Light, type: number, unit: lm, dailyValue: 500, constraints: {minimum: 0},
             caveat: Measured in the dark., qualifiers: [{field: how, equals: guessed, says: about}]}
          - {name: heat_w, title: Heat, type: number, unit: W, dailyValue: 50}
          - {name: pieces, title: Pieces, type: integer, constraints: {maximum: 9}}
          - {name: how, title: How}
          - {name: zero, title: Assumed zero, type: list, delimiter: "|"}
          - {name: use, title: Use}
          - {name: use_g, title: Weight of a use, type: number, unit: g}
  amounts: {serving: use, grams: use_g, assumedZero: zero, note: Percents of a day.}
  columns:
    - {name: name, parts: [{field: name}, {field: use, label: Use, views: [numbers]}]}
    - {name: room, parts: [{field: room}, {field: claims, show: marks}]}
    - {name: light, parts: [{field: light_lm, bar: true}]}
    - {name: both, parts: [{field: heat_w}, {field: pieces}]}
  views:
    - {name: words, title: Words, columns: [room]}
    - {name: numbers, title: Numbers, columns: [light, both], note: Numbers lie.}
  filters:
    - {name: find, kind: search, title: Find, fields: [name, other]}
    - {name: room, kind: one, title: Room, fields: [room]}
    - {name: out, kind: none, title: Leave out, fields: [parts], check: perhaps, checkSays: Look}
    - {name: dims, kind: switch, title: Dims, fields: [dims], keeps: ["true"]}
    - name: much
      kind: source
      title: Much
      options: [{fields: [light_lm]}, {name: all, title: All, fields: [light_lm, heat_w], reference: 100}]
  chart: {field: light_lm, title: Light in one use, count: 2}
  selection: {title: My lamps, kind: kind, kinds: kinds, sum: light_lm, aim: [1, 2]}
  download: {licenses: [{name: CC0-1.0}]}
"""

LAMPS = (
    '- {id: torch, name: "Torch <b> & Söhne", other: [Fackel], room: hall, parts: [glass], perhaps: [lead], '
    "dims: true, claims: [a, b], kind: fire}\n"
    "- {id: candle, name: Candle, other: [], room: living room, dims: false, kind: none}\n"
)

FIGURES = """id,light_lm,heat_w,pieces,how,zero,use,use_g
torch,12.50,0,3,guessed,heat_w|pieces,1 hour,200
candle,,5.0,0,,,1 evening,50
"""


def small_declaration(tables: str = TABLES) -> TableDeclaration:
    """The declaration of the lamps, or of the first table of another text."""
    return next(iter(load_tables(parse_yaml(tables, name="tables.yml")).values()))


def small_dataset(folder: Path, *, lamps: str = LAMPS, figures: str | bytes = FIGURES, tables: str = TABLES) -> DataSet:
    """The lamps, read from files in ``folder``. Raises `ProblemsFound` as the reader does."""
    (folder / "lamps.yml").write_text(lamps.lstrip(), encoding="utf-8")
    (folder / "figures.csv").write_bytes(figures if isinstance(figures, bytes) else figures.encode())
    return load_dataset(small_declaration(tables), folder, name="data")
