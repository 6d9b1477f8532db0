"""Drawings that a reader steps through: one drawing with named parts, and a still of it for each step.

A part is a group of the drawing whose id is the id of the explainer, a hyphen and the name of the part. Stills do not
repeat the drawing: each refers to its parts, so eight of them weigh little more than one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated
from xml.etree import ElementTree

from markupsafe import Markup
from pydantic import Field

from microsite.components.data_folder import DataFolder
from microsite.html.parsing import parse_html
from microsite.source.files import Address, Document
from microsite.source.problems import Problem
from microsite.source.schema import Model, Several, Slug, Text

# Attributes of the root that say how its parts are drawn; each still has to say them again.
_DRAWN = ("viewBox", "fill", "stroke", "font-size")


class Step(Model):
    """One step: what it says, the parts that it lights, the parts of the scenery that it leaves out."""

    id: Slug
    title: Text
    says: Text
    lights: Annotated[Several[Slug], Field(min_length=1)]
    leaves_out: Several[Slug] = ()
    claims: Several[Slug] = ()


class Explainer(Model):
    """A drawing in steps; its scenery is drawn in every step, faintly where a step does not light it."""

    id: Slug
    file: Text
    title: Text
    scenery: Several[Slug] = ()
    steps: Annotated[Several[Step], Field(min_length=2)]

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim of the steps, in their order."""
        return tuple(claim for step in self.steps for claim in step.claims)

    def is_shown(self, part: str, step: Step) -> bool:
        """Whether a step shows a part, lit or faintly."""
        return part in step.lights or (part in self.scenery and part not in step.leaves_out)


@dataclass(frozen=True)
class Drawing:
    """A drawing taken apart: how its root draws, the names of its parts from back to front, all that is inside."""

    attributes: Markup
    parts: tuple[str, ...]
    inside: Markup


def read_drawing(svg: str, *, id: str) -> Drawing:
    """Take the drawing of the explainer ``id`` apart. Raises ValueError with the reason where that is impossible."""
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise ValueError(f"no well-formed SVG: {error}") from error
    inside = _inside_root(svg)
    if not inside:
        raise ValueError("no <svg> element with something in it")
    names = [each.get("id", "") for each in root]
    parts = tuple(name.removeprefix(f"{id}-") for name in names if name.startswith(f"{id}-"))
    drawn = [(name, value) for name, value in root.items() if name.startswith(_DRAWN)]
    attributes = Markup(" ").join(Markup('{}="{}"').format(name, value) for name, value in drawn)
    return Drawing(attributes, parts, Markup(re.sub(r"\s+", " ", inside).replace("> <", "><")))


def check_explainers(document: Document, explainers: Iterable[Explainer], folder: DataFolder) -> Iterator[Problem]:
    """A problem for each drawing that cannot be used, each part that it lacks, and each that no step shows."""
    for place, record in enumerate(explainers):
        if missing := list(folder.missing_drawing(document, place, record.file)):
            yield from missing
            continue
        try:
            drawing = read_drawing((folder.docs / record.file).read_text(encoding="utf-8"), id=record.id)
        except ValueError as error:
            line = document.line((place, "file"))
            yield Problem(document.file, line, f"{record.id}.file", "a drawing in parts", str(error))
            continue
        yield from _check_parts(document, place, record, drawing)


def _inside_root(svg: str) -> str:
    """What stands in the root of a drawing, as it is written; "" where there is nothing."""
    drawing = parse_html(svg)
    root = next((place for place, _ in drawing.elements("svg")), None)
    return "" if root is None else "".join(drawing.sources[root + 1 : drawing.ends[root] - 1])


def _check_parts(document: Document, place: int, explainer: Explainer, drawing: Drawing) -> Iterator[Problem]:
    named: list[tuple[Address, str, str]] = [((place, "scenery"), "scenery", part) for part in explainer.scenery]
    for at, step in enumerate(explainer.steps):
        for field, parts in (("lights", step.lights), ("leaves_out", step.leaves_out)):
            named += [((place, "steps", at, field), f"{step.id}.{field}", part) for part in parts]
    for address, field, part in named:
        if part not in drawing.parts:
            expected = "a part of the drawing: " + (", ".join(drawing.parts) or f"it has no id {explainer.id}-...")
            yield Problem(document.file, document.line(address), f"{explainer.id}.{field}", expected, repr(part))
    shown = {*explainer.scenery, *(part for step in explainer.steps for part in step.lights)}
    # A part that is called by a wrong name is told once.
    for part in drawing.parts if shown <= {*drawing.parts} else ():
        if part not in shown:
            found = f"no step that lights {part!r}"
            yield Problem(
                document.file, document.line((place, "steps")), f"{explainer.id}.steps", "every part shown", found
            )
