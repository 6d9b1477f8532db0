"""The downloads of the bibliography, read by libraries that did not write them, hold what the data file holds."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from support.built_site import BuiltSite
from support.needs import ROOT
from support.reference_files import read_bibtex, read_csl, read_ris

REFERENCES: dict[str, dict[str, Any]] = {
    source["id"]: source
    for source in YAML(typ="safe").load((ROOT / "docs/data/references.yml").read_text(encoding="utf-8"))
}
READERS = {"sources.bib": read_bibtex, "sources.ris": read_ris, "sources.json": read_csl}
# The field of each format that holds a field of ours. RIS has first and last page apart.
BIBTEX = {"volume": "volume", "issue": "number", "doi": "doi", "pmid": "pmid", "pmcid": "pmcid", "url": "url"}
RIS = {"volume": "volume", "issue": "number", "doi": "doi", "pmcid": "custom2", "url": "urls"}
CSL = {
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "url": "URL",
}


@pytest.fixture(scope="session")
def read(site: Path) -> Callable[[str], dict[str, Any]]:
    """Read a download with the library for its format."""
    return lambda name: READERS[name]((site / "bibliography" / name).read_bytes().decode("utf-8"))


@pytest.mark.parametrize("name", READERS)
def test_a_download_holds_every_source(read, name: str) -> None:
    """120 entries, by the ids of the data file."""
    assert sorted(read(name)) == sorted(REFERENCES)


def test_titles_are_intact(read, site: Path) -> None:
    """Signs, accents and Greek letters come out of each format as they went in."""
    bibtex, ris = read("sources.bib"), read("sources.ris")
    csl = {item["id"]: item for item in json.loads((site / "bibliography/sources.json").read_text(encoding="utf-8"))}
    for name, source in REFERENCES.items():
        assert bibtex[name]["title"] == ris[name]["title"] == csl[name]["title"] == source["title"]


def test_the_titles_have_what_could_break_a_format() -> None:
    """The test above has something to fail on."""
    text = " ".join(source["title"] + source["container"] for source in REFERENCES.values())
    assert all(sign in text for sign in "&γ–’")
    assert '"' in text


def test_only_what_was_confirmed_is_in_a_download(read, site: Path) -> None:
    """Each field that is known is there, and none that is hidden, in any format."""
    bibtex, ris = read("sources.bib"), read("sources.ris")
    csl = {item["id"]: item for item in json.loads((site / "bibliography/sources.json").read_text(encoding="utf-8"))}
    for name, source in REFERENCES.items():
        shown = {field: value for field, value in source.items() if field not in source.get("hide", ())}
        for fields, entry in ((BIBTEX, bibtex[name]), (RIS, ris[name]), (CSL, csl[name])):
            for ours, theirs in fields.items():
                found = entry.get(theirs)
                assert (found[0] if isinstance(found, list) else found) == shown.get(ours), (name, ours)
        names = len(shown.get("authors", ()))
        cut = bool(names and source.get("others"))
        assert len(bibtex[name].get("author", ())) == names + cut, name
        assert len(ris[name].get("authors", ())) == len(csl[name].get("author", ())) == names + cut, name


def test_a_cut_list_ends_in_others(read, site: Path) -> None:
    """As the last author in every format, because styles print authors and no notes; a whole list does not."""
    bibtex, ris = read("sources.bib"), read("sources.ris")
    csl = {item["id"]: item for item in json.loads((site / "bibliography/sources.json").read_text(encoding="utf-8"))}
    for name, source in REFERENCES.items():
        cut = bool(source.get("others")) and "authors" not in source.get("hide", ())
        assert (bibtex[name].get("author", [""])[-1] == "others") == cut, name
        assert (ris[name].get("authors", [""])[-1] == "others") == cut, name
        assert (csl[name].get("author", [{}])[-1] == {"literal": "others"}) == cut, name


def test_the_page_links_all_three(built: BuiltSite) -> None:
    """A reader finds the downloads where the sources are listed."""
    page = built.by_path["sources/index.html"]
    linked = {built.resolve(page, link) for link in page.values("main a", "href")}
    assert {(f"bibliography/{name}", "") for name in READERS} <= linked


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("sources.bib", "\\&", "&"), ("sources.bib", "γ", "g"), ("sources.ris", "&", "&amp;"), ("sources.json", "γ", "?")],
)
def test_a_title_that_is_not_intact_is_found(site: Path, name: str, old: str, new: str) -> None:
    """An escape too few or too many, or a letter lost, is noticed."""
    text = (site / "bibliography" / name).read_bytes().decode("utf-8")
    assert old in text
    broken = text.replace(old, new)
    titles = [source["title"] + source["container"] for source in REFERENCES.values()]
    assert sorted(_titles(name, text)) == sorted(titles)
    assert sorted(_titles(name, broken)) != sorted(titles)


def _titles(name: str, text: str) -> list[str]:
    """Title and container of each entry, whatever the format calls them."""
    if name == "sources.json":
        return [item["title"] + item["container-title"] for item in json.loads(text)]
    containers = ("journal", "publisher", "institution", "howpublished", "secondary_title")
    return [
        entry["title"] + next(entry[field] for field in containers if field in entry)
        for entry in READERS[name](text).values()
    ]
