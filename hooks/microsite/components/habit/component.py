"""Habit cards: one thing to do, why, how to start, how often, and what to be careful about."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from markupsafe import Markup
from pydantic import Field

from microsite.components.component import KeyedComponent, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.html.templates import render
from microsite.source.files import Document
from microsite.source.problems import Problem
from microsite.source.schema import Model, Several, Slug, Text


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
        """Every claim that the card rests on."""
        return (*self.why_claims, *self.how_often_claims, *self.caution_claims)


class Habits(KeyedComponent[Habit]):
    """``[[habit: some-id]]``: the card of that id."""

    name = "habit"
    file = "habits.yml"
    model = Habit
    styles = ("habit",)

    def load(self, folder: DataFolder, site: SiteData) -> dict[str, Habit]:
        """The habits by their ids."""
        return {habit.id: habit for habit in folder.records(self.file, Habit, check=_lone_groups)}

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The card, with the marks of each of its parts."""
        habit = self.data(page.site)[argument]
        parts = {"why": habit.why_claims, "how_often": habit.how_often_claims, "caution": habit.caution_claims}
        return render("habit", habit=habit, marks={part: page.marks.marks(claims) for part, claims in parts.items()})


def _lone_groups(document: Document, habits: list[Habit]) -> Iterator[Problem]:
    """Among groups of several habits, one that a single habit has is most likely another one misspelled."""
    sizes = Counter(habit.group for habit in habits)
    shared = [group for group, size in sizes.items() if size > 1]
    for place, habit in enumerate(habits):
        if shared and sizes[habit.group] == 1:
            line, where = document.line((place, "group")), f"{habit.id}.group"
            expected = f"a group that other habits have: {' or '.join(shared)}"
            yield Problem(document.file, line, where, expected, repr(habit.group))


COMPONENT = Habits()
