"""A plugin of pytest that hands the tests a site that is there already, in place of building one.

The environment names its folder: `GIVEN_SITE=folder python -m pytest -p support.given_site`.
"""

import os
from pathlib import Path
from shutil import copytree

from support import building
from support.building import Build
from support.needs import ROOT

_build_site = building.build_site


def _give_site(folder: Path, *, root: Path = ROOT) -> Build:
    if root != ROOT:
        return _build_site(folder, root=root)
    copytree(os.environ["GIVEN_SITE"], folder)
    return Build(folder, 0, "")


# Before any test or fixture asks for it by name.
building.build_site = _give_site
