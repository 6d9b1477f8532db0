"""Advice: what to do, and what not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from markupsafe import Markup
from pydantic import Field

from microsite.components.component import KeyedComponent, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.html.templates import render
from microsite.source.schema import Model, Several, Slug, Text


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
        """Every claim that the advice rests on."""
        return tuple(claim for point in (*self.do, *self.do_not) for claim in point.claims)


@dataclass(frozen=True)
class PointList:
    """Points under one label."""

    label: str
    lines: tuple[Point, ...]


class AdviceLists(KeyedComponent[Advice]):
    """``[[advice: some-id]]``: the two lists of that advice."""

    name = "advice"
    file = "advice.yml"
    model = Advice
    styles = ("advice",)

    def load(self, folder: DataFolder, site: SiteData) -> dict[str, Advice]:
        """The pieces of advice by their ids."""
        return {advice.id: advice for advice in folder.records(self.file, Advice)}

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The two lists with their marks."""
        lists = list(point_lists(self.data(page.site)[argument]))
        return render("advice", groups=lists, marks=page.marks.marks)


def point_lists(advice: Advice) -> Iterator[PointList]:
    """The two lists of a piece of advice; one that has nothing is left out."""
    for label, points in (("Do", advice.do), ("Do not", advice.do_not)):
        if points:
            yield PointList(label, points)


COMPONENT = AdviceLists()
