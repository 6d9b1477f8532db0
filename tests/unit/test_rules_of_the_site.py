"""The rules the site is held to can fail: each finds the fault that is planted in a site that is in order."""

import json

import pytest

from support import link_rules, page_rules
from support.built_site import BuiltPage, BuiltSite

ADDRESS = "https://guide.example/below/"
HOME = """<!doctype html><title>Home</title><meta name="description" content="All of it">
<link rel="canonical" href="https://guide.example/below/">
<style>main { background: url("a.svg") }</style>
<main data-later="a.js"><h1 id="home">Home</h1><h2 id="part">Part</h2>
<p><a href="other/#there">Other</a> <a href="#part">Part</a> <a href="https://else.example/">Else</a></p>
<label for="field">Field</label><input id="field"><img src="a.svg" alt="a" srcset="a.svg 1x, other/b.svg 2x"></main>"""
OTHER = """<!doctype html><title>Other</title><meta name="description" content="The rest">
<link rel="canonical" href="https://guide.example/below/other/">
<main><h1>Other</h1><h2 id="there">There</h2>
<p><a href="../">Home</a> <a href="mailto:a@b.example">Mail</a></p></main>"""
MISSING = """<!doctype html><title>Not found</title><main><h1>Not found</h1><a href="/below/other/">Other</a></main>"""
FILES = {"index.html", "other/index.html", "404.html", "a.svg", "a.js", "other/b.svg"}
SITEMAP = f"<loc>{ADDRESS}</loc><loc>{ADDRESS}other/</loc>"

# A rule; the text that is changed, on whichever page it stands; what it is changed into; a part of what is said.
FAULTS = [
    (link_rules.broken_links, "../", "../nowhere/", "nowhere/index.html"),
    (link_rules.broken_links, 'src="a.svg"', 'src="c.svg"', "c.svg"),
    (link_rules.broken_links, "other/b.svg 2x", "b.svg 2x", "b.svg"),
    (link_rules.broken_links, 'url("a.svg")', "url(/a.svg)", "outside the site"),
    (link_rules.broken_links, 'href="/below/other/"', 'href="other/"', "not/here/other"),
    (link_rules.broken_links, 'data-later="a.js"', 'data-later="late.js"', "late.js"),
    (link_rules.broken_anchors, 'href="#part"', 'href="#parts"', "#parts"),
    (link_rules.broken_anchors, 'id="there"', 'id="here"', "#there"),
    (link_rules.broken_references, 'for="field"', 'for="fields"', "for=fields"),
    (link_rules.insecure_links, "https://else", "http://else", "http://else.example/"),
    (
        link_rules.wrong_canonicals,
        '/below/other/">\n',
        '/below/">\n',
        "expected ['https://guide.example/below/other/']",
    ),
    (link_rules.orphans, 'href="other/#there"', 'href="#home"', "other/index.html"),
    (page_rules.repeated_titles, "<title>Other", "<title>Home", "index.html, other/index.html: Home"),
    (page_rules.repeated_titles, "<title>Other", "<title>", "other/index.html: nothing"),
    (page_rules.repeated_main_headings, "<h1>Other", "<h1>Home", "Home"),
    (page_rules.repeated_descriptions, "The rest", "All of it", "All of it"),
    (page_rules.repeated_descriptions, ' content="The rest"', "", "nothing"),
    (page_rules.repeated_ids, 'id="part"', 'id="home"', "id home stands 2 times"),
    (page_rules.wrong_headings, "<h1>Other</h1>", "<p>Other</p>", "has 0 h1"),
    (page_rules.wrong_headings, '<h2 id="part">Part</h2>', '<h3 id="part">Part</h3>', "h3 “Part” comes after h1"),
    (page_rules.wrong_headings, ">There<", "><", "an h2 is empty"),
    (page_rules.left_markers, "There", "[[table: x]]", "[[table: x]]"),
    (page_rules.left_markers, 'alt="a"', 'alt="{{ a }}"', "{{ a }}"),
]


def make_site(old: str = "", new: str = "") -> BuiltSite:
    """Return the site that is in order, with one text on it changed."""
    sources = {"404.html": MISSING, "index.html": HOME, "other/index.html": OTHER}
    if old:
        assert sum(html.count(old) for html in sources.values()) == 1, f"the fault is planted once: {old}"
    return BuiltSite(
        ADDRESS,
        tuple(BuiltPage(path, html.replace(old, new) if old else html) for path, html in sources.items()),
        frozenset(FILES),
    )


@pytest.mark.parametrize("rule", sorted({fault[0] for fault in FAULTS}, key=lambda rule: rule.__name__))
def test_a_rule_is_silent_about_a_site_in_order(rule) -> None:
    """Nothing is found where nothing is wrong."""
    assert rule(make_site()) == []


@pytest.mark.parametrize(("rule", "old", "new", "says"), FAULTS, ids=lambda value: getattr(value, "__name__", None))
def test_a_rule_finds_its_fault(rule, old: str, new: str, says: str) -> None:
    """The planted fault is found and named."""
    found = rule(make_site(old, new))
    assert any(says in text for text in found), found


@pytest.mark.parametrize(
    ("sitemap", "says"),
    [
        (SITEMAP, []),
        (f"<loc>{ADDRESS}</loc>", [f"missing: {ADDRESS}other/"]),
        (SITEMAP + f"<loc>{ADDRESS}old/</loc>", [f"too many: {ADDRESS}old/"]),
        (SITEMAP + f"<loc>{ADDRESS}</loc>", [f"too many: {ADDRESS}"]),
    ],
)
def test_a_sitemap_lists_each_page_once(sitemap: str, says: list[str]) -> None:
    """A page too few or too many in the sitemap is named."""
    assert link_rules.wrong_sitemap(make_site(), sitemap) == says


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("other/#there", []),
        ("other/#gone", ["search index: other/#gone"]),
        ("gone/", ["search index: gone/"]),
    ],
)
def test_a_place_of_the_search_index_exists(place: str, says: list[str]) -> None:
    """A search entry that leads nowhere is named."""
    assert link_rules.wrong_search_places(make_site(), json.dumps({"docs": [{"location": place}]})) == says
