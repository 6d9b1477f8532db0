"""Nothing leaves the site, nothing runs that the build did not put there, and everything works all the same."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from support.built_site import BuiltPage, BuiltSite
from support.nginx import serve_with_nginx
from support.policy import WATCH, refused, use_everything
from support.waiting import wait_until

META = "meta[http-equiv=Content-Security-Policy]"


@pytest.fixture(scope="module")
def nginx(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site behind nginx, with the header file of the build."""
    with serve_with_nginx(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def test_each_page_carries_its_policy_before_all_that_it_rules(pages: tuple[BuiltPage, ...]) -> None:
    """Right after the charset; no `unsafe-`, no wildcard, no other host."""
    for page in pages:
        start = page.html.partition("<meta")[2]
        assert re.match(r' charset="?utf-8"?>\s*<meta http-equiv="?Content-Security-Policy', start), page.path
        (policy,) = page.values(META, "content")
        assert "unsafe" not in policy, page.path
        assert not re.search(r"[*]|https?:|default-src '(?!none)", policy), page.path


def test_what_stands_inline_is_allowed_and_no_attribute_asks_for_more(pages: tuple[BuiltPage, ...]) -> None:
    """No `style` attribute and no `onclick`: a hash cannot allow them."""
    for page in pages:
        assert not page.tree.select("[style]"), page.path
        handlers = {name for node in page.tree.select("*") for name in node.attrs if name.startswith("on")}
        assert not handlers, page.path


def test_everything_works_and_nothing_leaves(browser: Browser, nginx: str, built: BuiltSite) -> None:
    """A reader uses each page behind nginx: nothing is refused, no request leaves, no cookie is set."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    errors: list[str] = []
    used = {}
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)
    for built_page in built.pages:
        page.goto(nginx + built_page.url)
        used[built_page.url] = use_everything(page)
        assert refused(page) == [], built_page.path
    assert errors == []
    assert {urlsplit(url).netloc for url in asked if url.startswith("http")} == {urlsplit(nginx).netloc}
    assert context.cookies() == []
    assert used["foods/"] > used["about/"] > 3
    context.close()


def test_a_violation_would_be_seen(browser: Browser, site_address: str) -> None:
    """What is not of the build is refused, and the watch says so."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.goto(site_address + "about/")
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))"
    )
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.evaluate("new Image().src = 'http://127.0.0.1:1/pixel'")
    wait_until(page, "window.refused.length > 2")
    assert page.evaluate("window.ran") is None
    assert {each.split()[0] for each in refused(page)} == {"script-src-elem", "style-src-attr", "img-src"}
    page.close()


def test_the_header_file_sends_what_no_page_can_say(nginx: str, built: BuiltSite) -> None:
    """Each page comes with its own policy, and every file with the other headers; what is not found too."""
    for built_page in built.pages:
        (policy,) = built_page.values(META, "content")
        headers = dict(urlopen(nginx + built_page.url).headers)
        assert headers["Content-Security-Policy"] == f"{policy}; frame-ancestors 'none'", built_page.path
    for path in ("assets/on-demand/controls.js", "sitemap.xml"):
        headers = dict(urlopen(nginx + path).headers)
        assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "camera=()" in headers["Permissions-Policy"]


def test_no_page_can_be_put_into_a_frame(browser: Browser, nginx: str) -> None:
    """The one rule that a page cannot state itself."""
    page = browser.new_page()
    page.goto(nginx)
    page.route(
        "**/outer", lambda route: route.fulfill(body=f"<iframe src='{nginx}about/'></iframe>", content_type="text/html")
    )
    page.goto(nginx + "outer")
    page.wait_for_timeout(500)
    assert page.frames[1].locator(".site-header").count() == 0
    page.close()
