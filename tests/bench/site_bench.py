"""The guide beside stock Material and a page written by hand, in one run: loading, building, serving, Lighthouse's
scores.

    .venv/bin/python tests/bench/site_bench.py [--only loading building serving scores]

Times move with the machine's load, so they are printed as ratios and gate nothing. Lighthouse's scores for
accessibility, best practices and SEO do not, and the run fails below 100.
"""

import argparse
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from playwright.sync_api import sync_playwright  # noqa: E402

from bench.build_times import time_build, time_save  # noqa: E402 - our modules are found only once the path is set
from bench.loading import measure_loading, serve_compressed  # noqa: E402
from bench.rivals import write_floor, write_ours, write_stock  # noqa: E402
from bench.scores import score_pages  # noqa: E402
from bench.serving import measure_serving  # noqa: E402
from support.built_site import read_site  # noqa: E402
from support.chromium import launch_chromium  # noqa: E402
from support.weight import pages_with_a_budget_of_their_own  # noqa: E402

PARTS = ("loading", "building", "serving", "scores")


def main() -> int:
    """Measure and print. Returns 1 where a score that must be whole is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--pages", nargs="+", type=int, default=[80, 800])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ours = write_ours(Path(folder, "ours"))
        stock = write_stock(Path(folder, "stock"), ours)
        times = {project.name: time_build(project) for project in (ours, stock)}
        if "building" in chosen.only:
            _print_builds(Path(folder), times, chosen.pages)
        if "loading" in chosen.only:
            _print_loading(ours / "site", stock / "site", Path(folder, "floor"))
        if "serving" in chosen.only:
            _print_serving(ours / "site", Path(folder))
        return _print_scores(ours / "site") if "scores" in chosen.only else 0


def _print_builds(folder: Path, times: dict[str, tuple[float, float]], sizes: list[int]) -> None:
    print(f"\nBuilding{'':<20}{'ours':>9}{'stock':>9}{'ratio':>8}")
    for what, number in (("from nothing", 0), ("again", 1)):
        _print_times(what, times["ours"][number], times["stock"][number])
    for size in sizes:
        ours = write_ours(folder / f"ours-{size}", more=size)
        stock = write_stock(folder / f"stock-{size}", ours)
        _print_times(f"{size} pages more", time_build(ours)[0], time_build(stock)[0])
    saved = time_save(folder / "ours", "about.md", change="Seen at once.", url="about/")
    print(f"{'from save to page':<28}{saved:>7.1f} s")


def _print_times(what: str, ours: float, stock: float) -> None:
    print(f"{what:<28}{ours:>7.1f} s{stock:>7.1f} s{ours / stock:>8.2f}", flush=True)


def _print_loading(ours: Path, stock: Path, floor: Path) -> None:
    pages = {page.url: page for page in read_site(ours).pages if not page.is_not_found_page}
    texts = [url for url in pages if url not in pages_with_a_budget_of_their_own()]
    for url in texts:
        write_floor(pages[url], floor / url / "index.html")
    print(f"\nLoading{'':<21}{'KB':>8}{'requests':>10}{'LCP':>10}{'of floor':>10}{'blocked':>10}")
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        for url in texts:
            # Stock Material sends much the same with every page, so one of them will do.
            rivals = {"stock": stock} if url == "" else {}
            with ExitStack() as served:
                sites = {"ours": ours, "floor": floor, **rivals}.items()
                addresses = {name: served.enter_context(serve_compressed(site)) + url for name, site in sites}
                found = measure_loading(browser, addresses)
            for name, each in found.items():
                ratio = each.lcp / found["floor"].lcp
                print(
                    f"{(url or 'home') + ' ' + name:<28}{each.bytes / 1000:>8.1f}{each.requests:>10.0f}"
                    f"{each.lcp:>7.0f} ms{ratio:>10.2f}{each.blocked:>7.0f} ms",
                    flush=True,
                )
        browser.close()


def _print_serving(site: Path, scratch: Path) -> None:
    found = measure_serving(site, ["", "about/", "foods/"], scratch)
    floor = found["nginx's own page"].a_second
    print(f"\nServing by nginx{'':<12}{'KB':>8}{'a second':>10}{'ratio':>8}")
    for name, each in found.items():
        print(f"{name:<28}{each.bytes / 1000:>8.1f}{each.a_second:>10.0f}{each.a_second / floor:>8.2f}", flush=True)


def _print_scores(site: Path) -> int:
    urls = [page.url for page in read_site(site).pages if not page.is_not_found_page]
    whole = True
    with serve_compressed(site) as address:
        print("\nLighthouse")
        for each in score_pages(address, urls):
            whole &= each.whole
            scores = "  ".join(f"{name} {score}" for name, score in each.scores.items())
            print(f"{each.page:<28}{scores}{'' if each.whole else '  NOT WHOLE'}", flush=True)
    return int(not whole)


if __name__ == "__main__":
    sys.exit(main())
