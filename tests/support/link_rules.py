"""Rules that hold for every link of a site. Each takes the built site and returns what breaks it, in words."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from support.built_site import BuiltPage, BuiltSite

# Every attribute that names an address, by the elements that have it.
_ADDRESSES = {
    "href": "a, area, link, use, image",
    "src": "img, script, source, iframe, audio, video, track, embed, input",
    "action": "form",
    "poster": "video",
    "data": "object",
    "content": "meta[property='og:image'], meta[property='og:url'], meta[name='twitter:image']",
}
_NAMING_ATTRIBUTES = (
    *("for", "list", "headers", "popovertarget"),
    *("aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns"),
)
_NOT_PLACES = ("data:", "mailto:", "tel:", "javascript:", "blob:")
# What a script of the page loads when it is first needed stands in a data- attribute.
_LATER = re.compile(r"""\sdata-[\w-]+=["']?([^"'\s>]+\.(?:js|json|csv|css|svg))["'\s>]""")
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")


def broken_links(site: BuiltSite) -> list[str]:
    """Links and assets of the site, in HTML, srcset and CSS, whose file is not there."""
    return [
        f"{page.path}: {link} leads to {target[0]}, which is not there"
        for page in site.pages
        for link in _links(page)
        if (target := site.resolve(page, link)) and target[0] not in site.files
    ]


def broken_anchors(site: BuiltSite) -> list[str]:
    """Links to a part of a page that has no such part."""
    return [
        f"{page.path}: {link} leads to #{fragment}, which {path} does not have"
        for page in site.pages
        for link in page.values("a, area, use", "href")
        for path, fragment in _filter_none(site.resolve(page, link))
        if fragment and not _has_anchor(site, path, fragment)
    ]


def broken_references(site: BuiltSite) -> list[str]:
    """Attributes that name the id of another element, on pages that have no such id."""
    return [
        f"{page.path}: {attribute}={name} names no element"
        for page in site.pages
        for attribute in _NAMING_ATTRIBUTES
        for names in page.values(f"[{attribute}]", attribute)
        for name in names.split()
        if name not in page.ids
    ]


def insecure_links(site: BuiltSite) -> list[str]:
    """Links that leave the site without encryption, or by an address without a scheme."""
    return [
        f"{page.path}: {link}"
        for page in site.pages
        for link in _links(page)
        if urlsplit(link).scheme == "http" or link.startswith("//")
    ]


def wrong_canonicals(site: BuiltSite) -> list[str]:
    """Pages that do not name their own address, once, as the canonical one; the page for 404 names none."""
    return [
        f"{page.path}: canonical {found}, expected {expected}"
        for page in site.pages
        if (found := list(page.values("link[rel=canonical]", "href")))
        != (expected := [] if page.is_not_found_page else [site.address + page.url])
    ]


def wrong_sitemap(site: BuiltSite, sitemap: str) -> list[str]:
    """Pages that the sitemap misses, and addresses it has too many or twice."""
    listed = Counter(re.findall(r"<loc>\s*(.*?)\s*</loc>", sitemap))
    expected = Counter(site.address + page.url for page in site.pages if not page.is_not_found_page)
    missing = [f"missing: {address}" for address in expected - listed]
    return missing + [f"too many: {address}" for address in listed - expected]


def wrong_search_places(site: BuiltSite, index: str) -> list[str]:
    """Places the search would lead to that are not there."""
    home = site.by_path["index.html"]
    return [
        f"search index: {place}"
        for place in (entry["location"] for entry in json.loads(index)["docs"])
        for path, fragment in _filter_none(site.resolve(home, place))
        if path not in site.files or (fragment and not _has_anchor(site, path, fragment))
    ]


def orphans(site: BuiltSite) -> list[str]:
    """Pages that cannot be reached from the home page by links in the text, without menus and footer."""
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = site.by_path[waiting.pop()]
        found = {path for link in _text_links(page) for path, _ in _filter_none(site.resolve(page, link))}
        new = (found & site.by_path.keys()) - reached
        reached |= new
        waiting += new
    return sorted(page.path for page in site.pages if page.path not in reached and not page.is_not_found_page)


def _links(page: BuiltPage) -> Iterator[str]:
    for attribute, selector in _ADDRESSES.items():
        yield from filter(_is_place, page.values(selector, attribute))
    for sources in page.values("img, source", "srcset"):
        yield from (source.split()[0] for source in sources.split(",") if source.strip())
    yield from filter(_is_place, _CSS_URL.findall(_styles(page)))
    yield from _LATER.findall(page.html)


def _is_place(link: str) -> bool:
    return not link.startswith(_NOT_PLACES)


def _styles(page: BuiltPage) -> str:
    sheets = [node.get_text() for node in page.tree.select("style")]
    return "\n".join([*sheets, *page.values("[style]", "style")])


def _text_links(page: BuiltPage) -> Iterator[str]:
    yield from page.values("main a[href]:not(header *, footer *)", "href")


def _has_anchor(site: BuiltSite, path: str, fragment: str) -> bool:
    """A text fragment points at words and not at an id; `top` is always there."""
    if fragment == "top" or fragment.startswith(":~:"):
        return True
    return path not in site.by_path or fragment in site.by_path[path].ids


def _filter_none(target: tuple[str, str] | None) -> Iterator[tuple[str, str]]:
    if target:
        yield target
