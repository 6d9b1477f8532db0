"""HTML is parsed once, loses nothing by it, and answers what its readers ask."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.html.parsed import EndTag, StartTag
from microsite.html.parsing import parse_html

# Pieces of markup, whole and broken, put together in any order.
FRAGMENTS = (
    *("<", ">", "</", "/>", "<!", "<!--", "-->", "<![", "<![%", "]]>", "<?", "&", "&amp;", "&#0;", "&lt", ";", "="),
    *("'", '"', " ", "\n", "\r\n", "é", "a", "p", "br", "script", "<p>", "</p>", "<li>", "<br/>", "<b a='1' c=\"2\">"),
    *(
        "<svg viewBox=x />",
        "<script>",
        "</script>",
        "<style>",
        "</STYLE >",
        '<a title="x > y" hidden>',
        "<!doctype html>",
    ),
)
ANY_HTML = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=3), max_size=25).map("".join)


class Events(HTMLParser):
    """What a parser of the standard library reports, adjacent texts joined."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, object]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A start tag; of two attributes with one name the first."""
        self.found.append(("start", (tag, dict(reversed(attrs)))))

    def handle_endtag(self, tag: str) -> None:
        """An end tag."""
        if tag != "br":
            self.found.append(("end", tag))

    def handle_data(self, data: str) -> None:
        """A text."""
        self.found.append(("text", data))


@given(ANY_HTML)
def test_any_text_is_parsed_and_none_of_it_is_lost(html: str) -> None:
    page = parse_html(html)
    assert str(page) == html
    assert len(page.pieces) == len(page.sources)


@given(ANY_HTML)
def test_every_start_tag_has_an_end_and_elements_stand_in_each_other(html: str) -> None:
    page = parse_html(html)
    assert list(page.ends) == [at for at, piece in enumerate(page.pieces) if isinstance(piece, StartTag)]
    for start, end in page.ends.items():
        assert start < end <= len(page.pieces)
        assert all(page.ends[inner] <= end for inner in page.ends if start < inner < end)


@given(ANY_HTML.filter(lambda html: not re.search("<!\\[|<script|<style", html, re.I)))
def test_the_pieces_are_those_that_the_standard_library_reports(html: str) -> None:
    """But for the end tag of a ``<br/>``, for code that never ends, and for what raises an error there."""
    theirs, ours = Events(), Events()
    theirs.feed(html)
    theirs.close()
    parse_html(html).send_to(ours)
    assert ours.found == theirs.found


def test_names_are_in_small_letters_and_texts_without_references() -> None:
    page = parse_html('<P CLASS="a  b" Hidden>1 &lt; 2<!-- no --></P>')
    assert page.pieces == [StartTag("p", {"class": "a  b", "hidden": None}), "1 < 2", None, EndTag("p")]
    assert [tag.classes for _, tag in page.elements("p")] == [["a", "b"]]


def test_of_two_attributes_with_one_name_the_first_counts() -> None:
    assert [tag.attributes for _, tag in parse_html("<p id=a id=b>").elements("p")] == [{"id": "a"}]


def test_code_is_what_stands_between_the_tags() -> None:
    page = parse_html("<script>if (a<b && '</p>') go()</script><style></style><script src=x></script>")
    assert [page.code_in(place) for place, _ in page.elements("script")] == ["if (a<b && '</p>') go()", ""]
    assert [page.code_in(place) for place, _ in page.elements("style")] == [""]


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("a<nav>b</nav>c", "a c"),
        ("a<nav><nav>b</nav>b</nav>c", "a c"),
        ("a<nav><i>b</nav>c", "a c"),
        ("<div>a<nav>b</div>c", "a c"),
        ("a<nav>b<br>b", "a "),
        ("a<nav/>c", "a c"),
        ("a<br>c", "ac"),
    ],
)
def test_an_element_is_left_out_with_all_that_is_in_it(html: str, left: str) -> None:
    pieces = parse_html(html).without(lambda tag: tag.name == "nav")
    assert "".join(piece for piece in pieces if isinstance(piece, str)) == left


def test_pieces_are_rewritten_in_their_places() -> None:
    page = parse_html("<p>a</p><p>b</p>")
    rewritten = page.rewrite({1: "x", 4: "y"})
    assert (str(rewritten), str(page)) == ("<p>x</p><p>y</p>", "<p>a</p><p>b</p>")
    assert rewritten.pieces == page.pieces


def test_a_tag_that_was_seen_before_is_the_same_as_one_that_was_not() -> None:
    """A script is code each time, and a quoted ``>`` ends no tag."""
    twice = '<script>a<b</script><p title="a > b">c</p>' * 2
    pieces = parse_html(twice).pieces
    assert pieces == [
        StartTag("script", {}),
        "a<b",
        EndTag("script"),
        StartTag("p", {"title": "a > b"}),
        "c",
        EndTag("p"),
    ] * 2  # fmt: skip
