"""YAML in, plain values with their line numbers out.

The YAML reader is ruamel.yaml's composer (YAML 1.2), because PyYAML reads ``NO`` as false, ``12:30`` as 750 and keeps
the last of two equal keys in silence. Values are built here from the composed nodes, since only nodes know their lines.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from microsite.source.characters import hidden_in
from microsite.source.kept import kept
from microsite.source.problems import Problem, ProblemsFound, describe
from microsite.source.text_file import read_text
from microsite.source.yaml_words import Complaint, explain

# What a tag of a generator's own, such as !ENV, makes of the value behind it.
Resolve = Callable[[str, Any], Any]
Address = tuple[str | int, ...]

# How many times larger aliases may make a file than it is.
_EXPANDED_AT_MOST = 20

# The tags of YAML itself; those that make objects of Python have more behind the name.
_OF_YAML = re.compile(r"tag:yaml\.org,2002:\w+")

_OWN_TAG = "tag:yaml.org,2002:"
_TEXT_TAG = f"{_OWN_TAG}str"

# Where a word processor has made quotes typographic, YAML takes them for letters of the text.
_CURLY = tuple("“”‘’„«")


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

    def find(self, address: Address, value: Any) -> Address:
        """The address of a value that stands somewhere below an address; that address where it does not."""
        return self._find(address, self._at(address), value) or address

    def _at(self, address: Address) -> Any:
        inside = self.value
        for step in address:
            inside = inside[step]
        return inside

    def _find(self, address: Address, inside: Any, value: Any) -> Address | None:
        if isinstance(inside, dict | list):
            steps = inside.items() if isinstance(inside, dict) else enumerate(inside)
            places = (self._find((*address, step), each, value) for step, each in steps)
            return next((place for place in places if place), None)
        return address if inside == value else None


def read_yaml(path: Path, *, name: str | None = None, resolve: Resolve | None = None) -> Document:
    """Read a YAML file. ``name`` is what messages call it (default: the path). Raises `ProblemsFound`."""
    name = name or str(path)
    return parse_yaml(read_text(path, name), name=name, resolve=resolve)


def parse_yaml(text: str, *, name: str, resolve: Resolve | None = None) -> Document:
    """Turn YAML text into values with line numbers. Raises `ProblemsFound` for whatever is not clean YAML 1.2.

    ``resolve`` is given each tag that is not of YAML itself, with its value; without it such a tag is a mistake.
    """
    return _parse(text, name, resolve)


@kept
def _parse(text: str, name: str, resolve: Resolve | None) -> Document:
    yaml = YAML(typ="safe", pure=True)
    try:
        root = _compose_fast(text) or yaml.compose(text)
    except MarkedYAMLError as error:
        raise _yaml_problem(name, text, error) from error
    # The scanner also lets ValueError, IndexError and the like through for control characters and odd escapes.
    except (YAMLError, ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError) as error:
        raise _yaml_problem(name, text, MarkedYAMLError(problem=str(error))) from error
    if root is not None and _multiplies(root):
        raise ProblemsFound([Problem(name, 1, "YAML", "aliases of single values", "aliases that multiply")])
    builder = _Builder(name, yaml.constructor, resolve)
    value = None if root is None else builder.build(root, (), ())
    if builder.problems:
        raise ProblemsFound(builder.problems)
    return Document(name, value, builder.lines)


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


def _yaml_problem(name: str, text: str, error: MarkedYAMLError) -> ProblemsFound:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    began = error.context_mark.line + 1 if error.context_mark else line
    where, expected, found = explain(text, Complaint(" ".join((error.problem or "").split()), line, began))
    return ProblemsFound([Problem(name, where, "YAML", expected, found)])


class _Builder:
    """Walks composed nodes once: builds values, notes lines, refuses what editors trip over."""

    def __init__(self, name: str, constructor: SafeConstructor, resolve: Resolve | None) -> None:
        self.name = name
        self._resolve = resolve
        self.lines: dict[Address, int] = {}
        self.problems: list[Problem] = []
        self._constructor = constructor

    def build(self, node: Node, address: Address, around: tuple[Node, ...]) -> Any:
        self.lines[address] = node.start_mark.line + 1
        # An alias to a node around itself would never end; anchors on siblings are fine.
        if any(node is outer for outer in around) or len(around) > 100:
            self._add(node, address, "values that end", "an alias to itself, or 100 levels")
            return None
        if self._resolve and (tag := str(node.tag or "")) and not _OF_YAML.fullmatch(tag):
            return self._resolve(tag, self._value(node, address, around, plain=True))
        return self._value(node, address, around)

    def _value(self, node: Node, address: Address, around: tuple[Node, ...], *, plain: bool = False) -> Any:
        if isinstance(node, MappingNode):
            return self._mapping(node, address, (*around, node))
        if isinstance(node, SequenceNode):
            return [self.build(child, (*address, i), (*around, node)) for i, child in enumerate(node.value)]
        return node.value if plain else self._scalar(node, address)

    def _mapping(self, node: MappingNode, address: Address, around: tuple[Node, ...]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, ScalarNode) or key == "<<":
                self._add(
                    key_node,
                    address,
                    "a plain name as key",
                    describe(key) if isinstance(key, str) else "a list or a mapping",
                )
            elif key in values:
                self._add(key_node, (*address, key), "each key once", f"{key!r} again")
            else:
                values[key] = self.build(value_node, (*address, key), around)
                # A problem is better shown at the key than at the first line of a folded text.
                self.lines[(*address, key)] = key_node.start_mark.line + 1
        return values

    def _scalar(self, node: Node, address: Address) -> Any:
        try:
            value = self._constructor.construct_object(node, deep=True)
        except (YAMLError, ValueError, LookupError, AttributeError, TypeError, ArithmeticError):
            if not _OF_YAML.fullmatch(tag := str(node.tag or _TEXT_TAG)):
                self._add(node, address, "a value without a tag", repr(tag.removeprefix(_OWN_TAG)))
                return None
            is_day = re.fullmatch(r"\d{4}-\d\d?-\d\d?", str(node.value))
            expected = "a day of the calendar" if is_day else "a text, number, date, true or false"
            self._add(node, address, expected, describe(node.value))
            return None
        if isinstance(value, str):
            for sign in hidden_in(value):
                self._add(node, address, "characters that can be seen", sign)
            if isinstance(node, ScalarNode) and not node.style and value[:1] in _CURLY:
                self._add(node, address, "straight quotes, \" or ', around a text", describe(value))
        return value

    def _add(self, node: Node, address: Address, expected: str, found: str) -> None:
        where = ".".join(map(str, address)) or "file"
        self.problems.append(Problem(self.name, node.start_mark.line + 1, where, expected, found))
