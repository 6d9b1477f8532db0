"""The bibliography has an entry for each source, and says what could not be confirmed of it."""

from microsite.components.bibliography.view import render_bibliography
from support.evidence_samples import make_source
from support.html import read_html


def test_every_source_has_an_entry_with_its_anchor_and_links() -> None:
    """Authors, title, place, addresses: as text, whatever the text holds."""
    html = read_html(render_bibliography([make_source(pmid="12", pmcid="PMC3", others=True)], downloads=[]))
    entry = html.select_one("#source-potter-2020")
    assert " ".join(entry.get_text().split()) == (
        "Potter AB, Saucer C, and others. Tea & warmth <in> cups. Cups & Saucers, 2020;3:1-9."
        " DOI 10.1000/cups.3, PubMed 12, PMC3. Warm tea is warm & <wet>. Cohort."
    )
    assert len(entry.select("a")) == 3


def test_the_entry_says_what_is_left_out() -> None:
    """A reader learns that a field is missing on purpose, and where to look instead."""
    unsure = make_source(hide=["authors", "pages"], check="not seen", see_instead="kettle").printable()
    other = make_source(id="kettle", title="Kettles")
    html = read_html(render_bibliography([unsure, other], downloads=[("RIS", "../a.ris")]))
    text = " ".join(html.select_one("#source-potter-2020").get_text().split())
    assert "Left out, because we could not confirm it: list of authors and pages." in text
    assert "Potter" not in text
    assert html.select_one("#source-potter-2020 a[href='#source-kettle']").get_text() == "Kettles"
    assert html.select_one("a[download]")["href"] == "../a.ris"


def test_entries_are_in_alphabetical_order() -> None:
    """By what a page calls the source, whatever the case and the quotation mark."""
    sources = [
        make_source(id=f"s{i}", authors=names, title="Milk") for i, names in enumerate([["Tea T"], ["de Cup C"], []])
    ]
    html = read_html(render_bibliography(sources, downloads=[]))
    assert [node["id"] for node in html.select("li")] == ["source-s1", "source-s2", "source-s0"]
