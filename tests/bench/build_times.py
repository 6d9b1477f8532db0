"""How long builds take, and how soon a saved change is seen."""

import subprocess
import sys
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from shutil import rmtree
from urllib.error import URLError
from urllib.request import urlopen

from support.comment_server import free_port
from support.projects import QUIET


def time_build(project: Path) -> tuple[float, float]:
    """Seconds of the processor for a build into an empty folder, and for the next one; other programs take none."""
    rmtree(project / "site", ignore_errors=True)
    return _build(project), _build(project)


def time_save(project: Path, page: str, *, change: str, url: str = "") -> float:
    """Seconds from saving a file under the live preview to the changed page."""
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=project, env=QUIET, stderr=subprocess.DEVNULL) as server:
        address = f"http://127.0.0.1:{port}/{url}"
        try:
            _until(address, "</html>")
            time.sleep(1)
            file = project / "docs" / page
            file.write_text(file.read_text(encoding="utf-8") + f"\n\n{change}\n", encoding="utf-8")
            start = time.perf_counter()
            _until(address, change)
            return time.perf_counter() - start
        finally:
            server.terminate()


def _build(project: Path) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=project, env=QUIET, check=True, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _until(address: str, text: str) -> None:
    while True:
        try:
            with urlopen(address) as answer:
                if text in answer.read().decode():
                    return
        except URLError:
            pass
        time.sleep(0.02)
