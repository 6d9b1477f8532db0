"""The schemas that editors of YAML read are those of the models, and every data file is checked by one."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from microsite.guide.json_schemas import make_schemas
from support.needs import ROOT

DATA = ROOT / "docs" / "data"
SCHEMAS = ROOT / "schemas"
FILES = sorted(DATA.glob("*.yml"))
PAGES = sorted((ROOT / "docs").glob("*.md"))


def test_the_schemas_are_current() -> None:
    """`make schemas` would change nothing."""
    written = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.iterdir()}
    assert written == make_schemas(ROOT / "docs"), "run `make schemas`"


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_a_data_file_names_its_schema_first(file: Path) -> None:
    """The first line is what editors of YAML look for, and it leads to a schema that is there."""
    first = file.read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found, first
    assert (DATA / found[1]).resolve() == SCHEMAS / f"{file.stem}.schema.json"
    assert (DATA / found[1]).exists()


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_a_data_file_fits_its_schema(file: Path) -> None:
    """A checker that did not write the schema agrees."""
    status, said = _check(file.stem, file)
    assert status == 0, said


def test_the_front_matter_of_each_page_fits_its_schema(tmp_path: Path) -> None:
    """The same for what stands above the pages."""
    parts = []
    for page in PAGES:
        part = tmp_path / f"{page.stem}.yml"
        part.write_text(page.read_text(encoding="utf-8").split("---\n")[1], encoding="utf-8")
        parts.append(part)
    assert len(parts) > 5
    status, said = _check("page", *parts)
    assert status == 0, said


@pytest.mark.parametrize(
    ("schema", "file", "find", "put"),
    [
        ("claims", DATA / "claims.yml", "  strength: ", "  strenght: "),
        ("claims", DATA / "claims.yml", "  strength: ", "  strength: very "),
        ("references", DATA / "references.yml", "  year: ", "  year: about "),
        ("glossary", DATA / "glossary.yml", "  means: ", "  means: 3 # "),
        ("foods", DATA / "foods.yml", "  group: ", "  group: no "),
        ("foods", DATA / "foods.yml", "  try: ", "  tri: "),
        ("tables", DATA / "tables.yml", "rowPrefix: ", "row_prefix: "),
        ("care", DATA / "care.yml", "  claims: [", "  claims: [3, "),
    ],
)
def test_a_mistake_does_not_fit(schema: str, file: Path, find: str, put: str, tmp_path: Path) -> None:
    """The schemas refuse what the models refuse."""
    text = file.read_text(encoding="utf-8")
    assert find in text
    wrong = tmp_path / file.name
    wrong.write_text(text.replace(find, put, 1), encoding="utf-8")
    assert _check(schema, wrong)[0] == 1


def _check(schema: str, *files: Path) -> tuple[int, str]:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", SCHEMAS / f"{schema}.schema.json", *files]
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout
