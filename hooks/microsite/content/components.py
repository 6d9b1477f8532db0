"""The pieces that a marker puts on a page: care cards, habit cards, questions, pictures, explainers, terms.

They are data and not Markdown, because each is also used elsewhere (a printed sheet, a count, a test) and because a
warning or a step must never lose a part by a slip of the pen.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from microsite.content.explainers import Drawing, Explainer, check_explainers, read_drawing
from microsite.source.files import Document, read_yaml
from microsite.source.problems import Problem, ProblemList
from microsite.source.schema import Model, Several, Slug, Text, load_list


class CareCard(Model):
    """When to seek help, at one of three urgencies. The words of the heading carry the urgency, not only the color."""

    id: Slug
    urgency: Literal["emergency", "soon", "talk"]
    heading: Text
    lead: Text
    signs: Annotated[Several[Text], Field(min_length=1)]
    action: Text
    claims: Annotated[Several[Slug], Field(min_length=1)]


class Habit(Model):
    """One thing to do: why, how to start in one to three steps, how often, and what to be careful about."""

    id: Slug
    group: Slug
    heading: Text
    why: Text
    why_claims: Several[Slug]
    start: Annotated[Several[Text], Field(min_length=1, max_length=3)]
    how_often: Text
    how_often_claims: Several[Slug] = ()
    caution: Text
    caution_claims: Several[Slug] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim the card rests on, in the order in which it shows them."""
        return (*self.why_claims, *self.how_often_claims, *self.caution_claims)


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


class Picture(Model):
    """A drawing with its words: the twin says in sentences all that the drawing shows."""

    id: Slug
    file: Text
    title: Text
    caption: Text
    twin: Annotated[Several[Text], Field(min_length=1)]
    labels: Several[Text] = ()
    claims: Several[Slug] = ()


class Point(Model):
    """One thing to do or not to do, with the claims it rests on."""

    says: Text
    claims: Several[Slug] = ()


class Advice(Model):
    """What to do, and what not."""

    id: Slug
    do: Annotated[Several[Point], Field(min_length=1)]
    do_not: Several[Point] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim the advice rests on, in the order in which it shows them."""
        return tuple(claim for point in (*self.do, *self.do_not) for claim in point.claims)


class Term(Model):
    """A word of the glossary, other words people use for it, and what it means in plain words."""

    term: Text
    also: Several[Text] = ()
    means: Text

    @property
    def slug(self) -> str:
        """The term as part of an address: ``Short-chain fatty acids (SCFAs)`` is ``short-chain-fatty-acids``."""
        plain = self.term.split(" (")[0].lower()
        return "-".join("".join(c if c.isalnum() else " " for c in plain).split())


@dataclass(frozen=True)
class Content:
    """All pieces by their ids; questions by the page they belong to; terms in alphabetical order."""

    care: dict[str, CareCard] = field(default_factory=dict)
    habits: dict[str, Habit] = field(default_factory=dict)
    questions: dict[str, tuple[Question, ...]] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    drawings: dict[str, str] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    advice: dict[str, Advice] = field(default_factory=dict)
    explainers: dict[str, tuple[Explainer, Drawing]] = field(default_factory=dict)


M = TypeVar("M", bound=Model)


def load_content(folder: Path, *, assets: Path, claims: Collection[str] | None, name: str) -> Content:
    """Read the content files of a data folder; a file that is not there has no pieces.

    ``assets`` is where pictures are looked up, ``claims`` the ids there are (None while nobody can say), ``name``
    what messages call the folder.
    Raises `ProblemsFound` with the problems of all files.
    """
    found = ProblemList()

    def load(file: str, model: type[M], *, key: str = "id") -> list[M]:
        records: list[M] = []
        if (folder / file).exists():
            with found.gather():
                document = read_yaml(folder / file, name=f"{name}/{file}")
                records = load_list(document, model, key=key)
                found.add(*_unknown_claims(document, records, claims))
                found.add(*_unanswered(document, records))
                found.add(*_undrawn(document, records, assets))
                found.add(*check_explainers(document, records, assets))
        return records

    care = load("care.yml", CareCard)
    habits = load("habits.yml", Habit)
    questions = load("questions.yml", Question)
    pictures = load("pictures.yml", Picture)
    terms = load("glossary.yml", Term, key="term")
    advice = load("advice.yml", Advice)
    explainers = load("explainers.yml", Explainer)
    found.raise_if_any()
    return Content(
        care={card.id: card for card in care},
        habits={habit.id: habit for habit in habits},
        questions={
            page: tuple(q for q in questions if q.page == page) for page in dict.fromkeys(q.page for q in questions)
        },
        pictures={picture.id: picture for picture in pictures},
        drawings={picture.id: (assets / picture.file).read_text(encoding="utf-8") for picture in pictures},
        terms=tuple(sorted(terms, key=lambda term: term.term.casefold())),
        advice={each.id: each for each in advice},
        explainers={
            each.id: (each, read_drawing((assets / each.file).read_text(encoding="utf-8"), id=each.id))
            for each in explainers
        },
    )


def _unknown_claims(document: Document, records: list[M], claims: Collection[str] | None) -> list[Problem]:
    if claims is None:
        return []
    return [
        Problem(
            document.file, document.line((i,)), f"{getattr(record, 'id', i)}.claims", "ids in claims.yml", repr(claim)
        )
        for i, record in enumerate(records)
        for claim in getattr(record, "claims", ())
        if claim not in claims
    ]


def _unanswered(document: Document, records: list[M]) -> list[Problem]:
    return [
        Problem(document.file, document.line((i, "answers")), f"{record.id}.answers", "one right answer", str(right))
        for i, record in enumerate(records)
        if isinstance(record, Question) and (right := sum(answer.right for answer in record.answers)) != 1
    ]


def _undrawn(document: Document, records: list[M], assets: Path) -> list[Problem]:
    return [
        Problem(
            document.file, document.line((i, "file")), f"{record.id}.file", "a drawing under docs/", repr(record.file)
        )
        for i, record in enumerate(records)
        if isinstance(record, Picture) and not (assets / record.file).is_file()
    ]
