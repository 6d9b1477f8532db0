from pathlib import Path

import pytest

from microsite.html.assets import OURS, drawing_address, find_asset, read_scripts, read_styles


def test_a_script_that_would_end_its_element_early_is_refused(tmp_path: Path):
    (tmp_path / "a.js").write_text('x = "</SCRIPT>"', encoding="utf-8")
    with pytest.raises(ValueError, match="</script"):
        read_scripts(tmp_path, ["a"])


def test_each_style_sheet_is_a_line(tmp_path: Path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.css").write_text(f"p {{\n  {name}: c;\n}}\nli {{ d: e }}\n", encoding="utf-8")
    assert read_styles(tmp_path, ["b", "a"]) == "p{b:c}li{d:e}\np{a:c}li{d:e}"


def test_a_site_s_own_file_comes_before_that_of_its_component_and_ours(tmp_path: Path):
    asked = tmp_path / "docs" / "assets" / "styles" / "care.css"
    assert find_asset(asked).parts[-3:] == ("components", "care", "care.css")
    own = tmp_path / "components" / "care" / "care.css"
    own.parent.mkdir(parents=True)
    own.touch()
    assert find_asset(asked) == own
    asked.parent.mkdir(parents=True)
    asked.touch()
    assert find_asset(asked) == asked
    assert find_asset(tmp_path / "docs/assets/styles/tokens.css") == OURS / "styles" / "tokens.css"


@pytest.mark.parametrize("name", ["icon.png", "none.svg"])
def test_what_is_no_drawing_has_no_address_of_its_own(name: str, tmp_path: Path):
    (tmp_path / "icon.png").touch()
    assert drawing_address(tmp_path / name) is None
