import pytest

from microsite.html.parsing import parse_html
from microsite.publish.pruning import names_brought, prune, prune_page, selectors_of

USED = {
    "p{a:b}": "a tag",
    ".card{a:b}": "a class",
    "#top{a:b}": "an id",
    "[data-kind=tea]{a:b}": "an attribute with its value",
    "linearGradient{a:b}": "an element of a drawing, whose name has a capital letter",
    ".card:hover::before{a:b}": "a state and a pseudo-element",
    ".card:not(.gone){a:b}": "what it is not",
    ":is(.gone,.card) p{a:b}": "one of several choices",
    "li:nth-child(2n + 1),p{a:b}": "one of its selectors",
    "[aria-sort=ascending]{a:b}": "what a script says to a screen reader",
    "p[hidden]{a:b}": "what a script sets by a property",
    'p[href^="http"]{a:b}': "an address",
    ".md-search-result__item{a:b}": "what the search bundle draws",
    "#isso-thread .isso-comment{a:b}": "what the bundle of the comments draws",
    "@media print{p{a:b}}": "a medium",
    "@supports (d:e){p{a:b}}": "a browser that can do it",
    "@layer base{p{a:b}}": "a layer",
    "@container (width > 1px){p{a:b}}": "the size of what is around it",
    "@media print{@supports (d:e){p{a:b}}}": "one in the other",
    "@page{margin:1cm}": "the paper",
}
UNUSED = [
    "em{a:b}",
    ".gone{a:b}",
    ".card .gone{a:b}",
    "[data-kind=ale]{a:b}",
    ":is(.gone,.far) p{a:b}",
    "@media print{.gone{a:b}}",
    "@supports (d:e){.gone{a:b}}",
    "@layer base{.gone{a:b}}",
    "@container (width > 1px){.gone{a:b}}",
]


def pruned(html: str, **options) -> str:
    return str(prune_page(parse_html(html), **options))


PAGE = '<style>{css}</style><p class="card" id="top" data-kind="tea" href="/far">gone</p><linearGradient/>'


@pytest.mark.parametrize("css", USED, ids=USED.get)
def test_a_rule_stays_that_can_match(css: str):
    assert "b" in pruned(PAGE.format(css=css)).split("</style>")[0].replace("margin", "b")


@pytest.mark.parametrize("css", UNUSED)
def test_a_rule_goes_that_cannot(css: str):
    assert pruned(PAGE.format(css=css)) == PAGE.format(css="")


def test_words_and_addresses_of_a_page_are_no_names():
    """The text of the page says "gone" and its address "far"; neither is a class."""
    assert pruned(PAGE.format(css=".gone,.far{a:b}")) == PAGE.format(css="")


def test_of_several_selectors_only_those_stay_that_can_match():
    assert prune("p,.gone,a > p{a:b}", {"p"}) == "p{a:b}"


@pytest.mark.parametrize(
    "script", ['el.className = "late"', "el.classList.add('late')", "`<p class=late>`", "el.dataset.late = 1"]
)
def test_what_a_script_may_bring_stays(script: str):
    css = "[data-late]{a:b}" if "dataset" in script else ".late{a:b}"
    assert css in pruned(PAGE.format(css=css), brought=names_brought(scripts=[script]))


def test_what_comes_later_as_html_stays():
    assert ".late" in pruned(PAGE.format(css=".late{a:b}"), brought=names_brought(later=['<p class="late">']))


def test_properties_go_that_nothing_asks_for_even_through_others():
    css = ":root{--a:1px;--b:var(--a);--c:2px}p{x:var(--c)}"
    assert prune(css, {"root", "p"}) == ":root{--c:2px}p{x:var(--c)}"


def test_data_in_a_property_is_not_taken_apart():
    css = ":root{--a:url(\"data:image/svg+xml,<svg a='b;c:d'>\");--c:2px}p{x:var(--a)}"
    assert prune(css, {"p"}).startswith(":root{--a:url(\"data:image/svg+xml,<svg a='b;c:d'>\")")


def test_a_color_stays_that_a_drawing_asks_for():
    css = ":root{--sea:blue;--sky:red;}"
    page = pruned(f'<html><style>{css}</style><svg><path fill="var(--sea,#00f)"/></svg></html>')
    assert "--sea:blue" in page
    assert "--sky" not in page


def test_the_selectors_of_a_sheet_are_those_inside_its_conditions_too():
    assert selectors_of("a,b{x:y}@media print{c:is(d,e){x:y}@supports (z:z){f{x:y}}}") == ["a", "b", "c:is(d,e)", "f"]


def test_each_line_of_a_style_is_a_sheet_of_its_own():
    assert prune("p{a:b}\n.gone{a:b}\nli{c:d}", {"p", "li"}) == "p{a:b}li{c:d}"
