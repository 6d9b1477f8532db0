"""The policy of a page says what stands in it, and nothing more."""

from base64 import b64encode
from hashlib import sha256

import pytest

from microsite.html.parsing import parse_html
from microsite.publish.header_files import header_files
from microsite.publish.policy import Policy, policy_of, secure_page


def hash_of(text: str) -> str:
    """The hash of an inline element as a policy writes it."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("html", "scripts", "styles"),
    [
        ("<p>Nothing inline.</p>", [], []),
        ("<script>go()</script>", ["go()"], []),
        ("<script>a</script><SCRIPT>b</SCRIPT >", ["a", "b"], []),
        ('<script type="application/ld+json">{}</script><script type=application/json>1</script>', [], []),
        ('<script type="module">m</script><script type="text/javascript">t</script>', ["m", "t"], []),
        ('<script src="x.js"></script>', [], []),
        ('<script>if (a < "</p>") b()</script>', ['if (a < "</p>") b()'], []),
        ("<style></style>", [], [""]),
        ("<!-- <script>a</script> -->", [], []),
        ("<style>\n a {} \n</style>", [], ["\n a {} \n"]),
        ("<script>a\r\nb</script>", ["a\nb"], []),
        ("<script>é</script>", ["é"], []),
    ],
)
def test_what_stands_inline_is_named_by_its_hash(html: str, scripts: list[str], styles: list[str]) -> None:
    """Each script that runs and each style, as the browser hashes it; data blocks run nothing."""
    policy = policy_of(parse_html(html))
    assert policy.scripts == set(map(hash_of, scripts))
    assert policy.styles == set(map(hash_of, styles))


def test_a_policy_allows_the_site_itself_and_nothing_unnamed() -> None:
    """Nothing is allowed but the site, its hashes and the drawn signs; never what is merely inline."""
    assert str(policy_of(parse_html("<script>a</script>"))) == (
        f"default-src 'none'; script-src 'self' {hash_of('a')}; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
    )


def test_a_server_is_allowed_only_when_it_is_named() -> None:
    """A script and a connection to the comment server, where the owner of the site has one."""
    rules = dict(
        rule.split(" ", 1) for rule in str(policy_of(parse_html(""), servers=["https://talk.example"])).split("; ")
    )
    assert [rule for rule, allowed in rules.items() if "talk.example" in allowed] == [
        "script-src",
        "img-src",
        "connect-src",
    ]
    assert "talk" not in str(policy_of(parse_html("")))


def test_the_policy_comes_right_after_the_charset() -> None:
    """Before all that it rules."""
    page = secure_page(parse_html('<head><meta charset="utf-8"><script>a</script></head>'), Policy())
    assert page.startswith(
        '<head><meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src'
    )


def test_a_page_without_a_charset_is_not_published_without_a_policy() -> None:
    """It is a mistake in a template."""
    with pytest.raises(ValueError, match="charset"):
        secure_page(parse_html("<head></head>"), Policy())


def test_header_files_have_what_no_page_can_say_and_each_page_its_own_policy() -> None:
    """In all three forms, below the path of the site."""
    files = header_files(
        {"": policy_of(parse_html("<script>a</script>")), "teas/": Policy(), "404.html": Policy()},
        root="/all/",
        files=["a/b.0123abcd.min.js", "a/b.min.js", "teas/index.html"],
    )
    assert set(files) == {"_headers", "headers.nginx.conf", "headers.caddy"}
    for text in files.values():
        for said in ("frame-ancestors 'none'", "nosniff", "no-referrer", "camera=()", hash_of("a"), "/all/404.html"):
            assert said in text
        assert "unsafe" not in text
        assert "immutable" in text
    assert "\n/all/a/b.0123abcd.min.js\n  Cache-Control: public, max-age=31536000, immutable\n" in files["_headers"]
    assert "/all/a/b.min.js" not in files["_headers"]
    assert 'header Content-Security-Policy "default-src' in files["headers.caddy"].partition("handle_errors")[2]
    assert '\n  "/all/teas/index.html" "default-src' in files["headers.nginx.conf"]
    assert "\n/all/teas/\n  Content-Security-Policy: default-src" in files["_headers"]
    assert files["_headers"].startswith("/all/*\n  Content-Security-Policy: frame-ancestors 'none'\n")


@pytest.mark.parametrize(("length", "size"), [(30, None), (34, 128), (200, 256)])
def test_nginx_is_told_of_names_that_are_longer_than_it_expects(length: int, size: int | None) -> None:
    """It would not start."""
    text = header_files({"a" * (length - len("/index.html") - 1) + "/": Policy()}, root="/")["headers.nginx.conf"]
    assert ("map_hash_bucket_size" in text) == bool(size)
    assert size is None or f"map_hash_bucket_size {size};" in text
