"""Pictures of a site, such as photographs: whole, and no heavier or larger than what a reader gets to see."""

import posixpath
import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from microsite.guide.guide import Guide
from microsite.source.code_blanks import blank_code
from microsite.source.problems import Problem

# In bytes by the thousand, as file managers count; a site may set another limit.
PICTURE_KB = 200
_KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".gif": "GIF"}
# A column of text is narrower than this, whatever the letters.
_COLUMN_PX = 800
# Screens with small pixels show two in the place of one.
_PIXELS_AT_MOST = 2
_PICTURE = re.compile(r"!\[[^\[\]]*\]\(\s*<?(?P<target>[^)\s>]+)[^)]*\)(?:\{(?P<attributes>[^}\n]*)\})?")
_WIDTH = re.compile(r"\bwidth=[\"']?(\d+)(?![\d%])")


def check_pictures(
    guide: Guide, files: Collection[str], docs: Path, *, picture_kb: int = PICTURE_KB
) -> Iterator[Problem]:
    """A problem for each picture that is broken, over ``picture_kb``, or far larger than a page shows it.

    ``files`` are the paths of all files inside the folder ``docs``.
    """
    widths = dict[str, int]()
    for inside in sorted(files):
        if kind := _KINDS.get(posixpath.splitext(inside)[1].lower()):
            status, name = (docs / inside).stat(), f"{docs.name}/{inside}"
            wrong, widths[inside] = _look_at(docs / inside, kind, status.st_mtime_ns, status.st_size)
            if wrong:
                yield Problem(name, 1, "picture", f"a picture in the form of {kind}", wrong)
            elif status.st_size > picture_kb * 1000:
                expected = f"at most {picture_kb} kB, or another limit as extra.picture_kb in mkdocs.yml"
                yield Problem(name, 1, "picture", expected, f"{-(-status.st_size // 1000)} kB")
    for path, page in guide.pages.items():
        shown = blank_code(page.body) if "![" in page.body else ""
        for match in _PICTURE.finditer(shown):
            given = _WIDTH.search(match["attributes"] or "")
            most = _PIXELS_AT_MOST * min(int(given[1]) if given else _COLUMN_PX, _COLUMN_PX)
            width = widths.get(posixpath.normpath(posixpath.join(posixpath.dirname(path), match["target"])), 0)
            if width > most:
                line = page.body_line + shown.count("\n", 0, match.start())
                expected = f"one at most {most} pixels wide, twice what is shown"
                yield Problem(page.file, line, f"picture {match['target']!r}", expected, f"{width} pixels")


# A picture is decoded whole to find that half of it is missing; in the preview this is done once.
@lru_cache(maxsize=256)
def _look_at(path: Path, kind: str, _changed: int, size: int) -> tuple[str | None, int]:
    """What keeps a file from being shown, and how many pixels wide it is."""
    if not size:
        return "nothing", 0
    try:
        with Image.open(path) as picture:
            picture.load()
            return None if picture.format == kind else f"one in the form of {picture.format}", picture.width
    except UnidentifiedImageError:
        return "something else", 0
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        return f"one that cannot be shown: {error}", 0
