"""What holds for every component folder."""

from pathlib import Path

import pytest

import microsite.components
from microsite.components.component import Component, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.components.registry import load_components
from microsite.evidence.marks import MarkWriter
from microsite.guide.guide import Guide, load_guide
from microsite.html.assets import OURS, find_asset
from microsite.source.problems import ProblemsFound
from support.html import read_html
from support.needs import ROOT

FOLDER = Path(microsite.components.__file__).parent
COMPONENTS = load_components()
every_component = pytest.mark.parametrize("component", COMPONENTS.values(), ids=lambda each: each.name)
OWN = """\
from microsite.components.component import Component


class Own(Component[None]):
    name = "{name}"
    after = {after}


COMPONENT = Own()
"""


def write(folder: Path, name: str, *, called: str | None = None, after: tuple[str, ...] = ()) -> Path:
    """A component of a site's own; returns the folder of all of them."""
    file = folder / "components" / name / "component.py"
    file.parent.mkdir(parents=True)
    file.write_text(OWN.format(name=called or name, after=after), encoding="utf-8")
    return folder / "components"


def test_every_folder_is_a_component() -> None:
    assert {path.parent.name for path in FOLDER.glob("*/__init__.py")} == set(COMPONENTS)


@every_component
def test_its_test_stands_beside_it(component: Component) -> None:
    assert (FOLDER / component.name / f"test_{component.name}.py").is_file()


@every_component
def test_its_styles_and_elements_are_there(component: Component) -> None:
    assets = OURS.parent / "assets"
    files = [assets / "styles" / f"{name}.css" for name in component.styles]
    files += [assets / "scripts" / f"{name}.js" for name in component.elements]
    assert [file.name for file in files if not find_asset(file).is_file()] == []


@every_component
def test_it_comes_after_what_it_builds_on(component: Component) -> None:
    order = list(COMPONENTS)
    assert all(order.index(other) < order.index(component.name) for other in component.after)


def test_a_site_without_components_of_its_own_has_ours(tmp_path: Path) -> None:
    assert list(load_components(tmp_path / "components")) == list(COMPONENTS)


def test_a_component_of_a_site_takes_the_place_of_ours(tmp_path: Path) -> None:
    found = load_components(write(tmp_path, "quiz"))
    assert type(found["quiz"]).__name__ == "Own"
    assert set(found) == set(COMPONENTS)


@pytest.mark.parametrize(
    ("after", "called", "told"),
    [
        (
            (),
            "tips",
            "components/tip/component.py:1: component: expected the name 'tip', as its folder has, found 'tips'",
        ),
        (("care", "none"), "tip", "tip/component.py:1: component: expected components to build on, found 'none'"),
        (("tip",), "tip", "expected components that do not build on each other in a circle, found ['tip', 'tip']"),
    ],
)
def test_a_component_that_does_not_fit_is_told(after: tuple[str, ...], called: str, told: str, tmp_path: Path) -> None:
    folder = write(tmp_path, "tip", called=called, after=after)
    with pytest.raises(ProblemsFound) as found:
        load_components(folder)
    assert told in str(found.value)


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The guide of this repository, which has something of every kind."""
    docs = ROOT / "docs"
    return load_guide(docs, pages=[path.relative_to(docs).as_posix() for path in docs.rglob("*.md")])[0]


@every_component
def test_what_it_renders_fits_into_markdown_and_shows_the_marks_that_it_counts(
    component: Component, guide: Guide
) -> None:
    """With each argument: a block begins with a ``<div>``, and its marks stand in the order of their numbers."""
    arguments = list(component.arguments(guide.site)) or [""]
    assert arguments
    for argument in arguments:
        html = str(component.render(argument, context_of(guide)))
        assert html.startswith("<div") is component.block
        shown = [mark["href"].partition("#claim-")[2] for mark in read_html(html).select("a.mark")]
        counted = [mark.claim for mark in component.marks(argument, context_of(guide))]
        assert shown == counted


def test_a_component_without_data_of_its_own_has_none_to_load(tmp_path: Path) -> None:
    with pytest.raises(NotImplementedError):
        COMPONENTS["claim"].load(DataFolder(tmp_path, "data", docs=tmp_path), SiteData())


def context_of(guide: Guide) -> RenderContext:
    """A page that has no marks yet."""
    return RenderContext(guide.site, link=str, marks=MarkWriter(guide.ledger, claims_url=""), titles=guide.titles)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("COMPONENT = 1\n", "components/tip/component.py:1: component: expected COMPONENT, a Component, found 1"),
        ("\nx = (\n", "components/tip/component.py:2: component: expected Python that runs, found"),
    ],
)
def test_python_of_a_site_that_is_no_component_is_told(code: str, told: str, tmp_path: Path) -> None:
    folder = write(tmp_path, "tip")
    (folder / "tip" / "component.py").write_text(code, encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        load_components(folder)
    assert told in str(found.value)
