"""What the guide is measured against: the same Markdown under stock Material, and a page written by hand."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from ruamel.yaml import YAML

from microsite.guide.guide import Guide, load_guide
from microsite.guide.marker_renderers import render_markers
from microsite.html.contents import CONTENTS_PLACE
from support.built_site import BuiltPage
from support.projects import copy_project

_PLAIN = YAML(typ="safe")
_PLAIN.default_flow_style = False
# A page of text without parts of its own, of which a large site is made.
_MODEL = "about.md"
_A_SECTION = 20
_KEPT_FROM_US = ("site_name", "site_url", "markdown_extensions")


class _Urls(dict[str, str]):
    """The address of each file, as MkDocs gives it."""

    def __missing__(self, path: str) -> str:
        if not path.endswith(".md"):
            return path
        return path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"


def write_ours(folder: Path, *, more: int = 0) -> Path:
    """A copy of the guide, with ``more`` pages of text in sections."""
    copy_project(folder)
    nav = list(_add_pages(folder / "docs", more))
    # The settings have a tag of MkDocs' own, so they are changed as text.
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    start, rest = settings.split("\nnav:\n")
    lines = "".join(f"  - {title}:\n" + "".join(f"      - {path}\n" for path in paths) for title, paths in nav)
    (folder / "mkdocs.yml").write_text(f"{start}\nnav:\n{lines}{rest}", encoding="utf-8")
    return folder


def write_stock(folder: Path, ours: Path) -> Path:
    """A site of stock Material with the Markdown of ours, its markers filled."""
    docs = ours / "docs"
    paths = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    guide = load_guide(docs, pages=paths, name="docs")[0]
    for path in paths:
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_filled(guide, path), encoding="utf-8")
    settings = {
        "site_name": "Guide",
        "site_url": "https://guide.example/",
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": ["abbr", "attr_list", "def_list", "tables", {"toc": {"toc_depth": "2-3"}}],
    }
    _PLAIN.dump(settings, folder / "mkdocs.yml")
    return folder


def write_floor(page: BuiltPage, target: Path) -> None:
    """The text of a built page as someone would write it by hand who wants nothing but a page that can be read."""
    lines = "\n".join(f"<{name}>{escape(text)}</{name}>" for name, text in _texts(page))
    target.parent.mkdir(parents=True, exist_ok=True)
    style = "body{max-width:34rem;margin:auto;padding:1rem;font:1.1rem/1.6 sans-serif}"
    start = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    target.write_text(f"{start}<title>Guide</title><style>{style}</style>{lines}</html>", encoding="utf-8")


def _filled(guide: Guide, path: str) -> str:
    text = render_markers(path, guide, urls=_Urls()).replace(CONTENTS_PLACE, "")
    return f"# {guide.pages[path].facts.title}\n\n{text}"


def _texts(page: BuiltPage) -> Iterator[tuple[str, str]]:
    for node in page.tree.select("main :is(h1, h2, h3, p, li)"):
        if not any(inner is not node for inner in node.select("p, li")):
            yield node.name, " ".join(node.get_text().split())


def _add_pages(docs: Path, count: int) -> Iterator[tuple[str, list[str]]]:
    _, front, body = (docs / _MODEL).read_text(encoding="utf-8").split("---\n", 2)
    facts = _PLAIN.load(front)
    for first in range(0, count, _A_SECTION):
        paths = []
        for number in range(first, min(first + _A_SECTION, count)):
            path = f"more/{first // _A_SECTION}/page-{number}.md"
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            with (docs / path).open("w", encoding="utf-8") as file:
                file.write("---\n")
                _PLAIN.dump(facts | {"title": f"{facts['title']} {number}", "nav_title": f"Page {number}"}, file)
                file.write("---\n" + body.replace("](", "](../../"))
            paths.append(path)
        yield f"Part {first // _A_SECTION}", paths
