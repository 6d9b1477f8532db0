"""Keeps drafts from readers: a build leaves them out everywhere; the preview shows them, in the menu or not."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from microsite.guide.guide import Guide
from microsite.page.reading_order import leave_out, listed_pages


def on_pre_build(config: MkDocsConfig) -> None:
    """The navigation and the guide of a build have no drafts; `read_guide`, which stands before, has checked both."""
    guide: Guide = config.extra["guide"]
    nav = config.nav or []
    if config.extra.get("preview"):
        config.nav = [*nav, *sorted(guide.drafts - listed_pages(nav))] if nav else None
    else:
        config.nav = leave_out(nav, guide.drafts) or None
        config.extra["guide"] = guide.published()


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """No page, no search entry and no line of the sitemap is made of a draft."""
    guide: Guide = config.extra["guide"]
    for file in [file for file in files.documentation_pages() if file.src_uri not in guide.pages]:
        files.remove(file)
    return files
