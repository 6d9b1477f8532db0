"""All that a person has written for a site, read and checked as one whole before anything is built of it."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import microsite
from microsite.build.nav_checks import check_nav_entries, missing_pages
from microsite.build.settings import Settings, load_settings
from microsite.build.settings_checks import check_settings, extension_names
from microsite.build.shared_content import digest_shared
from microsite.build.state import BuildState
from microsite.build.surroundings import build_day
from microsite.build.template_checks import check_templates
from microsite.guide.checks import check_drafts, check_ledger_pages, check_nav, check_pages, check_urgent_page
from microsite.guide.file_checks import check_file, list_files
from microsite.guide.guide import DATA, Guide, load_guide
from microsite.guide.picture_checks import PICTURE_KB, check_pictures
from microsite.html.assets import find_asset
from microsite.html.templates import read_templates_anew
from microsite.page.feedback import FeedbackSettings, read_feedback_settings
from microsite.page.owner import Owner, read_owner
from microsite.page.reading_order import listed_pages
from microsite.preview.session import PreviewSession
from microsite.publish.generated_files import generated_file_names
from microsite.social_card.palette import Palette, load_palette
from microsite.source.data_texts import TextFindings, check_data_file, check_document
from microsite.source.files import Document
from microsite.source.problems import Problem, ProblemList
from microsite.source.raw_html import read_allowed_html

# The colors of the identity, which the pictures made by a build share.
TOKENS = "assets/styles/tokens.css"
# The settings whose texts readers see.
_PRINTED_SETTINGS = ("site_name", "site_description", "site_author", "copyright", "extra")
_OUR_COMPONENTS = Path(microsite.__file__).parent / "components"


@dataclass(frozen=True)
class Given:
    """What a build is given: the settings file as read by us, the folder it lies in, and what MkDocs made of it.

    ``nav`` and ``extra`` are MkDocs' own, which may hold what came from elsewhere than the file. ``known`` is what is
    known to be wrong already.
    """

    settings: Document
    folder: Path
    docs: Path
    nav: Any
    extra: Mapping[str, Any]
    known: tuple[Problem, ...] = ()


def read_site(given: Given, *, preview: PreviewSession | None) -> BuildState:
    """The state in which a build begins. Raises `ProblemsFound` with all problems of all files at once."""
    read_templates_anew(given.docs.parent)
    files, links = list_files(given.docs, name=given.docs.name)
    guide, found = _read_guide(given, files)
    found.add(*given.known, *links, *(() if preview else check_drafts(guide)))
    listed = listed_pages(given.nav) if isinstance(given.nav, list) and given.nav else set(guide.pages)
    urgent = given.extra.get("urgent_page")
    # A page that the navigation names and that is not there is told as that.
    if not isinstance(urgent, str) or urgent not in missing_pages(given.nav, guide.pages):
        found.add(*check_urgent_page(guide, urgent, listed=listed, drafts=bool(preview), settings=given.settings))
    settings: Settings | None = None
    with found.gather():
        settings = load_settings(given.settings)
        found.add(*check_settings(given.settings, settings, folder=given.folder))
    found.add(*_check_assets(given, files, settings))
    kb = settings.extra.picture_kb if settings else PICTURE_KB
    found.add(*check_pictures(guide, files, given.docs, picture_kb=kb))
    texts = _check_texts(given, guide, files)
    told = {(problem.file, problem.line) for problem in found}
    found.add(*(problem for problem in texts.problems if (problem.file, problem.line) not in told))
    palette: Palette | None = None
    with found.gather():
        palette = load_palette(find_asset(given.docs / TOKENS), name=f"{given.docs.name}/{TOKENS}")
    feedback = FeedbackSettings()
    with found.gather():
        feedback = read_feedback_settings(given.extra, settings=given.settings)
    owner: Owner | None = None
    with found.gather():
        owner = read_owner(given.extra, settings=given.settings)
    found.raise_if_any()
    # A preview is not shared, and should be quick: it draws no social cards.
    state = BuildState(guide, feedback, owner, None if preview else palette, preview, remarks=tuple(texts.remarks))
    return replace(state, shared=_shared(given, guide, settings, preview)) if preview else state


def _shared(given: Given, guide: Guide, settings: Settings | None, preview: PreviewSession) -> str:
    theme = given.folder / (settings.theme.custom_dir if settings else "overrides")
    folders = [given.docs, given.folder / "overrides", given.folder / "components", theme]
    printed = {**given.settings.value, "nav": given.nav, "restart": preview.needs_restart}
    return digest_shared(guide, folders, settings=printed, day=build_day(os.environ))


def _read_guide(given: Given, files: set[str]) -> tuple[Guide, ProblemList]:
    """Pages and data, and what is wrong in them and between them and the navigation."""
    docs, name = given.docs, given.docs.name
    pages = sorted(path for path in files if path.endswith(".md"))
    missing = missing_pages(given.nav, pages)
    guide, found = load_guide(docs, pages=pages, name=name, missing=missing)
    if not any(found) and not missing:
        found.add(*check_ledger_pages(guide, name=f"{name}/{DATA}"))
    allowed_html: frozenset[str] = frozenset()
    with found.gather():
        allowed_html = read_allowed_html(given.extra, line=given.settings.line(("extra", "allow_html")))
    found.add(
        *check_pages(
            guide,
            files=files | generated_file_names(guide) | missing,
            allowed_html=allowed_html,
            extensions=extension_names(given.settings.value.get("markdown_extensions")),
        ),
        *check_nav_entries(given.settings, given.settings.value.get("nav"), docs=docs, pages=pages),
        *(check_nav(guide, listed_pages(given.nav)) if isinstance(given.nav, list) and given.nav else ()),
    )
    return guide, found


def _check_texts(given: Given, guide: Guide, files: set[str]) -> TextFindings:
    """What is typed as a text, in the settings too, and is not one. Settings are printed as texts, and refuse nothing."""
    findings, in_settings = TextFindings(), TextFindings()
    for inside in sorted(files):
        if inside.startswith(f"{DATA}/") and inside.endswith((".yml", ".csv")):
            check_data_file(given.docs / inside, name=f"{given.docs.name}/{inside}", findings=findings)
    for page in guide.pages.values():
        check_document(Document(page.file, page.facts.model_dump(), dict(page.lines)), findings=findings)
    printed = {key: value for key, value in given.settings.value.items() if key in _PRINTED_SETTINGS}
    check_document(Document(given.settings.file, printed, given.settings.lines), findings=in_settings)
    findings.remarks += in_settings.remarks
    return findings


def _check_assets(given: Given, files: set[str], settings: Settings | None) -> Iterator[Problem]:
    """Styles, drawings, pictures and templates: the site's own, and those of ours that it is built with."""
    for inside in sorted(files):
        yield from check_file(given.docs / inside, name=f"{given.docs.name}/{inside}")
    components = [given.folder / "components", _OUR_COMPONENTS]
    for path in (path for folder in components for path in sorted(folder.glob("*/*.css"))):
        yield from check_file(path, name=Path(os.path.relpath(path, given.folder)).as_posix())
    theme = given.folder / (settings.theme.custom_dir if settings else "overrides")
    folders = [theme, given.folder / "overrides", *components]
    templates = dict.fromkeys(path for folder in folders for path in sorted(folder.rglob("*.html")))
    yield from check_templates(templates, root=given.folder)
