"""Serves a built site on this machine only, the way a plain host does: below a path, with its own page for 404."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit


class _SiteHandler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for all files of a page, as on a real host
    # With this off each answer waits 40 ms for the browser to acknowledge its headers.
    disable_nagle_algorithm = True

    def __init__(self, *args: object, base_path: str, **options: object) -> None:
        self._base_path = base_path
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer a file below the base path; anything else with the site's own page for 404."""
        path = urlsplit(self.path).path
        if path.startswith(self._base_path):
            self.path = "/" + self.path.removeprefix(self._base_path)
            super().do_GET()
        else:
            self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the page a reader gets for an address that leads nowhere."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a test that fails says what it asked for."""


@contextmanager
def serve_folder(folder: Path, base_path: str = "/") -> Iterator[str]:
    """Serve ``folder`` below ``base_path`` on a free port; yield the address it is at, ending in a slash."""
    handler = partial(_SiteHandler, base_path=base_path, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base_path}"
        server.shutdown()
