"""The site, built once and strictly, for every test that asks something of it."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from support.building import Build, build_site, make_once
from support.built_site import BuiltPage, BuiltSite, read_site

# How long an example takes says how busy the machine is, so no example has a time limit. All else stays as
# Hypothesis has it: on CI the same examples each time, elsewhere new ones.
settings.register_profile("untimed", parent=settings.get_profile(settings.get_current_profile_name()), deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The strict build of the site, which may have failed."""
    base = tmp_path_factory.getbasetemp()
    # Each process of pytest-xdist has a folder of its own below a common one.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return make_once(shared / "site", build_site)


@pytest.fixture(scope="session")
def site(build: Build) -> Path:
    """The folder of the built site. Read it only: all tests share it."""
    if build.failed:
        pytest.fail("The site does not build: test_the_site_builds says why.", pytrace=False)
    return build.folder


@pytest.fixture(scope="session")
def built(site: Path) -> BuiltSite:
    """The built site as values: its pages, its files, where a link leads."""
    return read_site(site)


@pytest.fixture(scope="session")
def pages(built: BuiltSite) -> tuple[BuiltPage, ...]:
    """Every built HTML page, the one for what is not found included."""
    return built.pages
