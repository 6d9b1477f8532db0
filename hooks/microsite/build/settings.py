"""mkdocs.yml by our own reader: which settings there are, what each may be, and on which line it stands.

MkDocs reads the file too, but keeps no lines, takes the last of two equal keys, and lets `extra` hold anything.
"""

import os
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from microsite.guide.picture_checks import PICTURE_KB
from microsite.preview.source_lines import EDITOR_LINK
from microsite.source.files import Document, parse_yaml, read_yaml
from microsite.source.problems import Problem, ProblemsFound, describe
from microsite.source.schema import Model, Several, Text, like, load_one
from microsite.source.web_address import WebAddress

# What stands for a value that only MkDocs can make, such as `!!python/name:...`.
_NOT_OURS = object()

Level = Literal["warn", "info", "ignore"]


class Theme(Model):
    """The theme: templates of Material, with ours in its place."""

    name: Literal["material"]
    custom_dir: Text
    font: Literal[False] = False
    favicon: Text | None = None
    language: Text | None = None
    locale: Text | None = None
    static_templates: Several[Text] = ()


class NavLevels(Model):
    """How loudly mistakes in the navigation are told."""

    omitted_files: Level | None = None
    not_found: Level | None = None
    absolute_links: Level | None = None


class LinkLevels(Model):
    """How loudly mistakes in links are told."""

    not_found: Level | None = None
    anchors: Level | None = None
    absolute_links: Level | Literal["relative_to_docs"] | None = None
    unrecognized_links: Level | None = None


class Validation(Model):
    """How loudly mistakes are told."""

    nav: NavLevels | None = None
    links: LinkLevels | None = None


class Extra(Model):
    """What the hooks and templates of this generator read."""

    corrections: Any = None  # checked with what uses it
    comments: Any = None  # likewise
    urgent_page: Any = None  # likewise
    owner: Any = None  # likewise
    language: Annotated[str, like("en", r"^[a-z]{2,3}(-[A-Z]{2})?$")] = "en"
    license: WebAddress | None = None
    disclaimer: Text | None = None
    colophon: Text | None = None
    touch_icon: Text | None = None
    allow_html: Any = None  # likewise
    picture_kb: Annotated[int, Field(gt=0)] = PICTURE_KB
    editor_link: Annotated[str, like("vscode://file/{file}:{line}", EDITOR_LINK)] | None = None


class Settings(Model):
    """mkdocs.yml: only settings that do something here. Those that add to stock pages, such as extra_css, do not."""

    inherit: Annotated[Text | None, Field(alias="INHERIT")] = None
    site_name: Text
    site_url: str | None = None
    site_description: str | None = None
    site_author: str | None = None
    copyright: str | None = None
    strict: bool = False
    docs_dir: Text = "docs"
    site_dir: Text = "site"
    use_directory_urls: bool = True
    watch: Several[Text] = ()
    exclude_docs: str | None = None
    nav: list[Any] | None = None
    theme: Theme
    plugins: list[Any] | dict[str, Any] | None = None
    hooks: Annotated[Several[Text], Field(min_length=1)]
    markdown_extensions: list[Any] | dict[str, Any] | None = None
    validation: Validation | None = None
    extra: Extra = Extra()
    dev_addr: Text | None = None
    remote_branch: Text | None = None
    remote_name: Text | None = None


def read_settings(path: Path, *, name: str | None = None) -> Document:
    """Read mkdocs.yml. ``name`` is what messages call it (default: what it is called). Raises `ProblemsFound`.

    Values of the environment (`!ENV`) are looked up, as MkDocs does; what only MkDocs can make is left out.
    """
    document = read_yaml(path, name=name or path.name, resolve=_resolve)
    if not isinstance(document.value, dict):
        raise ProblemsFound([Problem(document.file, 1, "file", "settings by their names", describe(document.value))])
    return Document(document.file, _without_foreign(document.value), document.lines)


def load_settings(document: Document) -> Settings:
    """The settings, checked one by one. Raises `ProblemsFound` with every mistake in them."""
    return load_one(document, Settings)


def _resolve(tag: str, value: Any) -> Any:
    if tag != "!ENV":
        return _NOT_OURS
    *names, default = value if isinstance(value, list) and len(value) > 1 else [value, None]
    for each in names:
        if (given := os.environ.get(str(each))) is not None:
            try:
                return parse_yaml(given, name=str(each)).value
            except ProblemsFound:
                return given
    return default


def _without_foreign(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_foreign(each) for key, each in value.items() if each is not _NOT_OURS}
    if isinstance(value, list):
        return [_without_foreign(each) for each in value if each is not _NOT_OURS]
    return value
