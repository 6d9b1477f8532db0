"""Finishes each page: styles that it cannot use and spare white space go, its policy comes.

Nothing may change a page after this hook. The preview leaves all of it out: it adds a script of its own to
each page, and should be quick.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from microsite.build.state import BuildState, read_state
from microsite.build.surroundings import is_publishing
from microsite.html.assets import scripts_of
from microsite.html.parsing import parse_html
from microsite.html.templates import template_source
from microsite.publish.compressed import compress_files
from microsite.publish.header_files import header_files
from microsite.publish.policy import policy_of, secure_page
from microsite.publish.pruning import names_brought, prune_page
from microsite.publish.tidy import tidy_page


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """A page, finished."""
    state = read_state(config.extra)
    return output if state.preview else _finish(output, page.url, state)


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """The page for what is not found, finished; other templates are no pages."""
    state = read_state(config.extra)
    is_page = template_name.endswith(".html") and not state.preview
    return _finish(output_content, template_name, state) if is_page else output_content


def on_post_build(*, config: MkDocsConfig) -> None:
    """The header files of the whole site, beside it, and its texts compressed."""
    state = read_state(config.extra)
    if state.preview:
        return
    root = urlsplit(str(config.site_url)).path
    site = Path(config.site_dir)
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    for name, text in header_files(state.policies, root=root, files=files).items():
        (site / name).write_text(text, encoding="utf-8")
    compress_files(site, thorough=is_publishing(os.environ))


def _finish(html: str, url: str, state: BuildState) -> str:
    page = parse_html(html.strip() + "\n")
    scripts = scripts_of(page, state.context.scripts)
    brought = names_brought(scripts=scripts, later=[template_source("note")])
    page = tidy_page(prune_page(page, brought=brought))
    policy = policy_of(page, servers=state.feedback.servers)
    state.policies[url] = policy
    return secure_page(page, policy)
