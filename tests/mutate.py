"""Breaks the site on purpose, one way at a time, and asks the test that should notice: `make mutate`.

The ways are listed in tests/mutations.yml. A mutation of the built site changes a copy of it; a mutation of the project
changes a copy of that, which is then built by the test itself. One that no test notices survives, and fails the run.
"""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / "tests" / "mutations.yml"
# What a copy of the project shares with it, being large and never changed.
SHARED = ("node_modules", ".venv", "build")
_TEST = ("-m", "pytest", "-q", "-rf", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist")


@dataclass(frozen=True)
class Mutation:
    """One way to break something: in ``file`` of a copy, the first match of ``find`` becomes ``put``."""

    id: str
    file: str
    find: str
    put: str
    caught_by: str
    of: str = "site"

    def apply(self, folder: Path) -> None:
        """Break a copy. Raises ValueError where there is nothing of the kind any more."""
        path = folder / self.file
        path.write_text(self.broken(path.read_text(encoding="utf-8")), encoding="utf-8")

    def broken(self, text: str) -> str:
        """The text of the file, broken. Raises ValueError as `apply` does."""
        # A built page may leave out the quotation marks of an attribute.
        unquoted = self.of == "site" and self.file.endswith(".html")
        find = re.sub(r'(?<!\^)"', '"?', self.find) if unquoted else self.find
        broken = re.sub(find, self.put, text, count=1, flags=re.S)
        if broken == text:
            raise ValueError(f"{self.id}: {self.file} holds nothing like {self.find!r}: change the mutation")
        return broken


def read_mutations(path: Path = LIST) -> list[Mutation]:
    """The list, in order."""
    return [Mutation(**entry) for entry in YAML(typ="safe").load(path)]


def check(mutation: Mutation, site: Path) -> str | None:
    """Make one mutation and run its test. Returns what is wrong: that it survives, or that it could not be asked."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        try:
            if mutation.of == "site":
                copytree(site, home / "site")
                mutation.apply(home / "site")
                done = run_tests(mutation.caught_by, site=home / "site", root=ROOT, scratch=home / "tmp")
            else:
                copy_project(home / "project")
                mutation.apply(home / "project")
                done = run_tests(mutation.caught_by, site=None, root=home / "project", scratch=home / "tmp")
        except ValueError as error:
            return str(error)
    if done.returncode == 0:
        return f"{mutation.id}: SURVIVES {mutation.caught_by}"
    return None if done.returncode == 1 else f"{mutation.id}: {mutation.caught_by} could not be run:\n{done.stdout}"


def run_tests(*tests: str, site: Path | None, root: Path, scratch: Path) -> subprocess.CompletedProcess[str]:
    """Run tests of the project in ``root``; with ``site`` they get this one as what was built."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    plugin: tuple[str, ...] = ()
    if site:
        plugin, environment["GIVEN_SITE"] = ("-p", "support.given_site"), str(site)
        environment["PYTHONPATH"] = str(root / "tests")
    command = [sys.executable, *_TEST, *plugin, "--basetemp", str(scratch), *tests]
    return subprocess.run(command, cwd=root, env=environment, text=True, stdout=-1, stderr=-2, check=False)


def copy_project(folder: Path) -> None:
    """Copy all that the tests read."""
    leave = ignore_patterns("__pycache__", ".*_cache", ".hypothesis")
    at_top = {*SHARED, ".git", "site"}
    copytree(ROOT, folder, ignore=lambda path, names: leave(path, names) | (at_top if Path(path) == ROOT else set()))
    for name in SHARED:
        if (ROOT / name).exists():
            (folder / name).symlink_to(ROOT / name)


def main(names: Sequence[str]) -> int:
    """Check all mutations, or those named. Returns 1 where one survives or cannot be asked."""
    mutations = [mutation for mutation in read_mutations() if not names or mutation.id in names]
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
        subprocess.run(command, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
        # A test that fails anyway notices nothing. Each is asked as its mutation asks it: of a site, or of a project.
        failing: list[str] = []
        for of, given in (("site", site), ("project", None)):
            tests = dict.fromkeys(mutation.caught_by for mutation in mutations if mutation.of == of)
            if tests:
                whole = run_tests(*tests, site=given, root=ROOT, scratch=Path(folder) / "tmp")
                failing += re.findall(r"^(?:FAILED|ERROR) (\S+)", whole.stdout, re.M)
        sound = [each for each in mutations if not any(test.startswith(each.caught_by) for test in failing)]
        wrong = [f"{each.id}: {each.caught_by} fails without it too" for each in mutations if each not in sound]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            wrong += [fault for fault in pool.map(lambda mutation: check(mutation, site), sound) if fault]
    print(
        "\n".join([*wrong, f"{len(mutations) - len(wrong)} of {len(mutations)} mutations are noticed by their test."])
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
