"""What two citation processors print of each export is what the data file holds, and the same for all three."""

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from support.citation_processors import STYLE, print_with_citeproc, print_with_pandoc, ris_as_csl
from support.needs import ROOT

SOURCES: dict[str, dict[str, Any]] = {
    source["id"]: {name: value for name, value in source.items() if name not in source.get("hide", ())}
    for source in YAML(typ="safe").load((ROOT / "docs/data/references.yml").read_text(encoding="utf-8"))
}
PROCESSORS = {"pandoc": print_with_pandoc, "citeproc-py": print_with_citeproc}
FORMATS = ("bib", "ris", "json")
# Processors set quotation marks in a way of their own.
QUOTES = str.maketrans(dict.fromkeys("“”‘’\"", "'"))


@pytest.fixture(scope="module")
def files(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The exports, each in a format that both processors read."""
    folder = site / "bibliography"
    ris = ris_as_csl(folder / "sources.ris", tmp_path_factory.mktemp("ris") / "ris.json")
    return {"bib": folder / "sources.bib", "ris": ris, "json": folder / "sources.json"}


@pytest.mark.parametrize("processor", PROCESSORS)
@pytest.mark.parametrize("kind", FORMATS)
def test_each_source_is_printed_whole(files: dict[str, Path], kind: str, processor: str) -> None:
    """Authors, title, container, year, volume, pages and DOI of all sources, each letter in its case."""
    printed = _plain(PROCESSORS[processor](files[kind]))
    assert printed.keys() == SOURCES.keys()
    assert len(printed) >= 120
    # citeproc-py reads only the journal and the publisher of a book from BibTeX.
    blind = (kind, processor) == ("bib", "citeproc-py")
    expected = {name: _fields(source, container=not blind or _is_kept(source)) for name, source in SOURCES.items()}
    found = {name: _compared(text) for name, text in printed.items()}
    assert {name: (found[name], fields) for name, fields in expected.items() if found[name] != fields} == {}


@pytest.mark.parametrize("case", [None, "title", "sentence"])
def test_every_format_is_printed_alike(files: dict[str, Path], case: str | None, tmp_path: Path) -> None:
    """Also by styles that put titles into a case of their own: only BibTeX says in braces what they leave alone."""
    style = tmp_path / "style.csl"
    title = '<text variable="title"'
    cased = f'{title} text-case="{case}"' if case else title
    style.write_text(STYLE.read_text(encoding="utf-8").replace(title, cased), encoding="utf-8")
    bib, ris, json = (_plain(print_with_pandoc(files[kind], style=style)) for kind in FORMATS)
    assert bib == json
    # In RIS an organization has no commas.
    assert {name: text.replace(",", "") for name, text in ris.items()} == {
        name: text.replace(",", "") for name, text in json.items()
    }


def test_the_style_of_chicago_says_of_a_cut_list_that_it_is_cut(files: dict[str, Path]) -> None:
    """What is printed most has "and others" or "et al." after the names that are known."""
    cut = {name: source for name, source in SOURCES.items() if source.get("others") and source.get("authors")}
    for kind in FORMATS:
        printed = print_with_pandoc(files[kind], style=None)
        whole = [name for name in cut if not re.search(r"\bothers\b|\bet al\.", printed[name].partition("“")[0])]
        assert whole == []


def test_a_title_that_changes_its_case_is_found(files: dict[str, Path], tmp_path: Path) -> None:
    """Without the braces pandoc prints another title, so the test above has something to fail on."""
    bare = tmp_path / "bare.bib"
    lines = files["bib"].read_text(encoding="utf-8").splitlines()
    titles = (f"  title = {{{re.sub('[{}]', '', line[11:])}}}," if "  title = " in line else line for line in lines)
    bare.write_text("\n".join(titles).replace(",},", "},"), encoding="utf-8")
    printed = _plain(print_with_pandoc(bare))
    assert sum(_compared(text) != _fields(SOURCES[name]) for name, text in printed.items()) > 20


def _plain(printed: dict[str, str]) -> dict[str, str]:
    return {name: text.translate(QUOTES) for name, text in printed.items()}


def _is_kept(source: dict[str, Any]) -> bool:
    return source["type"] in ("article-journal", "book")


def _compared(line: str) -> str:
    """What was printed, without the signs between initials, of which each processor has its own."""
    return re.sub(r"[\s.,;]", "", line).replace("–", "-")


def _fields(source: dict[str, Any], *, container: bool = True) -> str:
    """What has to be printed of a source, in the order of the style."""
    authors = source.get("authors", [])
    fields = [
        "".join([*authors, *(["others"] if authors and source.get("others") else [])]),
        source["title"],
        source["container"] if container else "",
        str(source.get("year", "")),
        source.get("volume", ""),
        source.get("pages", ""),
        source.get("doi", ""),
    ]
    return _compared(" | ".join(field for field in fields if field).translate(QUOTES))
