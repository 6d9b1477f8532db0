"""A page arrives at once on a bad network: few bytes, one request. `make weigh` prints the table."""

import pytest

from support.built_site import BuiltPage
from support.weight import HEADING, pages_with_a_budget_of_their_own, weigh


def test_each_page_is_within_its_budget(pages: tuple[BuiltPage, ...]) -> None:
    """Bytes with gzip and headers, and requests; the message names all that are over."""
    over = [weight for page in pages if not (weight := weigh(page)).fits]
    assert not over, "\n".join([HEADING, *map(str, over)])


def test_each_budget_is_that_of_a_page(pages: tuple[BuiltPage, ...]) -> None:
    """A page that is gone has no budget."""
    assert set(pages_with_a_budget_of_their_own()) <= {page.url for page in pages}


@pytest.mark.parametrize(
    ("html", "requests"),
    [
        ('<link rel="stylesheet" href="a.css"><script src="b.js"></script><img src="c.png">', 4),
        ('<link rel="icon" href="data:image/svg+xml,x"><img loading="lazy" src="c.png"><a href="d.html">d</a>', 1),
        ('<link rel="apple-touch-icon" href="a.png"><svg><use href="#a"/></svg>', 1),
        ('<link rel="icon" href="a.svg"><svg><use href="b.svg#a"/></svg>', 3),
    ],
)
def test_what_a_browser_fetches_with_a_page_is_counted(html: str, requests: int) -> None:
    """What is data, lazy or a link is not fetched."""
    assert weigh(BuiltPage("x/index.html", html)).requests == requests


def test_headers_count() -> None:
    """An empty page is not free."""
    assert 300 < weigh(BuiltPage("x/index.html", "")).bytes < 900
