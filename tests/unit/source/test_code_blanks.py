"""Code in Markdown is blanked in one way for everything that reads a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.source.code_blanks import blank_code
from microsite.source.links import find_links
from microsite.source.markers import find_markers, without_comments
from microsite.source.page_lint import lint_page

CODE = ("`{}`", "``{}``", "```\n{}\n```", "~~~ text\n{}\n~~~", "````\n```\n{}\n````")


@pytest.mark.parametrize("code", CODE)
def test_nothing_is_found_in_code(code: str) -> None:
    """No marker, no link, no slip."""
    text = "a\n\n" + code.format("[[claim: x]] [b](c.md) [[claim: x] {{ d }} <script>")
    assert (find_markers(text), find_links(text), lint_page(text, file="a.md")) == ([], [], [])


@pytest.mark.parametrize("code", CODE)
def test_a_comment_in_code_is_shown(code: str) -> None:
    text = code.format("<!-- a -->")
    assert without_comments(f"{text}\n\n<!-- b\n-->") == f"{text}\n\n\n"


@pytest.mark.parametrize("code", CODE)
def test_what_stands_behind_code_is_found_in_its_place(code: str) -> None:
    text = code.format("x") + "\n\n[[claim: x]]\n\n[b](c.md)"
    (marker,), (link,) = find_markers(text), find_links(text)
    assert text[marker.start : marker.end] == "[[claim: x]]"
    assert (marker.line, link.line) == (text.count("\n") - 1, text.count("\n") + 1)


@pytest.mark.parametrize("text", ["## `a`", "[`a`](https://example.org)", "`<` b"])
def test_code_counts_as_words(text: str) -> None:
    """A heading or a link of nothing but code says something."""
    assert lint_page(text, file="a.md") == []


def test_a_marker_beside_code_is_not_alone_on_its_line() -> None:
    (marker,) = find_markers("`a` [[table: x]]")
    assert not marker.alone


@given(st.text(alphabet="`~\n a[]"))
def test_all_places_and_lines_stay(text: str) -> None:
    blanked = blank_code(text)
    assert len(blanked) == len(text)
    assert [at for at, sign in enumerate(blanked) if sign == "\n"] == [at for at, s in enumerate(text) if s == "\n"]
