"""The small guide as a site: its settings and hooks, run by MkDocs in this process."""

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from support.needs import ROOT
from support.small_guide import write_guide

SETTINGS = """
site_name: Tea & more
site_url: {address}
docs_dir: docs
theme: {{name: material, custom_dir: {root}/overrides, font: false, favicon: assets/pictures/cup.svg}}
plugins: []
exclude_docs: /data/
markdown_extensions: [abbr, attr_list, def_list, tables, {{toc: {{toc_depth: 2-3}}}}]
hooks: [{hooks}]
nav: [index.md, teas.md, evidence.md, sources.md]
extra:
  urgent_page: {urgent}
  owner: {{name: Us, contact: us@tea.example, interests: None}}
  comments: {{server: {comments}}}
"""
HOOKS = (
    "check_settings",
    "read_guide",
    "leave_out_drafts",
    "render_markers",
    "generate_files",
    "render_pages",
    "index_search",
    "finish_pages",
    "preview",
)


def settings(
    folder: Path,
    *,
    comments: str = '""',
    address: str = "https://tea.example/all/",
    urgent: str = "teas.md",
    more: str = "",
    **changes: str | None,
) -> MkDocsConfig:
    """The settings of the small guide, written into a folder, with ``more`` lines and with changes to its files."""
    write_guide(folder / "docs", **changes)
    hooks = ", ".join(f"{ROOT}/hooks/{hook}.py" for hook in HOOKS)
    file = folder / "mkdocs.yml"
    file.write_text(
        SETTINGS.format(root=ROOT, hooks=hooks, comments=comments, address=address, urgent=urgent) + more,
        encoding="utf-8",
    )
    return load_config(str(file), strict=False, site_dir=str(folder / "site"))


def built(folder: Path, **changes: str | None) -> Path:
    """The small guide, built as by `mkdocs build`; returns the site. ``changes`` are those of `settings`."""
    config = settings(folder, **changes)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder / "site"
