"""How soon a page is read on a cheap phone and a slow network: a browser slowed as Lighthouse slows it."""

import gzip
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser

SLOWED = 4
LATENCY_MS, BYTES_A_SECOND = 562.5, 184_320  # "slow 4G": 150 ms and 1.6 Mbit/s as a browser can imitate them
ROUNDS = 5
_WATCH = """
window.seen = { lcp: 0, blocked: 0 };
new PerformanceObserver((list) => { for (const each of list.getEntries()) seen.lcp = each.startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => { for (const each of list.getEntries()) seen.blocked += each.duration - 50; })
    .observe({ type: "longtask", buffered: true });
"""


@dataclass(frozen=True)
class Loading:
    """The best of several loads: milliseconds to the largest paint and of blocking, bytes and requests.

    What else the machine does can only add to a load, so the least is nearest to what the page itself costs.
    """

    lcp: float
    blocked: float
    bytes: float
    requests: float


def measure_loading(browser: Browser, addresses: Mapping[str, str]) -> dict[str, Loading]:
    """Load pages several times as a new reader, in turn, so that what else the machine does falls on all alike."""
    rounds = [{name: _load(browser, address) for name, address in addresses.items()} for _ in range(ROUNDS)]
    loads = {name: zip(*(each[name] for each in rounds), strict=True) for name in addresses}
    return {name: Loading(*map(min, values)) for name, values in loads.items()}


@contextmanager
def serve_compressed(folder: Path) -> Iterator[str]:
    """Serve a folder with gzip, as a host does."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer with a file, compressed where it is text."""
        file = Path(self.translate_path(self.path.partition("?")[0]))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        kind = self.guess_type(str(file))
        body = file.read_bytes()
        self.send_response(200)
        if kind.startswith("text") or "json" in kind or "svg" in kind or "javascript" in kind:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text") else ""))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _load(browser: Browser, address: str) -> tuple[float, float, float, float]:
    context = browser.new_context(viewport={"width": 360, "height": 640}, device_scale_factor=2, is_mobile=True)
    page = context.new_page()
    client = context.new_cdp_session(page)
    client.send("Network.enable")
    asked: set[str] = set()
    received: list[float] = []
    client.on("Network.requestWillBeSent", lambda event: _note(asked, event))
    client.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    client.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": LATENCY_MS, "downloadThroughput": BYTES_A_SECOND, "uploadThroughput": 84_375},
    )
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.add_init_script(_WATCH)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(1000)
    seen = page.evaluate("window.seen")
    context.close()
    return seen["lcp"], seen["blocked"], sum(received), len(asked)


def _note(asked: set[str], event: dict) -> None:
    if not event["request"]["url"].startswith("data:"):
        asked.add(event["requestId"])
