"""The marker says where the key message stands, and the article puts it there."""

from pathlib import Path

from markupsafe import Markup

from microsite.components.message.component import COMPONENT
from microsite.html.contents import split_first
from support.small_components import load, render


def test_what_stands_before_the_marker_is_shown_above_the_message(tmp_path: Path) -> None:
    place = str(render(COMPONENT, load(COMPONENT, tmp_path)).div)
    assert split_first(Markup("<p>first</p>{}<p>then</p>").format(Markup(place))) == (
        Markup("<p>first</p>"),
        Markup("<p>then</p>"),
    )


def test_without_the_marker_nothing_stands_above_the_message() -> None:
    assert split_first(Markup("<p>then</p>")) == (Markup(), Markup("<p>then</p>"))
