"""Which pages are past their next review, for editors."""

import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from microsite.content.page_source import PageSource, read_page
from microsite.source.problems import ProblemsFound


def list_overdue(pages: Iterable[PageSource], *, today: date) -> list[str]:
    """A line for each page whose next review is past, the longest overdue first; it names the file to open."""
    overdue = sorted(
        (page for page in pages if page.facts.is_overdue(today)), key=lambda page: (page.facts.next_review, page.file)
    )
    return [
        f"{page.file}: next review was {page.facts.next_review}, {_days(today - page.facts.next_review)} ago"
        for page in overdue
    ]


def read_pages(folder: Path, *, name: str) -> list[PageSource]:
    """Every page of a docs folder. Raises `ProblemsFound` for front matter that is not in order."""
    return [
        read_page(path.read_text(encoding="utf-8"), file=f"{name}/{path.relative_to(folder).as_posix()}")
        for path in sorted(folder.rglob("*.md"))
    ]


def _days(span: timedelta) -> str:
    return f"{span.days} day{'' if span.days == 1 else 's'}"


if __name__ == "__main__":
    try:
        lines = list_overdue(read_pages(Path("docs"), name="docs"), today=datetime.now(UTC).date())
    except ProblemsFound as found:
        sys.exit(str(found))
    print("\n".join(lines) or "No page is past its next review.")
