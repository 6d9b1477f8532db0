"""The four scores of Lighthouse for every page. Three do not move with the machine's load and must be whole."""

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from bench.installed import install_packages
from support.needs import need_chromium

STEADY = ("accessibility", "best-practices", "seo")


@dataclass(frozen=True)
class Scores:
    """The scores of a page, of 100."""

    page: str
    scores: dict[str, int]

    @property
    def whole(self) -> bool:
        """Whether every score is 100 that has nothing to do with speed."""
        return all(self.scores[name] == 100 for name in STEADY)


def score_pages(address: str, urls: list[str]) -> Iterator[Scores]:
    """Ask Lighthouse about each page, as on a phone."""
    modules = install_packages()
    for url in urls:
        command = [modules / ".bin" / "node", modules / "lighthouse" / "cli" / "index.js", address + url]
        command += ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"]
        outside = os.environ | {"CHROME_PATH": need_chromium()}
        done = subprocess.run(command, env=outside, capture_output=True, text=True, check=True)
        found = json.loads(done.stdout)["categories"]
        yield Scores(url or "(home)", {name: round((each["score"] or 0) * 100) for name, each in found.items()})
