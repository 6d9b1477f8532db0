"""The rows of a table whose rows open, as a reader sees and opens them."""

from playwright.sync_api import Locator, Page

NAMES = "[name=foods] tbody summary > b"


def names(page: Page) -> list[str]:
    """What is in view, in order."""
    return [text.strip() for text in page.locator(f"{NAMES}:visible").all_inner_texts()]


def row_of(page: Page, name: str) -> Locator:
    """The row that is called so."""
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name, exact=True))


def open_row(page: Page, name: str) -> Locator:
    """The row that is called so, open as a tap opens it."""
    row = row_of(page, name)
    details = row.locator("details")
    if details.get_attribute("open") is None:
        row.locator("summary").click()
    return row


def choose(page: Page, *foods: str) -> None:
    """Put foods on the reader's list."""
    for food in foods:
        open_row(page, food).get_by_role("checkbox", name=f"My foods: {food}", exact=True).check()
