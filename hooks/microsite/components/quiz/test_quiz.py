"""A question has one right answer, which opens without a script."""

from pathlib import Path

import pytest

from microsite.components.quiz.component import COMPONENT
from support.marks import claims_of
from support.small_components import load, refused, render, words

QUESTION = """
- id: warm
  page: {page}
  question: Is tea warm?
  answers: [{{says: "{first}", right: {right}}}, {{says: "No", right: false}}]
  reason: Someone boiled it.
  claims: [heat, warm]
"""
GOOD = {"page": "tea", "first": "Yes", "right": "true"}


def test_the_answer_is_closed_and_gives_its_reason_with_marks(tmp_path: Path) -> None:
    html = render(COMPONENT, load(COMPONENT, tmp_path, QUESTION.format(**GOOD), pages={"tea.md"}), "tea")
    assert claims_of(html) == ["heat", "warm"]
    assert words(html, "details:not([open]) p") == ["Yes. Someone boiled it."]
    assert words(html, ".question > ol > li") == ["Yes", "No"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"page": "teas"}, "warm.page: expected a page under docs/ (perhaps 'tea'), found 'teas.md'"),
        ({"first": "no"}, "warm.answers.1.says: expected answers that differ, found 'No' again"),
        ({"right": "false"}, "warm.answers: expected one right answer, found 0"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(tmp_path: Path, change: dict[str, str], told: str) -> None:
    assert told in refused(COMPONENT, tmp_path, QUESTION.format(**{**GOOD, **change}), pages={"tea.md"})[0]
