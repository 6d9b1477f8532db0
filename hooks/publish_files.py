"""Adds the files that are made from data (notes, downloads) to the files of the site."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from microsite.html.assets import published_assets
from microsite.publish.generated_files import publish


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Each publication becomes a file of the site, so links to it are checked like any other."""
    urls = {file.src_uri: file.url for file in files}
    # A preview is not shared, and should be quick.
    palette = None if config.extra.get("preview") else config.extra["palette"]
    made = publish(config.extra["guide"], urls=urls, title=config.site_name, palette=palette)
    made |= published_assets(Path(config.docs_dir) / "assets")
    for path, content in made.items():
        files.append(File.generated(config, path, content=content))
    return files
