"""Font sets that differ in how wide their letters are, so that what lies on a machine does not decide a test.

Each set is a fontconfig file of its own: a browser started with it knows no other fonts. The letters of DejaVu Sans are
about a sixth wider than those of Liberation Sans, and those of Roboto Condensed about an eighth narrower.
"""

import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Literal

import pytest

FontSet = Literal["wide", "middle", "narrow"]

_FOLDER = Path("/usr/share/fonts/truetype")
# The folder and the files of each set, its sans and its serif family, and the package of Debian that brings them.
_SETS: dict[FontSet, tuple[str, str, str, str, str]] = {
    "wide": ("dejavu", "DejaVuS*.ttf", "DejaVu Sans", "DejaVu Serif", "fonts-dejavu-core"),
    "middle": ("liberation", "LiberationS*.ttf", "Liberation Sans", "Liberation Serif", "fonts-liberation"),
    "narrow": (
        "roboto/unhinted",
        "RobotoCondensed-*.ttf",
        "Roboto Condensed",
        "Roboto Condensed",
        "fonts-roboto-unhinted",
    ),
}
FONT_SETS: tuple[FontSet, ...] = tuple(_SETS)

_SETTINGS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <cachedir>{folder}/cache</cachedir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>{sans}</family></prefer></alias>
  <alias binding="strong"><family>serif</family><prefer><family>{serif}</family></prefer></alias>
</fontconfig>
"""


@cache
def only_fonts(name: FontSet) -> dict[str, str | float | bool]:
    """The environment of a browser that knows the fonts of one set only. Fails with the line that installs them."""
    source, pattern, sans, serif, package = _SETS[name]
    files = [path for path in (_FOLDER / source).glob(pattern) if "Condensed" not in path.name or name == "narrow"]
    if not files:
        pytest.fail(f"The font {sans} is missing. Install it with: apt-get install {package}", pytrace=False)
    folder = Path(tempfile.mkdtemp(prefix=f"fonts-{name}-"))
    for file in files:
        (folder / file.name).symlink_to(file)
    settings = folder / "fonts.conf"
    settings.write_text(_SETTINGS.format(folder=folder, sans=sans, serif=serif), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(settings)}
