"""Imports go one way, in the order that `microsite` declares."""

import ast
from pathlib import Path

import pytest

import microsite

ROOT = Path(microsite.__file__).parent
FLOORS = {folder: floor for floor, folders in enumerate(microsite.ORDER) for folder in folders}


def imported_modules(code: str) -> set[str]:
    """Every module of ours that a Python text names in an import, such as ``microsite.source.files``."""
    nodes = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {
        name
        for node in nodes
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names])
    }
    return {name for name in names if name.startswith("microsite.")}


def wrong_arrows(modules: dict[str, str]) -> list[str]:
    """Each import against the order, as ``importing -> imported``; ``modules`` maps dotted names to their code."""
    return [
        f"{module} -> {imported}"
        for module, code in modules.items()
        for imported in sorted(imported_modules(code))
        if _folder(module) != _folder(imported) and FLOORS[_folder(imported)] >= FLOORS[_folder(module)]
    ]


def our_modules() -> dict[str, str]:
    """All modules of the package but its root, by their dotted names."""
    paths = [path for path in ROOT.rglob("*.py") if path.parent != ROOT and not path.name.startswith("test_")]
    return {
        ".".join(path.relative_to(ROOT.parent).with_suffix("").parts): path.read_text(encoding="utf-8")
        for path in paths
    }


def test_every_import_follows_the_order() -> None:
    assert wrong_arrows(our_modules()) == []


def test_every_folder_has_its_place_in_the_order() -> None:
    assert {path.parent.name for path in ROOT.glob("*/__init__.py")} == set(FLOORS)


def test_no_module_lies_beside_the_folders() -> None:
    assert [path.name for path in ROOT.glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize("module", sorted(our_modules()))
def test_nothing_imports_mkdocs(module: str) -> None:
    code = our_modules()[module]
    assert not any("mkdocs" in line for line in code.splitlines() if line.startswith(("import ", "from ")))


def test_an_arrow_against_the_order_is_named_by_its_two_modules() -> None:
    """Upward and sideways alike; inside a folder every import is free."""
    modules = {
        "microsite.source.files": "from microsite.guide.guide import Guide",
        "microsite.table.dataset": "import microsite.evidence.marks",
        "microsite.page.head": "from microsite.page.view import RenderedPage",
    }
    assert wrong_arrows(modules) == [
        "microsite.source.files -> microsite.guide.guide",
        "microsite.table.dataset -> microsite.evidence.marks",
    ]


def _folder(module: str) -> str:
    return module.split(".")[1]
