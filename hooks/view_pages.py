"""Gives the templates what they draw: the guide as seen from the page that is being built."""

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
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

from microsite.guide.checks import check_anchors
from microsite.guide.guide import Guide
from microsite.html.addresses import web_address
from microsite.html.assets import drawing_address
from microsite.html.contents import Heading
from microsite.page.guide_view import view_guide
from microsite.page.site_context import Surroundings
from microsite.page.structured_data import SiteFacts
from microsite.page.view import RenderedPage
from microsite.source.problems import ProblemsFound


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep what only the navigation knows, and the address of every file.

    Menus name its first level: with all sections and pages of a large site, each of its pages would be as large.
    """
    config.extra["reading_order"] = nav.pages
    config.extra["menu"] = [item for item in nav.items if item.is_page]
    config.extra["urls"] = {file.src_uri: file.url for file in files}
    return nav


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Every page is rendered now, so every anchor is known: a link to one that is not stops the build."""
    guide: Guide = config.extra["guide"]
    for file in files.documentation_pages():
        if file.page:
            # A copy for a folder is not what a link should lead others to.
            file.page.canonical_url = web_address(file.page.canonical_url or "")
            # For the sitemap. MkDocs would write the day of the build, which says nothing and differs each day.
            file.page.update_date = guide.pages[file.src_uri].facts.updated.isoformat()
    anchors = {f.src_uri: f.page.present_anchor_ids or set() for f in files.documentation_pages() if f.page}
    if problems := check_anchors(guide, anchors):
        found = ProblemsFound(problems)
        raise PluginError(f"{len(found.problems)} to mend:\n{found}") from found
    config.extra["surroundings"] = Surroundings(
        site=_site_facts(config),
        pages=[_rendered(page, guide) for page in config.extra["reading_order"]],
        urls=config.extra["urls"],
        assets=Path(config.docs_dir) / "assets",
        urgent=config.extra.get("urgent_page"),
        today=_today(),
        funding=config.extra.get("funding"),
        cards=not config.extra.get("preview"),
        taking_part=config.extra["taking_part"],
        icon=drawing_address(Path(config.docs_dir) / str(config.theme.get("favicon", ""))),
    )
    return env


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What the templates of a page draw."""
    return {**context, **_drawn(page.file.src_uri, config)}


def on_template_context(context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """What 404.html draws: the guide without a page."""
    return {**context, **_drawn(None, config)}


def _drawn(path: str | None, config: MkDocsConfig) -> dict[str, Any]:
    guide = view_guide(config.extra["guide"], path, config.extra["surroundings"])
    return {"guide": guide, "menu": config.extra["menu"]}


def _site_facts(config: MkDocsConfig) -> SiteFacts:
    return SiteFacts(
        name=config.site_name,
        url=config.site_url or "/",
        language=config.extra.get("language", "en"),
        publisher=config.site_author or config.site_name,
        license=config.extra.get("license", ""),
    )


def _rendered(page: Page, guide: Guide) -> RenderedPage:
    path = page.file.src_uri
    return RenderedPage(path, page.url, page.content or "", _headings(page.toc), guide.pages[path].facts)


def _headings(anchors: Iterable[AnchorLink]) -> tuple[Heading, ...]:
    return tuple(Heading(anchor.title, anchor.url, _headings(anchor.children)) for anchor in anchors)


def _today() -> date:
    """The day of the build; SOURCE_DATE_EPOCH fixes it, so that a build can be repeated to the byte."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
