"""A setting is found at its line, whatever tags the file has."""

from pathlib import Path

import pytest

from microsite.source.settings_file import locate_settings

TEXT = """\
site_name: Tea
site_url: !ENV [SITE_URL, "https://tea.example/"]

extra:
  icon: !!python/name:tea.leaf
  urgent_page: hot.md
"""


def test_each_setting_has_its_line(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(TEXT, encoding="utf-8")
    settings = locate_settings(tmp_path / "mkdocs.yml")
    places = (("site_url",), ("extra", "urgent_page"), ("extra", "missing"), ("missing",))
    assert [settings.line(place) for place in places] == [2, 6, 4, 1]
    assert settings.file == "mkdocs.yml"


@pytest.mark.parametrize("content", [b"a: [", b"\xff", b"", b"- a"])
def test_a_file_that_holds_no_settings_has_line_1(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(content)
    assert locate_settings(tmp_path / "mkdocs.yml").line(("site_url",)) == 1
    assert locate_settings(tmp_path / "none.yml").line(("site_url",)) == 1
