import pytest
from bs4 import BeautifulSoup

from support.article import Item, drop_part, missing_claims, missing_words, read_article
from support.built_site import BuiltSite
from support.html import read_html

ITEMS = read_article()
every_item = pytest.mark.parametrize("item", ITEMS, ids=[item.id for item in ITEMS])


@pytest.fixture
def page(built: BuiltSite, item: Item) -> BeautifulSoup:
    """The page that covers the item."""
    return built.by_path[item.path].tree


@every_item
def test_the_guide_covers_what_the_article_says(item: Item, page: BeautifulSoup):
    assert missing_words(item, page) == []


@every_item
def test_without_its_part_of_the_page_an_item_is_not_covered(item: Item, built: BuiltSite):
    page = read_html(built.by_path[item.path].html)
    drop_part(item, page)
    assert missing_words(item, page) != []


@pytest.mark.parametrize("item", [item for item in ITEMS if item.claims], ids=lambda item: item.id)
def test_every_claim_of_an_item_is_marked_where_it_is_covered(item: Item, page: BeautifulSoup):
    assert missing_claims(item, page) == []


def test_the_list_holds_the_whole_article_once():
    """Nine things around the article, and fifty in it."""
    assert len(ITEMS) == len({item.id for item in ITEMS}) == 59
