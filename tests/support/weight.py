"""What the first view of a page costs a reader: bytes as they are sent, and requests."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ruamel.yaml import YAML

from support.built_site import BuiltPage
from support.needs import ROOT

# What a host uses where nobody sets it; the highest level saves half a percent more.
USUAL_LEVEL = 6
# What a browser fetches with the page, by element and attribute. An icon for a home screen waits until it is asked for.
FETCHED = {
    "link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], link[rel~=manifest]": "href",
    "script[src], img:not([loading=lazy]), iframe:not([loading=lazy]), source, video, audio, embed": "src",
    "object": "data",
    "use": "href",
}


@dataclass(frozen=True)
class Budget:
    """The most that a page may cost."""

    bytes: int
    requests: int


@dataclass(frozen=True)
class Weight:
    """What a page costs, beside its budget."""

    page: str
    bytes: int
    requests: int
    budget: Budget

    @property
    def fits(self) -> bool:
        """Whether the page is within its budget."""
        return self.bytes <= self.budget.bytes and self.requests <= self.budget.requests

    def __str__(self) -> str:
        mark = "" if self.fits else "  OVER"
        return f"{self.page:<32}{self.bytes:>8}{self.budget.bytes:>8}{self.requests:>10}{self.budget.requests:>8}{mark}"


HEADING = f"{'page':<32}{'bytes':>8}{'at most':>8}{'requests':>10}{'at most':>8}"


def weigh(page: BuiltPage) -> Weight:
    """What the first view of a page costs: a host's answer with its headers, and what it makes a browser fetch."""
    headers = _budgets()["response_headers"].replace("\n", "\r\n") + "\r\n"
    sent = gzip.compress(page.html.encode(), USUAL_LEVEL, mtime=0)
    return Weight(page.url or "(home)", len(headers) + len(sent), 1 + len(set(_fetched(page))), budget_of(page.url))


def budget_of(url: str) -> Budget:
    """What a page of its kind, told by its address, may cost."""
    budgets = _budgets()
    kind = budgets["tables" if url in budgets["tables"]["pages"] else "text"]
    return Budget(kind["bytes"], kind["requests"])


def pages_with_a_budget_of_their_own() -> list[str]:
    """The addresses that the budgets name."""
    return _budgets()["tables"]["pages"]


def _fetched(page: BuiltPage) -> Iterator[str]:
    for selector, attribute in FETCHED.items():
        for address in page.values(selector, attribute):
            if address and not address.startswith(("data:", "#")):
                yield address


@cache
def _budgets() -> dict:
    return YAML(typ="safe").load(ROOT / "tests" / "budgets.yml")
