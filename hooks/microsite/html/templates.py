"""The one Jinja environment of the rooms: autoescape on, an undefined name is an error.

MkDocs' own environment neither escapes nor fails, so text from data files never goes through it unescaped.
"""

from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

# Not from `calendar`, whose names follow the locale of the machine.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
COMPONENTS = Path(__file__).parents[3] / "overrides" / "components"


def render(template: str, **view: object) -> Markup:
    """Fill ``overrides/components/<template>.html`` with named values; returns HTML that is safe to insert.

    Raises jinja2's own errors: a template that asks for a name it was not given is a mistake of ours, not an editor's.
    """
    return Markup(_environment().get_template(f"{template}.html").render(**view).strip())


def read_templates_anew() -> None:
    """Forget the templates, which may have changed: each build begins with this, and then looks for none twice."""
    _environment.cache_clear()


def template_source(template: str) -> str:
    """The text of a component, unfilled: which tags and classes it may bring."""
    return (COMPONENTS / f"{template}.html").read_text(encoding="utf-8")


def in_words(day: date) -> str:
    """A day as people in the US write it: ``November 3, 2026``."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


@cache
def _environment() -> Environment:
    environment = Environment(
        auto_reload=False,
        loader=FileSystemLoader(COMPONENTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["day"] = in_words
    return environment
