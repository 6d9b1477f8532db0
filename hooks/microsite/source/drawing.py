"""Drawings (SVG) as they go into pages: well-formed, with something in them, and nothing that runs or is fetched.

A drawing becomes a part of the page, so whatever it holds would have the page's rights.
"""

import re
from collections.abc import Iterator
from xml.parsers import expat

from microsite.source.finding import Finding
from microsite.source.problems import describe
from microsite.source.style_sheet import check_styles
from microsite.source.web_address import check_address

_RUNS = frozenset({"script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler"})
_SHOWS_NOTHING = frozenset({"svg", "title", "desc", "defs", "metadata", "style"})
_URL = re.compile(r"url\(\s*[\"']?(?P<target>[^)\"']*)", re.I)


def check_drawing(svg: str) -> list[Finding]:
    """What keeps a text from being a drawing that a page may hold, in the order of its lines."""
    if not svg.strip():
        return [Finding(1, "drawing", "an SVG drawing", "nothing")]
    if declared := re.search(r"<!(DOCTYPE|ENTITY)", svg, re.I):
        line = 1 + svg.count("\n", 0, declared.start())
        return [Finding(line, "drawing", "a drawing without a DOCTYPE, which may hold entities", declared[0])]
    return _Reader().read(svg)


class _Reader:
    """Walks a drawing once, with the line of each element."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._ids: dict[str, int] = {}
        self._names: list[str] = []
        self._style: tuple[int, list[str]] | None = None
        self._draws = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.ProcessingInstructionHandler = self._instruction

    def read(self, svg: str) -> list[Finding]:
        try:
            self._parser.Parse(svg, True)
        except expat.ExpatError as error:
            return [Finding(error.lineno, "drawing", "XML that parses", expat.ErrorString(error.code))]
        if not self._draws and not self.findings:
            self._find("drawing", "something that is drawn", "nothing", line=1)
        return self.findings

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if not self._names and local != "svg":
            self._find("drawing", "<svg> as the outermost element", f"<{name}>")
        self._names.append(local)
        self._draws = self._draws or local not in _SHOWS_NOTHING
        if local in _RUNS:
            self._find(f"<{name}>", "elements that draw", f"<{name}>")
        if local == "style":
            self._style = (self._parser.CurrentLineNumber, [])
        for key, value in attributes.items():
            for expected, found in _attribute_faults(local, key, value):
                self._find(f"<{name}>", expected, found)
        if identity := attributes.get("id"):
            if first := self._ids.get(identity):
                self._find(f"<{name}>", "each id once", repr(identity), first=first)
            self._ids.setdefault(identity, self._parser.CurrentLineNumber)

    def _end(self, name: str) -> None:
        self._names.pop()
        if self._style and name.rpartition(":")[2] == "style":
            line, parts = self._style
            self._style = None
            for each in check_styles("".join(parts)):
                self._find(each.where, each.expected, each.found, line=line + each.line - 1)

    def _text(self, text: str) -> None:
        if self._style:
            self._style[1].append(text)

    def _instruction(self, target: str, _data: str) -> None:
        self._find("drawing", "no instructions for other programs", f"<?{target}")

    def _find(self, where: str, expected: str, found: str, *, line: int = 0, first: int | None = None) -> None:
        self.findings.append(Finding(line or self._parser.CurrentLineNumber, where, expected, found, first))


def _attribute_faults(element: str, key: str, value: str) -> Iterator[tuple[str, str]]:
    name = key.rpartition(":")[2].lower()
    if name.startswith("on"):
        yield "no attribute that runs a script", f"{key}="
    elif name == "style":
        yield "attributes such as fill, which a page's policy lets through", "style="
    elif name in ("href", "src") and element == "a":
        if wrong := check_address(value):
            yield "an address of this site, or one with https:", wrong
    elif name in ("href", "src") and not value.startswith("#"):
        yield "a part of the drawing, such as #leaf", describe(value)
    elif element in ("set", "animate") and name == "attributename" and value.lower().endswith("href"):
        yield "links that stay as they are", f"{key}={value!r}"
    else:
        yield from (
            ("a part of the drawing, such as url(#leaf)", describe(match[0] + ")"))
            for match in _URL.finditer(value)
            if not match["target"].strip().startswith("#")
        )
