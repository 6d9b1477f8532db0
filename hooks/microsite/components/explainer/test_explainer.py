"""A drawing in steps: which parts each step shows, and how a drawing and its steps have to fit."""

from pathlib import Path

import pytest

from microsite.components.data_folder import DataFolder
from microsite.components.explainer.model import Explainer, check_explainers, read_drawing
from microsite.source.files import read_yaml
from microsite.source.schema import load_list

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" fill="none" role="img">
  <defs><path id="tea-pot--lid"/></defs>
  <g id="tea-pot-pot"><path d="M0 0"/></g>
  <g id="tea-pot-leaf"/>
  <g id="tea-pot-steam"/>
</svg>"""

YAML = """- id: tea-pot
  file: pot.svg
  title: How tea is made
  scenery: [pot]
  steps:
    - id: leaves
      title: Leaves go in
      says: Put the leaves into the pot.
      lights: [leaf]
    - id: wait
      title: Wait
      says: Wait for four minutes.
      lights: [steam]
      leaves_out: [pot]
"""


def problems_of(folder: Path, *, yaml: str = YAML, svg: str | None = SVG) -> list[str]:
    (folder / "explainers.yml").write_text(yaml, encoding="utf-8")
    if svg is not None:
        (folder / "pot.svg").write_text(svg, encoding="utf-8")
    document = read_yaml(folder / "explainers.yml", name="explainers.yml")
    data = DataFolder(folder, "data", docs=folder)
    return [str(problem) for problem in check_explainers(document, load_list(document, Explainer), data)]


def test_a_step_shows_its_parts_and_the_scenery_that_it_does_not_leave_out(tmp_path: Path) -> None:
    (tmp_path / "explainers.yml").write_text(YAML, encoding="utf-8")
    (explainer,) = load_list(read_yaml(tmp_path / "explainers.yml"), Explainer)
    shown = [[part for part in ("pot", "leaf", "steam") if explainer.is_shown(part, step)] for step in explainer.steps]
    assert shown == [["pot", "leaf"], ["steam"]]


def test_a_drawing_is_taken_apart_from_back_to_front() -> None:
    drawing = read_drawing(SVG, id="tea-pot")
    assert drawing.parts == ("pot", "leaf", "steam")
    assert drawing.attributes == 'viewBox="0 0 9 9" fill="none"'
    assert drawing.inside.startswith("<defs>") or drawing.inside.startswith(" <defs>")


def test_steps_and_drawing_that_fit_have_no_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("lights: [leaf]", "lights: [leaves]", "explainers.yml:9: tea-pot.leaves.lights: expected a part"),
        ("scenery: [pot]", "scenery: [pots]", "explainers.yml:4: tea-pot.scenery: expected a part"),
        ("leaves_out: [pot]", "leaves_out: [cup]", "explainers.yml:14: tea-pot.wait.leaves_out: expected a part"),
        ("lights: [steam]", "lights: [leaf]", "expected every part shown, found no step that lights 'steam'"),
        ("file: pot.svg", "file: jug.svg", "explainers.yml:2: tea-pot.file: expected a drawing under docs/"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert any(told in problem for problem in problems_of(tmp_path, yaml=YAML.replace(old, new)))


@pytest.mark.parametrize("svg", ["", "<svg", "<svg/>", "tea"])
def test_a_drawing_that_cannot_be_read_is_told(tmp_path: Path, svg: str) -> None:
    (told,) = problems_of(tmp_path, svg=svg)
    assert told.startswith("explainers.yml:2: tea-pot.file: expected a drawing in parts, found no ")
