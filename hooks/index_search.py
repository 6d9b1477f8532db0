"""Writes the search index: entries for rows, sources and terms too, where MkDocs' search plugin knows headings only."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from microsite.build.state import read_state
from microsite.search.index import search_index


def on_post_build(*, config: MkDocsConfig) -> None:
    """The index, where the theme's script looks for it."""
    state = read_state(config.extra)
    path = Path(config.site_dir, "search", "search_index.json")
    path.parent.mkdir(exist_ok=True)
    titles = {claim.anchor: claim.record.say_instead for claim in state.guide.ledger.claims.values()}
    index = search_index(state.context.pages, state.guide.search_words, titles=titles)
    path.write_text(index, encoding="utf-8")
    if not config.use_directory_urls:
        # For a site that is opened from a folder, where a page may run a script beside it but not fetch data.
        path.with_suffix(".js").write_text(f"__index = {index};\n", encoding="utf-8")
