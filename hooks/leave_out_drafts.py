"""Keeps drafts from readers: a build leaves them out everywhere; the preview shows them, in the menu or not."""

from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from microsite.build.state import read_state, store_state
from microsite.page.reading_order import leave_out, listed_pages


def on_pre_build(config: MkDocsConfig) -> None:
    """The navigation and the guide of a build have no drafts; `read_guide`, which stands before, has checked both."""
    state = read_state(config.extra)
    drafts, nav = state.guide.drafts, config.nav or []
    if state.preview:
        config.nav = [*nav, *sorted(drafts - listed_pages(nav))] if nav else None
    else:
        config.nav = leave_out(nav, drafts) or None
        store_state(config.extra, replace(state, guide=state.guide.published()))


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """No page, no search entry and no line of the sitemap is made of a draft."""
    pages = read_state(config.extra).guide.pages
    for file in [file for file in files.documentation_pages() if file.src_uri not in pages]:
        files.remove(file)
    return files
