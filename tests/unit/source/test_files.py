import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.source.csv_file import parse_csv, read_csv
from microsite.source.files import parse_yaml, read_yaml
from microsite.source.problems import ProblemsFound

YAML_MISTAKES = {
    "a: [": (
        "x.yml:1: YAML: expected commas between the items, and a closing bracket for each that is opened, found 'a: ['"
    ),
    "a: 1\nb: 2\na: 3": "x.yml:3: a: expected each key once, found 'a' again",
    "- b:\n    c: 1\n    c: 2": "x.yml:3: 0.b.c: expected each key once, found 'c' again",
    "a: &x [*x]": "x.yml:1: a.0: expected values that end, found an alias to itself, or 100 levels",
    "? [a]\n: b": "x.yml:1: file: expected a plain name as key, found a list or a mapping",
    "a: !!int x": "x.yml:1: a: expected a text, number, date, true or false, found 'x'",
    "a: 2026-02-30": "x.yml:1: a: expected a day of the calendar, found '2026-02-30'",
    "a\n---\nb": "x.yml:2: YAML: expected one document: no line of --- or ..., found '---'",
}
CSV_MISTAKES = {
    b"a,b\n1\n": ["x.csv:2: row: expected 2 cells, found 1"],
    b"a,b\n1,2,3\n": ["x.csv:2: row: expected 2 cells, found 3"],
    b'a,b\n"1\n2",3\n4\n': ["x.csv:4: row: expected 2 cells, found 1"],
    b"a,b\n1,\xff\n": ['x.csv:2: text: expected UTF-8: in a spreadsheet, save it as "CSV UTF-8", found byte 0xff'],
    b"": ["x.csv:1: header: expected column names, found nothing"],
    b"a,a\n1,2\n": ["x.csv:1: column 'a': expected one column of that name, found two or more"],
    b"a,\n1\n": [
        "x.csv:1: header: expected a name for each column, and no columns without one, found 1 without",
    ],
    b'a\n"1': ['x.csv:2: row: expected a closing " for each that opens a cell, found unexpected end of data'],
}


def test_yaml_values_come_with_the_lines_on_which_they_stand():
    document = parse_yaml("# why\n- id: a\n  says: >-\n    one\n    two\n- id: b\n", name="x.yml")
    assert document.value == [{"id": "a", "says": "one two"}, {"id": "b"}]
    assert [document.line(place) for place in [(0,), (0, "says"), (1, "id")]] == [2, 3, 6]


def test_a_place_that_is_not_in_the_file_has_the_line_of_what_is_around_it():
    document = parse_yaml("- id: a\n- id: b\n", name="x.yml")
    assert [document.line(place) for place in [(1, "group"), (1, "group", 2), (9,), ()]] == [2, 2, 1, 1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("12:30", "12:30"),
        ("010", 10),
        ("1.5", 1.5),
        ("true", True),
        ("~", None),
        ("", None),
        ("2026-11-23", datetime.date(2026, 11, 23)),
        ("<script>alert(1)</script> & co", "<script>alert(1)</script> & co"),
    ],
)
def test_yaml_is_read_by_the_rules_of_yaml_1_2(text: str, value: object):
    assert parse_yaml(text, name="x.yml").value == value


@pytest.mark.parametrize("text", YAML_MISTAKES)
def test_yaml_that_an_editor_got_wrong_is_refused_with_its_line(text: str):
    with pytest.raises(ProblemsFound) as found:
        parse_yaml(text, name="x.yml")
    assert str(found.value) == YAML_MISTAKES[text]


def test_csv_records_have_the_line_on_which_they_start():
    records = parse_csv(b'a,b\n"1\n2",3\n\n4,5\n', name="x.csv")
    assert [(record.values, record.line) for record in records] == [
        ({"a": "1\n2", "b": "3"}, 2),
        ({"a": "4", "b": "5"}, 5),
    ]


def test_a_byte_order_mark_is_no_part_of_the_first_column():
    assert parse_csv("\ufeffid\nkefir\n".encode(), name="x.csv")[0].values == {"id": "kefir"}


@pytest.mark.parametrize("content", CSV_MISTAKES)
def test_csv_that_an_editor_got_wrong_is_refused_with_every_line(content: bytes):
    with pytest.raises(ProblemsFound) as found:
        parse_csv(content, name="x.csv")
    assert [str(problem) for problem in found.value.problems] == CSV_MISTAKES[content]


@pytest.mark.parametrize("read", [read_yaml, read_csv])
def test_a_file_that_is_not_there_is_a_problem_and_not_a_crash(read, tmp_path):
    with pytest.raises(ProblemsFound, match=r"^x:1: file: expected a file that can be read, found no such file"):
        read(tmp_path / "none", name="x")


@given(st.text())
def test_any_text_read_as_yaml_gives_values_or_problems(text: str):
    try:
        assert parse_yaml(text, name="x.yml").file == "x.yml"
    except ProblemsFound as found:
        assert found.problems


YAML_SIGNS = [*"-:?&*!|>{}[],#\"'%@`ab1 \n\t", "---", "...", "<<:", "!!int", "&a", "*a"]


@given(st.lists(st.sampled_from(YAML_SIGNS)))
def test_any_heap_of_yaml_signs_gives_values_or_problems(signs: list[str]):
    try:
        parse_yaml("".join(signs), name="x.yml")
    except ProblemsFound as found:
        assert all(problem.line >= 1 for problem in found.problems)


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_read_as_csv_give_records_or_problems(content: bytes):
    try:
        assert all(record.line > 1 for record in parse_csv(content, name="x.csv"))
    except ProblemsFound as found:
        assert found.problems


def test_aliases_that_multiply_are_refused_at_once() -> None:
    """Five lines that stand for a hundred thousand values; each further line would make it ten times as many."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 5)]
    with pytest.raises(ProblemsFound) as found:
        parse_yaml("\n".join(lines), name="x.yml")
    assert str(found.value) == "x.yml:1: YAML: expected aliases of single values, found aliases that multiply"


def test_an_alias_of_a_part_that_is_used_again_is_in_order() -> None:
    text = "common: &common {a: 1, b: [1, 2, 3]}\nfirst: *common\nsecond: *common\n"
    assert parse_yaml(text, name="x.yml").value["second"] == {"a": 1, "b": [1, 2, 3]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: Tea: a story", 'quotes around a text that has a colon, such as title: "Tea: a story"'),
        ("a:\n\tb: 1", "spaces: a tab cannot indent"),
        ("a:\n  b: 1\n c: 2", "each field indented like the one above it"),
        ("a: 'tea", "a closing quote for each that is opened"),
    ],
)
def test_what_mends_a_text_is_said(text: str, told: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        parse_yaml(text, name="x.yml")
    assert told in str(found.value)


@pytest.mark.parametrize(("sign", "found"), [(";", "semicolons"), ("\t", "tabs")])
def test_what_a_spreadsheet_wrote_with_other_signs_is_told_once(sign: str, found: str) -> None:
    rows = f"id{sign}name\nx{sign}1,5\n".encode()
    with pytest.raises(ProblemsFound) as problems:
        parse_csv(rows, name="x.csv")
    told = f'x.csv:1: header: expected commas between cells: save it as "CSV UTF-8", found {found}'
    assert str(problems.value) == told


def test_letters_of_one_country_are_told_with_what_to_do() -> None:
    with pytest.raises(ProblemsFound) as problems:
        parse_csv("id,name\nx,caf\u00e9\n".encode("cp1252"), name="x.csv")
    assert str(problems.value) == (
        'x.csv:2: text: expected UTF-8: in a spreadsheet, save it as "CSV UTF-8", found byte 0xe9'
    )
