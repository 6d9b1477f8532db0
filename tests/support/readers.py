"""Readers of a site, each with a browser context: what they have on their screens, and what goes wrong there."""

from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, expect

Scheme = Literal["light", "dark"]
Motion = Literal["no-preference", "reduce"]

# A page that is already there answers at once; only a machine under load needs more.
PATIENCE_MS = 10_000


class Readers:
    """Opens a page for each reader who comes, and remembers each error of a script and each request that leaves."""

    def __init__(self, browser: Browser, site_address: str) -> None:
        self._browser = browser
        self._site_address = site_address
        self._contexts: list[BrowserContext] = []
        self._troubles: list[str] = []
        expect.set_options(timeout=PATIENCE_MS)

    def open(
        self,
        *,
        width: int = 1280,
        height: int = 800,
        scheme: Scheme = "light",
        javascript: bool = True,
        **options: object,
    ) -> Page:
        """Return an empty page of a new reader; ``options`` are those of a browser context."""
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=javascript,
            base_url=self._site_address,
            **options,  # type: ignore[arg-type]
        )
        context.set_default_timeout(PATIENCE_MS)
        self._contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self._troubles.append(f"script error: {error}"))
        page.on("request", lambda request: self._troubles.extend(_leaving(request.url, self._site_address)))
        return page

    def leave(self) -> None:
        """Close every page."""
        for context in self._contexts:
            context.close()

    def had_no_trouble(self) -> None:
        """Fail for what went wrong since this was asked last."""
        troubles = self._troubles.copy()
        self._troubles.clear()
        assert not troubles, "\n".join(troubles)


class Regulars(Readers):
    """Readers who come again: one of the same kind has the same page, in another window where that is asked for."""

    def __init__(self, browser: Browser, site_address: str) -> None:
        super().__init__(browser, site_address)
        self._pages: dict[tuple[tuple[str, object], ...], Page] = {}

    def open(
        self,
        *,
        width: int = 1280,
        height: int = 800,
        scheme: Scheme = "light",
        reduced_motion: Motion = "no-preference",
        **options: object,
    ) -> Page:
        """Return the page of this kind of reader, which shows what it showed last; its window may have another size."""
        kind = tuple(sorted(options.items()))
        if kind not in self._pages:
            self._pages[kind] = super().open(**options)  # type: ignore[arg-type]
        page = self._pages[kind]
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="null", color_scheme=scheme, reduced_motion=reduced_motion)
        return page


def _leaving(url: str, site_address: str) -> list[str]:
    """Name a request that leaves the site; addresses without a host (data, blob, file) cannot."""
    parts = urlsplit(url)
    stays = parts.scheme not in ("http", "https") or parts.netloc == urlsplit(site_address).netloc
    return [] if stays else [f"request left the site: {url}"]
