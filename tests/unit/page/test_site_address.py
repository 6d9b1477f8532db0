"""The address of a site is checked once: what is no address of a site, or stands in for one, is told."""

import pytest

from microsite.page.site_address import check_site_address, reaches_nobody

BAD = (
    None,
    "",
    " ",
    3,
    "guide.org",
    "//guide.org/",
    "https://",
    "https:///guide/",
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://guide.org/",
    "https://user:secret@guide.org/",
    "https://guide.org/a b/",
    " https://guide.org/",
    "https://guide.org/\nX-Header: y",
    "https://guide.org/\n",
    "https://guide.org/\t",
    'https://guide.org/"',
    "https://guide.org/'",
    "https://guide.org/<b>",
    "https://guide.org/;script-src *",
    "https://guide.org/$uri",
    "https://guide.org/{x}",
    "https://guide.org/%zz",
    "https://guide.org/?a=b",
    "https://guide.org/#a",
    "https://-guide.org/",
    "https://guide..org/",
    "https://guide.org:port/",
)
GOOD = (
    "https://guide.org/",
    "https://guide.org",
    "http://127.0.0.1:8000/guide/",
    "http://[::1]:8000/",
    "https://a-b.guide.org/~people/my_guide-2/%C3%A9/",
    "https://localhost/",
)


def told(value: object, *, publishing: bool = False) -> list[str]:
    problems = check_site_address(value, file="mkdocs.yml", line=4, publishing=publishing)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize("value", BAD)
def test_what_is_no_address_of_a_site_is_told_with_what_is_expected(value: object) -> None:
    (message,) = told(value)
    assert message.startswith("mkdocs.yml:4: site_url: expected an address with https:// and a host")
    assert "such as https://guide.site.org/, found " in message
    assert "\n" not in message


def test_a_password_is_not_repeated() -> None:
    assert "secret" not in told("https://user:secret@guide.org/")[0]


@pytest.mark.parametrize("value", GOOD)
def test_an_address_is_an_address(value: str) -> None:
    assert told(value, publishing=True) == []


@pytest.mark.parametrize(
    "value",
    [
        "https://guide.example/",
        "https://guide.example./",
        "http://EXAMPLE.com/",
        "https://a.test/",
        "https://a.invalid/",
    ],
)
def test_a_placeholder_is_fine_until_it_is_published(value: str) -> None:
    assert told(value) == []
    (message,) = told(value, publishing=True)
    assert "expected the address that the site is published at" in message
    assert repr(value) in message


@pytest.mark.parametrize("host", ["example.guide.org", "myexample.com", "testing.org", "example", ""])
def test_a_name_that_only_looks_like_one_is_no_placeholder(host: str) -> None:
    assert reaches_nobody(host) is (host == "example")
