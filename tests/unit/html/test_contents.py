import pytest

from microsite.html.contents import Heading, reading_minutes, split_lead
from microsite.html.parsing import parse_html


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (200, 1), (201, 2), (1000, 5)])
def test_two_hundred_words_take_a_minute_and_a_page_at_least_one(words: int, minutes: int):
    assert reading_minutes(parse_html("<p>" + "word " * words + "</p>")) == minutes


@pytest.mark.parametrize("tag", ["table", "svg", "nav", "template", "div data-not-prose"])
def test_what_is_looked_up_is_not_counted_as_reading(tag: str):
    assert reading_minutes(parse_html(f"<p>word</p><{tag} class='x'>" + "word " * 900 + f"</{tag.split()[0]}>")) == 1


def test_what_stands_before_the_first_section_is_the_lead():
    assert split_lead(parse_html('<p>Lead</p>\n<h2 id="a">A</h2><p>x</p><h2>B</h2>')) == (
        "<p>Lead</p>\n",
        '<h2 id="a">A</h2><p>x</p><h2>B</h2>',
    )


def test_a_page_without_sections_is_all_lead():
    assert split_lead(parse_html("<p>Lead</p>")) == ("<p>Lead</p>", "")


def test_a_heading_knows_its_id_on_a_page_and_in_the_guide():
    assert [Heading("A", "#a").id, Heading("A", "teas/#a").id] == ["a", "a"]
