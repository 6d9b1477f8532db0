"""Each drawing says what it shows three times, alike: in its labels, for a screen reader, and in words."""

import re
from collections import Counter

import pytest
from bs4 import Tag
from ruamel.yaml import YAML

from support.built_site import BuiltPage
from support.html import read_html
from support.needs import ROOT
from support.tokens import read_rules

DOCS = ROOT / "docs"
PICTURES: list[dict] = YAML(typ="safe").load(DOCS / "data" / "pictures.yml")
EXPLAINERS: list[dict] = YAML(typ="safe").load(DOCS / "data" / "explainers.yml")
LIGHT = next(
    rule.tokens
    for rule in read_rules((DOCS / "assets" / "styles" / "tokens.css").read_text(encoding="utf-8"))
    if rule.selector == ":root"
)
# How wide a drawing is on a phone of 320 pixels, and how small a letter may be there.
PHONE, LETTER = 288, 11

every_picture = pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture["id"])


def drawing(picture: dict) -> Tag:
    """The root of a drawing."""
    root = read_html((DOCS / picture["file"]).read_text(encoding="utf-8")).select_one("svg")
    assert root is not None
    return root


def labels_in(svg: Tag) -> list[str]:
    """What is written in a drawing; lines of one label are tspans of one text."""
    return [" ".join(text.get_text(" ").split()) for text in svg.select("text")]


@every_picture
def test_its_labels_are_the_ones_that_are_listed(picture: dict) -> None:
    """No label in the drawing is missing in the data, and none of the data in the drawing."""
    assert sorted(set(labels_in(drawing(picture)))) == sorted(picture["labels"])


@every_picture
def test_its_words_name_every_labeled_part(picture: dict) -> None:
    """Who does not see the drawing reads of each part in "this picture in words"."""
    words = " ".join(picture["twin"]).casefold()
    assert [label for label in picture["labels"] if not re.search(rf"\b{re.escape(label.casefold())}", words)] == []


@every_picture
def test_it_has_a_title_and_a_description(picture: dict) -> None:
    """A screen reader says both; the title is the one of the data."""
    svg = drawing(picture)
    named = svg["aria-labelledby"].split()
    title, description = (svg.select_one(f"#{name}") for name in named)
    assert svg["role"] == "img"
    assert title is not None
    assert description is not None
    assert (title.name, description.name) == ("title", "desc")
    assert title.get_text(strip=True) == picture["title"]
    assert len(description.get_text(strip=True)) > 40


@every_picture
def test_its_colors_are_those_of_the_identity(picture: dict) -> None:
    """Each color is a token, with the light value for whoever opens the file alone; lines have the color of text."""
    source = (DOCS / picture["file"]).read_text(encoding="utf-8")
    used = re.findall(r"(?:fill|stroke)=\"([^\"]+)\"", source)
    tokens = [re.fullmatch(r"var\(--([\w-]+),(#\w{6})\)", value) for value in used]
    plain = {value for value, token in zip(used, tokens, strict=True) if not token}
    assert plain <= {"none", "currentColor"}
    assert [token[0] for token in tokens if token and LIGHT.get(token[1], "").casefold() != token[2].casefold()] == []


@pytest.mark.parametrize("picture", [each for each in PICTURES if each["labels"]], ids=lambda each: each["id"])
def test_its_letters_can_be_read_on_the_smallest_phone(picture: dict) -> None:
    """At 320 pixels no letter is smaller than 11 pixels."""
    svg = drawing(picture)
    width = float(svg["viewbox"].split()[2])
    sizes = [
        float(node["font-size"])
        for node in [svg, *svg.select("[font-size]")]
        if "font-size" in node.attrs
    ]
    assert sizes
    assert min(sizes) * PHONE / width >= LETTER


@every_picture
def test_it_stands_on_a_page_with_its_caption_and_its_words(picture: dict, pages: tuple[BuiltPage, ...]) -> None:
    """As one figure, whose words open without a script."""
    figures = [figure for page in pages if (figure := page.first(f"#picture-{picture['id']}"))]
    assert figures
    for figure in figures:
        caption, words = figure.select_one("figcaption"), figure.select("details li")
        assert caption is not None
        assert picture["caption"].split(".")[0] in " ".join(caption.get_text().split())
        assert [" ".join(sentence.get_text().split()) for sentence in words] == picture["twin"]


def test_no_two_drawings_share_an_id() -> None:
    """They may stand on one page, and a shape must not take that of another."""
    ids = Counter(
        node["id"]
        for file in sorted((DOCS / "assets" / "pictures").glob("*.svg"))
        for node in read_html(file.read_text(encoding="utf-8")).select("[id]")
    )
    assert [name for name, times in ids.items() if times > 1] == []


def test_every_drawing_is_used() -> None:
    """A file in the folder of pictures is one of the data, or one that a template draws."""
    listed = {picture["file"] for picture in [*PICTURES, *EXPLAINERS]}
    folders = (ROOT / "overrides", ROOT / "hooks" / "microsite" / "components")
    templates = " ".join(path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.html"))
    files = [f"assets/pictures/{file.name}" for file in sorted((DOCS / "assets" / "pictures").glob("*.svg"))]
    assert [file for file in files if file not in listed and file not in templates] == []


def test_the_small_drawings_of_foods_are_in_one_hand() -> None:
    """Their files have one palette and one line, in light and in dark."""
    styles = {
        drawing.name: re.search(r"<style>.*</style>", drawing.read_text(encoding="utf-8"), re.S)
        for drawing in (DOCS / "assets" / "drawings").glob("foods-*.svg")
    }
    assert len(styles) == 7
    assert all(styles.values())
    assert len({style[0] for style in styles.values() if style}) == 1
