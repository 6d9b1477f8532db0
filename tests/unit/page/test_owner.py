"""Whose site it is, and what still stands in for the owner's own."""

import pytest

from microsite.page.owner import find_placeholders, read_owner
from microsite.source.problems import ProblemsFound

GOOD = {"name": "Us", "contact": "us@tea.org", "interests": "We sell cups."}


@pytest.mark.parametrize(
    ("contact", "href"), [("us@tea.org", "mailto:us@tea.org"), ("https://tea.org/w", "https://tea.org/w")]
)
def test_a_contact_is_a_mailbox_or_a_page(contact: str, href: str) -> None:
    owner = read_owner({"owner": {**GOOD, "contact": contact}})
    assert owner and owner.href == href


def test_a_site_may_name_no_owner() -> None:
    assert read_owner({}) is None


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"contact": "javascript:alert(1)"}, "extra.owner.contact"),
        ({"contact": "us at tea"}, "extra.owner.contact"),
        ({"contact": "us@tea.org\n<script>"}, "extra.owner.contact"),
        ({"name": ""}, "extra.owner.name"),
        ({"interests": None}, "extra.owner.interests"),
        ({"phone": "1"}, "phone"),
    ],
)
def test_what_is_wrong_is_told(change: dict[str, object], says: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        read_owner({"owner": {**GOOD, **change}})
    assert says in str(found.value)


def test_an_address_that_reaches_nobody_is_found_wherever_it_stands() -> None:
    extra = {"owner": {"contact": "a@b.example"}, "colophon": "tea, for example"}
    settings = {"site_url": "https://my-site.example/", "extra": extra}
    assert list(find_placeholders(settings)) == [
        ("site_url", "https://my-site.example/"),
        ("extra.owner.contact", "a@b.example"),
    ]


def test_an_address_of_somebody_is_none() -> None:
    assert not list(find_placeholders({"site_url": "https://tea.org/", "extra": {"owner": GOOD}}))
