"""The settings file is checked before MkDocs reads it: with its line, whatever the mistake."""

import runpy
import sys
from pathlib import Path

import pytest

from support.bad_input import copy_tea
from support.needs import ROOT


def check(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `make build` runs first."""
    monkeypatch.setattr(sys, "argv", ["check_settings", str(path)])
    monkeypatch.delitem(sys.modules, "microsite.build.check_settings", raising=False)
    runpy.run_module("microsite.build.check_settings", run_name="__main__")


def test_settings_in_order_are_passed_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    check(ROOT / "mkdocs.yml", monkeypatch)


def test_what_mkdocs_would_tell_without_a_line_has_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = copy_tea(tmp_path) / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("site_name:", "site_nam:").replace("overrides\n", "nowhere\n"), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        check(path, monkeypatch)
    assert str(ended.value.code).startswith(
        "mkdocs.yml:2: site_nam: expected the name of a field (perhaps 'site_name')"
    )


def test_a_value_from_the_environment_is_judged_as_it_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = copy_tea(tmp_path) / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("strict: true", "strict: !ENV [TEA_STRICT, true]"), encoding="utf-8")
    check(path, monkeypatch)
    monkeypatch.setenv("TEA_STRICT", "maybe")
    with pytest.raises(SystemExit) as ended:
        check(path, monkeypatch)
    assert str(ended.value.code) == "mkdocs.yml:8: strict: expected true or false, found 'maybe'"
