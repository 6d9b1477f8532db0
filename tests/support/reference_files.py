"""Reads exported references with libraries that did not write them."""

import json
from typing import Any

import bibtexparser
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors
from citeproc.source.json import CiteProcJSON

_TYPED = str.maketrans({"\N{MODIFIER LETTER CIRCUMFLEX ACCENT}": "^", "“": '"', "”": '"'})


def read_bibtex(text: str) -> dict[str, dict[str, Any]]:
    """The entries by key: ``type``, the fields with TeX's commands read, ``author`` as a list."""
    # Names are separated first: once TeX is read, the braces around an organization are gone.
    library = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors(), LatexDecodingMiddleware()])
    assert not library.failed_blocks, library.failed_blocks
    return {
        entry.key: {"type": entry.entry_type, **{field.key: _as_typed(field.value) for field in entry.fields}}
        for entry in library.entries
    }


def read_ris(text: str) -> dict[str, dict[str, Any]]:
    """The records by id, in rispy's names."""
    return {record["id"]: record for record in rispy.loads(text)}


def read_csl(text: str) -> dict[str, Any]:
    """The items by id, as citeproc holds them."""
    return dict(CiteProcJSON(json.loads(text)))


def _as_typed(value: Any) -> Any:
    """The library reads TeX's name for the sign ^ as the accent that looks like it; quotation marks have two forms."""
    return value.translate(_TYPED) if isinstance(value, str) else value
