"""Adds the files that are made from data (notes, downloads, social cards) to the files of the site."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from microsite.build.state import read_state
from microsite.html.assets import published_assets
from microsite.html.modules import ScriptError
from microsite.publish.generated_files import generate_files
from microsite.source.kept import Store

_made = Store()


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Each generated file becomes a file of the site, so links to it are checked like any other."""
    state = read_state(config.extra)
    urls = {file.src_uri: file.url for file in files}

    def make() -> dict[str, str | bytes]:
        made = generate_files(state.guide, urls=urls, title=config.site_name, palette=state.palette)
        return made | published_assets(Path(config.docs_dir) / "assets")

    try:
        made = _made.get(state.shared, make)
    except ScriptError as error:
        raise PluginError(str(error)) from error
    for path, content in made.items():
        files.append(File.generated(config, path, content=content))
    return files
