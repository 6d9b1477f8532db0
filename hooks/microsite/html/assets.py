"""Styles and scripts as they go into a page: read, minified, put inline.

They are inline because a page of text should arrive in one round trip; each page gets only what its parts need. A
site has only the files that it wants otherwise; the rest are the ones that came with the templates.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import quote

import minify
import rcssmin
from markupsafe import Markup

from microsite.html.modules import ScriptError, join_modules
from microsite.html.parsed import ParsedHtml

# Beside the folder that they come from, whose files are not published as they are.
PUBLISHED = "assets/on-demand"
# `loader.js` fetches the controls, as one file, when a reader first comes near the page.
_FETCHED = {"controls": ("theme", "shell", "evidence-notes", "share"), "search-worker": ("search-worker",)}
# What only a page with such a part fetches, in a file with data of its own.
_FETCHED_WITH = {"data-table": "table-helper"}

OURS = Path(__file__).parents[3] / "docs" / "assets"
_OUR_COMPONENTS = Path(__file__).parents[1] / "components"


def read_styles(folder: Path, names: Iterable[str]) -> Markup:
    """The style sheets of a folder in the given order, minified to a line each, for a ``<style>`` element."""
    return Markup("\n".join(_minify_styles(_read(folder / f"{name}.css")) for name in names))


def read_scripts(folder: Path, names: Iterable[str]) -> Markup:
    """The scripts of a folder in the given order, each with what it imports, minified, for a ``<script>`` element.

    Raises ScriptError for a script that holds ``</script``, which would end the element early, that cannot be read as
    JavaScript, or whose modules cannot be joined.
    """
    # A minified script has no semicolon at its end.
    code = ";\n".join(_joined_script(folder, name) for name in names)
    if "</script" in code.lower():
        raise ScriptError("a script that is put inline cannot hold '</script'")
    return Markup(code)


def scripts_of(page: ParsedHtml, read: Callable[[tuple[str, ...]], Markup]) -> list[str]:
    """Every script that a page may run: those that stand in it, and those that it may fetch, which ``read`` finds."""
    fetched = (*_FETCHED["controls"], *(name for element, name in _FETCHED_WITH.items() if any(page.elements(element))))
    inline = (page.code_in(place) for place, tag in page.elements("script") if not tag.attributes)
    return [*inline, str(read(fetched))]


def find_asset(path: Path) -> Path:
    """The style sheet or script of this name that a page gets.

    ``path`` is where the site would have its own, such as ``docs/assets/styles/care.css``. Where it has none, it may
    have one in a component of its own (``components/care/care.css`` beside docs), else it gets the one that came with
    the generator.
    """
    own_components = path.parents[3] / "components" if len(path.parents) > 3 else None
    places = [path]
    for components in filter(None, (own_components, _OUR_COMPONENTS)):
        places += sorted(components.glob(f"*/{path.name}"))
    return next((place for place in places if place.exists()), OURS / path.parent.name / path.name)


def published_assets(folder: Path) -> dict[str, str]:
    """Scripts and styles that pages fetch only when a reader asks for what they do, by their path inside the site."""
    scripts = {
        f"{PUBLISHED}/{file}.js": str(read_scripts(folder / "scripts", names)) for file, names in _FETCHED.items()
    }
    return scripts | {f"{PUBLISHED}/controls.css": str(read_styles(folder / "styles", ["controls"]))}


@lru_cache(maxsize=256)
def script_fault(code: str) -> tuple[int, str] | None:
    """The line of a script that cannot be read as JavaScript, and what is found there; None where nothing is wrong."""
    try:
        minify.string("application/javascript", code)
    except minify.MinifyError as error:
        said = re.match(r"(?P<found>.*?)(?: in [\w ]+)? on line (?P<line>\d+)", str(error))
        return (int(said["line"]), said["found"]) if said else (1, " ".join(str(error).split()))
    return None


def drawing_address(path: Path) -> Markup | None:
    """A drawing as an address that holds all of it and needs no request; None where there is no such drawing.

    It may stand in a quoted attribute as it is: escaped once more, each quotation mark would be five bytes.
    """
    if path.suffix != ".svg" or not path.is_file():
        return None
    drawing = " ".join(path.read_text(encoding="utf-8").split()).replace('"', "'")
    return Markup("data:image/svg+xml," + quote(drawing, safe="'()*+,-./:;=?@_~!$"))


# By text and not by file: every page asks for the same few, and a file that was edited is another text.
@lru_cache(maxsize=64)
def _minify_styles(styles: str) -> str:
    return str(rcssmin.cssmin(styles)).replace("\n", " ")


@lru_cache(maxsize=32)
def _minify_script(code: str) -> str:
    return str(minify.string("application/javascript", code))


def _read(path: Path) -> str:
    return find_asset(path).read_text(encoding="utf-8")


def _joined_script(folder: Path, name: str) -> str:
    code = join_modules(name, partial(_read_script, folder))
    try:
        return _minify_script(code)
    except minify.MinifyError as error:
        raise ScriptError(f"{name}.js: {' '.join(str(error).split())}") from error


def _read_script(folder: Path, name: str) -> str:
    path = folder / f"{name}.js"
    # A module in a folder below is the site's own or ours; only what lies flat may belong to a component.
    return _read(OURS / "scripts" / f"{name}.js" if "/" in name and not path.exists() else path)
