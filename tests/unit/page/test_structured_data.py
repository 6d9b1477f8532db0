"""Facts for machines: the right words of schema.org, nothing that is not so, and no way out of the script element."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.content.page_source import PageFacts
from microsite.page.structured_data import DatasetFacts, Distribution, PageAddress, SiteFacts, page_graph
from support.evidence_samples import make_source

SITE = SiteFacts("Tea & Co", "https://tea.example/guide/", "en", "the tea team", "https://license.example/")


def make_facts(**changes: object) -> PageFacts:
    """Return the front matter of a page, with some of it changed."""
    day = date(2026, 1, 31)
    facts = {
        "title": "How tea is made",
        "summary": "What happens between the leaf & the cup.",
        "published": day,
        "updated": date(2026, 2, 1),
        "last_review": date(2026, 2, 2),
        "next_review": date(2027, 2, 2),
        "written_by": "the tea team",
    }
    return PageFacts.model_validate({**facts, **changes})


def make_graph(facts: PageFacts | None = None, **options: Any) -> dict[str, dict[str, Any]]:
    """Return the nodes of a page's graph by their type."""
    text = page_graph(facts or make_facts(), url="making/", site=SITE, **options)
    return {node["@type"]: node for node in json.loads(text)["@graph"]}


def test_a_page_says_what_its_front_matter_says() -> None:
    """Title, summary, dates and people, each under the name schema.org has for it."""
    page = make_graph()["MedicalWebPage"]
    assert page == {
        "@type": "MedicalWebPage",
        "@id": "https://tea.example/guide/making/",
        "url": "https://tea.example/guide/making/",
        "name": "How tea is made",
        "description": "What happens between the leaf & the cup.",
        "inLanguage": "en",
        "datePublished": "2026-01-31",
        "dateModified": "2026-02-01",
        "lastReviewed": "2026-02-02",
        "author": {"@type": "Organization", "name": "the tea team"},
        "publisher": {"@type": "Organization", "name": "the tea team"},
        "license": "https://license.example/",
        "isPartOf": {"@type": "WebSite", "name": "Tea & Co", "url": "https://tea.example/guide/"},
    }


def test_a_reviewer_is_named_only_when_there_is_one() -> None:
    """A page that nobody has checked claims no reviewer."""
    assert "reviewedBy" not in make_graph()["MedicalWebPage"]
    reviewed = make_graph(make_facts(reviewed_by="Ada Potter, dietitian"))["MedicalWebPage"]
    assert reviewed["reviewedBy"] == {"@type": "Person", "name": "Ada Potter, dietitian"}


def test_a_source_is_cited_by_its_entry_in_the_bibliography() -> None:
    """Which is where the page leads too, by the same link."""
    page = make_graph(sources=[make_source()], bibliography_url="../sources/")["MedicalWebPage"]
    assert page["citation"] == [{"@id": "../sources/#source-potter-2020"}]


def test_an_entry_of_the_bibliography_says_what_the_source_is() -> None:
    """Its title and its most lasting address, under the id by which other pages cite it."""
    page = make_graph(entries=[make_source(), make_source(id="leaf", doi=None, url=None)])["MedicalWebPage"]
    entry = {"@type": "CreativeWork", "name": "Tea & warmth <in> cups"}
    assert page["citation"] == [
        {"@id": "#source-potter-2020", **entry, "url": "https://doi.org/10.1000/cups.3"},
        {"@id": "#source-leaf", **entry},
    ]


def test_the_trail_leads_from_home_to_the_page() -> None:
    """Positions count from 1, and every address is whole."""
    trail = make_graph(trail=[PageAddress("Home", ""), PageAddress("Making", "making/")])["BreadcrumbList"]
    assert [(item["position"], item["name"], item["item"]) for item in trail["itemListElement"]] == [
        (1, "Home", "https://tea.example/guide/"),
        (2, "Making", "https://tea.example/guide/making/"),
    ]


def test_a_page_without_a_trail_or_data_says_nothing_of_them() -> None:
    """The home page is no step on a trail."""
    assert list(make_graph()) == ["MedicalWebPage"]


def test_a_data_set_names_its_license_and_downloads() -> None:
    """What a data search needs to find it."""
    teas = DatasetFacts("Teas", "All the teas", "https://cc.example/", (Distribution("teas.csv", "text/csv"),))
    node = make_graph(datasets=[teas])["Dataset"]
    assert (node["name"], node["description"], node["license"]) == ("Teas", "All the teas", "https://cc.example/")
    assert node["distribution"] == [
        {"@type": "DataDownload", "contentUrl": "https://tea.example/guide/teas.csv", "encodingFormat": "text/csv"}
    ]


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!-- <script>", "a \u2028 b", "& &amp; ]]>"])
def test_no_text_leaves_the_script_element(text: str) -> None:
    """What would end the element is escaped, and reads the same."""
    summary = f"Something to drink: {text}"
    graph = page_graph(make_facts(summary=summary), url="", site=SITE)
    assert not set("<>&\u2028") & set(graph)
    assert json.loads(graph)["@graph"][0]["description"] == summary


@given(st.text(min_size=20, max_size=60).filter(lambda text: len(text.strip()) >= 20))
def test_any_summary_is_said_as_it_is(summary: str) -> None:
    """JSON-LD holds any text."""
    facts = make_facts(summary=summary)
    assert json.loads(page_graph(facts, url="", site=SITE))["@graph"][0]["description"] == facts.summary
