"""What every page of a site may show: all but the prose of the pages. While it is the same, so is a page of the same prose.

Asked in the preview only, which makes again what is made of something else than before.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

import microsite
from microsite.content.page_source import PageSource
from microsite.guide.guide import Guide
from microsite.html.assets import OURS

_GENERATOR = Path(microsite.__file__).parents[1]
_MARKDOWN = ".md"


def digest_shared(guide: Guide, folders: Iterable[Path], *, settings: Mapping[str, Any], day: date) -> str:
    """A sum of all files below ``folders`` but pages, of the generator's own files, of the settings and of the day.

    Of a page it has what others show of it: what it says of itself, its headings, and its markers under these.
    """
    total = blake2b(repr((sorted(settings.items(), key=str), day, sorted(os.environ.items()))).encode(), digest_size=16)
    for folder in dict.fromkeys([*folders, OURS, _GENERATOR, _GENERATOR.parent / "overrides"]):
        for path in sorted(_files(os.fspath(folder))):
            total.update(os.fsencode(path))
            total.update(Path(path).read_bytes())
    for path, page in guide.pages.items():
        total.update(repr((path, page.facts, list(_seen_by_others(page)))).encode())
    return total.hexdigest()


def _seen_by_others(page: PageSource) -> Iterator[str]:
    yield from page.heading_lines
    yield from (f"{marker} {page.heading_at(marker.start)}" for marker in page.markers)


def _files(folder: str) -> Iterator[str]:
    if not os.path.isdir(folder):  # noqa: PTH112  (some hundred files at each save)
        return
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from () if entry.name == "__pycache__" else _files(entry.path)
        elif not entry.name.endswith((_MARKDOWN, ".py", ".pyc")):
            yield entry.path
