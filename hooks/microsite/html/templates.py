"""The one Jinja environment of our own: autoescape on, an undefined name is an error.

A template is found by its name: in the site's own ``overrides/components/`` or its component folders, then in those of
the generator.

MkDocs' own environment neither escapes nor fails, so text from data files never goes through it unescaped.
"""

from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

# Not from `calendar`, whose names follow the locale of the machine.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_OURS = (Path(__file__).parents[3] / "overrides" / "components", *(Path(__file__).parents[1] / "components").glob("*/"))
_own: tuple[Path, ...] = ()


def render(template: str, **view: object) -> Markup:
    """Fill the template ``<template>.html`` with named values; returns HTML that is safe to insert.

    Raises jinja2's own errors: a template that asks for a name it was not given is a mistake of ours, not an editor's.
    """
    return Markup(_environment().get_template(f"{template}.html").render(**view).strip())


def read_templates_anew(site: Path | None = None) -> None:
    """Forget the templates, which may have changed: each build begins with this, and then looks for none twice.

    ``site`` is the folder whose own templates take the place of ours.
    """
    global _own
    _own = (site / "overrides" / "components", *sorted((site / "components").glob("*/"))) if site else ()
    _environment.cache_clear()


def template_source(template: str) -> str:
    """The text of a template, unfilled: which tags and classes it may bring."""
    environment = _environment()
    assert environment.loader is not None
    return environment.loader.get_source(environment, f"{template}.html")[0]


def in_words(day: date) -> str:
    """A day as people in the US write it: ``November 3, 2026``."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


class CompiledTemplates(BytecodeCache):
    """Templates compiled once in a run of the preview, by their source, which is part of each bucket's sum."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """What a template is known by: its name and file, which may have letters that the machine cannot read."""
        return f"{name}|{filename}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what was compiled of the same source."""
        if code := self._code.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was compiled."""
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


COMPILED = CompiledTemplates()


@cache
def _environment() -> Environment:
    environment = Environment(
        bytecode_cache=COMPILED,
        auto_reload=False,
        loader=FileSystemLoader([*_own, *_OURS]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["day"] = in_words
    return environment
