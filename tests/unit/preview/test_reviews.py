"""The list of pages that are past their next review."""

from datetime import date
from pathlib import Path

from microsite.preview.reviews import list_overdue, read_pages

PAGE = """---
title: How tea is made
summary: What happens between the leaf and the cup.
published: 2026-01-01
updated: 2026-01-01
last_review: 2026-01-01
next_review: {next}
written_by: the tea team
---
Text.
"""


def test_pages_past_their_review_are_listed_longest_first(tmp_path: Path) -> None:
    """A page is overdue on the day after its review was due, and its line names the file."""
    for name, day in {"a": "2026-05-10", "b": "2026-05-01", "c": "2026-05-11"}.items():
        (tmp_path / f"{name}.md").write_text(PAGE.format(next=day), encoding="utf-8")
    assert list_overdue(read_pages(tmp_path, name="docs"), today=date(2026, 5, 11)) == [
        "docs/b.md: next review was 2026-05-01, 10 days ago",
        "docs/a.md: next review was 2026-05-10, 1 day ago",
    ]
