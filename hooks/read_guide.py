"""Reads and checks everything an editor touches, before the old site is removed: a mistake loses nothing."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from microsite.build.state import BuildState, read_problems, store_state
from microsite.guide.checks import check_drafts, check_ledger_pages, check_nav, check_pages, check_urgent_page
from microsite.guide.guide import load_guide
from microsite.html.assets import find_asset
from microsite.html.templates import read_templates_anew
from microsite.page.feedback import FeedbackSettings, read_feedback_settings
from microsite.page.owner import Owner, find_placeholders, read_owner
from microsite.page.reading_order import listed_pages
from microsite.preview.session import running_preview
from microsite.publish.generated_files import generated_file_names
from microsite.social_card.palette import Palette, load_palette
from microsite.source.problems import ProblemsFound
from microsite.source.raw_html import read_allowed_html
from microsite.source.settings_file import locate_settings

# Not MkDocs' own log, whose warnings end a strict build: an address that stands in for the owner's is no mistake yet.
_log = logging.getLogger("microsite")

# The colors of the identity, which the pictures made by a build share.
TOKENS = "assets/styles/tokens.css"


def on_pre_build(config: MkDocsConfig) -> None:
    """Start the state of the build with the guide; all problems stop the build at once."""
    docs = Path(config.docs_dir)
    read_templates_anew(docs.parent)
    files = {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()}
    pages = sorted(path for path in files if path.endswith(".md"))
    preview = running_preview()
    settings = locate_settings(Path(config.config_file_path))
    guide, found = load_guide(docs, pages=pages, name=docs.name)
    found.add(*(() if any(found) else check_ledger_pages(guide)))
    data_is_whole = all(problem.file.endswith(".md") for problem in found)
    found.add(*read_problems(config.extra))
    allowed_html: frozenset[str] = frozenset()
    with found.gather():
        allowed_html = read_allowed_html(config.extra, line=settings.line(("extra", "allow_html")))
    found.add(
        *check_pages(
            guide,
            files=files | generated_file_names(guide),
            data_is_whole=data_is_whole,
            allowed_html=allowed_html,
        )
    )
    listed = listed_pages(config.nav) if config.nav else set(guide.pages)
    found.add(*check_nav(guide, listed))
    urgent = config.extra.get("urgent_page")
    found.add(*check_urgent_page(guide, urgent, listed=listed, drafts=bool(preview), settings=settings))
    found.add(*(() if preview else check_drafts(guide)))
    palette: Palette | None = None
    feedback = FeedbackSettings()
    owner: Owner | None = None
    with found.gather():
        palette = load_palette(find_asset(docs / TOKENS), name=f"{docs.name}/{TOKENS}")
    with found.gather():
        feedback = read_feedback_settings(config.extra, settings=settings)
    with found.gather():
        owner = read_owner(config.extra, settings=settings)
    try:
        found.raise_if_any()
    except ProblemsFound as problems:
        raise PluginError(f"{len(problems.problems)} to mend:\n{problems}") from problems
    # A preview is not shared, and should be quick: it draws no social cards.
    store_state(config.extra, BuildState(guide, feedback, owner, None if preview else palette, preview))
    for place, value in find_placeholders({"site_url": config.site_url, "extra": config.extra}):
        _log.warning("mkdocs.yml: %s: %s reaches nobody; put your own in its place", place, value)
