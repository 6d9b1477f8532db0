"""Gives the templates what they draw: the guide as seen from the page that is being built."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext

from microsite.build.state import BuildState, read_state, store_state
from microsite.build.surroundings import build_day
from microsite.content.page_source import PageFacts
from microsite.guide.checks import check_anchors
from microsite.guide.guide import Guide
from microsite.guide.id_checks import check_ids
from microsite.html.addresses import web_address
from microsite.html.assets import drawing_address
from microsite.html.contents import Heading
from microsite.html.modules import ScriptError
from microsite.html.templates import COMPILED
from microsite.page.guide_view import view_guide
from microsite.page.site_context import SiteContext
from microsite.page.structured_data import SiteFacts
from microsite.page.view import RenderedPage
from microsite.source.kept import kept
from microsite.source.problems import ProblemsFound

# Templates of whole pages, which stand around none of the site's.
OTHER_PAGES = ("editors.html", "problems.html")


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep what only the navigation knows, and the address of every file.

    Menus name its first level: with all sections and pages of a large site, each of its pages would be as large.
    """
    state = replace(
        read_state(config.extra),
        reading_order=tuple(page.file.src_uri for page in nav.pages),
        menu=tuple(item for item in nav.items if isinstance(item, Page)),
        urls={file.src_uri: file.url for file in files},
    )
    store_state(config.extra, state)
    return nav


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Every page is rendered now, so every anchor is known: a link to one that is not stops the build."""
    state = read_state(config.extra)
    env.bytecode_cache = COMPILED
    pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page}
    for path, page in pages.items():
        # A copy for a folder is not what a link should lead others to.
        page.canonical_url = web_address(page.canonical_url or "")
        # For the sitemap. MkDocs would write the day of the build, which says nothing and differs each day.
        page.update_date = state.guide.pages[path].facts.updated.isoformat()
    anchors = {path: page.present_anchor_ids or set() for path, page in pages.items()}
    content = {path: page.content or "" for path, page in pages.items()}
    templates = [file for file in Path(config.theme.custom_dir or "").rglob("*.html") if file.name not in OTHER_PAGES]
    layout = [file.read_text(encoding="utf-8") for file in templates]
    problems = [*check_anchors(state.guide, anchors), *check_ids(state.guide, content, layout=layout)]
    if problems:
        found = ProblemsFound(problems)
        raise PluginError(f"{len(found.problems)} to mend:\n{found}") from found
    rendered = [_rendered(pages[path], state.guide) for path in state.reading_order]
    store_state(config.extra, replace(state, rendered=_context(rendered, state, config)))
    return env


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What the templates of a page draw."""
    return {**context, **_drawn(page.file.src_uri, config)}


def on_template_context(context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """What 404.html draws: the guide without a page."""
    return {**context, **_drawn(None, config)}


def _drawn(path: str | None, config: MkDocsConfig) -> dict[str, Any]:
    state = read_state(config.extra)
    try:
        view = view_guide(state.guide, path, state.context)
    except ScriptError as error:
        raise PluginError(str(error)) from error
    return {"guide": view, "menu": state.menu, "owner": state.owner}


def _context(pages: Sequence[RenderedPage], state: BuildState, config: MkDocsConfig) -> SiteContext:
    docs = Path(config.docs_dir)
    return SiteContext(
        site=_site_facts(config),
        pages=pages,
        urls=state.urls,
        assets=docs / "assets",
        urgent=config.extra.get("urgent_page"),
        today=build_day(os.environ),
        owner=state.owner,
        cards=not state.preview,
        feedback=state.feedback,
        icon=drawing_address(docs / str(config.theme.get("favicon", ""))),
    )


def _site_facts(config: MkDocsConfig) -> SiteFacts:
    return SiteFacts(
        name=config.site_name,
        url=str(config.site_url),
        language=config.extra.get("language", "en"),
        publisher=config.site_author or config.site_name,
        license=config.extra.get("license", ""),
    )


def _rendered(page: Page, guide: Guide) -> RenderedPage:
    path = page.file.src_uri
    return _rendered_page(path, page.url, page.content or "", _headings(page.toc), guide.pages[path].facts)


@kept
def _rendered_page(path: str, url: str, content: str, headings: tuple[Heading, ...], facts: PageFacts) -> RenderedPage:
    """The same page as before where it is the same, so that what is made of it need not be made again."""
    return RenderedPage(path, url, content, headings, facts)


def _headings(anchors: Iterable[AnchorLink]) -> tuple[Heading, ...]:
    return tuple(Heading(anchor.title, anchor.url, _headings(anchor.children)) for anchor in anchors)
