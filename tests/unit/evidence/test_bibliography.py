"""The bibliography and its exports, read back by libraries that did not write them."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.evidence.bibliography import CUT, EXPORTS, to_bibtex, to_csl_json, to_ris
from support.evidence_samples import make_source
from support.reference_files import read_bibtex, read_csl, read_ris

# What breaks an exporter: signs of TeX, of HTML, letters beyond ASCII.
TITLES = st.text(alphabet='aZ1 &<>%$#_{}~^\\"éÖγβ–’', min_size=1, max_size=30).map(str.strip).filter(bool)
HARD = 'RegIIIγ & <b>Núñez</b>: 5% of {all} #1_$ ~ ^ \\ "x"'


@pytest.mark.parametrize("title", [HARD])
def test_a_title_survives_each_export(title: str) -> None:
    """Greek, accents, and signs that formats use for themselves come back as they were."""
    source = make_source(title=title, container=title)
    assert read_bibtex(to_bibtex([source]))["potter-2020"]["title"] == title
    assert read_ris(to_ris([source]))["potter-2020"]["secondary_title"] == title
    assert json.loads(to_csl_json([source]))[0]["title"] == title
    assert read_csl(to_csl_json([source]))["potter-2020"].type == "article-journal"


@given(TITLES)
def test_any_title_survives_bibtex(title: str) -> None:
    """Spaces aside, which BibTeX counts as one."""
    back = read_bibtex(to_bibtex([make_source(title=title)]))["potter-2020"]["title"]
    assert "".join(back.split()) == "".join(title.split())


@given(TITLES)
def test_any_title_survives_ris(title: str) -> None:
    """RIS has no escapes, so nothing is escaped."""
    assert read_ris(to_ris([make_source(title=title)]))["potter-2020"]["title"] == title


def test_a_cut_list_of_authors_is_no_person() -> None:
    """Every format has a last author "others": a style prints authors, and no note."""
    source = make_source(others=True)
    assert read_bibtex(to_bibtex([source]))["potter-2020"]["author"] == ["Potter, A. B.", "Saucer, C.", "others"]
    ris = read_ris(to_ris([source]))["potter-2020"]
    assert ris["authors"] == ["Potter, A.B.", "Saucer, C.", CUT]
    csl = json.loads(to_csl_json([source]))[0]
    assert [name.get("family") for name in csl["author"]] == ["Potter", "Saucer", None]
    assert csl["author"][-1] == {"literal": CUT}


def test_a_line_end_in_a_field_begins_no_other_field() -> None:
    """What an editor pastes can add no tag to a record of RIS and no entry to BibTeX."""
    source = make_source(title="Milk\nER  - \r\nTY  - BOOK\u2028@misc{x,")
    assert list(read_ris(to_ris([source]))) == list(read_bibtex(to_bibtex([source]))) == ["potter-2020"]
    assert read_ris(to_ris([source]))["potter-2020"]["type_of_reference"] == "JOUR"


COMMAND = r"\input{/etc/passwd} \write18{x} %} @misc{y, title={z}"


@pytest.mark.parametrize("field", ["title", "container", "volume", "issue", "pages", "authors"])
def test_no_field_holds_a_command_of_tex(field: str) -> None:
    """What TeX would run, and what would end an entry, comes back as it was typed."""
    text = to_bibtex([make_source(**{field: [COMMAND] if field == "authors" else COMMAND})])
    entries = read_bibtex(text)
    assert list(entries) == ["potter-2020"]
    assert not re.search(r"\\(?:input|write)", text)


@pytest.mark.parametrize(
    ("title", "bibtex"),
    [
        ("T-cell and vitamin D in ME/CFS", "{T}-cell and vitamin {D} in {ME}/{CFS}"),
        ("Mucus: the partners? a review", "{Mucus}{: }the partners{? }a review"),
        ("Mucus: The partners", "{Mucus}: {The} partners"),
        ("p53 in cups", "{p53} in cups"),
        ('"Hot" tea ("cold" too)', "“{Hot}” tea (“cold” too)"),
        ("50% of L_1 & more", r"50\% of {L}\_1 \& more"),
    ],
)
def test_a_title_keeps_its_case(title: str, bibtex: str) -> None:
    """Braces hold what a style would write otherwise, and no more; straight quotation marks get two sides."""
    assert f"title = {{{bibtex}}},\n" in to_bibtex([make_source(title=title)])


def test_an_organization_that_is_written_like_a_person_is_none() -> None:
    """In no format is a part of its name an initial; what could not be confirmed of authors is hidden with them."""
    source = make_source(authors=["Tea UK", "Saucer C"], organizations=["Tea UK"])
    assert read_bibtex(to_bibtex([source]))["potter-2020"]["author"] == ["{Tea UK}", "Saucer, C."]
    assert read_ris(to_ris([source]))["potter-2020"]["authors"] == ["Tea UK", "Saucer, C."]
    assert json.loads(to_csl_json([source]))[0]["author"][0] == {"literal": "Tea UK"}
    assert source.model_copy(update={"hide": ("authors",)}).printable().organizations == ()


@pytest.mark.parametrize(
    ("author", "bibtex", "ris", "csl"),
    [
        (
            "Camargo CA Jr",
            "Camargo, Jr, C. A.",
            "Camargo, C.A., Jr",
            {"family": "Camargo", "given": "C. A.", "suffix": "Jr"},
        ),
        (
            "van der Kamp JW",
            "{van der Kamp}, J. W.",
            "van der Kamp, J.W.",
            {"non-dropping-particle": "van der", "family": "Kamp", "given": "J. W."},
        ),
        ("De Boer RJ", "{De Boer}, R. J.", "De Boer, R.J.", {"family": "De Boer", "given": "R. J."}),
        (
            "Panel on Tea, Milk and Sugar",
            "{Panel on Tea, Milk and Sugar}",  # braces keep it whole for BibTeX
            "Panel on Tea Milk and Sugar",  # a comma would part it into family and given name
            {"literal": "Panel on Tea, Milk and Sugar"},
        ),
    ],
)
def test_names_keep_their_parts(author: str, bibtex: str, ris: str, csl: dict[str, str]) -> None:
    """A family name of several words, a suffix and an organization with "and" in its name stay whole."""
    source = make_source(authors=[author])
    assert read_bibtex(to_bibtex([source]))["potter-2020"]["author"] == [bibtex]
    assert read_ris(to_ris([source]))["potter-2020"]["authors"] == [ris]
    assert json.loads(to_csl_json([source]))[0]["author"] == [csl]


@pytest.mark.parametrize(
    ("kind", "bibtex", "container", "ris"),
    [
        ("article-journal", "article", "journal", "JOUR"),
        ("book", "book", "publisher", "BOOK"),
        ("report", "techreport", "institution", "RPRT"),
        ("legislation", "misc", "howpublished", "STAT"),
        ("webpage", "misc", "howpublished", "ELEC"),
    ],
)
def test_each_kind_of_source_has_its_type(kind: str, bibtex: str, container: str, ris: str) -> None:
    """A journal is a journal, a publisher a publisher."""
    source = make_source(type=kind)
    entry = read_bibtex(to_bibtex([source]))["potter-2020"]
    assert (entry["type"], entry[container]) == (bibtex, "Cups & Saucers")
    assert read_ris(to_ris([source]))["potter-2020"]["type_of_reference"] == ris


def test_pages_are_a_range_in_each_format() -> None:
    """First and last page are told apart; an article number has no last page, though it may have a hyphen."""
    assert "pages = {1--9}" in to_bibtex([make_source()])
    assert (lambda r: (r["start_page"], r["end_page"]))(read_ris(to_ris([make_source()]))["potter-2020"]) == ("1", "9")
    for number in ("e12", "e00031-18"):
        entry = read_ris(to_ris([make_source(pages=number)]))["potter-2020"]
        assert (entry["start_page"], entry.get("end_page")) == (number, None)
    assert "pages = {e00031-18}" in to_bibtex([make_source(pages="e00031-18")])


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.title)
def test_what_is_not_known_is_no_field(export) -> None:
    """No empty fields, and no word for what is missing."""
    bare = make_source(type="webpage", authors=None, year=None, volume=None, pages=None, doi=None, url=None)
    text = export.write([bare])
    assert "None" not in text
    assert "{}" not in text
    assert '""' not in text
