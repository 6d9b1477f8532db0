"""Marks, notes, the sources of a page: their words, their links, and that data stays text."""

import json

import pytest

from microsite.evidence.citations import author_line, links, not_confirmed, published_in, short_name
from microsite.evidence.marks import notes_path, notes_script, render_mark, render_note, render_page_sources
from microsite.evidence.words import full_words, kind_words, mark_words, verdict_words
from support.evidence_samples import make_claim, make_source
from support.html import read_html

URLS = {"evidence_url": "../evidence/", "bibliography_url": "../sources/"}
LAB = "mostly animal or lab evidence"
MICE = make_source(id="mice", study_design="animal (mice)")
CELLS = make_source(id="cells", study_design="animal and in vitro")


def test_a_mark_is_a_named_link() -> None:
    """Without a script a mark is a whole link, in words, with an address of its own."""
    mark = read_html(render_mark(make_claim(), href="../evidence/#claim-tea-is-warm", id="mark-2")).select_one("a")
    assert mark.get_text() == "limited evidence"
    assert mark.attrs == {
        "class": "mark",
        "data-strength": "limited",
        "id": "mark-2",
        "href": "../evidence/#claim-tea-is-warm",
    }


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("strong evidence", {"strength": "strong"}),
        ("early evidence", {"strength": "preliminary"}),
        ("limited evidence", {"kinds": ["people", "expert agreement"]}),
        ("limited evidence", {"kinds": ["people", "animals", "expert agreement"]}),
        ("limited evidence, in animals and the lab", {"kinds": ["animals", "cells"]}),
        ("limited evidence, from animals and expert agreement", {"kinds": ["animals", "expert agreement"]}),
        ("limited evidence, from expert agreement", {"kinds": ["expert agreement"]}),
    ],
)
def test_a_mark_says_how_strong_and_where_from(words: str, claim: dict[str, object]) -> None:
    """Strength first, then where the evidence comes from, unless that is people."""
    assert mark_words(make_claim(**claim)) == words


def test_a_note_says_where_evidence_in_people_comes_from() -> None:
    """There is room for it in the title of a note."""
    assert full_words(make_claim(kinds=["people", "animals"])) == "limited evidence, in people and animals"


@pytest.mark.parametrize(
    ("words", "sources", "kinds"),
    [
        ("mostly in mice", [MICE], ["animals"]),
        ("mostly in mice", [MICE, make_source(study_design="guideline")], ["people", "animals"]),
        ("mostly in animals", [MICE, make_source(id="rats", study_design="animal (rats)")], ["animals"]),
        ("mostly in animals and the lab", [MICE, CELLS], ["animals", "cells"]),
        ("mostly in animals", [make_source()], ["animals"]),
    ],
)
def test_animal_evidence_is_called_so(words: str, sources: list[object], kinds: list[str]) -> None:
    """Mice are named only where every animal study says that it was in mice."""
    claim = make_claim(*sources, verdict=LAB, kinds=kinds)
    assert mark_words(claim) == f"limited evidence, {words}"


def test_a_note_says_what_is_known_and_what_is_not() -> None:
    """A note has both sides, the verdict, the kinds, the sources, and the way to the claim."""
    note = read_html(render_note(make_claim(), **URLS))
    texts = [node.get_text(strip=True) for node in note.select("dd")]
    assert texts[:4] == [
        "Tea may warm you & me.",
        "Nobody has <counted> & weighed.",
        "What is usually said is overstated.",
        "People",
    ]
    assert texts[4] == "Potter and Saucer, 2020, Cups & Saucers (DOI)"
    assert [node["href"] for node in note.select("a")] == [
        "../sources/#source-potter-2020",
        "https://doi.org/10.1000/cups.3",
        "../evidence/#claim-tea-is-warm",
    ]


def test_a_note_is_a_dialog_named_by_its_title() -> None:
    """A note takes the focus, has a name, and closes without a script of ours."""
    note = read_html(render_note(make_claim(), **URLS))
    dialog, title, button = (note.select_one(f"[{name}]") for name in ("popover", "autofocus", "popovertarget"))
    assert dialog["aria-labelledby"] == title["id"]
    assert (dialog["role"], title.get_text()) == ("dialog", "Limited evidence, in people")
    assert button["popovertarget"] == dialog["id"]


def test_a_note_never_holds_what_is_usually_said() -> None:
    """The claim that did not hold stands on the evidence page only."""
    assert "cures" not in render_note(make_claim(), **URLS)


@pytest.mark.parametrize(
    ("verdict", "kind", "says"),
    [
        ("well supported", "claim", "What is usually said is well supported."),
        ("well supported", "addition", "This is well supported."),
        (LAB, "claim", "What is usually said was shown mostly in animals or the lab."),
    ],
)
def test_a_verdict_is_a_sentence(verdict: str, kind: str, says: str) -> None:
    """The verdict says what it judges."""
    assert verdict_words(make_claim(MICE, verdict=verdict, kind=kind)) == says


def test_kinds_are_a_phrase() -> None:
    """All kinds are named."""
    assert (
        kind_words(make_claim(kinds=["people", "animals", "expert agreement"]))
        == "People, animals and expert agreement"
    )


def test_the_notes_file_is_one_call_with_all_notes() -> None:
    """What the page's script receives is each note by where its marks lead, and any text in it stays text."""
    script = notes_script([make_claim()], **URLS)
    notes = json.loads(script.removeprefix("evidenceNotes(").removesuffix(");\n"))
    assert notes == {"claim-tea-is-warm": str(render_note(make_claim(), **URLS))}
    assert "<counted>" not in script


@pytest.mark.parametrize(
    ("page", "path"),
    [("index.md", "assets/notes/index.js"), ("a/b.md", "assets/notes/a/b.js")],
)
def test_each_page_has_a_notes_file(page: str, path: str) -> None:
    """Two pages never share a file."""
    assert notes_path(page) == path


def test_the_sources_of_a_page_are_a_line_a_claim() -> None:
    """Each claim is named by what the guide says, with its sources, which lead to their entries in the bibliography."""
    html = read_html(render_page_sources([make_claim()], **URLS, notes_url="../n.js"))
    assert html.select_one("section")["data-notes"] == "../n.js"
    line = " ".join(html.select_one("li").get_text().split())
    assert line == "Tea may warm you & me. Potter and Saucer, 2020."
    assert "Tea cures" not in str(html)


def test_a_page_without_claims_has_no_sources() -> None:
    """No empty section."""
    assert render_page_sources([], **URLS, notes_url="") == ""


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("Potter and Saucer, 2020", {}),
        ("Potter, 2020", {"authors": ["Potter AB"]}),
        ("Potter and others, 2020", {"authors": ["Potter AB", "Saucer C", "Spoon D"]}),
        ("Potter and others, 2020", {"authors": ["Potter AB"], "others": True}),
        ("van der Kamp, 2020", {"authors": ["van der Kamp JW"]}),
        ("World Tea Board", {"authors": ["World Tea Board"], "year": None, "type": "webpage"}),
        ("“Tea & warmth <in> cups”, 2020", {"authors": []}),
    ],
)
def test_a_source_has_a_short_name(name: str, changes: dict[str, object]) -> None:
    """First author and others; the title where no author is known; never "et al."."""
    assert short_name(make_source(**changes)) == name


def test_a_cut_list_of_authors_ends_in_and_others() -> None:
    """Who was cut is not a person named et al."""
    assert author_line(make_source(others=True)) == "Potter AB, Saucer C, and others"
    many = [f"Potter {letter}" for letter in "ABCDEFGHIJ"]
    assert author_line(make_source(authors=many, others=True)) == f"{', '.join(many[:6])}, and others"


def test_of_a_long_list_of_authors_six_are_named() -> None:
    """With the number of the others, which is never so small that their names would be as short."""
    many = [f"Potter {letter}" for letter in "ABCDEFGHI"]
    assert author_line(make_source(authors=many)) == f"{', '.join(many[:6])}, and 3 others"
    assert author_line(make_source(authors=many[:8])) == ", ".join(many[:8])
    assert author_line(make_source(authors=None)) == ""


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("Cups & Saucers, 2020;3:1-9", {}),
        ("Cups & Saucers, 2020;3(2):1-9", {"issue": "2"}),
        ("Cups & Saucers, 2020;(8):1-9", {"volume": None, "issue": "8"}),
        ("Cups & Saucers, 2020;1-9", {"volume": None}),
        ("Cups & Saucers, 2020", {"volume": None, "pages": None}),
        ("Cups & Saucers", {"volume": None, "pages": None, "year": None, "type": "webpage"}),
    ],
)
def test_a_place_of_publication_has_no_empty_parts(words: str, changes: dict[str, object]) -> None:
    """What is not known leaves no comma behind."""
    assert published_in(make_source(**changes)) == words


def test_links_lead_to_each_address_once() -> None:
    """DOI, PubMed, PubMed Central; an address that only repeats one of them is left out."""
    source = make_source(pmid="12", pmcid="PMC3")
    assert [(link.kind, link.url) for link in links(source)] == [
        ("DOI", "https://doi.org/10.1000/cups.3"),
        ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/12/"),
        ("PubMed Central", "https://pmc.ncbi.nlm.nih.gov/articles/PMC3/"),
    ]
    web = make_source(doi=None, url="https://tea.example/a")
    assert [(link.kind, link.label) for link in links(web)] == [("Web page", "tea.example")]


def test_what_could_not_be_confirmed_is_said_in_words() -> None:
    """A reader learns what is left out."""
    assert not_confirmed(make_source(hide=["authors"], check="x")) == "list of authors"
    assert not_confirmed(make_source(hide=["volume", "pages", "doi"], check="x")) == "volume, pages and DOI"
    assert not_confirmed(make_source()) == ""
