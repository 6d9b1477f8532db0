"""Drawings that a reader steps through."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from microsite.components.component import KeyedComponent, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.components.explainer.model import Drawing, Explainer, check_explainers, read_drawing
from microsite.html.templates import render
from microsite.source.files import Document
from microsite.source.problems import Problem


@dataclass(frozen=True)
class DrawnExplainer:
    """An explainer with its drawing, taken apart."""

    explainer: Explainer
    drawing: Drawing


class Explainers(KeyedComponent[DrawnExplainer]):
    """``[[explainer: some-id]]``: the drawing of that id, with all its steps."""

    name = "explainer"
    file = "explainers.yml"
    model = Explainer
    styles = ("explainer",)
    elements = ("step-through",)

    def load(self, folder: DataFolder, site: SiteData) -> dict[str, DrawnExplainer]:
        """The explainers by their ids."""

        def check(document: Document, explainers: list[Explainer]) -> Iterable[Problem]:
            return check_explainers(document, explainers, folder)

        return {
            each.id: DrawnExplainer(each, read_drawing((folder.docs / each.file).read_text("utf-8"), id=each.id))
            for each in folder.records(self.file, Explainer, check=check)
        }

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The drawing and its steps, each with its still and its marks."""
        drawn = self.data(page.site)[argument]
        steps = [
            {
                "id": f"{argument}-at-{step.id}",
                "title": step.title,
                "says": step.says,
                "layers": [
                    (f"{argument}-{part}", "lit" if part in step.lights else "")
                    for part in drawn.drawing.parts
                    if drawn.explainer.is_shown(part, step)
                ],
                "marks": page.marks.marks(step.claims),
            }
            for step in drawn.explainer.steps
        ]
        return render("explainer", explainer=drawn.explainer, drawing=drawn.drawing, steps=steps)


COMPONENT = Explainers()
