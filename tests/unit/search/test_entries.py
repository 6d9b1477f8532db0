import json
from datetime import date
from pathlib import Path

import pytest

from microsite.content.page_source import PageFacts
from microsite.content.search_words import SameWords, load_search_words
from microsite.page.view import RenderedPage
from microsite.search.entries import Entry, collect_entries
from microsite.search.index import search_index
from microsite.source.problems import ProblemsFound

DAY = date(2026, 1, 31)


def make_page(html: str) -> RenderedPage:
    facts = PageFacts(
        title="Kinds of cheese",
        nav_title="Cheese",
        summary="What there is to know of cheese.",
        published=DAY,
        updated=DAY,
        last_review=DAY,
        next_review=DAY,
        written_by="us",
    )
    return RenderedPage("cheese.md", "cheese/", html, (), facts)


def entries(html: str) -> list[tuple[str, str, str]]:
    """Place, title and text of each entry but the page's own, with white space as it is shown."""
    return [
        (e.location, " ".join(e.title.split()), " ".join(e.text.split())) for e in collect_entries(make_page(html))[1:]
    ]


def test_a_page_is_found_by_its_summary_and_lead() -> None:
    page = collect_entries(make_page("<p>The lead.</p><h2 id='a'>A</h2><p>Text</p>"))[0]
    assert (page.location, page.title, page.also) == ("cheese/", "Kinds of cheese", "Cheese")
    assert " ".join(page.text.split()) == "What there is to know of cheese. The lead."


def test_a_section_is_found_by_its_heading() -> None:
    html = "<h2 id='soft'>Soft ones</h2><p>Brie is <em>soft</em>.</p><h3 id='blue'>Blue</h3><p>Mold.</p>"
    assert entries(html) == [("cheese/#soft", "Soft ones", "Brie is soft."), ("cheese/#blue", "Blue", "Mold.")]


def test_a_row_is_found_apart_from_its_section() -> None:
    html = """<h2 id='t'>Table</h2><table><thead><tr><th>Name</th><th>Say</th><th class="v n">Salt</th></tr></thead>
    <tr id='row-brie' data-find='camembert'><th><a href='#row-brie'>Brie</a> <span>a cup</span></th>
    <td>Soft</td><td>1.2</td></tr></table><p>After.</p>"""
    found = collect_entries(make_page(html))
    assert entries(html) == [("cheese/#t", "Table", "After."), ("cheese/#row-brie", "Brie", "a cup; Soft")]
    assert found[2].also == "camembert"


def test_sources_and_terms_are_found() -> None:
    html = """<ol><li id='source-a'><p>Ada. <cite>On cheese</cite>. 2020.</p></li></ol>
    <dl><div id='term-rind'><dt>Rind <span class='also'>also: crust</span></dt><dd>The outside.</dd></div></dl>"""
    source, term = collect_entries(make_page(html))[1:]
    assert (source.title, source.boost < 1) == ("On cheese", True)
    assert (term.title.strip(), term.also, term.text.strip()) == ("Rind", "also: crust", "The outside.")


def test_a_warning_comes_first() -> None:
    html = "<div><div role='heading' id='care'>Call now</div><p>Blood</p></div><p>Rest</p>"
    page, care = collect_entries(make_page(html))
    assert (care.location, care.text.strip(), care.boost > 1) == ("cheese/#care", "Blood", True)
    assert "Rest" in page.text


def test_wrong_answers_and_marks_are_not_found() -> None:
    html = "<h2 id='q'>Check</h2><div class='quiz'><p>Cheese is a stone</p></div><p>It <a class='mark'>grade</a></p>"
    assert entries(html) == [("cheese/#q", "Check", "It")]


def test_the_index_calls_an_entry_by_the_title_it_is_given() -> None:
    """The old title is still found, and nowhere shown."""
    head = "<th><a>Cheese cures all</a> <p>We say: It is tasty.</p></th>"
    html = f"<table><tr id='claim-a'>{head}<td>Overstated</td></tr></table>"
    words = [SameWords(words=("cheese", "fromage"))]
    index = json.loads(search_index([make_page(html)], words, titles={"claim-a": "It is tasty."}))
    assert index["config"]["same"] == [["cheese", "fromage"]]
    entry = index["docs"][1]
    assert (entry["title"], entry["text"], entry["also"]) == ("It is tasty.", "Overstated", "cheese cures all")


def test_words_stand_in_one_group(tmp_path: Path) -> None:
    (tmp_path / "search.yml").write_text("- words: [a, b]\n- words: [b, c]\n", encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        load_search_words(tmp_path, name="data")
    assert str(found.value) == "data/search.yml:2: 1.words: expected each word once, found 'b' again (first on line 1)"


@pytest.mark.parametrize("words", ["[One]", "[one]", "[one, two!]", "[one, 2]"])
def test_words_are_written_as_they_are_compared(tmp_path: Path, words: str) -> None:
    """Two or more, small letters, quoted where they are numbers."""
    (tmp_path / "search.yml").write_text(f"- words: {words}\n", encoding="utf-8")
    with pytest.raises(ProblemsFound):
        load_search_words(tmp_path, name="data")


def test_a_site_without_the_file_has_no_such_words(tmp_path: Path) -> None:
    assert load_search_words(tmp_path, name="data") == ()


def test_an_entry_counts_as_much_as_others_unless_said() -> None:
    assert Entry("a/").boost == 1.0
