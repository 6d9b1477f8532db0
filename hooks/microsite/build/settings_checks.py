"""What mkdocs.yml names: hooks, folders, icons, extensions. Each has to be there."""

import importlib.util
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from microsite.build.settings import Settings
from microsite.source.files import Address, Document
from microsite.source.problems import Problem
from microsite.source.schema import meant_by, perhaps

# The steps of a build, each of which builds on those before it.
HOOKS = (
    "check_settings",
    "read_guide",
    "leave_out_drafts",
    "render_markers",
    "generate_files",
    "render_pages",
    "index_search",
    "finish_pages",
    "preview",
)
# Headings have ids of their own, and pages have tables and definitions: without these they would be printed as typed.
_NEEDED_EXTENSIONS = ("attr_list", "def_list", "tables", "toc")
# Patterns that a site may keep although it has nothing there yet.
_READ_BY_HOOKS = ("/data/", "/assets/styles/", "/assets/scripts/", "/assets/pictures/")

Tell = Callable[[Address, str, str], Problem]


def check_settings(document: Document, settings: Settings, *, folder: Path) -> Iterator[Problem]:
    """A problem for each thing that the settings name and that is not there. ``folder`` is the one they lie in."""

    def tell(address: Address, expected: str, found: str) -> Problem:
        where = ".".join(str(step) for step in address)
        return Problem(document.file, document.line(address), where, expected, found)

    yield from _check_folders(settings, folder, tell)
    yield from _check_hooks(settings, folder, tell)
    yield from _check_extensions(settings, tell)
    yield from _check_plugins(settings, tell)
    yield from _check_exclusions(settings, folder / settings.docs_dir, tell)


def _check_folders(settings: Settings, folder: Path, tell: Tell) -> Iterator[Problem]:
    docs = folder / settings.docs_dir
    named: list[tuple[Address, str]] = [(("docs_dir",), settings.docs_dir), (("theme", "custom_dir"), settings.theme.custom_dir)]
    for address, path in named:
        if not (folder / path).is_dir():
            yield tell(address, "a folder", repr(path))
    site, docs = ((folder / path).resolve() for path in (settings.site_dir, settings.docs_dir))
    if site == docs or site in docs.parents or docs in site.parents:
        yield tell(("site_dir",), "a folder beside the pages: each build empties it", repr(settings.site_dir))
    for i, path in enumerate(settings.watch):
        if not (folder / path).exists():
            yield tell(("watch", i), "a folder or a file to watch", repr(path))
    for address, icon in ((("theme", "favicon"), settings.theme.favicon), (("extra", "touch_icon"), settings.extra.touch_icon)):
        if icon and not (folder / settings.docs_dir / icon).is_file():
            yield tell(address, f"a file under {settings.docs_dir}/", repr(icon))


def _check_hooks(settings: Settings, folder: Path, tell: Tell) -> Iterator[Problem]:
    listed = [Path(hook).stem for hook in settings.hooks]
    for i, hook in enumerate(settings.hooks):
        if not (folder / hook).is_file():
            near = meant_by(listed[i], HOOKS)
            yield tell(("hooks", i), f"a file{f' (perhaps {near}.py)' if near else ''}", repr(hook))
        elif listed[i] in listed[:i]:
            yield tell(("hooks", i), "each hook once", repr(hook))
    meant = {meant_by(name, HOOKS) for name in listed if name not in HOOKS}
    for name in HOOKS:
        if name not in listed and name not in meant:
            yield tell(("hooks",), f"{name}.py in the list", "none")
    steps = [name for name in listed if name in HOOKS]
    for i, name in enumerate(steps[1:], 1):
        if HOOKS.index(name) < HOOKS.index(steps[i - 1]):
            yield tell(("hooks", listed.index(name)), f"{name}.py before {steps[i - 1]}.py", "after it")


def _check_extensions(settings: Settings, tell: Tell) -> Iterator[Problem]:
    known = _installed("markdown.extensions")
    names = list(_names(settings.markdown_extensions))
    for place, name in names:
        if name not in known and not _is_module(name):
            yield tell(("markdown_extensions", *place), "an extension of Markdown" + perhaps(name, known), repr(name))
    if settings.inherit is None:
        given = extension_names(settings.markdown_extensions)
        meant = {meant_by(name, _NEEDED_EXTENSIONS) for name in given}
        for name in _NEEDED_EXTENSIONS:
            if name not in given and name not in meant and "extra" not in given:
                yield tell(("markdown_extensions",), f"{name} in the list, which pages are written for", "none")


def _check_plugins(settings: Settings, tell: Tell) -> Iterator[Problem]:
    known = _installed("mkdocs.plugins")
    for place, name in _names(settings.plugins):
        if name not in known:
            yield tell(("plugins", *place), "a plugin that is installed" + perhaps(name, known), repr(name))


def _check_exclusions(settings: Settings, docs: Path, tell: Tell) -> Iterator[Problem]:
    """A pattern that matches nothing is misspelled; without the first of ours, data would be published as it is."""
    patterns = [line.strip() for line in (settings.exclude_docs or "").splitlines()]
    for pattern in patterns:
        plain = pattern.lstrip("!").strip("/")
        if not plain or pattern.startswith("#") or pattern in _READ_BY_HOOKS:
            continue
        anchored = "/" in pattern.lstrip("!").rstrip("/")
        if not any(docs.glob(plain if anchored else f"**/{plain}")):
            yield tell(("exclude_docs",), "patterns that match something" + perhaps(pattern, _READ_BY_HOOKS), repr(pattern))
    if (docs / "data").is_dir() and "/data/" not in patterns and settings.inherit is None:
        yield tell(("exclude_docs",), "/data/ among the patterns: data files are not published as they are", "none")


def extension_names(listed: object) -> set[str]:
    """The extensions of Markdown in a list of them, however they are written."""
    given = listed if isinstance(listed, list | dict) else None
    return {name.removeprefix("markdown.extensions.") for _, name in _names(given)}


def _names(listed: list[object] | dict[str, object] | None) -> Iterator[tuple[Address, str]]:
    """The names of a list whose items may have options, each with its place."""
    if isinstance(listed, dict):
        yield from (((name,), name) for name in listed)
    for i, item in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(item, str):
            yield (i,), item
        elif isinstance(item, dict):
            yield from (((i, name), str(name)) for name in item)


@cache
def _installed(group: str) -> frozenset[str]:
    return frozenset(each.name for each in entry_points(group=group))


def _is_module(name: str) -> bool:
    try:
        return importlib.util.find_spec(name.partition(":")[0]) is not None
    except (ImportError, ValueError):
        return False
