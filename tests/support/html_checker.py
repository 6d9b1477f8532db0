"""Asks the Nu HTML checker about files, all in one run: starting it takes longer than a page does."""

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from support.needs import need_java, need_npm_file

# Java is done before its slower compiler would pay; the other one wants more room than the checker asks for.
_JAVA = ("-XX:TieredStopAtLevel=1", "-Xss2m")


@dataclass(frozen=True)
class Finding:
    """What the checker says about one place of one file."""

    file: str
    line: int
    kind: str
    says: str
    near: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.kind}: {self.says}\n    near: {self.near}"


def check_files(files: Iterable[Path]) -> list[Finding]:
    """Return all that the checker says about HTML, SVG and CSS files, notes included."""
    # Without these two words each file would be read as HTML, whatever its name.
    kinds = ["--also-check-svg", "--also-check-css"]
    jar = str(need_npm_file("vnu-jar/build/dist/vnu.jar"))
    command = [need_java(), *_JAVA, "-jar", jar, "--format", "json", "--exit-zero-always", *kinds, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [_read_finding(message) for message in json.loads(done.stderr)["messages"]]


def _read_finding(message: dict[str, str | int]) -> Finding:
    return Finding(
        file=str(message.get("url", "")),
        line=int(message.get("lastLine", 0)),
        kind=str(message.get("subType") or message["type"]),
        says=str(message["message"]),
        near=" ".join(str(message.get("extract", "")).split()),
    )
