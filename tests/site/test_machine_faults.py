"""What the machine refuses ends a command in one plain line, with what to do, and never in a traceback."""

import re
import resource
import shutil
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from support.needs import ROOT, need_program
from support.projects import QUIET, copy_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def refused(*command: str | Path, cwd: Path, environment: dict[str, str] | None = None, **options: Any) -> str:
    """Run a command that has to fail; returns what it says."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment or QUIET,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
        **options,
    )
    assert done.returncode != 0, done.stdout
    assert "Traceback" not in done.stdout, done.stdout
    return done.stdout.strip()


def mkdocs(*arguments: str | Path) -> list[str | Path]:
    return [sys.executable, "-m", "mkdocs", *arguments]


def test_a_port_that_is_taken(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        said = refused(*mkdocs("serve", "--dev-addr", f"127.0.0.1:{port}"), cwd=project)
    assert f"\nPort {port} is taken by another program. Choose another: make serve PORT=" in said


def test_a_port_that_is_none(project: Path) -> None:
    said = refused(*mkdocs("serve", "--dev-addr", "127.0.0.1:70000"), cwd=project)
    assert said.splitlines()[-1] == "Port 70000: a port is a number from 1 to 65535. Choose one: make serve PORT=8001"


@pytest.mark.parametrize("port", ["many", "80a", "", "-1", "8 0"])
def test_make_wants_a_number_for_a_port(port: str) -> None:
    """make itself adds a line of its own, that the target failed."""
    done = subprocess.run(
        [need_program("make", package="make"), "--old-file=.venv/site.installed", "serve", f"PORT={port}"],
        cwd=ROOT,
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0
    assert done.stderr.startswith(f"PORT: expected a number such as 8001, found '{port}'\n")


def test_make_serves_at_the_port_that_is_named() -> None:
    make = [need_program("make", package="make"), "--old-file=.venv/site.installed", "--dry-run", "serve"]
    asked = [subprocess.check_output([*make, *port], cwd=ROOT, text=True) for port in ([], ["PORT=8001"])]
    assert [said.split("--dev-addr ")[1].split()[0] for said in asked] == ["127.0.0.1:8000", "127.0.0.1:8001"]


def test_a_file_where_the_site_should_be(project: Path) -> None:
    (project / "site").write_text("mine", encoding="utf-8")
    said = refused(*mkdocs("build"), cwd=project)
    assert said.endswith("/site: a file stands where a folder is wanted. Move the file away, or build into another one: "
                         "mkdocs build --site-dir FOLDER.")
    assert (project / "site").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_made(project: Path) -> None:
    said = refused(*mkdocs("build", "--site-dir", "/proc/site"), cwd=project)
    assert said.splitlines()[-1].startswith("/proc/site: it is not there, or cannot be made. Make the folder around it, or build into")


def test_a_file_that_cannot_be_written_in_the_middle_of_a_build(project: Path) -> None:
    """A limit on the size of files stands in for a full disk, which not everyone may make."""
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (20_000, 20_000))
    said = refused(*mkdocs("build"), cwd=project, preexec_fn=limit)
    assert re.search(r"/site/\S+: it is larger than a file may be here\. Raise the limit: ulimit -f unlimited\.$", said)


def test_no_git_to_publish_with(project: Path) -> None:
    environment = QUIET | {"PATH": "", "SITE_URL": "https://guide.org/"}
    said = refused(*mkdocs("gh-deploy"), cwd=project, environment=environment)
    assert said.endswith("Could not find git - is it installed and on your path?\n\nDeployment Aborted!")


def test_no_python_to_install_with(tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("sh", "dirname", "mkdir"):
        (programs / name).symlink_to(str(shutil.which(name)))
    said = refused(programs / "sh", ROOT / "tools/make-venv.sh", "new", cwd=tmp_path, environment={"PATH": str(programs)})
    assert said == "Python 3.11 or later is missing. Install it with: apt-get install python3"


def test_a_checkout_that_cannot_be_written(tmp_path: Path) -> None:
    said = refused("sh", ROOT / "tools/make-venv.sh", "/proc/new/.venv", cwd=tmp_path)
    assert said == (
        "/proc/new/.venv cannot be written. Copy the project to a folder of your own, and run make there"
    )


@pytest.mark.parametrize("address", ["guide.org", "javascript:alert(1)", "https://", " ", "https://a b/", "https://a:b@c/"])
def test_an_address_that_is_none(project: Path, address: str) -> None:
    """Some of them MkDocs refuses itself, in words of its own; nothing is built of any."""
    said = refused(*mkdocs("build"), cwd=project, environment=QUIET | {"SITE_URL": address})
    ours = "mkdocs.yml:4: site_url: expected an address with https:// and a host"
    assert ours in said or "Config value 'site_url': The URL isn't valid, it should include the http:// (scheme)" in said
    assert not (project / "site").exists()
