"""Renders the markers of a page before its Markdown, so that the ids they bring are known to every check."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from microsite.build.state import read_state
from microsite.guide.marker_renderers import render_markers
from microsite.source.kept import Store

_filled = Store()


def on_page_read_source(*, page: Page, config: MkDocsConfig) -> str:
    """The Markdown as `read_guide` has read it, so that no other parser reads the front matter again.

    The empty line keeps MkDocs from taking a first line such as ``Note: ...`` for front matter.
    """
    return "\n" + read_state(config.extra).guide.pages[page.file.src_uri].body


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page's Markdown with HTML in place of every marker. Menus call the page by what its front matter says."""
    state = read_state(config.extra)
    page.title = state.guide.pages[page.file.src_uri].facts.short_title
    path = page.file.src_uri
    key = (path, state.guide.pages[path].body, state.shared)
    return _filled.get(key, lambda: render_markers(path, state.guide, urls=state.urls))
