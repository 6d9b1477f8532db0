"""Reads and checks everything an editor touches, before the old site is removed: a mistake loses nothing."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from microsite.guide.checks import check_drafts, check_ledger_pages, check_nav, check_pages
from microsite.guide.guide import DATA, load_guide
from microsite.html.assets import find_asset
from microsite.html.templates import read_templates_anew
from microsite.page.feedback import read_taking_part
from microsite.page.reading_order import listed_pages
from microsite.publish.generated_files import publication_names
from microsite.social_card.palette import load_palette
from microsite.source.problems import ProblemsFound

# The colors of the identity, which the pictures made by a build share.
TOKENS = "assets/styles/tokens.css"


def on_pre_build(config: MkDocsConfig) -> None:
    """Put the guide where the other doors find it; all problems stop the build at once."""
    read_templates_anew()
    docs = Path(config.docs_dir)
    files = {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()}
    pages = sorted(path for path in files if path.endswith(".md"))
    guide, found = load_guide(docs, pages=pages, name=docs.name)
    found.add(*(() if any(found) else check_ledger_pages(guide)))
    data_is_whole = not any(problem.file.startswith(f"{docs.name}/{DATA}/") for problem in found)
    found.add(*check_pages(guide, files=files | publication_names(guide), data_is_whole=data_is_whole))
    found.add(*(check_nav(guide, listed_pages(config.nav)) if config.nav else ()))
    found.add(*(() if config.extra.get("preview") else check_drafts(guide)))
    with found.gather():
        config.extra["palette"] = load_palette(find_asset(docs / TOKENS), name=f"{docs.name}/{TOKENS}")
    with found.gather():
        config.extra["taking_part"] = read_taking_part(config.extra)
    try:
        found.raise_if_any()
    except ProblemsFound as problems:
        raise PluginError(f"{len(problems.problems)} to mend:\n{problems}") from problems
    config.extra["guide"] = guide
