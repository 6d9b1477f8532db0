"""Questions to check oneself by: a page has those that name it."""

from collections.abc import Iterable
from typing import Annotated

from markupsafe import Markup
from pydantic import Field

from microsite.components.component import KeyedComponent, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.html.templates import render
from microsite.source.files import Document
from microsite.source.problems import Problem
from microsite.source.schema import Model, Several, Slug, Text


class Answer(Model):
    """One possible answer; ``right`` says whether it is."""

    says: Text
    right: bool


class Question(Model):
    """A question to check oneself by; exactly one answer is right, and the reason rests on claims."""

    id: Slug
    page: Slug
    question: Text
    answers: Annotated[Several[Answer], Field(min_length=2, max_length=4)]
    reason: Text
    claims: Several[Slug] = ()


class Quiz(KeyedComponent[tuple[Question, ...]]):
    """``[[quiz: some-page]]``: all questions that belong to that page."""

    name = "quiz"
    file = "questions.yml"
    model = Question
    styles = ("quiz",)

    def load(self, folder: DataFolder, site: SiteData) -> dict[str, tuple[Question, ...]]:
        """The questions by the page that they belong to."""
        questions = folder.records(self.file, Question, check=_without_one_right_answer)
        pages = dict.fromkeys(question.page for question in questions)
        return {page: tuple(question for question in questions if question.page == page) for page in pages}

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The questions, each with the marks of its reason."""
        questions = self.data(page.site)[argument]
        return render("quiz", questions=questions, marks=[page.marks.marks(each.claims) for each in questions])


def _without_one_right_answer(document: Document, questions: list[Question]) -> Iterable[Problem]:
    for place, question in enumerate(questions):
        if (right := sum(answer.right for answer in question.answers)) != 1:
            line = document.line((place, "answers"))
            yield Problem(document.file, line, f"{question.id}.answers", "one right answer", str(right))


COMPONENT = Quiz()
