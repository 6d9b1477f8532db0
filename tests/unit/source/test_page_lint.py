"""Slips of the pen in a page, each told with its line; and what is no slip, though it looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.source.page_lint import lint_page
from microsite.source.problems import ProblemsFound
from microsite.source.raw_html import read_allowed_html
from microsite.source.web_address import check_address

IN_ORDER = """## Kinds {#kinds}

A **strong** tea, [by post](https://example.org/tea?a=1#b) or [here](teas.md). [[claim: tea-is-warm]]

* one
* two **strong** ones, *C. sinensis* (*leaves*), 2*3, a *b*c
two in all
- three at 10:30:20, a==b

| a | b |
|---|---|
| - | ~ |

Term
: - what it means

### Green {#green}

![A leaf](leaf.svg) <https://example.org/> <b>bold</b> 3 < 4, <br> 2 ** 3 ** 4, [ask](mailto:a@example.org)

`{{ code }} [[claim: x] <script>` and

```html
<script>alert(1)</script>
# no heading
```

<div class="note">

Text in a note.

</div>
"""

SLIPS = [
    ("<script>alert(1)</script>", "1: <script>: expected Markdown, a marker, or a name under extra.allow_html"),
    ("<iframe src='https://example.org'></iframe>", "1: <iframe>: expected Markdown"),
    ("<form></form>", "1: <form>: expected Markdown"),
    ("<base href='https://example.org/'>", "1: <base>: expected Markdown"),
    ("<meta http-equiv='refresh' content='0'>", "1: <meta>: expected Markdown"),
    ("<p onclick='x()'>a</p>", "1: <p>: expected no attribute that runs a script, found onclick="),
    ("<p style='color: red'>a</p>", "1: <p>: expected a class, whose rules stand in a style sheet, found style="),
    (
        "<a href='javascript:x()'>a</a>",
        "1: <a>: expected an address of this site, or one with https:, found 'javascript:'",
    ),
    ("<a href='java\tscript:x()'>a</a>", "1: <a>: expected an address of this site"),
    ("<img src='https://example.org/a.png' alt='a'>", "1: <img>: expected a file under docs/"),
    ("\n<div>\n\ntext", "2: <div>: expected </div> after it, found none"),
    ("text</div>", "1: <div>: expected <div> before it, found </div> alone"),
    ("a\n<!-- note", "2: <!--: expected --> after it, found none"),
    (
        "[a](javascript:x)",
        "1: link 'javascript:x': expected an address of this site, or one with https:, found 'javascript:'",
    ),
    ("[a](data:text/html,x)", "found 'data:', which a browser runs or reads as a page"),
    ("[a](//example.org)", "found an address without https:"),
    ("[a](http://example.org)", "found http:, which anyone on the way can read and change"),
    ("[a](https:///x)", "found an address without a host"),
    ("[a](https://me:pass@example.org)", "found a user name in the address"),
    ("[a]()", "1: link '': expected an address, found nothing"),
    ("[](teas.md)", "1: link 'teas.md': expected words to press, found none"),
    ("![](leaf.svg)", "1: picture 'leaf.svg': expected words for who does not see the picture, found none"),
    ("![a](https://example.org/a.png)", "expected a picture under docs/, found one of another site"),
    ("[[claim: x]", "1: marker: expected one such as [[claim: some-id]], found '[[claim: x]'"),
    ("[claim: x]]", "1: marker: expected one such as [[claim: some-id]], found '[claim: x]]'"),
    ("[[ Claim : x ]]", "1: marker: expected one such as [[claim: some-id]], found '[[ Claim : x ]]'"),
    ("[warm [[claim: x]] tea](teas.md)", "1: link: expected a mark behind the link"),
    ("# Tea", "1: heading 'Tea': expected ## or deeper: the title in the front matter is the page's own, found #"),
    ("## A\n\n#### B", "3: heading 'B': expected ###, found ####"),
    ("## A {#a}\n\n## B {#a}", "3: id 'a': expected each id once, found 'a' again (first on line 1)"),
    ("## {#a}", "1: heading: expected words, found nothing"),
    ("{{ page.title }}", "1: text: expected Markdown, or a marker such as [[contents]], found '{{ page.title }}'"),
    ("{% if x %}", "1: text: expected Markdown, or a marker such as [[contents]]"),
    ("a\x00b", "1: text: expected characters that can be seen, found U+0000"),
    ("a\u202eb", "1: text: expected characters that can be seen, found U+202E"),
    ("a **b\n\nc", "1: **: expected ** after it, in the same paragraph, found none"),
    ("a ** b c ** d", "1: **: expected no space between the stars and the words, found '** b c **'"),
    ("a *b\n\nc", "1: *: expected * after it, in the same paragraph, found none"),
    ("Three teas:\n- black\n- green", "2: list: expected an empty line before it, found '- black'"),
    ("Steps:\n1. Boil", "2: list: expected an empty line before it, found '1. Boil'"),
    ("!!! note\n    Hot.", "1: text: expected Markdown that this site knows, or admonition under markdown_extensions"),
    ("Tea[^1]", "1: text: expected Markdown that this site knows, or footnotes under markdown_extensions"),
    ("~~cold~~", "1: text: expected Markdown that this site knows, or pymdownx.tilde under markdown_extensions"),
    ("a\n\n```\ncode", "3: ```: expected ``` after the code, found none"),
]


def test_a_page_in_order_has_no_slips() -> None:
    assert lint_page(IN_ORDER, file="teas.md") == []


@pytest.mark.parametrize(("text", "told"), SLIPS, ids=[text[:24] for text, _ in SLIPS])
def test_a_slip_is_told_with_its_line(text: str, told: str) -> None:
    found = [str(problem) for problem in lint_page(text, file="teas.md")]
    assert any(told in line.removeprefix("teas.md:") for line in found), found


def test_signs_that_the_site_has_switched_on_are_in_order() -> None:
    assert lint_page("Tea[^1]", file="a.md", extensions=["footnotes"]) == []
    assert len(lint_page("Tea[^1]", file="a.md", extensions=["admonition"])) == 1


def test_lines_are_those_of_the_file() -> None:
    (problem,) = lint_page("\n[a]()", file="teas.md", first_line=20)
    assert problem.line == 21


def test_a_site_may_allow_an_element_but_not_what_runs_in_it() -> None:
    assert lint_page("<video></video>", file="a.md") == []
    assert lint_page("<button>a</button>", file="a.md", allowed=["button"]) == []
    assert len(lint_page("<button onclick='x'>a</button>", file="a.md", allowed=["button"])) == 1


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("button", "mkdocs.yml:1: extra.allow_html: expected a list of names of elements, such as [button, input]"),
        ([1], "mkdocs.yml:1: extra.allow_html: expected a list of names of elements"),
        (["buton"], "found 'buton'"),
        (["video"], "found 'video'"),
    ],
)
def test_a_setting_that_would_allow_nothing_is_refused(setting: object, told: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        read_allowed_html({"allow_html": setting})
    assert told in str(found.value)


def test_elements_are_allowed_by_their_names() -> None:
    assert read_allowed_html({"allow_html": ["button"]}) == {"button"}
    assert read_allowed_html({}) == frozenset()


@given(st.text())
def test_any_text_is_read_to_its_end(text: str) -> None:
    assert isinstance(lint_page(text, file="a.md"), list)


@given(st.text(alphabet="[](){}#<>/!*`~: \n-=abhtpsx'\"", max_size=80))
def test_any_heap_of_signs_is_read_to_its_end(text: str) -> None:
    assert isinstance(lint_page(text, file="a.md"), list)


def test_a_declaration_that_cannot_be_read_is_told_with_its_line() -> None:
    """The parser of the standard library raises there, which would end the preview."""
    (problem,) = lint_page("One\n\nTwo <![: three", file="a.md")
    assert str(problem) == "a.md:3: <!: expected &lt;! for these two signs, found a declaration that cannot be read"


@pytest.mark.parametrize("target", ["teas.md", "#a", "../x/", "mailto:a@example.org", "tel:+1", "https://example.org"])
def test_a_plain_address_is_in_order(target: str) -> None:
    assert check_address(target) is None
