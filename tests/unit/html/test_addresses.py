from itertools import product
from urllib.parse import urljoin

import pytest

from microsite.html.addresses import link_from, relative_url

URLS = {
    "index.md": "",
    "teas.md": "teas/",
    "kinds/green.md": "kinds/green/",
    "data.csv": "data.csv",
    "flat.md": "flat.html",
}


@pytest.mark.parametrize(("url", "page"), list(product(URLS.values(), URLS.values())))
def test_a_relative_address_leads_where_it_should_from_every_page(url: str, page: str):
    root = "https://site.example/guide/"
    assert urljoin(root + page, relative_url(url, page)) == root + url


def test_a_link_names_a_file_and_keeps_its_anchor():
    link = link_from("teas/", URLS)
    assert [link("kinds/green.md#leaf"), link("index.md"), link("#here")] == ["../kinds/green/#leaf", "../", "#here"]


def test_a_link_to_no_file_is_refused():
    with pytest.raises(KeyError):
        link_from("", URLS)("none.md")
