"""How many pages a second nginx serves from this machine to itself, beside the page that it comes with."""

import socket
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from support.nginx import serve_with_nginx

# Bounded: some seconds of one connection, not all that a machine could bear.
REQUESTS = 3000
ROUNDS = 3
# The page that nginx is packed with, wherever a distribution puts it.
_DEFAULT_PAGES = ("/usr/share/nginx/html/index.html", "/var/www/html/index.nginx-debian.html")


@dataclass(frozen=True)
class Serving:
    """The best of several rounds: answers a second, and the bytes of one with its headers."""

    a_second: float
    bytes: int


def measure_serving(site: Path, urls: list[str], scratch: Path) -> dict[str, Serving]:
    """Ask for nginx's own page and for each of the pages of a built site, compressed beforehand, in turn."""
    plain = scratch / "plain"
    plain.mkdir()
    (plain / "headers.nginx.conf").write_text("", encoding="utf-8")
    (plain / "index.html").write_bytes(next(Path(path) for path in _DEFAULT_PAGES if Path(path).exists()).read_bytes())
    (scratch / "a").mkdir()
    (scratch / "b").mkdir()
    with serve_with_nginx(plain, scratch / "a") as default, serve_with_nginx(site, scratch / "b") as ours:
        addresses = {"nginx's own page": default, **{url or "home": ours + url for url in urls}}
        rounds = [{name: _ask_often(address) for name, address in addresses.items()} for _ in range(ROUNDS)]
    return {name: max((each[name] for each in rounds), key=lambda found: found.a_second) for name in addresses}


def _ask_often(address: str) -> Serving:
    host, path = urlsplit(address).netloc, urlsplit(address).path
    ask = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    connection, size = _connect(host), 0
    start = time.perf_counter()
    for number in range(REQUESTS):
        # nginx ends a connection after a thousand answers.
        if number and number % 900 == 0:
            connection.close()
            connection = _connect(host)
        connection.sendall(ask)
        size = _read_answer(connection)
    took = time.perf_counter() - start
    connection.close()
    return Serving(REQUESTS / took, size)


def _connect(host: str) -> socket.socket:
    name, port = host.split(":")
    return socket.create_connection((name, int(port)))


def _read_answer(connection: socket.socket) -> int:
    answer = connection.recv(65_536)
    while b"\r\n\r\n" not in answer:
        answer += connection.recv(65_536)
    head = answer[: answer.index(b"\r\n\r\n") + 4]
    if not head.startswith(b"HTTP/1.1 200 "):
        raise RuntimeError(head.decode())
    length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
    received = len(answer)
    while received < len(head) + length:
        received += len(connection.recv(65_536))
    return received
