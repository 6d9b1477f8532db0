from pathlib import Path

import pytest
from markupsafe import escape

from microsite.html.assets import OURS, drawing_address, find_asset, read_scripts, read_styles


def test_a_script_that_would_end_its_element_early_is_refused(tmp_path: Path):
    (tmp_path / "a.js").write_text('x = "</SCRIPT>"', encoding="utf-8")
    with pytest.raises(ValueError, match="</script"):
        read_scripts(tmp_path, ["a"])


def test_a_script_that_is_no_javascript_is_refused(tmp_path: Path):
    (tmp_path / "a.js").write_text("const a = ;", encoding="utf-8")
    with pytest.raises(ValueError, match=r"^a\.js: unexpected ;"):
        read_scripts(tmp_path, ["a"])


def test_scripts_beside_each_other_stay_apart(tmp_path: Path):
    """Without a semicolon the second would be read as a call of the first."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.js").write_text(f"(function () {{ {name}(1); }})();\n", encoding="utf-8")
    assert read_scripts(tmp_path, ["a", "b"]) == "(function(){a(1)})();\n(function(){b(1)})()"


def test_a_site_may_replace_one_module_of_a_script(tmp_path: Path):
    folder = tmp_path / "scripts"
    (folder / "table").mkdir(parents=True)
    ours = read_scripts(folder, ["data-table"])
    (folder / "table" / "text.js").write_text(
        'export const fold = (text) => text;\nexport const fill = () => "its own";\n', encoding="utf-8"
    )
    own = read_scripts(folder, ["data-table"])
    assert "its own" in own
    assert "its own" not in ours
    assert "customElements.define" in own


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


def test_a_drawing_stands_in_an_attribute_as_it_is(tmp_path: Path):
    drawing = tmp_path / "icon.svg"
    drawing.write_text('<svg viewBox="0,0,1,1">\n<title>a &amp; b</title></svg>\n', encoding="utf-8")
    address = drawing_address(drawing)
    assert escape(address) == address
    assert (
        address == "data:image/svg+xml,%3Csvg%20viewBox='0,0,1,1'%3E%20%3Ctitle%3Ea%20%26amp;%20b%3C/title%3E%3C/svg%3E"
    )
