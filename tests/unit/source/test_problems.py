import pytest

from microsite.source.problems import Problem, ProblemList, ProblemsFound, describe

LATER = Problem("b.yml", 2, "id", "a text", "nothing")
EARLIER = Problem("a.yml", 10, "id", "a text", "nothing")


def test_a_problem_reads_as_an_address_and_what_was_expected_and_found():
    assert str(LATER) == "b.yml:2: id: expected a text, found nothing"


def test_problems_are_raised_in_the_order_of_files_and_lines_and_each_once():
    assert ProblemsFound([LATER, EARLIER, LATER]).problems == (EARLIER, LATER)


def test_a_list_gathers_what_several_steps_raise():
    found = ProblemList()
    for problem in (LATER, EARLIER):
        with found.gather():
            raise ProblemsFound([problem])
    with pytest.raises(ProblemsFound) as raised:
        found.raise_if_any()
    assert raised.value.problems == (EARLIER, LATER)


def test_an_empty_list_raises_nothing():
    ProblemList().raise_if_any()


def test_other_exceptions_pass_through_a_list():
    with pytest.raises(ZeroDivisionError), ProblemList().gather():
        raise ZeroDivisionError


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, "nothing"), ("", "nothing"), ("lots", "'lots'"), (3, "3"), ("x" * 99, "'" + "x" * 76 + "...")],
)
def test_what_was_found_is_said_shortly(value: object, words: str):
    assert describe(value) == words
