"""The state of one build: what each step has found out, for the steps after it.

It is held under one key of the generator's own settings, and each step replaces it by a copy that knows more. So a type
checker sees what a step takes from those before it, and nothing is left over from an earlier build.
"""

from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from microsite.guide.guide import Guide
from microsite.page.feedback import FeedbackSettings
from microsite.page.owner import Owner
from microsite.page.site_context import SiteContext
from microsite.preview.session import PreviewSession
from microsite.publish.policy import Policy
from microsite.social_card.palette import Palette
from microsite.source.problems import Problem, ProblemsFound

_KEY = "microsite_build"
_PROBLEMS = "microsite_problems"


class MenuEntry(Protocol):
    """A page that menus name, as the generator's navigation has it."""

    @property
    def title(self) -> Any:
        """What menus call the page."""

    @property
    def url(self) -> str:
        """Its address inside the site."""


@dataclass(frozen=True)
class BuildState:
    """What is known of the build so far.

    Known from the start: the ``guide``, its ``owner``, the settings for ``feedback``, the ``palette`` of the social cards (None: none
    are drawn), the ``preview`` that runs (None in a build for readers), ``shared``, a sum of all that any page may show
    (in the preview), and ``remarks`` on texts that are shown otherwise than they
    may have been meant. Known with the navigation: ``urls`` (the address of each file by
    its path inside the docs folder), the ``reading_order`` (paths) and the ``menu``. `context` is known once every page
    is rendered; ``policies`` fill as pages are finished, by address.
    """

    guide: Guide
    feedback: FeedbackSettings
    owner: Owner | None = None
    palette: Palette | None = None
    preview: PreviewSession | None = None
    urls: Mapping[str, str] = field(default_factory=dict)
    reading_order: tuple[str, ...] = ()
    menu: tuple[MenuEntry, ...] = ()
    rendered: SiteContext | None = None
    shared: str = ""
    remarks: tuple[Problem, ...] = ()
    policies: dict[str, Policy] = field(default_factory=dict)

    @property
    def context(self) -> SiteContext:
        """What surrounds each page. Raises RuntimeError before all pages are rendered."""
        if self.rendered is None:
            raise RuntimeError("the context of a page is known only once every page is rendered")
        return self.rendered


def store_state(settings: MutableMapping[str, Any], state: BuildState) -> None:
    """Hold the state for the next steps, in place of the one before."""
    settings[_KEY] = state


def read_state(settings: Mapping[str, Any]) -> BuildState:
    """The state that the steps so far have left. Raises `ProblemsFound` before the first of them."""
    state: BuildState | None = settings.get(_KEY)
    if state is None:
        raise ProblemsFound([Problem("mkdocs.yml", 1, "hooks", "read_guide.py first in the list", "none")])
    return state


def store_problems(settings: MutableMapping[str, Any], found: Iterable[Problem]) -> None:
    """Hold what is wrong with the settings until all else is read, so that it is told with the rest."""
    settings[_PROBLEMS] = tuple(found)


def read_problems(settings: Mapping[str, Any]) -> tuple[Problem, ...]:
    """What is wrong with the settings."""
    problems: tuple[Problem, ...] = settings.get(_PROBLEMS, ())
    return problems
