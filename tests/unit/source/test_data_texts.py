"""Texts in data, front matter and settings: markup in them is seen as typed, which is remarked on."""

from pathlib import Path

from microsite.build.reading import Given, read_site
from microsite.build.settings import read_settings
from support.bad_input import copy_tea


def test_markup_in_a_text_is_remarked_on_and_stops_nothing(tmp_path: Path) -> None:
    """Readers see it as it is typed."""
    tea = copy_tea(tmp_path)
    for file, find, put in (
        ("docs/data/glossary.yml", "What makes tea bitter.", "What makes **tea** bitter."),
        ("docs/data/habits.yml", "It may warm you.", "It may <b>warm</b> you."),
        ("docs/data/teas.yml", "name: Black", "name: Black &amp; white"),
        ("docs/teas.md", "Which teas there are", "Which [teas](teas.md) there are"),
        ("mkdocs.yml", "Text and data", "<a href='/'>Text</a> and data"),
    ):
        path = tea / file
        text = path.read_text(encoding="utf-8")
        assert find in text, file
        path.write_text(text.replace(find, put, 1), encoding="utf-8")
    settings = read_settings(tea / "mkdocs.yml")
    state = read_site(Given(settings, tea, tea / "docs", settings.value["nav"], settings.value["extra"]), preview=None)
    assert [str(remark) for remark in state.remarks] == [
        "docs/data/glossary.yml:3: 0.means: expected a text, which is shown as typed, found '**tea**'",
        "docs/data/habits.yml:4: sip.why: expected a text, which is shown as typed, found '<b>'",
        "docs/data/teas.yml:2: black.name: expected a text, which is shown as typed, found '&amp;'",
        "docs/teas.md:4: summary: expected a text, which is shown as typed, found '[teas](teas.md)'",
        "mkdocs.yml:6: copyright: expected a text, which is shown as typed, found \"<a href='/'>\"",
    ]
