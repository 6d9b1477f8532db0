"""The facts for machines on each page parse, have what schema.org names, and say what the page shows."""

import json
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import Tag

from support.built_site import BuiltPage, BuiltSite

# What schema.org and those who read it expect of each type.
NAMED = {
    "MedicalWebPage": {"name", "description", "url", "datePublished", "dateModified", "lastReviewed", "author"},
    "BreadcrumbList": {"itemListElement"},
    "Dataset": {"name", "description", "license", "creator", "distribution"},
}


def read_graph(page: BuiltPage) -> dict[str, dict[str, Any]]:
    """Return the nodes of the page's JSON-LD by type."""
    (script,) = page.tree.select("script[type='application/ld+json']")
    graph = json.loads(script.get_text())
    assert graph["@context"] == "https://schema.org"
    return {node["@type"]: node for node in graph["@graph"]}


def contradictions(built: BuiltSite, page: BuiltPage) -> list[str]:
    """What the JSON-LD of a page says otherwise than the page, or does not say at all."""
    node = read_graph(page)["MedicalWebPage"]
    shown = {
        "name": _text(page, "h1"),
        "description": _text(page, ".summary"),
        "url": next(page.values("link[rel=canonical]", "href")),
        "inLanguage": next(page.values("html", "lang")),
        **_review(page),
        "citation": _citations(built, page),
    }
    said = {**node, "author": node["author"]["name"], "reviewedBy": node.get("reviewedBy", {}).get("name")}
    said["citation"] = sorted(urljoin(built.address + page.url, source["@id"]) for source in node.get("citation", ()))
    return [
        f"{page.path}: {name} is {said.get(name)!r}, the page shows {value!r}"
        for name, value in shown.items()
        if said.get(name) != value
    ]


@pytest.fixture
def listed(pages: tuple[BuiltPage, ...]) -> list[BuiltPage]:
    """Every page but the one for 404, which is no page of the guide."""
    return [page for page in pages if not page.is_not_found_page]


def test_every_page_names_what_its_types_need(listed: list[BuiltPage]) -> None:
    """No page leaves out a fact that is expected of its type."""
    for page in listed:
        for kind, node in read_graph(page).items():
            assert NAMED[kind] <= node.keys(), (page.path, kind)


def test_every_page_says_what_it_shows(built: BuiltSite, listed: list[BuiltPage]) -> None:
    """Title, summary, address, dates, people and sources are those of the page."""
    found = [text for page in listed for text in contradictions(built, page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"datePublished":"2026', '"datePublished":"2025'),
        ('"lastReviewed":"2026', '"lastReviewed":"2027'),
        ('"description":"', '"description":"Not '),
        ('"citation":[', '"citation":[{"@id":"../sources/#source-x"},'),
        ('"author":{', '"reviewedBy":{"@type":"Person","name":"Dr. Nobody"},"author":{'),
        ("<h1>", "<h1>Not "),
    ],
)
def test_a_contradiction_is_found(built: BuiltSite, old: str, new: str) -> None:
    """One fact changed on either side is noticed."""
    page = built.by_path["habits/index.html"]
    assert page.html.count(old) == 1
    assert len(contradictions(built, BuiltPage(page.path, page.html.replace(old, new)))) == 1


def test_the_trail_is_the_trail_of_the_page(built: BuiltSite, listed: list[BuiltPage]) -> None:
    """Each step that the page shows is a step for machines, and the page itself is the last."""
    for page in listed:
        steps = page.tree.select("nav[aria-label=Breadcrumb] li")
        trail = read_graph(page).get("BreadcrumbList", {"itemListElement": []})["itemListElement"]
        assert [step["position"] for step in trail] == list(range(1, len(steps) + 1)), page.path
        assert [step["name"] for step in trail] == [" ".join(step.get_text().split()) for step in steps], page.path
        for step, link in zip(trail, page.values("nav[aria-label=Breadcrumb] a", "href"), strict=False):
            target = built.resolve(page, link)
            assert target is not None
            assert step["item"] == built.address + target[0].removesuffix("index.html")
        assert not trail or trail[-1]["item"] == built.address + page.url


def test_a_data_set_has_downloads_that_are_there(built: BuiltSite, listed: list[BuiltPage]) -> None:
    """Two pages show a data set; each of its downloads is a file of the site that the page links."""
    described = 0
    for page in listed:
        dataset = read_graph(page).get("Dataset")
        if dataset is None:
            continue
        described += 1
        linked = {built.resolve(page, link) for link in page.values("main a", "href")}
        for download in dataset["distribution"]:
            path = download["contentUrl"].removeprefix(built.address)
            assert path in built.files
            assert (path, "") in linked
        assert dataset["license"].startswith("https://")
    assert described == 2


def test_every_page_describes_itself_to_who_shares_it(listed: list[BuiltPage]) -> None:
    """Open Graph, canonical address and description say the same as the page."""
    for page in listed:
        meta = {
            node["property"]: node["content"] for node in page.tree.select("meta[property^='og:']")
        }
        assert meta["og:title"] == _text(page, "h1"), page.path
        assert meta["og:description"] == _text(page, ".summary"), page.path
        assert meta["og:description"] == next(page.values("meta[name=description]", "content")), page.path
        assert meta["og:url"] == next(page.values("link[rel=canonical]", "href")), page.path
        assert {"og:type", "og:site_name"} <= meta.keys(), page.path


def _text(page: BuiltPage, selector: str) -> str:
    node = page.first(selector)
    return " ".join(node.get_text().split()) if node else ""


def _review(page: BuiltPage) -> dict[str, str | None]:
    """The review line in the words of schema.org; no reviewer where the line says that there is none."""
    line = {
        term.get_text(): _said(meaning)
        for term, meaning in zip(page.tree.select(".review dt"), page.tree.select(".review dd"), strict=True)
    }
    checked = line["Checked by"]
    return {
        "author": line["Written by"],
        "reviewedBy": None if checked.startswith("Not yet checked") else checked,
        "datePublished": line["Published"],
        "dateModified": line["Updated"],
        "lastReviewed": line["Last checked by us"],
    }


def _said(meaning: Tag) -> str:
    """What stands behind a word of the review line; a day as machines write it."""
    day = meaning.select_one("time")
    return day["datetime"] if day else " ".join(meaning.get_text().split())


def _citations(built: BuiltSite, page: BuiltPage) -> list[str]:
    """The address of the entry, in the bibliography, of each source that the page lists or holds itself."""
    listed = {urljoin(built.address + page.url, link) for link in page.values(".sources li > span > a", "href")}
    held = {f"{built.address}{page.url}#{entry}" for entry in page.values(".bibliography li", "id")}
    return sorted(listed | held)
