"""A real Isso on this machine, set up as `make comments` sets it up, with a database of its own."""

import configparser
import json
import re
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.needs import ROOT

_PATIENCE_S = 20.0
_SETTINGS = ROOT / "tools" / "comments.cfg"


@dataclass(frozen=True)
class CommentServer:
    """A running server: where it is, which site may ask it, and what it has printed for whoever moderates."""

    address: str
    site: str
    log: Path

    def post(self, thread: str, text: str, **fields: str) -> dict[str, object]:
        """Write a comment as another reader would, and return what the server answers."""
        return json.loads(self._ask(f"/new?{_query(uri=thread)}", {"text": text, "title": thread, **fields}))

    def shown(self, thread: str) -> str:
        """Everything that the server tells anyone about a thread, as it sends it."""
        try:
            return self._ask(f"/?{_query(uri=thread)}")
        except urllib.error.HTTPError as error:
            return error.read().decode()

    def show(self, comment: object) -> None:
        """Follow the printed link that shows a comment, and confirm it."""
        link = self._wait_for(rf"/id/{comment}/activate/\S+")
        self._ask(link, {})

    def _ask(self, path: str, sent: dict[str, str] | None = None) -> str:
        body = None if sent is None else json.dumps(sent).encode()
        headers = {"Content-Type": "application/json", "Origin": self.site.rstrip("/")}
        with urllib.request.urlopen(urllib.request.Request(self.address + path, body, headers), timeout=10) as answer:
            return answer.read().decode()

    def _wait_for(self, pattern: str) -> str:
        ends = time.monotonic() + _PATIENCE_S
        while not (found := re.search(pattern, self.log.read_text(encoding="utf-8"))):
            assert time.monotonic() < ends, f"not printed: {pattern}"
            time.sleep(0.05)
        return found[0]


def free_port() -> int:
    """A port of this machine that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def run_comment_server(folder: Path, *, port: int, site: str) -> Iterator[CommentServer]:
    """Start Isso on ``port`` for the site at ``site``, with the project's own settings but for places and haste."""
    settings = configparser.ConfigParser()
    settings.read(_SETTINGS, encoding="utf-8")
    address = f"http://127.0.0.1:{port}"
    settings["general"].update({"dbpath": str(folder / "comments.db"), "host": site})
    settings["server"].update({"listen": address, "public-endpoint": address})
    # One machine writes all comments here.
    settings["guard"].update({"ratelimit": "100", "direct-reply": "100"})
    with (folder / "isso.cfg").open("w", encoding="utf-8") as file:
        settings.write(file)
    log = folder / "isso.log"
    with log.open("w", encoding="utf-8") as out:
        command = [_need_isso(), "-c", str(folder / "isso.cfg"), "run"]
        running = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env={"PYTHONUNBUFFERED": "1"})
        try:
            _wait_until_up(address, running, log)
            yield CommentServer(address, site, log)
        finally:
            running.terminate()
            running.wait(timeout=10)


def _need_isso() -> str:
    found = ROOT / ".venv" / "comments" / "bin" / "isso"
    if not found.is_file():
        pytest.fail("Isso is missing. Install it with: make .venv/comments/.installed", pytrace=False)
    return str(found)


def _wait_until_up(address: str, running: subprocess.Popen[bytes], log: Path) -> None:
    ends = time.monotonic() + _PATIENCE_S
    while time.monotonic() < ends and running.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/js/embed.min.js", timeout=5).close()
        except urllib.error.URLError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"Isso did not start:\n{log.read_text(encoding='utf-8')}", pytrace=False)


def _query(**values: str) -> str:
    return urllib.parse.urlencode(values)
