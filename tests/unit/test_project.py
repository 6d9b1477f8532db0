"""What installs, checks and publishes the guide: the same on every machine, and naming none."""

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet
from ruamel.yaml import YAML

from draw_house import house
from release_notes import notes_of
from support.needs import ROOT, need_program

PYTHON_LOCKS = ("requirements/site.txt", "requirements/test.txt")
ALL_LOCKS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "requirements").glob("*.txt"))
SET_UP = (*ALL_LOCKS, "pyproject.toml", "package.json", "package-lock.json", ".npmrc", "Makefile", ".ci/run")
WORKFLOW = ROOT / ".github" / "workflows" / "site.yml"
WORKFLOWS = sorted(WORKFLOW.parent.glob("*.yml"))
# Folders that exist on one machine only. A word, a dot or another slash before them makes them part of something else.
MACHINE_PATH = re.compile(r"(?<![\w./:-])/(?:root|home|work|Users|opt|mnt)/")
# Lines of a lock: a package with its exact version, then its hashes.
PACKAGE = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; .*)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M)


def read(path: str) -> str:
    """Return the text of a file of the project."""
    return (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", ALL_LOCKS)
def test_each_locked_package_has_a_version_and_hashes(lock: str) -> None:
    """Nothing is installed that was not the same when the lock was written."""
    begun = [line.split("==")[0] for line in read(lock).splitlines() if line and line[0] not in " #"]
    assert begun
    assert [name for name, _, _ in PACKAGE.findall(read(lock))] == begun


def test_the_test_lock_holds_the_site_lock() -> None:
    """The site that is tested is built by the versions that build it for readers."""
    site, test = ({(name, version) for name, version, _ in PACKAGE.findall(read(lock))} for lock in PYTHON_LOCKS)
    assert site < test


@pytest.mark.parametrize("python", ["3.11.0", "3.12.0", "3.13.0"])
def test_each_locked_package_runs_on_every_python(python: str) -> None:
    """A lock written on a new Python installs on an old one; some packages ask for its later repairs."""
    asked = {
        name: metadata(name).get("Requires-Python") for name, _, _ in PACKAGE.findall(read("requirements/test.txt"))
    }
    assert [name for name, versions in asked.items() if versions and python not in SpecifierSet(versions)] == []


def test_each_npm_package_has_a_hash_and_no_address() -> None:
    """The lock of the tools holds what they are and not where they came from."""
    packages = json.loads(read("package-lock.json"))["packages"]
    fetched = {name: package for name, package in packages.items() if name}
    assert fetched
    assert [name for name, package in fetched.items() if not package.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, package in fetched.items() if "resolved" in package] == []
    assert "omit-lockfile-registry-resolved=true" in read(".npmrc")


@pytest.mark.parametrize("path", SET_UP)
def test_set_up_names_no_address(path: str) -> None:
    """Everyone installs from the index they use; the address of the site itself, on this machine, is none."""
    # Where a package asks for money is an address of its author.
    text = re.sub(r'"funding": (?:\[.*?\]|\{.*?\}|"[^"]*")', "", read(path), flags=re.S)
    text = text.replace("http://127.0.0.1:8000", "")
    assert re.findall(r"\S*://\S*|--(?:extra-)?index-url\S*|--find-links\S*|--trusted-host\S*|registry=\S*", text) == []


def test_locks_fit_what_is_asked_for() -> None:
    """Each direct dependency is locked, so a change of pyproject.toml cannot be forgotten in the locks."""
    project = tomllib.loads(read("pyproject.toml"))["project"]
    asked = {
        "requirements/site.txt": project["dependencies"],
        "requirements/test.txt": project["dependencies"] + project["optional-dependencies"]["test"],
    }
    for lock, requirements in asked.items():
        locked = {name for name, _, _ in PACKAGE.findall(read(lock))}
        names = {re.split(r"[=<>]", requirement)[0].lower().replace(".", "-") for requirement in requirements}
        assert names - locked == set(), f"{lock}: run `make lock`"
    tools = json.loads(read("package.json"))["devDependencies"]
    assert json.loads(read("package-lock.json"))["packages"][""]["devDependencies"] == tools


def test_each_dependency_has_its_reason_beside_it() -> None:
    """Nobody has to guess what a package is for."""
    lists = re.findall(r"^(?:dependencies|test) = \[\n(.*?)^\]", read("pyproject.toml"), re.M | re.S)
    lines = [line for block in lists for line in block.splitlines()]
    assert len(lines) > 20
    assert [line for line in lines if not re.fullmatch(r' +"[^"]+", *# .{10,}', line)] == []
    tools = json.loads(read("package.json"))
    assert tools["//"].keys() == tools["devDependencies"].keys()


def test_what_is_known_to_break_is_bound() -> None:
    """Versions that were seen to fail cannot come back."""
    dependencies = tomllib.loads(read("pyproject.toml"))["project"]["dependencies"]
    assert {"mkdocs==1.6.1", "mkdocs-material==9.8.1", "click>=8.4"} <= set(dependencies)


def test_ci_runs_the_test_command() -> None:
    """What CI runs is what everybody runs, and it waits for no answer."""
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert read(".ci/run").rstrip().splitlines()[-1] == "exec make test </dev/null"
    assert re.search(r"^test:", read("Makefile"), re.M)


def test_the_workflow_asks_for_little() -> None:
    """Each job may read, and only publishing may publish."""
    workflow = YAML(typ="safe").load(WORKFLOW)
    assert workflow["permissions"] == {"contents": "read"}
    allowed = {name: job.get("permissions") for name, job in workflow["jobs"].items()}
    assert allowed == {
        "test": None,
        "build": {"contents": "read", "pages": "read"},
        "publish": {"pages": "write", "id-token": "write"},
    }
    assert "bash .ci/run" in WORKFLOW.read_text(encoding="utf-8")


def test_what_the_workflow_publishes_has_an_address_of_its_own() -> None:
    """The build that is published is told so: it ends where the address is a placeholder."""
    steps = YAML(typ="safe").load(WORKFLOW)["jobs"]["build"]["steps"]
    (build,) = [step for step in steps if step.get("run") == "make build"]
    assert build["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}/", "PUBLISH": "1"}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_one_of_github_s_own_named_by_its_commit(workflow: Path) -> None:
    """A tag can be moved to other code, a commit cannot; the version stands beside it for people."""
    used = re.findall(r"uses: (.+)", workflow.read_text(encoding="utf-8"))
    assert used
    assert [each for each in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_reads_and_only_one_job_may_write(workflow: Path) -> None:
    settings = YAML(typ="safe").load(workflow)
    assert settings["permissions"] == {"contents": "read"}
    writing = [name for name, job in settings["jobs"].items() if "write" in (job.get("permissions") or {}).values()]
    assert len(writing) <= 1


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_no_step_of_a_workflow_finds_the_key_of_the_checkout(workflow: Path) -> None:
    """What is installed and run later could use it."""
    jobs = YAML(typ="safe").load(workflow)["jobs"].values()
    checkouts = [step for job in jobs for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert [step for step in checkouts if step.get("with", {}).get("persist-credentials") is not False] == []


def test_every_lock_is_audited_each_week_and_when_it_changes() -> None:
    """A version of which nothing could be learned is not taken for one without a weakness."""
    audit = YAML(typ="safe").load(WORKFLOW.with_name("audit.yml"))
    assert audit["on"]["schedule"]
    for event in ("push", "pull_request"):
        assert {"requirements/**", "package-lock.json"} <= set(audit["on"][event]["paths"])
    assert [step["run"] for step in audit["jobs"]["audit"]["steps"] if "run" in step] == ["make audit"]
    # Under another make, as in `make test`, it would print its folder too.
    quiet = ["--no-print-directory", "--old-file=.venv/supply/.installed", "--dry-run"]
    make = [need_program("make", package="make"), *quiet, "audit"]
    python, node = subprocess.check_output(make, cwd=ROOT, text=True).splitlines()
    assert sorted(re.findall(r"--requirement (\S+)", python)) == ALL_LOCKS
    assert {"--strict", "--require-hashes"} <= set(python.split())
    assert node == "npm audit --package-lock-only"


def test_a_release_proves_where_each_of_its_files_is_from() -> None:
    """And brings the lists of what it is built with."""
    job = YAML(typ="safe").load(WORKFLOW.with_name("release.yml"))["jobs"]["release"]
    assert job["permissions"] == {"contents": "write", "id-token": "write", "attestations": "write"}
    (release,) = [step["run"] for step in job["steps"] if "gh release create" in step.get("run", "")]
    (proof,) = [step["with"] for step in job["steps"] if "attest-build-provenance@" in step.get("uses", "")]
    files = re.findall(r"build/\S+", release.partition("--notes")[0])
    assert files == proof["subject-path"].split()
    assert {"build/sbom-python.json", "build/sbom-node.json"} < set(files)


def test_the_lists_of_a_release_name_each_locked_package_with_its_hashes(tmp_path: Path) -> None:
    """As `make sbom` writes them; the tools in a file of their own, because nothing of them is published."""
    copied = ("requirements", "pyproject.toml", "Makefile", "package.json", "package-lock.json", ".venv", "tools")
    for name in copied:
        (tmp_path / name).symlink_to(ROOT / name)
    make = [need_program("make", package="make"), "--old-file=.venv/supply/.installed", "sbom"]
    subprocess.run(make, cwd=tmp_path, check=True, capture_output=True)
    python, node = (
        json.loads((tmp_path / f"build/sbom-{name}.json").read_text("utf-8")) for name in ("python", "node")
    )
    assert python["bomFormat"] == node["bomFormat"] == "CycloneDX"
    locked = {(name, version) for name, version, _ in PACKAGE.findall(read("requirements/site.txt"))}
    assert {(each["name"].lower(), each["version"]) for each in python["components"]} == locked
    assert all(each["externalReferences"][0]["hashes"] for each in python["components"])
    names = {name.rpartition("node_modules/")[2] for name in json.loads(read("package-lock.json"))["packages"] if name}
    assert {each["name"] for each in node["components"]} == names


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_fits_its_schema(workflow: Path) -> None:
    """The published schema of workflows finds nothing against it."""
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    subprocess.run([*checker, workflow], check=True)


def test_the_picture_of_the_folders_is_current() -> None:
    """`make map` would change nothing."""
    assert read(".github/house.svg") == house(), "run `make map`"


def test_the_changelog_says_something_of_this_version() -> None:
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    assert notes_of(version, read("CHANGELOG.md"))
    with pytest.raises(ValueError, match="nothing of version 0"):
        notes_of("0", read("CHANGELOG.md"))


@pytest.mark.parametrize("path", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md"])
def test_a_document_names_only_what_is_there(path: str) -> None:
    """Links to files, and every make target."""
    text = read(path)
    files = [goal for goal in re.findall(r"\]\(([^)#:]+)\)", text) if not goal.startswith("../../actions/")]
    assert [goal for goal in files if not (ROOT / goal).exists()] == []
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.M))
    assert set(re.findall(r"`make ([a-z-]+)", text)) - targets == set()
    paths = re.findall(r"`((?:docs|hooks|overrides|tests|tools|\.github)/[\w./-]+)`", text)
    assert [each for each in paths if not (ROOT / each).exists() and not re.search("NAME|your-page", each)] == []


def test_no_file_names_a_machine() -> None:
    """The project can be checked out anywhere."""
    named = [
        f"{path}: {line}" for path, text in project_texts() for line in text.splitlines() if MACHINE_PATH.search(line)
    ]
    assert named == []


def project_texts() -> list[tuple[str, str]]:
    """Return every file of the project as text, by its name; what .gitignore lists is not of the project."""
    ignored = {".git", *(line.strip("/") for line in read(".gitignore").splitlines())}
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in ignored]
        found += [Path(folder, name) for name in names if name not in ignored]
    assert len(found) > 50
    return [(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8", errors="ignore")) for path in found]
