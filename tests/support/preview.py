"""Runs the live preview of a copy of a site and asks it for pages, as a browser would that reloads by itself."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.error import HTTPError
from urllib.request import urlopen

from support.projects import QUIET

# A rebuild takes two seconds; only a machine under load needs more.
PATIENCE_S = 30


@dataclass(frozen=True)
class Preview:
    """A preview that runs: its address, its process and where it writes what it has to say."""

    address: str
    process: subprocess.Popen
    log: Path

    def get(self, path: str = "") -> str:
        """The page at an address below the site, whatever its status; nothing while nobody answers."""
        try:
            with urlopen(self.address + path, timeout=PATIENCE_S) as answer:
                return answer.read().decode()
        except HTTPError as error:
            return error.read().decode()
        except OSError:
            return ""

    def wait_for(self, path: str, *says: str) -> str:
        """The page once it holds each of ``says``, a regular expression. Fails when it does not come to."""
        end = monotonic() + PATIENCE_S
        page = ""
        while monotonic() < end:
            page = self.get(path)
            if all(re.search(words, page) for words in says):
                return page
            assert self.process.poll() is None, f"the preview has ended:\n{self.log.read_text()}"
            sleep(0.05)
        raise AssertionError(f"/{path} does not come to say {says}:\n{page[-3000:]}\n{self.log.read_text()[-3000:]}")

    def says(self, words: str) -> bool:
        """Whether the terminal shows it."""
        return re.search(words, self.log.read_text()) is not None


@contextmanager
def run_preview(project: Path, log: Path, *, base: str = "") -> Iterator[Preview]:
    """Run `mkdocs serve` in a copy of a site until the test is over. ``base`` is the path of the site's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("w") as out, subprocess.Popen(command, cwd=project, env=QUIET, stdout=out, stderr=out) as process:
        try:
            yield Preview(f"http://127.0.0.1:{port}/{base}", process, log)
        finally:
            process.terminate()
