"""Finishes each page: styles that it cannot use and spare white space go, its policy comes.

Nothing may change a page after this door. The preview leaves all of it out: it adds a script of its own to
each page, and should be quick.
"""

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from microsite.html.assets import scripts_of
from microsite.html.templates import template_source
from microsite.publish.pruning import names_brought, prune_page
from microsite.publish.security import header_files, policy_of, secure_page
from microsite.publish.tidy import tidy_html


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """A page, finished."""
    return output if config.extra.get("preview") else _finish(output, page.url, config)


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """The page for what is not found, finished; other templates are no pages."""
    is_page = template_name.endswith(".html") and not config.extra.get("preview")
    return _finish(output_content, template_name, config) if is_page else output_content


def on_post_build(*, config: MkDocsConfig) -> None:
    """The header files of the whole site, beside it."""
    if config.extra.get("preview"):
        return
    root = urlsplit(config.site_url or "/").path
    for name, text in header_files(config.extra.get("policies", {}), root=root).items():
        Path(config.site_dir, name).write_text(text, encoding="utf-8")


def _finish(html: str, url: str, config: MkDocsConfig) -> str:
    scripts = scripts_of(html, config.extra["surroundings"].scripts)
    brought = names_brought(scripts=scripts, later=[template_source("note")])
    html = tidy_html(prune_page(html, brought=brought))
    policy = policy_of(html, servers=_servers(config))
    config.extra.setdefault("policies", {})[url] = policy
    return secure_page(html, policy)


def _servers(config: MkDocsConfig) -> list[str]:
    comments = config.extra["taking_part"].comments
    if comments is None:
        return []
    server = urlsplit(comments.server)
    return [f"{server.scheme}://{server.netloc}"]
