"""Draws the folders of the generator and which imports which, from its code: `make map` writes .github/house.svg.

A folder stands above all that it imports. An arrow that follows from two others is left out, so that the picture stays
calm; the test of imports looks at all of them.
"""

import ast
import sys
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "hooks" / "microsite"
WIDTH, BOX_W, BOX_H, STEP = 1000, 224, 76, 116


def draw(order: Iterable[Iterable[str]], arrows: Mapping[str, set[str]], words: Mapping[str, str]) -> str:
    """An SVG of floors from the ground up: ``arrows`` are imports by folder, ``words`` say what a folder is for."""
    floors = [list(floor) for floor in order]
    places = {
        name: (_left(place, len(floor)), (len(floors) - 1 - level) * STEP + 12)
        for level, floor in enumerate(floors)
        for place, name in enumerate(floor)
    }
    lines = [_line(places[name], places[other]) for name in places for other in sorted(_direct(name, arrows))]
    boxes = [_box(name, words[name], *place) for name, place in places.items()]
    height = len(floors) * STEP - (STEP - BOX_H) + 24
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif">',
            "<title>The folders of hooks/microsite, each above those it imports from</title>",
            f'<rect width="{WIDTH}" height="{height}" fill="#fbf8f1"/>',
            '<g stroke="#0b5d4b" stroke-opacity=".45" stroke-width="1.5">',
            *lines,
            "</g>",
            *boxes,
            "</svg>\n",
        ]
    )


def read_arrows(package: Path) -> dict[str, set[str]]:
    """Which other folders of the package each folder imports from."""
    arrows: dict[str, set[str]] = {}
    for path in sorted(package.rglob("*.py")):
        folder = path.relative_to(package).parts[0]
        if path.parent == package or path.name.startswith("test_"):
            continue
        nodes = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
        named = {(node.module or "").split(".")[1] for node in nodes if (node.module or "").startswith("microsite.")}
        arrows.setdefault(folder, set()).update(named - {folder})
    return arrows


def read_words(package: Path) -> dict[str, str]:
    """What each folder is for: the first line of its docstring."""
    files = sorted(package.glob("*/__init__.py"))
    return {f.parent.name: (ast.get_docstring(ast.parse(f.read_text("utf-8"))) or "").splitlines()[0] for f in files}


def _direct(name: str, arrows: Mapping[str, set[str]]) -> set[str]:
    further = {far for near in arrows[name] for far in _reached(near, arrows)}
    return arrows[name] - further


def _reached(name: str, arrows: Mapping[str, set[str]]) -> set[str]:
    return set().union(*({other} | _reached(other, arrows) for other in arrows.get(name, ())))


def _left(place: int, count: int) -> float:
    return WIDTH * (place + 0.5) / count - BOX_W / 2


def _line(upper: tuple[float, float], lower: tuple[float, float]) -> str:
    (x1, y1), (x2, y2) = upper, lower
    start, end = (x1 + BOX_W / 2, y1 + BOX_H), (x2 + BOX_W / 2, y2)
    return f'<path d="M{start[0]:g} {start[1]:g}L{end[0]:g} {end[1]:g}"/>'


def _box(name: str, words: str, x: float, y: float) -> str:
    lines = _wrapped(words.rstrip("."), 36)[:3]
    texts = "".join(
        f'<text x="{x + 12:g}" y="{y + 40 + 14 * i:g}" font-size="11" fill="#4a5a52">{escape(line)}</text>'
        for i, line in enumerate(lines)
    )
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{BOX_W}" height="{BOX_H}" rx="3" fill="#fff" stroke="#1b2a24"/>'
        f'<text x="{x + 12:g}" y="{y + 22:g}" font-size="15" font-weight="700" fill="#1b2a24">{name}/</text>{texts}'
    )


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def house() -> str:
    """The picture of this project as it is now."""
    sys.path.insert(0, str(PACKAGE.parent))
    from microsite import ORDER

    return draw(ORDER, read_arrows(PACKAGE), read_words(PACKAGE))


if __name__ == "__main__":
    (ROOT / ".github" / "house.svg").write_text(house(), encoding="utf-8")
