"""The site behind a real nginx, with the header file that a build writes."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from support.needs import need_program

_SETTINGS = """
daemon off;
master_process off;
pid {home}/nginx.pid;
error_log {home}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {home}/body; proxy_temp_path {home}/proxy; fastcgi_temp_path {home}/fastcgi;
  uwsgi_temp_path {home}/uwsgi; scgi_temp_path {home}/scgi;
  types {{ text/html html; text/javascript js; image/svg+xml svg; application/json json; text/css css; text/csv csv; }}
  include {site}/headers.nginx.conf;
  server {{
    listen 127.0.0.1:{port};
    root {site};
  }}
}}
"""
PATIENCE_S = 10.0


@contextmanager
def serve_with_nginx(site: Path, home: Path) -> Iterator[str]:
    """Serve a built site, which lies at the root of its host; yield its address. ``home`` is a folder to work in."""
    program = need_program("nginx", "/usr/sbin/nginx", package="nginx-light")
    settings, port = home / "nginx.conf", _free_port()
    settings.write_text(_SETTINGS.format(home=home, site=site, port=port), encoding="utf-8")
    server = subprocess.Popen([program, "-e", str(home / "error.log"), "-c", str(settings)])
    try:
        address = f"http://127.0.0.1:{port}/"
        _wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str, server: subprocess.Popen) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and server.poll() is None:
        try:
            urlopen(address).close()
        except URLError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"nginx does not answer at {address}")


def _free_port() -> int:
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        port: int = some.getsockname()[1]
        return port
