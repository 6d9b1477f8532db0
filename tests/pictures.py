"""Takes a picture of every page, for eyes: three widths, light and dark, and on paper. `make pictures` runs it.

What is ugly, crowded or cut, no test finds. The pictures go to build/pictures, which git ignores.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from support.building import build_site
from support.built_site import BuiltPage, read_site
from support.chromium import launch_chromium
from support.needs import ROOT, need_program
from support.server import serve_folder

FOLDER = ROOT / "build" / "pictures"
WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
PAPERS = ("A4", "Letter")
# What waits to be drawn until it is scrolled to would be blank on a picture of the whole page.
ALL_AT_ONCE = "*, ::before, ::after { content-visibility: visible !important }"


def take_pictures(names: list[str]) -> None:
    """Pictures of the pages with these names (``foods``, ``sheets/week``), or of all."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    build = build_site(ROOT / "build" / "pictures-site")
    if build.failed:
        sys.exit(build.log)
    site = read_site(build.folder)
    wanted = [page for page in site.pages if not names or _name(page) in names]
    FOLDER.mkdir(parents=True)
    with serve_folder(build.folder, urlsplit(site.address).path) as address, sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        for page in wanted:
            taken = [*_on_screens(browser, address, page), *_on_paper(browser, address, page)]
            print(f"{_name(page)}: {len(taken)}")
        browser.close()
    shutil.rmtree(build.folder)
    print(f"Look at {FOLDER.relative_to(ROOT)}")


def _on_screens(browser: Browser, address: str, page: BuiltPage) -> Iterator[Path]:
    for scheme in SCHEMES:
        for width in WIDTHS:
            shown = browser.new_page(
                base_url=address,
                viewport={"width": width, "height": 900},
                color_scheme=scheme,
                reduced_motion="reduce",
                bypass_csp=True,  # the policy forbids the style that is added below
            )
            shown.goto(page.url or "./")
            shown.add_style_tag(content=ALL_AT_ONCE)
            file = _file(page, f"{width}-{scheme}.png")
            shown.screenshot(path=file, full_page=True)
            shown.close()
            yield file


def _on_paper(browser: Browser, address: str, page: BuiltPage) -> Iterator[Path]:
    draw = need_program("pdftoppm", package="poppler-utils")
    shown = browser.new_page(base_url=address)
    shown.goto(page.url or "./")
    for paper in PAPERS:
        file = _file(page, f"{paper.lower()}.pdf")
        shown.pdf(path=file, format=paper)
        subprocess.run([draw, "-r", "60", "-png", file, file.with_suffix("")], check=True)
        yield file
    shown.close()


def _name(page: BuiltPage) -> str:
    return page.url.strip("/") or "index"


def _file(page: BuiltPage, ending: str) -> Path:
    return FOLDER / f"{_name(page).replace('/', '-').removesuffix('.html')}-{ending}"


if __name__ == "__main__":
    take_pictures(sys.argv[1:])
