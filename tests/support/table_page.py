"""A page that holds declared tables and nothing else, as files: what a browser test or a measurement opens."""

from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from microsite.components.chart.view import render_chart
from microsite.components.table.amounts import amounts_path, amounts_script
from microsite.components.table.column_styles import styles_for
from microsite.components.table.context import TableContext
from microsite.components.table.view import render_table
from microsite.html.assets import read_scripts, read_styles
from microsite.html.parsing import parse_html
from microsite.table.dataset import DataSet
from support.needs import ROOT

ASSETS = ROOT / "docs" / "assets"


def write_table_page(
    folder: Path,
    data: Iterable[DataSet],
    *,
    others: Iterable[DataSet] = (),
    script: str | None = None,
    chart: bool = True,
) -> Path:
    """Write the page and the files that it asks for; returns the page.

    ``others`` are data sets that a table names and the page does not show; ``script`` stands in for data-table.js.
    """
    shown = list(data)
    for each in shown:
        if each.declaration.amounts:
            file = folder / amounts_path(each.declaration)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(amounts_script(each), encoding="utf-8")
    page = folder / "table.html"
    page.write_text(_page(shown, [*shown, *others], script, chart=chart), encoding="utf-8")
    return page


def _page(shown: list[DataSet], known: list[DataSet], script: str | None, *, chart: bool) -> str:
    others = {each.name: each for each in known}
    html = Markup().join(render_table(TableContext(each, marks=_marks, link=str, others=others)) for each in shown)
    html += Markup().join(render_chart(each) for each in shown if chart and each.declaration.chart)
    styles = read_styles(ASSETS / "styles", ["tokens", "page", "components", "chart", "table", "print"]) + styles_for(
        shown, parse_html(html)
    )
    code = read_scripts(ASSETS / "scripts", ["data-table"]) if script is None else script
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A table</title>'
        f'<meta name="viewport" content="width=device-width"><style>{styles}</style><script>{code}</script></head>'
        f'<body><main class="page"><div class="body"><h1>A table</h1>{html}</div></main></body></html>'
    )


def _marks(claims: tuple[str, ...]) -> Markup:
    mark = Markup('<a class="mark" data-strength="limited" href="#claim-{}">limited evidence</a>')
    return Markup(" ").join(mark.format(claim) for claim in claims)
