"""The hooks and templates build sites on other subjects, from new files under docs/ and a new mkdocs.yml only."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from ruamel.yaml import YAML

from support.building import Build, build_site
from support.built_site import BuiltSite, read_site
from support.html_checker import check_files
from support.needs import ROOT, need_program
from support.projects import copy_project
from support.rules import RULES, Rule

SLEEP = ROOT / "tests" / "sites" / "sleep"


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The second site, built strictly."""
    return build_site(tmp_path_factory.mktemp("second"), root=SLEEP)


@pytest.fixture(scope="module")
def sleep(second: Build) -> BuiltSite:
    """The second site as values."""
    return _whole(second)


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site that `make new` writes, built strictly."""
    folder = tmp_path_factory.mktemp("new") / "my-site"
    _run(sys.executable, "tools/new_site.py", str(folder))
    return build_site(folder / "site", root=folder)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("site", ["second", "new"])
def test_no_page_has(rule: Rule, site: str, request: pytest.FixtureRequest) -> None:
    """What holds for the pages of the guide holds for those of other sites."""
    assert not (found := rule(_whole(request.getfixturevalue(site)))), "\n".join(found)


@pytest.mark.parametrize("site", ["second", "new"])
def test_its_pages_are_valid(site: str, request: pytest.FixtureRequest) -> None:
    """The Nu HTML checker has nothing against the pages of other sites."""
    build = request.getfixturevalue(site)
    said = check_files(sorted(build.folder.rglob("*.html")))
    found = [finding for finding in said if finding.kind in ("error", "fatal")]
    assert not found, "\n".join(map(str, found))


def test_it_has_columns_filters_and_claims_of_its_own(sleep: BuiltSite) -> None:
    """They come from its own tables.yml and claims.yml."""
    page = sleep.by_path["studies/index.html"]
    titles = [node.get_text(" ", strip=True) for node in page.tree.select("thead th")]
    assert titles == [
        "Study",
        "Question",
        "What it found",
        "Kind of study",
        "People people",
        "Sleep it speaks of h",
        "Source",
    ]
    assert len(page.tree.select("tbody tr")) == 5
    assert {"find", "question", "skip"} <= set(re.findall(r'name="?([a-z]+)', page.html))
    claims = sleep.by_path["research/index.html"].tree.select("tbody tr")
    assert [row["id"] for row in claims] == [
        "claim-sleep-supports-immunity",
        "claim-sleep-supports-the-microbiome",
    ]


def test_its_marks_lead_to_pages_of_its_own_choice(sleep: BuiltSite) -> None:
    """Claims and sources lie on one page there, under a name that no hook knows."""
    home = sleep.by_path["index.html"]
    assert set(home.values("a.mark", "href")) == {
        "research/#claim-sleep-supports-immunity",
        "research/#claim-sleep-supports-the-microbiome",
    }
    assert "research/#source-cohen-2009" in set(home.values(".sources a", "href"))


def test_a_draft_is_nowhere_in_it(second: Build) -> None:
    """The site has a draft, and neither a page nor a menu, sitemap, search index or contents tells of it."""
    assert "status: draft" in (SLEEP / "docs" / "dreams.md").read_text(encoding="utf-8")
    assert not second.failed, second.log
    telling = [path for path in second.folder.rglob("*") if path.is_file() and b"dreams" in path.read_bytes().lower()]
    assert telling == []
    assert not (second.folder / "dreams").exists()


def test_a_link_to_a_draft_stops_a_build(tmp_path: Path) -> None:
    """Readers could not follow it; the message names the line."""
    copy_project(tmp_path)
    site = tmp_path / "tests" / "sites" / "sleep"
    copytree(SLEEP, site)
    with (site / "docs" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\n[Dreams](dreams.md#not-written)\n")
    build = build_site(tmp_path / "built", root=site)
    assert build.status == 1
    said = r"^docs/index\.md:\d+: link 'dreams\.md#not-written': expected a published page, found a draft$"
    assert re.search(said, build.log, re.M), build.log


def test_what_is_escaped_in_the_guide_is_escaped_there(sleep: BuiltSite) -> None:
    """A sign that means something in HTML is shown as the sign."""
    page = sleep.by_path["studies/index.html"]
    assert "Varied microbes &amp; sleep" in page.html
    assert "<title>Five studies of sleep - Sleep &amp; Health</title>" in page.html


def test_it_needs_no_python() -> None:
    """No Python belongs to it, and it has the hooks and the settings of the guide."""
    assert list(SLEEP.rglob("*.py")) == []
    ours, theirs = _settings(ROOT), _settings(SLEEP)
    assert [f"../../../{hook}" for hook in ours["hooks"]] == theirs["hooks"]
    for part in ("plugins", "markdown_extensions", "validation", "exclude_docs", "strict"):
        assert ours[part] == theirs[part], part


@pytest.mark.parametrize("folder", ["hooks", "overrides", "docs/assets/scripts"])
def test_nothing_that_builds_sites_knows_the_subject(folder: str) -> None:
    """The words of the guide's subject are in no hook, no template and no script."""
    files = [path for path in (ROOT / folder).rglob("*") if path.suffix in (".py", ".html", ".js")]
    assert len(files) > 3
    words = re.compile("food|gut", re.I)
    knowing = [f"{path}: {found[0]}" for path in files if (found := words.search(path.read_text(encoding="utf-8")))]
    assert knowing == []


def test_a_new_site_has_the_hooks_and_settings_of_the_guide(new: Build) -> None:
    """What the guide gains, a site that is written later has too."""
    ours, theirs = _settings(ROOT), _settings(new.folder.parent)
    assert [Path(hook).name for hook in theirs["hooks"]] == [Path(hook).name for hook in ours["hooks"]]
    for part in ("plugins", "markdown_extensions", "validation", "exclude_docs", "strict"):
        assert ours[part] == theirs[part], part


def test_a_new_site_is_one_page_with_a_table_and_a_claim(new: Build) -> None:
    """It is small enough to be understood at once."""
    site = _whole(new)
    assert set(site.by_path) == {"index.html", "404.html"}
    page = site.by_path["index.html"]
    assert [table["name"] for table in page.tree.select("data-table")] == ["words", "claims"]
    assert len(page.tree.select("a.mark")) == 1
    year = date.today().year
    assert {day[:4] for day in page.values(".review time", "datetime")} == {str(year), str(year + 1)}


def test_a_new_site_is_never_written_over_something(tmp_path: Path) -> None:
    """A folder that holds a file stays as it is."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "tools/new_site.py", tmp_path], cwd=ROOT, text=True, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert "is not empty" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_readme_leads_to_a_new_site_in_five_steps(tmp_path: Path) -> None:
    """The commands of its section, run as they stand there, end in a built site; the last one would show it."""
    section = re.search(r"^## A site on another subject$(.*?)^## ", _readme(), re.M | re.S)
    assert section, "README.md has no section `## A site on another subject`"
    commands = re.findall(r"^(make .+?)(?: +#.*)?$", section[1], re.M)
    assert 2 <= len(commands) <= 5
    project = tmp_path / "project"
    project.mkdir()
    for name in ("hooks", "overrides", "docs", "tools", "mkdocs.yml", "Makefile"):
        (project / name).symlink_to(ROOT / name)
    for command in commands:
        if "serve" not in command:
            _run(*_make(command), cwd=project)
    assert len(list(tmp_path.glob("*/site/index.html"))) == 1


def _make(command: str) -> list[str]:
    """The command with the Python of the tests, which has all that `make` would install first."""
    make, *words = command.split()
    bin_folder = Path(sys.executable).parent
    return [need_program(make, package="make"), "-o", ".venv/site.installed", f"BIN={bin_folder}", *words]


def _run(*command: str, cwd: Path = ROOT) -> None:
    done = subprocess.run(command, cwd=cwd, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    assert done.returncode == 0, done.stdout


def _whole(build: Build) -> BuiltSite:
    assert not build.failed, build.log
    return read_site(build.folder)


def _settings(folder: Path) -> dict:
    """The settings of a site; an environment variable stands there as its name."""
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    return json.loads(json.dumps(YAML(typ="safe").load(text)))


def _readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")
