import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.source.markers import Marker, MarkerRule, check_markers, find_markers, replace_markers

RULES = {
    "table": MarkerRule(("teas", "ales")),
    "claim": MarkerRule(("warm",), block=False),
    "contents": MarkerRule(),
}
MISTAKES = {
    "[[tabel: teas]]": "p.md:3: [[tabel: teas]]: expected a marker named table, claim or contents, found 'tabel'",
    "[[table: tea]]": "p.md:3: [[table: tea]]: expected teas or ales, found 'tea'",
    "[[table]]": "p.md:3: [[table]]: expected teas or ales, found nothing",
    "[[contents: all]]": "p.md:3: [[contents: all]]: expected no argument, found 'all'",
    "See [[table: teas]]": "p.md:3: [[table: teas]]: expected a line of its own, found other text on the line",
}


def test_markers_are_found_with_their_lines_whether_alone_or_not():
    markers = find_markers("Warm. [[claim: warm]]\n\n  [[ table:teas ]]  \n", first_line=10)
    assert [(m.name, m.argument, m.line, m.alone) for m in markers] == [
        ("claim", "warm", 10, False),
        ("table", "teas", 12, True),
    ]


@pytest.mark.parametrize(
    "text", ["`[[table: teas]]`", "```\n[[table: teas]]\n```", "``a ` [[table: teas]]``", "[[Table]]", "[a][[b]"]
)
def test_code_and_other_brackets_are_no_markers(text: str):
    assert find_markers(text) == []


def html_of(marker: Marker) -> str:
    return f"<{marker.name}>{marker.argument}"


def test_each_marker_is_replaced_in_its_place():
    text = "Warm. [[claim: warm]]\n\n[[table: ales]]\n\n`[[x]]`"
    assert replace_markers(text, html_of) == "Warm. <claim>warm\n\n<table>ales\n\n`[[x]]`"


@pytest.mark.parametrize("text", MISTAKES)
def test_a_marker_that_means_nothing_is_told_with_its_line(text: str):
    assert [str(problem) for problem in check_markers(f"a\n{text}", RULES, file="p.md", first_line=2)] == [
        MISTAKES[text]
    ]


def test_all_wrong_markers_are_told_at_once():
    assert len(check_markers("\n".join(MISTAKES), RULES, file="p.md")) == len(MISTAKES)


def test_arguments_are_not_judged_while_nobody_knows_which_there_are():
    assert check_markers("[[table: tea]]", {"table": MarkerRule(judged=False)}, file="p.md") == []


def test_of_many_names_the_nearest_are_shown():
    many = {"table": MarkerRule([f"name-{i}" for i in range(40)] + ["kefirs"])}
    [problem] = check_markers("[[table: kefir]]", many, file="p.md")
    assert problem.expected.startswith("kefirs, ")
    assert problem.expected.endswith("or 38 more")


@given(st.text(alphabet="[]: `~abc\n"))
def test_text_whose_markers_pass_the_check_can_be_filled(text: str):
    if not check_markers(text, RULES, file="p.md"):
        assert "[[table" not in replace_markers(text, html_of) or "`" in text
