"""Pictures: drawings with their words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from markupsafe import Markup
from pydantic import Field

from microsite.components.component import KeyedComponent, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.html.templates import render
from microsite.source.files import Document
from microsite.source.problems import Problem
from microsite.source.schema import Model, Several, Slug, Text


class Picture(Model):
    """A drawing with its words: the twin says in sentences all that the drawing shows."""

    id: Slug
    file: Text
    title: Text
    caption: Text
    twin: Annotated[Several[Text], Field(min_length=1)]
    labels: Several[Text] = ()
    claims: Several[Slug] = ()


@dataclass(frozen=True)
class DrawnPicture:
    """A picture with the SVG of its file."""

    picture: Picture
    svg: Markup


class Pictures(KeyedComponent[DrawnPicture]):
    """``[[picture: some-id]]``: the picture of that id."""

    name = "picture"
    file = "pictures.yml"
    model = Picture
    styles = ("picture",)

    def load(self, folder: DataFolder, site: SiteData) -> dict[str, DrawnPicture]:
        """The pictures by their ids. Their drawings are ours, and trusted."""

        def undrawn(document: Document, pictures: list[Picture]) -> Iterable[Problem]:
            for place, picture in enumerate(pictures):
                yield from folder.missing_drawing(document, place, picture.file)

        pictures = folder.records(self.file, Picture, check=undrawn)
        drawings = {each.id: folder.read_drawing(each.file) for each in pictures}
        return {each.id: DrawnPicture(each, Markup(drawings[each.id])) for each in pictures}

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The drawing, its caption with marks, and its twin in words."""
        drawn = self.data(page.site)[argument]
        marks = page.marks.marks(drawn.picture.claims)
        return render("picture", picture=drawn.picture, svg=drawn.svg, marks=marks)


COMPONENT = Pictures()
