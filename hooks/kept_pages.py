"""Pages that are the same as in the last build of the preview: neither their Markdown nor their template is read again.

No hook itself: `preview.py` puts these in the place of MkDocs' own steps.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from microsite.build.state import read_state
from microsite.html.contents import CONTENTS_PLACE
from microsite.source.kept import Store

_rendered, _written = Store(), Store()
# What a page has once its Markdown is rendered.
_MADE = ("content", "toc", "_title_from_render", "present_anchor_ids")

Render = Callable[[Page, MkDocsConfig, Files], None]


def keep_rendered(render: Render) -> Render:
    """`Page.render`, which renders what it has not rendered yet. A page that something is said of is not kept."""

    def render_or_take(page: Page, config: MkDocsConfig, files: Files) -> None:
        key = (page.file.src_uri, page.markdown, read_state(config.extra).shared)
        made = _rendered.get(key, lambda: _render(render, page, config, files))
        if made is None:
            render(page, config, files)
            return
        for name, value in made[0].items():
            setattr(page, name, value)
        linked = {files.get_file_from_path(uri): anchors for uri, anchors in made[1].items()}
        page.links_to_anchors = {file: anchors for file, anchors in linked.items() if file}

    return render_or_take


def keep_written(build_page: Callable[..., None]) -> Callable[..., None]:
    """`_build_page`, which draws only what is another page than before."""

    def build_or_write(page: Page, config: MkDocsConfig, *args: Any, **options: Any) -> None:
        state = read_state(config.extra)
        # The one thing that a page shows of the prose of others.
        minutes = [each.minutes for each in state.context.pages] if CONTENTS_PLACE in (page.content or "") else []
        target = Path(page.file.abs_dest_path)

        drawn = False

        def draw() -> bytes:
            nonlocal drawn
            build_page(page, config, *args, **options)
            drawn = True
            return target.read_bytes()

        content = _written.get((page.file.src_uri, page.content, tuple(minutes), state.shared), draw)
        if not drawn:
            write_file(content, str(target))

    return build_or_write


def _render(render: Render, page: Page, config: MkDocsConfig, files: Files) -> tuple[dict[str, Any], Any] | None:
    warned = logging.Handler(logging.INFO)
    heard: list[logging.LogRecord] = []
    warned.emit = heard.append  # type: ignore[assignment]
    log = logging.getLogger("mkdocs")
    log.addHandler(warned)
    try:
        render(page, config, files)
    finally:
        log.removeHandler(warned)
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    return None if heard else ({name: getattr(page, name) for name in _MADE}, links)
