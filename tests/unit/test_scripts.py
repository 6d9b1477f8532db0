"""The parts of our scripts that need no page, tested by Node's own runner; how they are typed and divided."""

import re
import subprocess

import pytest

from support.needs import ROOT, need_program

SCRIPTS = ROOT / "docs" / "assets" / "scripts"
OURS = [path.relative_to(SCRIPTS).as_posix() for path in sorted(SCRIPTS.rglob("*.*s"))]
# A line is no measure of code that is minified, but of what a person has to read at once.
MOST_LINES = 150
# What a reader would read: a word with a capital letter, and more after it.
_SENTENCE = re.compile(r"""["'`][A-Z][a-z]+[ :.][^"'`]*["'`]""")
_ANY = re.compile(r"[{<(,|:\[] ?any ?[}>),|\[\];=]")


def test_the_parts_without_a_page_pass_the_tests_of_node() -> None:
    node = need_program("node", package="nodejs")
    tests = sorted((ROOT / "tests" / "scripts").glob("*.test.js"))
    assert tests
    done = subprocess.run([node, "--test", *map(str, tests)], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", OURS)
def test_no_type_of_a_script_is_any(name: str) -> None:
    lines = (SCRIPTS / name).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if ("@" in line or name.endswith(".d.ts")) and _ANY.search(line)] == []


@pytest.mark.parametrize("name", OURS)
def test_a_script_can_be_read_at_once(name: str) -> None:
    assert len((SCRIPTS / name).read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("name", [each for each in OURS if not each.startswith("texts/") and each.endswith(".js")])
def test_what_readers_read_is_no_part_of_a_script(name: str) -> None:
    """It is in the HTML or, where a page should not carry it, in a module that holds nothing else."""
    code = re.sub(r"/\*[^*]*(?:\*(?!/)[^*]*)*\*/|^ *//.*", "", (SCRIPTS / name).read_text(encoding="utf-8"), flags=re.M)
    assert _SENTENCE.findall(code) == []
