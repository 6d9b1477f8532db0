"""YAML and CSV in, plain values with their line numbers out.

The YAML reader is ruamel.yaml's composer (YAML 1.2), because PyYAML reads ``NO`` as false, ``12:30`` as 750 and keeps
the last of two equal keys in silence. Values are built here from the composed nodes, since only nodes know their lines.
"""

import csv
import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from microsite.source.problems import Problem, ProblemsFound, describe

Address = tuple[str | int, ...]

# How many times larger aliases may make a file than it is.
_EXPANDED_AT_MOST = 20

# What the parser says, and what an editor has to do about it.
_MENDED_BY = (
    ("mapping values are not allowed", 'quotes around a text that has a colon, such as title: "Tea: a story"'),
    ("'\\t'", "spaces: a tab cannot indent"),
    ("expected <block end>", "each field indented like the one above it"),
    ("did not find expected key", "each field indented like the one above it"),
    ("found unexpected end of stream", "a closing quote or bracket for each that is opened"),
    ("could not find expected ':'", "a colon and a space behind the name of a field"),
)


@dataclass(frozen=True)
class Document:
    """A parsed YAML file: its values, and the line on which each stands.

    ``lines`` maps an address such as ``(3, "group")`` (the fourth entry's ``group``) to a line that counts from 1.
    """

    file: str
    value: Any
    lines: dict[Address, int] = field(repr=False)

    def line(self, address: Address) -> int:
        """The line of an address, or of the nearest thing around it that is in the file."""
        while address and address not in self.lines:
            address = address[:-1]
        return self.lines.get(address, 1)


@dataclass(frozen=True)
class Record:
    """One row of a CSV file: its cells by column name, as text, and the line on which it starts."""

    values: dict[str, str]
    line: int


def read_yaml(path: Path, *, name: str | None = None) -> Document:
    """Read a YAML file. ``name`` is what messages call it (default: the path). Raises `ProblemsFound`."""
    name = name or str(path)
    return parse_yaml(_decode(_read_bytes(path, name), name), name=name)


def read_csv(path: Path, *, name: str | None = None) -> list[Record]:
    """Read a CSV file with a header line. ``name`` is what messages call it. Raises `ProblemsFound`."""
    name = name or str(path)
    return parse_csv(_read_bytes(path, name), name=name)


def parse_yaml(text: str, *, name: str) -> Document:
    """Turn YAML text into values with line numbers. Raises `ProblemsFound` for whatever is not clean YAML 1.2."""
    yaml = YAML(typ="safe", pure=True)
    try:
        root = _compose_fast(text) or yaml.compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _yaml_problem(name, mark.line + 1 if mark else 1, error.problem) from error
    # The scanner also lets ValueError, IndexError and the like through for control characters and odd escapes.
    except (YAMLError, ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError) as error:
        raise _yaml_problem(name, 1, str(error)) from error
    if root is not None and _multiplies(root):
        raise ProblemsFound([Problem(name, 1, "YAML", "aliases of single values", "aliases that multiply")])
    builder = _Builder(name, yaml.constructor)
    value = None if root is None else builder.build(root, (), ())
    if builder.problems:
        raise ProblemsFound(builder.problems)
    return Document(name, value, builder.lines)


def parse_csv(content: bytes, *, name: str) -> list[Record]:
    """Turn CSV bytes (UTF-8, header line, commas) into records.

    Raises `ProblemsFound` with every short, long or blank-headed row and every column named twice.
    """
    reader = csv.reader(io.StringIO(_decode(content, name), newline=""), strict=True)
    records: list[Record] = []
    problems: list[Problem] = []
    header: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            if header is None:
                header = cells
                problems += _header_problems(header, name)
            elif len(cells) == len(header):
                records.append(Record(dict(zip(header, cells, strict=True)), line))
            elif cells:
                problems.append(Problem(name, line, "row", f"{len(header)} cells", str(len(cells))))
            line = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(name, line, "row", "well-formed CSV", str(error)))
    if header is None:
        problems.append(Problem(name, 1, "header", "column names", "nothing"))
    elif len(header) == 1 and re.search(r"[;\t]", header[0]):
        found = "tabs" if "\t" in header[0] else "semicolons"
        problems = [Problem(name, 1, "header", 'commas between cells: save it as "CSV UTF-8"', found)]
    if problems:
        raise ProblemsFound(problems)
    return records


def _multiplies(root: Node) -> bool:
    """Whether aliases make far more of a file than it holds: ten lines of them can stand for a thousand million values.

    Asked of nodes, each of which is counted once, before anything is made of them.
    """
    sizes: dict[int, int] = {}
    waiting = [(root, False)]
    while waiting:
        node, counted = waiting.pop()
        parts: list[Node] = []
        if isinstance(node, MappingNode):
            parts = [each for pair in node.value for each in pair]
        elif isinstance(node, SequenceNode):
            parts = node.value
        if counted:
            sizes[id(node)] = 1 + sum(sizes.get(id(part), 0) for part in parts)
        elif id(node) not in sizes:
            sizes[id(node)] = 0
            waiting += [(node, True), *((part, False) for part in parts)]
    return sizes[id(root)] > _EXPANDED_AT_MOST * len(sizes)


def _compose_fast(text: str) -> Node | None:
    """The nodes of a clean file, six times sooner. None for any other: the slow parser says better what is wrong.

    It lets a tab pass where YAML has none, and does not read a version at the top, so files with these are not for it.
    """
    if "\t" in text or "%YAML" in text:
        return None
    try:
        root: Node | None = YAML(typ="safe", pure=False).compose(text)
    except Exception:  # which one does not matter: the slow parser finds it again
        return None
    return root


def _header_problems(header: list[str], name: str) -> list[Problem]:
    twice = {column for column in header if header.count(column) > 1}
    problems = [Problem(name, 1, f"column {column!r}", "one column of that name", "two or more") for column in twice]
    if "" in header:
        problems.append(Problem(name, 1, "header", "a name for each column", "nothing"))
    return problems


def _read_bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ProblemsFound([Problem(name, 1, "file", "a readable file", error.strerror or "none")]) from error


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        # A spreadsheet writes the letters of its own country unless it is told otherwise.
        expected = 'UTF-8: in a spreadsheet, save it as "CSV UTF-8"' if name.endswith(".csv") else "UTF-8"
        problem = Problem(name, line, "text", expected, f"byte 0x{content[error.start]:02x}")
        raise ProblemsFound([problem]) from error


def _yaml_problem(name: str, line: int, reason: str | None) -> ProblemsFound:
    words = " ".join((reason or "text that does not parse").split())
    expected = next((mend for sign, mend in _MENDED_BY if sign in words), "text that parses")
    return ProblemsFound([Problem(name, line, "YAML", expected, words)])


class _Builder:
    """Walks composed nodes once: builds values, notes lines, refuses what editors trip over."""

    def __init__(self, name: str, constructor: SafeConstructor) -> None:
        self.name = name
        self.lines: dict[Address, int] = {}
        self.problems: list[Problem] = []
        self._constructor = constructor

    def build(self, node: Node, address: Address, around: tuple[Node, ...]) -> Any:
        self.lines[address] = node.start_mark.line + 1
        # An alias to a node around itself would never end; anchors on siblings are fine.
        if any(node is outer for outer in around) or len(around) > 100:
            self._add(node, address, "values that end", "an alias to itself, or 100 levels")
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, address, (*around, node))
        if isinstance(node, SequenceNode):
            return [self.build(child, (*address, i), (*around, node)) for i, child in enumerate(node.value)]
        return self._scalar(node, address)

    def _mapping(self, node: MappingNode, address: Address, around: tuple[Node, ...]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, ScalarNode) or key == "<<":
                self._add(key_node, address, "a plain name as key", "something else")
            elif key in values:
                self._add(key_node, (*address, key), "each key once", f"{key!r} again")
            else:
                values[key] = self.build(value_node, (*address, key), around)
                # A problem is better shown at the key than at the first line of a folded text.
                self.lines[(*address, key)] = key_node.start_mark.line + 1
        return values

    def _scalar(self, node: Node, address: Address) -> Any:
        try:
            return self._constructor.construct_object(node, deep=True)
        except (YAMLError, ValueError, LookupError, AttributeError, TypeError, ArithmeticError):
            self._add(node, address, "a text, number, date, true or false", describe(node.value))
            return None

    def _add(self, node: Node, address: Address, expected: str, found: str) -> None:
        where = ".".join(map(str, address)) or "file"
        self.problems.append(Problem(self.name, node.start_mark.line + 1, where, expected, found))
