"""Runs axe-core in a page and tells what it found in words one can act on."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from support.needs import need_npm_file

# All of WCAG 2.2 A and AA, and the rules that are only good practice.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
# It is of WCAG 2.2 AA, but axe leaves it off until one asks.
ASKED_FOR = {"target-size": {"enabled": True}}

_RUN = """async ([tags, rules]) => {
    const found = await axe.run(document, { runOnly: tags, rules, resultTypes: ["violations"] });
    return found.violations;
}"""


@dataclass(frozen=True)
class Violation:
    """One rule that one element breaks."""

    rule: str
    element: str
    says: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.element}\n    {self.says}"


def find_violations(page: Page) -> list[Violation]:
    """Return everything axe finds against the page as it is shown now."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(need_npm_file("axe-core/axe.min.js").read_text(encoding="utf-8"))
    return [
        Violation(rule["id"], _name_element(node), " ".join(node["failureSummary"].split()))
        for rule in page.evaluate(_RUN, [list(TAGS), ASKED_FOR])
        for node in rule["nodes"]
    ]


def _name_element(node: dict[str, Any]) -> str:
    return f"{' '.join(map(str, node['target']))} ({node['html'][:120]})"
