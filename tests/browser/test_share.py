"""Sharing, copying, citing, correcting, and the way on to the next page: by role and name, and without scripts."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from support.axe import Violation
from support.built_site import BuiltSite

PAGE = "how-it-works/"
NewPage = Callable[..., Page]
Axe = Callable[[Page], list[Violation]]


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A reader whose browser may fill the clipboard."""
    return new_page(permissions=["clipboard-read", "clipboard-write"])


def share_group(page: Page) -> Locator:
    """The share links, which stand once, at the end of a page."""
    return page.get_by_role("group", name="Share this page", exact=True)


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def canonical(built: BuiltSite, path: str = PAGE) -> str:
    return built.address + path


def test_a_page_is_shared_without_a_script(new_page: NewPage, built: BuiltSite) -> None:
    """Plain links carry the canonical address; what needs a script is not there."""
    page = new_page(javascript=False)
    page.goto(PAGE)
    for name in ("X (Twitter)", "Facebook", "E-mail"):
        link = share_group(page).get_by_role("link", name=name, exact=True)
        expect(link).to_be_visible()
        assert canonical(built) in unquote(link.get_attribute("href") or "")
    expect(share_group(page).get_by_role("button")).to_have_count(0)
    expect(page.get_by_text("To cite this page:")).to_contain_text(canonical(built))


def test_the_link_of_a_page_is_copied_and_said(page: Page, built: BuiltSite) -> None:
    """The canonical address is copied, whatever the address in the browser, and a status says so."""
    page.goto(f"{PAGE}?from=somewhere#fiber")
    share_group(page).get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert copied(page) == canonical(built)


def test_a_citation_is_copied(page: Page, built: BuiltSite) -> None:
    """It names author, title, site, the day of the last change, and the canonical address."""
    page.goto(PAGE)
    share_group(page).get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("status").filter(has_text="Citation copied")).to_be_visible()
    title = page.get_by_role("heading", level=1).inner_text()
    start = re.escape(f"Gut & Immunity Guide team. {title}. ")
    assert re.fullmatch(rf"{start}.+\. Updated \w+ \d+, \d{{4}}\. {re.escape(canonical(built))}", copied(page))


def test_a_first_tap_is_kept_until_the_script_is_there(page: Page, built: BuiltSite) -> None:
    """A tap that comes before the script, which is late, still copies."""
    page.route("**/controls.js", lambda route: (page.wait_for_timeout(600), route.continue_())[1])
    page.goto(PAGE)
    share_group(page).get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert copied(page) == canonical(built)


def test_a_heading_has_a_link_to_copy(page: Page, built: BuiltSite) -> None:
    """The link beside a heading copies the address of its section; the heading keeps its name."""
    page.goto(PAGE)
    page.keyboard.press("Tab")
    name = page.locator(".body h2").first.get_attribute("id")
    heading = page.locator(".body h2").first
    title = heading.inner_text()
    page.get_by_role("link", name=f"Copy link to: {title}").click()
    expect(page.get_by_role("status").filter(has_text=f"Link copied: {title}")).to_be_visible()
    assert copied(page) == f"{canonical(built)}#{name}"
    expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("path", "row"), [("foods/", "food-kefir-plain-lowfat"), ("evidence/", "claim-more-than-digestion")]
)
def test_a_row_has_a_link_to_copy(page: Page, built: BuiltSite, path: str, row: str) -> None:
    """Following the link of a row to itself copies its canonical address."""
    page.goto(f"{path}#{row}")
    page.locator(f"#{row} th a[href='#{row}']").click()
    expect(page.get_by_role("status").filter(has_text="Link copied: ")).to_be_visible()
    assert copied(page) == f"{canonical(built, path)}#{row}"


def claim_citation(claim: str, built: BuiltSite) -> str:
    """How one claim is quoted: sentence, grade, sources, site and its own address."""
    sources = "Paone and Cani, 2020; Desai and others, 2016"
    said = "In mice, microbes and fiber probably help keep the gut’s mucus layer healthy."
    return f"{said} (Moderate evidence: {sources}.) Gut & Immunity Guide. {built.address}evidence/#claim-{claim}"


def test_one_claim_is_cited_from_its_note(page: Page, built: BuiltSite) -> None:
    """The sentence, its grade, its sources and its address are copied, and a status says so."""
    page.goto("defenses/")
    page.locator("a.mark[href$=claim-bacteria-prompt-mucus]").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("status").filter(has_text="Citation copied")).to_be_visible()
    assert copied(page) == claim_citation("bacteria-prompt-mucus", built)


def test_one_claim_is_cited_from_its_row(page: Page, built: BuiltSite) -> None:
    """The same, from the table of all claims."""
    page.goto("evidence/#claim-bacteria-prompt-mucus")
    row = page.locator("#claim-bacteria-prompt-mucus")
    row.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("status").filter(has_text="Citation copied")).to_be_visible()
    assert copied(page) == claim_citation("bacteria-prompt-mucus", built)


def test_the_phone_shares_where_it_can(new_page: NewPage, built: BuiltSite) -> None:
    """With a share sheet there is a button that hands it the canonical address; without one there is none."""
    page = new_page(width=360)
    page.goto(PAGE)
    expect(share_group(page).get_by_role("button", name="Share", exact=True)).to_have_count(0)
    phone = new_page(width=360)
    phone.add_init_script("navigator.share = async (what) => { document.title = what.url }")
    phone.goto(PAGE)
    share_group(phone).get_by_role("button", name="Share", exact=True).click()
    expect(phone).to_have_title(canonical(built))


def test_a_correction_names_page_section_and_version(page: Page, built: BuiltSite) -> None:
    """The link asks which section is meant, and the message has page, section and version filled in."""
    page.goto(PAGE)
    page.get_by_role("link", name="Suggest a correction").click()
    section = page.locator(".body h2").nth(1).inner_text()
    choice = page.get_by_role("list", name="Part of the page").get_by_role("link", name=section, exact=True)
    body = message(choice)
    assert f"Page: {canonical(built)}\r\n" in body
    assert f"Section: {section}\r\n" in body
    assert re.search(r"Version: updated \d{4}-\d\d-\d\d\r\n", body)


def test_a_correction_needs_no_script(new_page: NewPage, built: BuiltSite) -> None:
    """Without scripts the message is about the whole page."""
    page = new_page(javascript=False)
    for path in ("", "foods/"):
        page.goto(path or "./")
        body = message(page.get_by_role("link", name="Suggest a correction"))
        assert f"Page: {canonical(built, path)}\r\nSection: whole page\r\nVersion: updated 2" in body


def test_the_way_on_and_back_has_names(new_page: NewPage) -> None:
    """Each page leads to the next and to the previous one by its name, without a script."""
    page = new_page(javascript=False)
    page.goto("habits/")
    nav = page.get_by_role("navigation", name="Next and previous page")
    expect(nav.get_by_role("link", name="Medicines")).to_be_visible()
    nav.get_by_role("link", name="Warning signs").click()
    expect(page).to_have_url(re.compile("warning-signs/$"))


def test_what_a_page_gives_is_said_before_it(new_page: NewPage) -> None:
    """The outcomes and the minutes stand above the text."""
    page = new_page(javascript=False)
    page.goto(PAGE)
    expect(page.get_by_text("After this page you can")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^\d+ min$")).first).to_be_visible()


def test_a_keyboard_goes_back_to_the_top(new_page: NewPage) -> None:
    """Enter on the last link leads up, and the next Tab is in the page's beginning."""
    page = new_page(reduced_motion="reduce")
    page.goto(PAGE)
    page.get_by_role("link", name="Back to the top").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.opening') !== null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wrong_while_all_is_in_use(new_page: NewPage, axe: Axe, width: int, scheme: str) -> None:
    """Axe finds nothing with links beside the headings, something said, and sections offered for a correction."""
    page = new_page(width=width, scheme=scheme, reduced_motion="reduce", permissions=["clipboard-write"])
    page.goto(PAGE)
    page.get_by_role("link", name="Suggest a correction").click()
    share_group(page).get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert not (found := axe(page)), "\n".join(map(str, found))


def message(link: Locator) -> str:
    """The text of the message that a link of mail begins."""
    href = urlsplit(link.get_attribute("href") or "")
    assert href.scheme == "mailto"
    return parse_qs(href.query)["body"][0]
