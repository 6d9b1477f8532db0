"""What is around a page while it is drawn: the site, the other pages, all addresses, styles and scripts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup

from microsite.html.addresses import web_address
from microsite.html.assets import read_scripts, read_styles
from microsite.page.feedback import FeedbackSettings
from microsite.page.owner import Owner
from microsite.page.structured_data import SiteFacts
from microsite.page.view import RenderedPage


@dataclass(frozen=True)
class SiteContext:
    """What a view needs beside the guide: the rendered pages in reading order, all addresses, the assets folder.

    ``urgent`` is the path of the page that is one tap from every page, ``today`` the day of the build.
    ``cards`` says whether each page has a picture for programs that show links, ``icon`` is the
    address of the site's icon, ``owner`` says whose site it is.
    """

    site: SiteFacts
    pages: Sequence[RenderedPage]
    urls: Mapping[str, str]
    assets: Path
    urgent: str | None
    today: date
    cards: bool = False
    icon: str | None = None
    owner: Owner | None = None
    feedback: FeedbackSettings = field(default_factory=FeedbackSettings)

    @property
    def root(self) -> str:
        """The path of the site on its host."""
        return urlsplit(self.site.url).path or "/"

    def place_of(self, path: str) -> int:
        """Where a page stands in the reading order."""
        return self._places[path]

    @cached_property
    def _places(self) -> dict[str, int]:
        # Every page asks for its place: searching the list each time would take quadratic time.
        return {page.path: place for place, page in enumerate(self.pages)}

    # Most pages ask for the same few: each choice is read once; the next build has a context of its own.
    @cached_property
    def styles(self) -> Callable[[tuple[str, ...]], Markup]:
        """The style sheets of the given names, as one, for a ``<style>`` element."""
        return cache(partial(read_styles, self.assets / "styles"))

    @cached_property
    def scripts(self) -> Callable[[tuple[str, ...]], Markup]:
        """The scripts of the given names, as one, for a ``<script>`` element."""
        return cache(partial(read_scripts, self.assets / "scripts"))

    def canonical(self, url: str) -> str:
        """The address on the web of what is at ``url`` inside the site."""
        return urljoin(self.site.url, web_address(url))
