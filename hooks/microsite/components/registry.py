"""Every component there is: the folders beside this file, and those that a site has of its own.

A folder of the site with the name of one of ours takes its place; one without ``component.py`` only has other
templates or styles.
"""

import importlib.util
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from traceback import extract_tb
from types import ModuleType
from typing import Any

from microsite.components.component import Component
from microsite.source.problems import Problem, ProblemsFound

Components = Mapping[str, Component[Any]]

_OURS = Path(__file__).parent


def load_components(own: Path | None = None) -> dict[str, Component[Any]]:
    """All components by the names of their markers, each after those that it builds on.

    ``own`` is the folder of the site's own components, which need not exist. Raises `ProblemsFound` for one that
    cannot be loaded.
    """
    found = {component.name: component for component in _load_folder(_OURS, "microsite.components")}
    if own is not None and own.is_dir():
        found |= {component.name: component for component in _load_folder(own, "site_components")}
    return {name: found[name] for name in _in_order(found)}


def _load_folder(folder: Path, package: str) -> Iterator[Component[Any]]:
    for file in sorted(folder.glob("*/component.py")):
        yield _component_of(_load_module(file, f"{package}.{file.parent.name}.component"), file)


def _component_of(module: ModuleType, file: Path) -> Component[Any]:
    component = getattr(module, "COMPONENT", None)
    if not isinstance(component, Component):
        raise _problem(file, 1, "COMPONENT, a Component", repr(component))
    if getattr(component, "name", None) != file.parent.name:
        raise _problem(file, 1, f"the name {file.parent.name!r}, as its folder has", repr(component.name))
    return component


def _load_module(file: Path, name: str) -> ModuleType:
    if file.is_relative_to(_OURS):
        return importlib.import_module(name)
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        passed = [frame.lineno for frame in extract_tb(error.__traceback__) if frame.filename == str(file)]
        line = getattr(error, "lineno", None) or (passed[-1] if passed else None) or 1
        raise _problem(file, line, "Python that runs", f"{error}") from error
    return module


def _in_order(found: Components) -> Iterator[str]:
    for name, component in found.items():
        for other in component.after:
            if other not in found:
                raise _problem(_OURS / name / "component.py", 1, "components to build on", repr(other))
    try:
        yield from TopologicalSorter({name: component.after for name, component in found.items()}).static_order()
    except CycleError as error:
        raise _problem(
            _OURS, 1, "components that do not build on each other in a circle", str(error.args[1])
        ) from error


def _problem(file: Path, line: int, expected: str, found: str) -> ProblemsFound:
    name = "/".join(file.parts[-3:])
    return ProblemsFound([Problem(name, line, "component", expected, found)])
