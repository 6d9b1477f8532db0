"""Texts compressed beforehand, beside each file: a server sends these bytes and packs nothing for each reader anew."""

import gzip
from pathlib import Path

import brotli

_TEXTS = frozenset({".bib", ".css", ".csv", ".html", ".js", ".json", ".ris", ".svg", ".txt", ".xml"})
# Of the theme, and asked for by no page.
_UNUSED = "assets/javascripts/lunr/"
# The most that brotli can do takes forty times as long as what it does in no time, and saves a tenth of the bytes.
_QUICK, _THOROUGH = 5, 11


def compress_files(site: Path, *, thorough: bool) -> None:
    """Write ``NAME.gz`` and ``NAME.br`` beside each text of a built site that becomes smaller so.

    ``thorough`` is for a build that will be published: it takes seconds more. The same content gives the same bytes.
    """
    quality = _THOROUGH if thorough else _QUICK
    texts = [path for path in site.rglob("*") if path.suffix in _TEXTS and path.is_file()]
    for path in sorted(texts):
        if path.relative_to(site).as_posix().startswith(_UNUSED):
            continue
        content = path.read_bytes()
        for ending, packed in (
            (".gz", gzip.compress(content, 9, mtime=0)),
            (".br", brotli.compress(content, quality=quality)),
        ):
            if len(packed) < len(content):
                path.with_name(path.name + ending).write_bytes(packed)
