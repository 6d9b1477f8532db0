"""Reads and checks everything an editor touches, before the old site is removed: a mistake loses nothing."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from microsite.build.reading import Given, read_site
from microsite.build.settings import read_settings
from microsite.build.state import read_problems, store_state
from microsite.page.owner import find_placeholders
from microsite.preview.session import running_preview
from microsite.source.problems import ProblemsFound

# Not MkDocs' own log, whose warnings end a strict build: an address that stands in for the owner's is no mistake yet.
_log = logging.getLogger("microsite")


def on_pre_build(config: MkDocsConfig) -> None:
    """Start the state of the build with the guide; all problems stop the build at once."""
    file, docs, known = Path(config.config_file_path), Path(config.docs_dir), read_problems(config.extra)
    try:
        given = Given(read_settings(file), file.parent, docs, config.nav, config.extra, known)
        state = read_site(given, preview=running_preview())
    except ProblemsFound as found:
        raise PluginError(f"{len(found.problems)} to mend:\n{found}") from found
    store_state(config.extra, state)
    for remark in state.remarks:
        _log.warning("%s", remark)
    for place, value in find_placeholders({"site_url": config.site_url, "extra": config.extra}):
        _log.warning("mkdocs.yml: %s: %s reaches nobody; put your own in its place", place, value)
