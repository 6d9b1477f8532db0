"""Fills the markers of a page before its Markdown is rendered, so that the ids they bring are known to every check."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from microsite.content.page_source import PageSource
from microsite.guide.guide import Guide
from microsite.guide.marker_renderers import fill_page


def on_page_read_source(*, page: Page, config: MkDocsConfig) -> str:
    """The Markdown as `read_guide` has read it, so that no other parser reads the front matter again.

    The empty line keeps MkDocs from taking a first line such as ``Note: ...`` for front matter.
    """
    return "\n" + _source(page, config).body


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page's Markdown with every marker filled. Menus call the page by what its front matter says."""
    page.title = _source(page, config).facts.short_title
    return fill_page(page.file.src_uri, config.extra["guide"], urls=config.extra["urls"])


def _source(page: Page, config: MkDocsConfig) -> PageSource:
    guide: Guide = config.extra["guide"]
    return guide.pages[page.file.src_uri]
