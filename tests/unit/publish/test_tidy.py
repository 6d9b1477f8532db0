from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.html.parsing import parse_html
from microsite.publish.tidy import tidy_page
from support.html import read_html


def tidied(html: str) -> str:
    """The page after tidying."""
    return str(tidy_page(parse_html(html)))


@pytest.mark.parametrize(
    ("html", "tidy"),
    [
        ("<p>\n    one  two\n</p>", "<p>\none two\n</p>"),
        ("<b>a</b>   <i>b</i>", "<b>a</b> <i>b</i>"),
        ("<b>a</b><i>b</i>", "<b>a</b><i>b</i>"),
        ('<a href="../x/#y" class="a b" id="z">', '<a href=../x/#y class="a b" id=z>'),
        ('<path d="M0"/><path d="M0" />', '<path d="M0"/><path d=M0 />'),
        ('<a title="x > y" id="1" lang="">', '<a title="x > y" id=1 lang="">'),
        ('<p>a="b" c</p>', '<p>a="b" c</p>'),
        ("<pre>a\n   b</pre>  \n <p>", "<pre>a\n   b</pre>\n<p>"),
        ("<script>a;\n\n  b</script>", "<script>a;\n\n  b</script>"),
        ("<TEXTAREA>  a  </TEXTAREA>", "<TEXTAREA>  a  </TEXTAREA>"),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">\n  <g/>\n</svg>',
            '<svg viewBox="0 0 1 1">\n<g/>\n</svg>',
        ),
    ],
)
def test_what_nobody_sees_is_gone(html: str, tidy: str) -> None:
    """A run becomes one; where white space means something nothing changes."""
    assert tidied(html) == tidy


@given(st.text("ab <>/p\n\t").map(lambda text: f"<main>{text}</main>"))
def test_no_word_is_lost_and_none_grow_together(html: str) -> None:
    """The words of any page are the same before and after, and a second time changes nothing."""
    before, after = (read_html(page).get_text().split() for page in (html, tidied(html)))
    assert before == after
    assert tidied(tidied(html)) == tidied(html)


@given(st.dictionaries(st.from_regex("data-[a-c]", fullmatch=True), st.text("ab/=<>\"'`& \n#é")))
def test_attributes_say_the_same(attributes: dict[str, str]) -> None:
    """With quotes or without; only a run of white space becomes one."""
    html = "<p{}>x</p>".format("".join(f' {name}="{escape(value)}"' for name, value in attributes.items()))
    before, after = (read_html(page).select_one("p").attrs for page in (html, tidied(html)))
    assert [(k, (v or "").split()) for k, v in before.items()] == [(k, (v or "").split()) for k, v in after.items()]
