"""What stops a build is told with file and line; in the live preview, which never dies, the browser shows it.

The preview also shows what readers never get: drafts with a banner, the page for editors, and a word when Python has
changed.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from kept_pages import keep_rendered, keep_written
from microsite.build.check_settings import check_settings_file
from microsite.build.faults import explain_file_fault
from microsite.build.state import read_state
from microsite.html.addresses import relative_url
from microsite.preview.editors_page import EDITORS_URL, render_editors_page
from microsite.preview.problem_page import explain_failure, read_preview_styles, render_banner, render_failure
from microsite.preview.session import PreviewSession, running_preview, start_preview
from microsite.preview.watcher import FileWatcher
from microsite.source.kept import forget_unused

log = logging.getLogger("mkdocs.hooks.preview")

Build = Callable[..., None]


class PreviewServer(LiveReloadServer):
    """The server of the preview, which sees a save at once, and again what was gone for a moment."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.observer = FileWatcher()  # type: ignore[assignment]
        # What is saved in many steps is built once more after the last of them.
        self.build_delay = 0.02


# What the last build was given: a settings file that cannot be read any more leaves the next one without.
_last_config: MkDocsConfig | None = None


def on_startup(*, command: str, dirty: bool) -> None:
    """Guard every build of the preview, the first one too, which runs before the server is there."""
    if command == "serve":
        from mkdocs.commands import build, serve  # here, because a build does without the server

        # What `serve` imported is what it calls, each time by this name.
        serve.build = _guard(serve.build, start_preview())  # type: ignore[attr-defined]
        serve.LiveReloadServer = PreviewServer  # type: ignore[attr-defined]
        Page.render = keep_rendered(Page.render)  # type: ignore[method-assign,assignment]
        build._build_page = keep_written(build._build_page)


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Build) -> None:
    """A settings file that cannot be read stops a rebuild before its build begins, so guard the whole of it."""
    if preview := running_preview():
        server.builder = _guard(server.builder, preview)
        log.info(f"Page for editors: {config.site_url}{EDITORS_URL}")


def on_build_error(error: Exception) -> None:
    """Problems that a later step ran into, such as a template that asks for what is not there, without a traceback."""
    if isinstance(error, BuildError) or not (failure := explain_failure(error)).problems:
        return
    raise PluginError(f"{len(failure.problems)} to mend:\n" + "\n".join(map(str, failure.problems))) from error


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """The banner of a page."""
    state = read_state(config.extra)
    if not state.preview:
        return dict(context)
    draft = state.guide.pages[page.file.src_uri].facts.is_draft
    url = relative_url(EDITORS_URL, page.url)
    banner = render_banner(draft=draft, restart=state.preview.needs_restart, editors_url=url)
    return {**context, "preview": {"banner": banner, "styles": read_preview_styles(_assets(config))}}


def on_post_build(config: MkDocsConfig) -> None:
    """The page for editors, beside the site."""
    state = read_state(config.extra)
    if state.preview:
        page = render_editors_page(state.guide, state.context, docs=Path(config.docs_dir).name, remarks=state.remarks)
        _write(Path(config.site_dir) / EDITORS_URL / "index.html", page)
        forget_unused()
        if state.preview.needs_restart:
            log.info("Python files have changed: restart the preview to use them.")


def _guard(build: Build, preview: PreviewSession) -> Build:
    def build_or_explain(config: MkDocsConfig | None = None, **options: Any) -> None:
        global _last_config
        _last_config = config or _last_config
        # The build empties the folder, so what there is to replace is listed before.
        pages = _html_files(_last_config) if _last_config else set()
        given = () if config is None else (config,)
        with _listen() as heard:
            try:
                if _last_config and _last_config.config_file_path:
                    check_settings_file(Path(_last_config.config_file_path))
                build(*given, **options)
            except Exception as error:
                if _last_config is None:
                    raise
                _show(error, heard, pages, config=_last_config, restart=preview.needs_restart)

    return build_or_explain


def _show(error: Exception, heard: list[str], pages: set[Path], *, config: MkDocsConfig, restart: bool) -> None:
    said = [error.message] if isinstance(error, MkDocsException) else []
    failure = explain_failure(error, heard or said)
    for line in (*map(str, failure.problems), *failure.messages, failure.fault):
        if line and line not in "\n".join(heard):
            log.error(line)
    html = render_failure(failure, assets=_assets(config), restart=restart, **_files_of(config))
    try:
        for page in pages:
            _write(page, html)
    except OSError as unwritten:
        # What ended the build may keep its explanation from being written too.
        log.error(explain_file_fault(unwritten))
        return
    log.error("The browser shows what is to mend. The preview goes on when it is.")


def _html_files(config: MkDocsConfig) -> set[Path]:
    """Every page that a browser may have open: those of the last build, and those the next one would write."""
    site = Path(config.site_dir)
    pages = [file.dest_uri for file in get_files(config) if file.is_documentation_page()]
    return {*site.rglob("*.html"), *(site / name for name in ("index.html", "404.html", *pages))}


@contextmanager
def _listen() -> Iterator[list[str]]:
    """Collect what MkDocs and the hooks warn of: under `strict` that is the reason why a build ends."""
    heard: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    # ProperDocs has a root logger of its own name, and hands it what is logged under "mkdocs".
    logger = logging.getLogger(MkDocsConfig.__module__.partition(".")[0])
    logger.addHandler(handler)
    try:
        yield heard
    finally:
        logger.removeHandler(handler)


def _files_of(config: MkDocsConfig) -> dict[str, Any]:
    """Where the files are that a problem names, and how the owner opens one."""
    link = dict(config.extra).get("editor_link")
    return {"folder": Path(config.config_file_path or ".").parent, "editor_link": link if isinstance(link, str) else ""}


def _assets(config: MkDocsConfig) -> Path:
    return Path(config.docs_dir) / "assets"


def _write(path: Path, html: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8")
