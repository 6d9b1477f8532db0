"""How fast the table answers, beside three libraries on the same rows in one run. Prints times; gates nothing.

    .venv/bin/python tests/bench/table_bench.py

What is compared: 94 rows of the real table (its first view) with the processor slowed four times, keystroke to the
next paint; 10,000 made-up rows at full speed, from the start of loading to the paint after which the table can be used,
and a keystroke. Our table waits 150 ms for the next letter before it filters; that wait is not counted, since it is no
work, but it is printed. The other libraries filter at once or with their own delay switched off. Last, "Show all" of
10,000 rows on a phone slowed four times, from the press to the next paint, and what is shown then.
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from markupsafe import escape  # noqa: E402 - our modules are found only once the path is set
from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from bench.installed import install_packages  # noqa: E402
from microsite.html.assets import read_scripts, read_styles  # noqa: E402
from microsite.table.dataset import DataSet  # noqa: E402
from microsite.table.models import Column  # noqa: E402
from support.chromium import launch_chromium  # noqa: E402
from support.table_page import ASSETS, write_table_page  # noqa: E402
from support.table_rows import made_up_table, real_table, real_tables  # noqa: E402

ROUNDS = 5
SLOWED = 4
LETTERS = ("a", "al", "alm", "al", "a", "", "r", "ri", "r", "")

# Each library: its files in node_modules, and how it is started. `field` is the search field, `rows` says what changed.
LIBRARIES = {
    "DataTables": (
        ("jquery/dist/jquery.min.js", "datatables.net/js/dataTables.min.js"),
        "new DataTable('#t', {{paging: {paging}, searchDelay: 0, order: []}})",
        ".dt-search input",
    ),
    "simple-datatables": (
        ("simple-datatables/dist/umd/simple-datatables.js",),
        "new simpleDatatables.DataTable('#t', {{paging: {paging}}})",
        ".datatable-input",
    ),
    "List.js": (
        ("list.js/dist/list.min.js",),
        "new List('box', {{valueNames: [{names}], searchDelay: 0, page: {page}}})",
        ".search",
    ),
}

_PAINTED = """
window.painted = () => new Promise(done => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => done(performance.now());
  channel.port2.postMessage(0);
}));
window.press = async (field, text, waits) => {
  const begun = new Promise(done => { window.begun = () => done(performance.now()); if (!waits) window.begun(); });
  const start = performance.now();
  field.value = text;
  for (const type of ['input', 'keyup']) field.dispatchEvent(new InputEvent(type, {bubbles: true}));
  return waits ? begun.then(async start => await painted() - start) : await painted() - start;
};
"""

# Tells when our table begins to filter, after its wait, and when it can first be used.
_HOOK = """
const wait = window.setTimeout;
window.setTimeout = (act, ms, ...given) => wait(() => { if (ms === 150) window.begun?.(); act(...given); }, ms);
addEventListener('DOMContentLoaded', () => painted().then(time => window.usable = time));
"""


@dataclass(frozen=True)
class Result:
    """What was measured of one table, in milliseconds."""

    name: str
    usable: float
    keystroke: float


def main() -> None:
    """Measure everything and print it."""
    modules = install_packages()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch_chromium(playwright)
        for title, data, slowed, paging in (
            ("94 rows, processor slowed four times", real_table(), SLOWED, (False,)),
            ("10,000 rows, full speed", made_up_table(10_000), 1, (True, False)),
        ):
            print(f"\n{title}\n{'':<28}{'usable':>10}{'keystroke':>12}{'ours is sooner by':>24}")
            results = list(_measure_all(browser, Path(folder), data, modules, slowed=slowed, pagings=paging))
            for each in results:
                ratios = f"{each.usable / results[0].usable:.1f} / {each.keystroke / results[0].keystroke:.1f}"
                print(f"{each.name:<28}{each.usable:>7.0f} ms{each.keystroke:>9.0f} ms{ratios:>24}")
        print("\nThe wait of 150 ms before our table filters is not counted.")
        took, shown = _show_all(browser, _our_page(Path(folder), made_up_table(10_000)))
        print(f"Show all of 10,000 rows on a phone slowed {SLOWED} times: {took:.0f} ms, then {shown} rows are there")
        browser.close()


def _measure_all(
    browser: Browser, folder: Path, data: DataSet, modules: Path, *, slowed: int, pagings: tuple[bool, ...]
) -> Iterator[Result]:
    yield _measure(browser, _our_page(folder, data), "ours", "[type=search]", slowed=slowed)
    for name in LIBRARIES:
        for paging in pagings:
            page = folder / "theirs.html"
            page.write_text(_their_page(name, data, modules, paging=paging), encoding="utf-8")
            title = name + (" with pages" if paging else "")
            yield _measure(browser, page, title, LIBRARIES[name][2], slowed=slowed)


def _measure(browser: Browser, file: Path, name: str, field: str, *, slowed: int) -> Result:
    usable, keystrokes = [], []
    for _ in range(ROUNDS if slowed > 1 else 2):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.on("pageerror", lambda error: print(f"{name}: {error}", file=sys.stderr))
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
        page.goto(file.as_uri())
        page.wait_for_function("window.usable")
        usable.append(page.evaluate("window.usable"))
        page.evaluate("() => new Promise(done => setTimeout(done, 500))")
        for letters in LETTERS:
            press = f"letters => press(document.querySelector('{field}'), letters, {str(name == 'ours').lower()})"
            took = page.evaluate(press, letters)
            keystrokes.append(took)
            page.wait_for_timeout(100 * slowed)  # what follows the paint is not counted with the next letter
        context.close()
    # The slower half of the keystrokes: a median would hide the letters after which much changes.
    worst = sorted(keystrokes)[len(keystrokes) // 2 :]
    return Result(name, statistics.median(usable), statistics.median(worst))


def _show_all(browser: Browser, file: Path) -> tuple[float, int]:
    """Milliseconds from the press to the next paint, and how many rows are laid out then."""
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(file.as_uri())
    page.wait_for_function("window.usable")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    took = page.evaluate(
        """async () => {
            const start = performance.now();
            document.querySelector('[name=all]').click();
            return await painted() - start;
        }"""
    )
    shown = page.locator("tbody tr:not(.off)").count()
    page.context.close()
    return took, shown


def _our_page(folder: Path, data: DataSet) -> Path:
    code = read_scripts(ASSETS / "scripts", ["data-table"])
    return write_table_page(folder, [data], others=real_tables(), script=f"{_PAINTED}{code}{_HOOK}", chart=False)


def _their_page(name: str, data: DataSet, modules: Path, *, paging: bool) -> str:
    files, start, _ = LIBRARIES[name]
    columns = [part.field for column in _shown(data) for part in column.parts[:1]]
    names = ", ".join(f"'{column}'" for column in columns)
    head = "".join(f"<th>{column}</th>" for column in columns)
    rows = "".join(
        "<tr>" + "".join(f'<td class="{field}">{escape(row.text(field))}</td>' for field in columns) + "</tr>"
        for row in data.rows
    )
    table = (
        f'<div id="box">{"<input class=search>" if name == "List.js" else ""}'
        f'<table id="t"><thead><tr>{head}</tr></thead><tbody class="list">{rows}</tbody></table></div>'
    )
    library = "".join(f"<script>{(modules / file).read_text(encoding='utf-8')}</script>" for file in files)
    begin = start.format(paging=str(paging).lower(), names=names, page=10 if paging else len(data.rows))
    styles = f"<style>{read_styles(ASSETS / 'styles', ['tokens', 'page', 'components'])}</style>"
    after = f"<script>{begin};painted().then(time => window.usable = time)</script>"
    return _page(f"{styles}<script>{_PAINTED}</script>{library}", table + after)


def _shown(data: DataSet) -> list[Column]:
    """The columns of the first view, or all."""
    table = data.declaration
    return [
        column
        for column in table.columns
        if column is table.columns[0] or not table.views or column.name in table.views[0].columns
    ]


def _page(head: str, body: str) -> str:
    start = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>'
    return f"{start}{head}</head><body>{body}</body></html>"


if __name__ == "__main__":
    main()
