"""Prints exported references with the two citation processors at hand: pandoc, and the library citeproc-py.

pandoc reads BibTeX and CSL-JSON itself, citeproc-py both likewise; RIS is read with rispy and handed on as CSL-JSON,
because the pandoc of Debian 12 does not know the format.
"""

import json
import subprocess
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.bibtex import BibTeX
from citeproc.source.json import CiteProcJSON

from support.html import read_html
from support.needs import need_program
from support.reference_files import read_ris

STYLE = Path(__file__).with_name("every-field.csl")
_CSL_TYPES = {"JOUR": "article-journal", "BOOK": "book", "STAT": "legislation", "RPRT": "report", "ELEC": "webpage"}


def print_with_pandoc(file: Path, *, style: Path | None = STYLE) -> dict[str, str]:
    """The printed entry of each reference in a file, by its id. Without ``style`` in pandoc's own, that of Chicago."""
    pandoc = need_program("pandoc", package="pandoc")
    command = [pandoc, "--from=markdown", "--to=html", "--wrap=none", "--citeproc", f"--bibliography={file}"]
    done = subprocess.run(
        [*command, f"--csl={style}"] if style else command,
        input='---\nnocite: "@*"\n---\n',
        capture_output=True,
        text=True,
        check=True,
    )
    assert not done.stderr, done.stderr
    entries = read_html(done.stdout).select("[id^=ref-]")
    return {entry["id"].removeprefix("ref-"): " ".join(entry.get_text().split()) for entry in entries}


def print_with_citeproc(file: Path) -> dict[str, str]:
    """The same, by citeproc-py."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says which fields of BibTeX it leaves out
        source = BibTeX(str(file), encoding="utf-8") if file.suffix == ".bib" else _read_json(file)
    bibliography = CitationStylesBibliography(CitationStylesStyle(str(STYLE)), source, formatter.plain)
    for key in source:
        bibliography.register(Citation([CitationItem(key)]))
    return {key: str(entry) for key, entry in zip(bibliography.keys, bibliography.bibliography(), strict=True)}


def ris_as_csl(file: Path, target: Path) -> Path:
    """Write the records of a RIS file as CSL-JSON, and return the target."""
    records = read_ris(file.read_bytes().decode("utf-8")).values()
    target.write_text(json.dumps([_csl_item(record) for record in records]), encoding="utf-8")
    return target


def _read_json(file: Path) -> CiteProcJSON:
    return CiteProcJSON(json.loads(file.read_text(encoding="utf-8")))


def _csl_item(record: dict[str, Any]) -> dict[str, Any]:
    fields = {
        "id": record["id"],
        "type": _CSL_TYPES[record["type_of_reference"]],
        "author": [_csl_name(author) for author in record.get("authors", ())],
        "title": record["title"],
        "container-title": record.get("secondary_title"),
        "publisher": record.get("publisher"),
        "issued": {"date-parts": [[record["year"]]]} if "year" in record else None,
        "volume": record.get("volume"),
        "page": "-".join(_present(record.get("start_page"), record.get("end_page"))),
        "DOI": record.get("doi"),
    }
    return {name: value for name, value in fields.items() if value}


def _csl_name(author: str) -> dict[str, str]:
    family, *more = author.split(", ")
    return dict(zip(("family", "given", "suffix"), (family, *more), strict=False)) if more else {"literal": family}


def _present(*values: str | None) -> Iterable[str]:
    return (value for value in values if value)
