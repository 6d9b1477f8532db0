"""Questions to check oneself by: a page has those that name it."""

from collections.abc import Collection, Iterable
from typing import Annotated

from markupsafe import Markup
from pydantic import Field

from microsite.components.component import KeyedComponent, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.html.templates import render
from microsite.source.files import Document
from microsite.source.problems import Problem
from microsite.source.schema import Model, Several, Slug, Text, perhaps


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

        def check(document: Document, questions: list[Question]) -> Iterable[Problem]:
            yield from _wrong_answers(document, questions)
            yield from _unknown_pages(document, questions, folder.pages)

        questions = folder.records(self.file, Question, check=check)
        pages = dict.fromkeys(question.page for question in questions)
        return {page: tuple(question for question in questions if question.page == page) for page in pages}

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The questions, each with the marks of its reason."""
        questions = self.data(page.site)[argument]
        return render("quiz", questions=questions, marks=[page.marks.marks(each.claims) for each in questions])


def _unknown_pages(document: Document, questions: list[Question], pages: Collection[str]) -> Iterable[Problem]:
    known = {path.removesuffix(".md") for path in pages}
    for place, question in enumerate(questions):
        if question.page not in known:
            line, expected = document.line((place, "page")), f"a page under docs/{perhaps(question.page, known)}"
            yield Problem(document.file, line, f"{question.id}.page", expected, repr(f"{question.page}.md"))


def _wrong_answers(document: Document, questions: list[Question]) -> Iterable[Problem]:
    for place, question in enumerate(questions):
        for at, answer in enumerate(question.answers):
            if answer.says.casefold() in {other.says.casefold() for other in question.answers[:at]}:
                line, where = document.line((place, "answers", at, "says")), f"{question.id}.answers.{at}.says"
                yield Problem(document.file, line, where, "answers that differ", f"{answer.says!r} again")
        if (right := sum(answer.right for answer in question.answers)) != 1:
            line = document.line((place, "answers"))
            yield Problem(document.file, line, f"{question.id}.answers", "one right answer", str(right))


COMPONENT = Quiz()
