"""What a test wants and the machine lacks fails the test, with the line that installs it."""

from collections.abc import Callable

import pytest

from support.needs import need_chromium, need_java, need_library, need_npm_file


@pytest.mark.parametrize(
    ("need", "line"),
    [
        (need_chromium, "chromium is missing. Install it with: apt-get install chromium"),
        (need_java, "java is missing. Install it with: apt-get install default-jre-headless"),
        (lambda: need_npm_file("none/none.js"), "node_modules/none/none.js is missing. Install it with: npm ci"),
        (lambda: need_library("libnone.so.1", package="libnone1"), "Install it with: apt-get install libnone1"),
    ],
)
def test_what_is_missing_fails_with_one_line(
    monkeypatch: pytest.MonkeyPatch, need: Callable[[], object], line: str
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pytest.fail.Exception) as failure:
        need()
    assert line in str(failure.value)
    assert "\n" not in str(failure.value)
