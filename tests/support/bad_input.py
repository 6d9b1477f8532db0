"""Mistakes in a copy of a small site, read and checked in this process as a build does before it begins."""

from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from ruamel.yaml import YAML

from microsite.build.reading import Given, read_site
from microsite.build.settings import read_settings
from microsite.source.problems import ProblemsFound
from support.needs import ROOT

SITE = ROOT / "tests" / "sites" / "tea"


@dataclass(frozen=True)
class BadInput:
    """One mistake: in ``file``, ``find`` becomes ``put`` (see the head of tests/bad-input.yml); all that is told."""

    id: str
    file: str
    says: list[str]
    find: str | None = None
    put: str | None = None
    folder: bool = False
    link: str | None = None

    def make(self, site: Path) -> None:
        """Make the mistake in a copy of the site."""
        path = site / self.file
        if self.put is None:
            path.unlink(missing_ok=self.folder or self.link is not None)
            path.parent.mkdir(parents=True, exist_ok=True)
            if self.folder:
                path.mkdir()
            if self.link is not None:
                path.symlink_to(self.link)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = path.read_bytes() if path.exists() else b""
        find, put = _bytes(self.find or ""), _bytes(self.put)
        if self.find is None:
            path.write_bytes(put)
        elif find == b"":
            path.write_bytes(whole + put)
        else:
            assert whole.count(find) >= 1, f"{self.file} no longer holds {self.find!r}: change {self.id}"
            path.write_bytes(whole.replace(find, put, 1))


def read_bad_input() -> dict[str, list[BadInput]]:
    """Every mistake of tests/bad-input.yml, by its kind."""
    kinds = YAML(typ="safe").load(ROOT / "tests" / "bad-input.yml")
    return {kind: [BadInput(**case) for case in cases] for kind, cases in kinds.items()}


def copy_tea(folder: Path) -> Path:
    """A copy of the small site, which still finds hooks, templates and styles."""
    site = folder / "tests" / "sites" / "tea"
    copytree(SITE, site)
    for name in ("docs", "hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    return site


def told(site: Path) -> list[str]:
    """Every problem of a site, in the words in which a build tells it."""
    try:
        settings = read_settings(site / "mkdocs.yml")
        docs = site / str(settings.value.get("docs_dir", "docs"))
        extra = settings.value.get("extra")
        given = Given(settings, site, docs, settings.value.get("nav"), extra if isinstance(extra, dict) else {})
        read_site(given, preview=None)
    except ProblemsFound as found:
        return [str(problem) for problem in found.problems]
    return []


def _bytes(text: str) -> bytes:
    """Text as UTF-8; \\xff stands for a byte that is not."""
    return text.encode("utf-8").replace(rb"\xff", b"\xff")
