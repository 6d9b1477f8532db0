"""Checks the settings and the machine before anything is read, and tells a fault of the machine in one line.

Stands first: what it wraps is called by all that comes after. What is wrong with a setting is told by `read_guide`,
together with all that is wrong with the pages and the data.
"""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import wraps
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils.yaml import yaml_load

from microsite.build.beside import built_beside
from microsite.build.faults import explain_file_fault, explain_port_fault
from microsite.build.state import store_problems
from microsite.build.surroundings import build_day, is_publishing
from microsite.page.site_address import check_site_address
from microsite.source.kept import kept
from microsite.source.problems import ProblemList
from microsite.source.settings_file import locate_settings

Build = Callable[..., None]

# The command that runs, until its first build begins: only the first build of a preview finds the port free.
_starting = ""
_deploys = False


def on_startup(*, command: str, dirty: bool) -> None:
    """Know the command, and have its builds tell what the machine refuses."""
    global _starting, _deploys
    _starting, _deploys = command, command == "gh-deploy"
    from mkdocs.commands import build, serve  # here, because they import much that a check does without

    for module in (build, serve):
        if not hasattr(module.build, "__wrapped__"):
            module.build = _tell_faults(module.build)  # type: ignore[attr-defined]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Note what is wrong with the settings and the environment."""
    global _starting
    starting, _starting = _starting, ""
    if starting == "serve" and (fault := explain_port_fault(*config.dev_addr)):
        # Not an error of a build, which the preview would survive.
        raise SystemExit(fault)
    found = ProblemList()
    publishing = _deploys
    with found.gather():
        publishing = is_publishing(os.environ) or _deploys
    with found.gather():
        build_day(os.environ)
    file = Path(config.config_file_path)
    settings, address = locate_settings(file), _as_typed(file, "site_url")
    line = settings.line(("site_url",))
    found.add(*check_site_address(address, file=settings.file, line=line, publishing=publishing))
    store_problems(config.extra, found)
    return config


def _as_typed(file: Path, name: str) -> object:
    """A setting as it was typed: the generator takes line ends out of an address before it checks it."""
    return _typed(file.read_text(encoding="utf-8")).get(name)


@kept
def _typed(text: str) -> dict[str, Any]:
    return yaml_load(text)


def _tell_faults(build: Build) -> Build:
    @wraps(build)
    def build_or_tell(config: MkDocsConfig, *args: Any, **options: Any) -> None:
        site = config.site_dir
        new = Path(site)
        try:
            # What is called a dirty build goes on with the folder that is there.
            with (
                nullcontext(Path(site)) if options.get("dirty") else built_beside(Path(site)) as new,
                _called(new, site),
            ):
                config.site_dir = str(new)
                build(config, *args, **options)
        except OSError as error:
            raise Abort(explain_file_fault(error).replace(str(new), site)) from error
        finally:
            config.site_dir = site

    return build_or_tell


@contextmanager
def _called(new: Path, site: str) -> Iterator[None]:
    """MkDocs says where it builds to, which is a place that nobody has asked for."""

    def rename(record: logging.LogRecord) -> bool:
        record.msg = str(record.msg).replace(str(new), site)
        return True

    log = logging.getLogger("mkdocs.commands.build")
    log.addFilter(rename)
    try:
        yield
    finally:
        log.removeFilter(rename)
