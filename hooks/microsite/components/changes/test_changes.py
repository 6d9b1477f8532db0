from pathlib import Path

import pytest

from microsite.components.changes.component import COMPONENT
from microsite.components.component import SiteData
from microsite.components.data_folder import DataFolder
from microsite.source.problems import ProblemsFound

GOOD = """\
- date: 2026-03-02
  says: We now give the salt of each kind of cheese.
  pages: [cheese.md]
- date: 2026-01-31
  says: "We published the guide."
"""


def load(folder: Path, text: str) -> list[str]:
    (folder / "changes.yml").write_text(text, encoding="utf-8")
    try:
        return [change.says for change in COMPONENT.load(_data(folder), SiteData())]
    except ProblemsFound as found:
        return str(found).splitlines()


def test_changes_are_read_in_order(tmp_path: Path) -> None:
    assert load(tmp_path, GOOD) == ["We now give the salt of each kind of cheese.", "We published the guide."]


def test_a_site_without_the_file_has_no_changes(tmp_path: Path) -> None:
    assert COMPONENT.load(_data(tmp_path), SiteData()) == ()


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        (
            "2026-01-31",
            "2026-04-01",
            "docs/data/changes.yml:4: 1.date: expected 2026-03-02 or earlier, found 2026-04-01",
        ),
        (
            "We published the guide.",
            "published the guide, at last",
            "docs/data/changes.yml:5: 1.says: expected full sentences, from a capital to a full stop, "
            "found 'published the guide, at last'",
        ),
        ("cheese.md", "milk.md", "docs/data/changes.yml:3: 0.pages: expected a page under docs/, found 'milk.md'"),
        ("date: 2026-01-31", "day: 2026-01-31", "docs/data/changes.yml:4: 1.date: expected a value, found nothing"),
    ],
)
def test_a_change_that_is_not_in_order_is_named(tmp_path: Path, good: str, bad: str, says: str) -> None:
    assert says in load(tmp_path, GOOD.replace(good, bad))


def _data(folder: Path) -> DataFolder:
    return DataFolder(folder, "docs/data", docs=folder, pages={"cheese.md"})
