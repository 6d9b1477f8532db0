"""Fills the markers of a page before its Markdown is rendered, so that the ids they bring are known to every check."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from microsite.fillers import fill_page


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page's Markdown with every marker filled."""
    urls = {file.src_uri: file.url for file in files}
    return fill_page(page.file.src_uri, config.extra["guide"], urls=urls)
