import pytest

from microsite.source.links import Link, check_links, find_links

FILES = {"index.md", "kinds/teas.md", "assets/a.svg"}
ANCHORS = {"index.md": {"top"}, "kinds/teas.md": {"green"}}


def test_links_that_stay_on_the_site_are_found_with_their_lines():
    text = 'See [teas](kinds/teas.md#green "Teas") or\n[home][h].\n\n[h]: index.md\n\n![a](<assets/a.svg>)'
    assert find_links(text, first_line=5) == [
        Link("kinds/teas.md#green", 5),
        Link("index.md", 8),
        Link("assets/a.svg", 10),
    ]


@pytest.mark.parametrize(
    "text", ["[a](https://example.org)", "[a](mailto:a@b.example)", "`[a](b.md)`", "```\n[a](b.md)\n```", "[x]"]
)
def test_links_elsewhere_and_in_code_are_left_alone(text: str):
    assert find_links(text) == []


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (
            "tea.md",
            "docs/p.md:4: link 'tea.md': expected a file under docs/ (perhaps 'kinds/teas.md'), found 'kinds/tea.md'",
        ),
        ("../none", "docs/p.md:4: link '../none': expected a file under docs/, found 'none'"),
        ("#gren", "docs/p.md:4: link '#gren': expected an anchor on kinds/teas.md (perhaps 'green'), found '#gren'"),
        ("../index.md#x", "docs/p.md:4: link '../index.md#x': expected an anchor on index.md, found '#x'"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_what_may_be_meant(target: str, message: str):
    found = check_links([Link(target, 4)], file="docs/p.md", page="kinds/teas.md", files=FILES, anchors=ANCHORS)
    assert [str(problem) for problem in found] == [message]


@pytest.mark.parametrize("target", ["teas.md#green", "../index.md#top", "#green", "../assets/a.svg"])
def test_a_link_that_leads_somewhere_is_no_problem(target: str):
    assert check_links([Link(target, 1)], file="p", page="kinds/teas.md", files=FILES, anchors=ANCHORS) == []


def test_anchors_are_not_judged_before_pages_are_rendered():
    assert check_links([Link("../index.md#x", 1)], file="p", page="kinds/teas.md", files=FILES) == []
