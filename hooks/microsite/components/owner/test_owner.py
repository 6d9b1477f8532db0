"""The owner is named with an address that can be followed, and with interests."""

import pytest

from microsite.html.templates import render
from microsite.page.owner import Owner
from support.html import read_html


@pytest.mark.parametrize(
    ("contact", "href"),
    [("hello@tea.example", "mailto:hello@tea.example"), ("https://tea.example/write", "https://tea.example/write")],
)
def test_the_contact_is_a_link(contact: str, href: str) -> None:
    owner = Owner(name="Tea <Club>", contact=contact, interests="We sell <pots>.")
    html = read_html(str(render("owner", owner=owner)))
    assert html.select_one("a")["href"] == href
    assert "Published by Tea <Club>." in html.get_text()
    assert "Interests: We sell <pots>." in html.get_text()
