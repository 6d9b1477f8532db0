"""What the preview shows in the browser in place of a site that could not be built: each problem and what to do.

Only editors ever see it. It is a page of its own, without the templates of the site: those may be what is broken.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb, format_exception

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from markupsafe import Markup

from microsite.html.assets import read_styles
from microsite.html.templates import render
from microsite.preview.source_lines import find_place
from microsite.source.problems import Problem, ProblemsFound

_STYLES = ("tokens", "page", "components", "preview")


@dataclass(frozen=True)
class Failure:
    """Why a build ended: problems with an address, else what the generator said, else a fault in the Python."""

    problems: tuple[Problem, ...] = ()
    messages: tuple[str, ...] = ()
    fault: str = ""


def explain_failure(error: BaseException, heard: Sequence[str] = ()) -> Failure:
    """Find what an editor can act on. ``heard`` are the warnings and errors that were logged during the build.

    >>> explain_failure(SystemExit(1), ["no such page in nav"]).messages
    ('no such page in nav',)
    """
    for cause in _causes(error):
        if isinstance(cause, ProblemsFound):
            return Failure(problems=cause.problems)
        if isinstance(cause, TemplateError):
            return Failure(problems=(_template_problem(cause),))
    if heard:
        return Failure(messages=tuple(dict.fromkeys(heard)))
    return Failure(fault="".join(format_exception(error)))


def render_failure(
    failure: Failure, *, assets: Path, restart: bool, folder: Path = Path(), editor_link: str = ""
) -> str:
    """The whole page. ``restart`` says that Python files have changed since the preview was started.

    ``folder`` is the one that files are named from, ``editor_link`` the address that opens one in an editor.
    """
    places = [find_place(problem, folder, editor_link=editor_link) for problem in failure.problems]
    return render("problems", failure=failure, places=places, restart=restart, styles=_read(assets))


def render_banner(*, draft: bool, restart: bool, editors_url: str) -> Markup:
    """What stands above a page in the preview; nothing where there is nothing to say."""
    return (
        render("draft-banner", draft=draft, restart=restart, editors_url=editors_url) if draft or restart else Markup()
    )


def read_preview_styles(assets: Path) -> Markup:
    """The styles of the banner."""
    return read_styles(assets / "styles", ["preview"])


def _template_problem(error: TemplateError) -> Problem:
    """A template that cannot be drawn. Jinja puts the template's own file and line where the error passed through."""
    if isinstance(error, TemplateSyntaxError):
        file = error.filename or error.name or "a template"
        return Problem(_short(file), error.lineno, "template", "Jinja that parses", error.message or "")
    passed = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith((".html", ".xml"))]
    file, line = (passed[-1].filename, passed[-1].lineno or 1) if passed else ("a template", 1)
    expected = "templates that are there" if isinstance(error, TemplateNotFound) else "what the page gives a template"
    expected = expected if isinstance(error, TemplateNotFound | UndefinedError) else "a template that can be drawn"
    return Problem(_short(file), line, "template", expected, error.message or str(error))


def _read(assets: Path) -> Markup:
    """The styles of the site, as far as they can be read: one of them may be what is broken."""
    try:
        return read_styles(assets / "styles", _STYLES)
    except (OSError, ValueError):
        return Markup()


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _short(file: str) -> str:
    """A file below the folder that the preview was started in, by its path from there."""
    path = Path(file)
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else file
