"""Waits for something in a page. Playwright's own way makes code from text, which the policy of the site refuses."""

import time

from playwright.sync_api import Page

PATIENCE_S = 10.0


def wait_until(page: Page, expression: str) -> None:
    """Wait until a JavaScript expression is true in the page."""
    until = time.monotonic() + PATIENCE_S
    while not page.evaluate(expression):
        if time.monotonic() > until:
            raise TimeoutError(f"never true: {expression}")
        page.wait_for_timeout(30)
