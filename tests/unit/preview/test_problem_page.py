"""What the preview shows: the problems of a build with what to do, and a banner where there is something to say."""

from pathlib import Path

import pytest
from jinja2 import Environment, TemplateError

from microsite.preview.problem_page import Failure, explain_failure, render_banner, render_failure
from microsite.source.problems import Problem, ProblemsFound

PROBLEM = Problem("docs/a.md", 3, "title", "a value", "<b> & nothing")
NO_ASSETS = Path("nowhere")


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    """An error as it comes out of a build, with the one that it was made of."""
    try:
        raise error from cause
    except BaseException as caught:
        return caught


def test_problems_are_found_behind_the_error_of_the_generator() -> None:
    """The generator ends with an error of its own."""
    inner = raised(RuntimeError("1 to mend"), ProblemsFound([PROBLEM]))
    assert explain_failure(raised(SystemExit(1), inner)) == Failure(problems=(PROBLEM,))


def test_a_template_that_does_not_parse_has_an_address() -> None:
    """Jinja knows the line."""
    with pytest.raises(TemplateError) as caught:
        Environment(autoescape=True).from_string("one\n{% if %}")
    (problem,) = explain_failure(caught.value).problems
    assert (problem.line, problem.where) == (2, "template")


def test_what_was_logged_is_the_reason_where_no_problem_is_known() -> None:
    """Each message once, in the order in which they came."""
    assert explain_failure(SystemExit(1), ["b", "a", "b"]) == Failure(messages=("b", "a"))


def test_a_fault_of_ours_is_shown_with_its_trace() -> None:
    """So that whoever looks after the code can find it."""
    failure = explain_failure(raised(KeyError("wordz")))
    assert "KeyError: 'wordz'" in failure.fault
    assert "not in what you wrote" in render_failure(failure, assets=NO_ASSETS, restart=False)


def test_the_page_says_what_to_do_and_escapes_what_it_shows() -> None:
    """File, line, what was expected and what was found, as typed."""
    page = render_failure(Failure(problems=(PROBLEM,)), assets=NO_ASSETS, restart=False)
    assert "<code>docs/a.md:3</code> title" in page
    assert "<dd>a value</dd>" in page
    assert "<dd>&lt;b&gt; &amp; nothing</dd>" in page
    assert "Restart" not in page


def test_the_page_stands_without_styles_and_says_that_a_restart_is_needed() -> None:
    """The styles may be what is broken."""
    assert "Restart the preview" in render_failure(Failure(messages=("x",)), assets=NO_ASSETS, restart=True)


@pytest.mark.parametrize(
    ("draft", "restart", "says"),
    [(False, False, None), (True, False, "Draft."), (False, True, "Python files have changed.")],
)
def test_a_banner_stands_only_where_there_is_something_to_say(draft: bool, restart: bool, says: str | None) -> None:
    """It leads to the page for editors."""
    banner = render_banner(draft=draft, restart=restart, editors_url="../editors/")
    assert (f"<strong>{says}</strong>" in banner and 'href="../editors/"' in banner) if says else banner == ""
