"""Texts in data files: shown as they are typed, so markup in them is a slip, and what would run is refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from microsite.source.csv_file import parse_csv
from microsite.source.files import Address, Document, parse_yaml
from microsite.source.kept import kept
from microsite.source.problems import Problem, ProblemsFound, describe
from microsite.source.raw_html import REFUSED
from microsite.source.schema import named
from microsite.source.text_file import read_bytes

_RUNS = re.compile(
    rf"</?(?:{'|'.join(sorted(REFUSED))})\b[^<>]*>?|<[a-z][^<>]*\s(?:on[a-z]+|style|srcdoc)\s*=[^<>]*>?"
    r"|\b(?:java|vb)script:\S*|\bdata:[a-z]+/[a-z0-9.+-]+[;,]\S*",
    re.I,
)
_ELEMENTS = (
    "a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figure|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p"
    "|picture|pre|q|s|small|span|strike|strong|sub|summary|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|var|video|wbr"
)
_MARKUP = re.compile(
    rf"</?(?:{_ELEMENTS})(?:\s[^<>]*)?/?>|\*\*[^\s*][^*\n]*\*\*|!?\[[^\[\]\n]+\]\([^()\s]+\)|\[\[\s*[a-z-]+\s*(?::[^\[\]\n]*)?\]\]"
    r"|`[^`\n]+`|&(?:\#\d+|\#x[0-9a-f]+|[a-z]{2,8}\d?);|<!--",
    re.I,
)


@dataclass
class TextFindings:
    """``problems`` are texts that would run on a page, ``remarks`` those that are shown with their markup as typed."""

    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)

    def look_at(self, text: str, file: str, line: int, where: str) -> None:
        """Note what is wrong with one text."""
        if match := _RUNS.search(text):
            self.problems.append(Problem(file, line, where, "a text, which is shown as typed", describe(match[0])))
        elif match := _MARKUP.search(text):
            self.remarks.append(Problem(file, line, where, "a text, which is shown as typed", describe(match[0])))


def check_data_file(path: Path, *, name: str, findings: TextFindings) -> None:
    """Look at every text of a YAML or CSV file, which messages call ``name``.

    One that cannot be read is told where it is used, and not here.
    """
    try:
        content = read_bytes(path, name)
        text = content.decode("utf-8", errors="ignore")
        # Most files hold nothing of the kind, and are not read a second time.
        if not _has_markup(text):
            return
        if path.suffix == ".csv":
            for record in parse_csv(content, name=name):
                for column, cell in record.values.items():
                    findings.look_at(cell, name, record.line, column)
        else:
            check_document(parse_yaml(text, name=name), findings=findings)
    except ProblemsFound:
        return


@kept
def _has_markup(text: str) -> bool:
    return bool(_RUNS.search(text) or _MARKUP.search(text))


def check_document(document: Document, *, findings: TextFindings) -> None:
    """Look at every text of a document. What a pattern is made of is no text."""
    for address, text in _texts(document.value, ()):
        if "pattern" not in address:
            findings.look_at(text, document.file, document.line(address), named(document, address))


def _texts(value: object, address: Address) -> Iterator[tuple[Address, str]]:
    if isinstance(value, str):
        yield address, value
    elif isinstance(value, dict):
        for key, inside in value.items():
            yield from _texts(inside, (*address, str(key)))
    elif isinstance(value, list | tuple):
        for place, inside in enumerate(value):
            yield from _texts(inside, (*address, place))
