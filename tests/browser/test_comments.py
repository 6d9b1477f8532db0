"""Comments: off unless a server is named; then loaded on opening, moderated, escaped, each page with its own thread."""

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from support.axe import Violation
from support.built_site import BuiltPage
from support.commented_site import CommentedSite, commented_site

PAGE, OTHER_PAGE = "glossary/", "habits/"


@pytest.fixture(scope="module")
def commented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CommentedSite]:
    """The site as an owner has it who named a comment server."""
    with commented_site(tmp_path_factory.mktemp("comments")) as commented:
        yield commented


@pytest.fixture
def reader(browser: Browser, commented: CommentedSite) -> Iterator[Callable[..., Page]]:
    """Open the page as a new reader, who has no cookies and nothing stored."""
    contexts = []

    def open_page(path: str = PAGE, **options: object) -> Page:
        context = browser.new_context(base_url=commented.address, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def open_comments(page: Page) -> None:
    page.locator("summary", has_text="Comments").click()


def test_no_page_has_comments_unless_a_server_is_named(pages: tuple[BuiltPage, ...]) -> None:
    """The site as it comes has neither the comments nor the script for them."""
    assert not [page.path for page in pages if "isso" in page.html.lower()]


def test_nothing_is_asked_of_the_server_before_the_comments_are_opened(
    browser: Browser, commented: CommentedSite
) -> None:
    """The first request to another origin follows the reader's tap, and goes to the named server only."""
    page = browser.new_page(base_url=commented.address)
    elsewhere: list[str] = []
    page.on(
        "request", lambda request: None if request.url.startswith(commented.address) else elsewhere.append(request.url)
    )
    page.goto(PAGE)
    page.mouse.move(100, 100)
    page.mouse.wheel(0, 5000)
    page.wait_for_load_state("networkidle")
    assert elsewhere == []
    open_comments(page)
    expect(page.get_by_role("textbox", name="Your comment")).to_be_visible()
    assert elsewhere and all(url.startswith(commented.comments.address) for url in elsewhere)
    page.close()


def test_a_comment_is_written_moderated_and_seen(
    commented: CommentedSite, reader: Callable[..., Page], axe: Callable[[Page], list[Violation]]
) -> None:
    """Be the first; only the writer sees it until a person shows it; then all do, on this page and on no other."""
    page = reader()
    open_comments(page)
    expect(page.get_by_role("heading", name="No comments yet. Be the first.")).to_be_visible()
    assert not (found := axe(page)), "\n".join(map(str, found))
    page.get_by_role("textbox", name="Your comment").fill(
        "Clear & useful <script>window.stolen = 1</script><b>bold</b>"
    )
    page.get_by_label("Name").fill("Ada <i>")
    page.get_by_label("E-mail").fill("ada@private.example")
    with page.expect_response(lambda response: "/new" in response.url) as answer:
        page.get_by_role("button", name="Submit").click()
    expect(page.get_by_text("Only you see this until a person has read it.")).to_be_visible()

    unread = reader()
    open_comments(unread)
    expect(unread.get_by_role("heading", name="No comments yet. Be the first.")).to_be_visible()

    commented.comments.show(answer.value.json()["id"])
    later = reader()
    open_comments(later)
    expect(later.get_by_role("heading", name="One comment")).to_be_visible()
    expect(later.get_by_text("Clear & useful")).to_be_visible()
    expect(later.get_by_text("Ada <i>")).to_be_visible()
    assert later.evaluate("window.stolen") is None
    assert later.locator("#isso-thread script").count() == 0
    assert not (found := axe(later)), "\n".join(map(str, found))

    other = reader(OTHER_PAGE)
    open_comments(other)
    expect(other.get_by_role("heading", name="No comments yet. Be the first.")).to_be_visible()


def test_the_address_of_a_writer_is_never_published(commented: CommentedSite) -> None:
    """Neither the answer to the writer nor what others get holds it, nor anything made from it for pictures."""
    thread = commented.thread("about/")
    posted = commented.comments.post(thread, "A comment", author="Eve", email="eve@private.example")
    commented.comments.show(posted["id"])
    sent = json.dumps(posted) + commented.comments.shown(thread)
    assert "A comment" in sent
    assert "private.example" not in sent and "gravatar" not in json.dumps(posted)


def test_a_reply_form_is_as_whole_as_the_first(
    commented: CommentedSite, reader: Callable[..., Page], axe: Callable[[Page], list[Violation]]
) -> None:
    """With a second form open every field has a name and every id stands once, in the dark too."""
    posted = commented.comments.post(commented.thread("sources/"), "Reply to this", author="Bo")
    commented.comments.show(posted["id"])
    page = reader("sources/", color_scheme="dark", viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    open_comments(page)
    page.get_by_role("button", name="Reply").click()
    expect(page.get_by_role("textbox", name="Your comment")).to_have_count(2)
    assert not (found := axe(page)), "\n".join(map(str, found))


@pytest.mark.parametrize("blocked", ["**/js/embed.min.js", "**/127.0.0.1:*/config**"], ids=["script", "answers"])
def test_a_page_stays_whole_without_the_server(reader: Callable[..., Page], blocked: str) -> None:
    """With the script blocked, or with a server that does not answer, the page says so and the rest works."""
    page = reader()
    page.clock.install()
    page.route(blocked, lambda route: route.abort())
    open_comments(page)
    page.clock.fast_forward(10_000)
    expect(page.get_by_text("The comments cannot be shown")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


# Clicks in one turn would be told as one change; each waits until the last is told.
OPEN_CLOSE_OPEN = """async (summary) => {
    for (let i = 0; i < 3; i++) {
        const told = new Promise((done) => summary.parentElement.addEventListener('toggle', done, { once: true }));
        summary.click();
        await told;
    }
}"""


def test_comments_opened_three_times_before_their_script_comes_are_loaded_once(reader: Callable[..., Page]) -> None:
    """Open, closed and open again while the script is on its way: one script, one form, and nothing else."""
    page = reader()

    def late(route: Route) -> None:
        page.wait_for_timeout(300)
        route.continue_()

    page.route("**/js/embed.min.js", late)
    page.locator("summary", has_text="Comments").evaluate(OPEN_CLOSE_OPEN)
    expect(page.get_by_role("textbox", name="Your comment")).to_have_count(1)
    # The browser would fetch the same address once for all of them.
    expect(page.locator("script[src$='embed.min.js']")).to_have_count(1)


def test_a_page_says_so_without_javascript(reader: Callable[..., Page]) -> None:
    """Opened without scripts, the comments say why there are none."""
    page = reader(java_script_enabled=False)
    open_comments(page)
    expect(page.get_by_text("The comments cannot be shown")).to_be_visible()
