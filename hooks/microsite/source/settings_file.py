"""Where each setting stands in the settings file, so that a message can name its line.

The generator reads the file itself and tells no lines. Its values hold tags of its own (``!ENV``), so only the places
are read here.
"""

from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node

from microsite.source.files import Address, Document
from microsite.source.kept import kept

# The lines of settings that stand in no file.
NOWHERE = Document("mkdocs.yml", None, {})


def locate_settings(path: Path) -> Document:
    """A document without values whose lines are those of the settings; of a file that cannot be read, line 1."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    return _located(text, path.name)


@kept
def _located(text: str, name: str) -> Document:
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except YAMLError:
        root = None
    lines: dict[Address, int] = {}
    _note(root, (), lines)
    return Document(name, None, lines)


def _note(node: Node | None, address: Address, lines: dict[Address, int]) -> None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            place = (*address, str(key.value))
            lines[place] = key.start_mark.line + 1
            _note(value, place, lines)
