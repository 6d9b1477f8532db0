"""Files that tell a host how to serve: headers, policies, what may be kept, what is compressed, what 404 shows."""

import re
from collections.abc import Collection, Mapping

from microsite.publish.policy import Policy

# Nothing in a page asks for any of these.
_SWITCHED_OFF = ("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb")


def header_files(policies: Mapping[str, Policy], *, root: str, files: Collection[str] = ()) -> dict[str, str]:
    """Files that tell a host which headers to send, by their name: three of the usual forms.

    ``policies`` has, by its address below the site, the policy of each page; ``root`` is the path of the site on its
    host, ``files`` are the paths of all files below it. Each page gets its own policy only: that of a large site would
    be longer than a page.
    """
    named = [f"{root}{path}" for path in sorted(files) if _NAMED_BY_CONTENT.search(path)]
    pages = {f"{root}{url}": f"{policy}; {_NO_FRAMES}" for url, policy in sorted(policies.items())}
    return {
        "_headers": _plain(pages, root, named),
        "headers.nginx.conf": _nginx(pages, root),
        "headers.caddy": _caddy(pages, root),
    }


# What no page can say of itself, and what goes with every file.
_NO_FRAMES = "frame-ancestors 'none'"
_FOR_ALL = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _SWITCHED_OFF),
}
# A file whose name holds a sum of its content never changes; of any other a browser asks whether it is still the same.
_NAMED_BY_CONTENT = re.compile(r"\.[0-9a-f]{8,}\.(?:min\.)?(?:css|js)(?:\.map)?$")
# What nginx has room for in a map where nothing else is said.
_HASH_BYTES = 64
_KEEP = "public, max-age=31536000, immutable"
_ASK = "no-cache"
_FILE_POLICY = f"default-src 'none'; {_NO_FRAMES}"


def _plain(pages: Mapping[str, str], root: str, named: Collection[str]) -> str:
    """For hosts that read `_headers`. All rules that fit an address count, so a page has the second policy too."""
    rules = [_rule(f"{root}*", {"Content-Security-Policy": _NO_FRAMES, **_FOR_ALL})]
    rules += [_rule(file, {"Cache-Control": _KEEP}) for file in named]
    rules += [_rule(page, {"Content-Security-Policy": policy}) for page, policy in pages.items()]
    return "\n".join(rules)


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])


def _nginx(pages: Mapping[str, str], root: str) -> str:
    """For nginx, which knows a page by the file that it serves."""
    files = {page + "index.html" if page.endswith("/") else page: policy for page, policy in pages.items()}
    return "".join(
        [
            "# Include this in the http block: then it is for all servers there.\n",
            "# A location with an add_header of its own needs these lines too. Written anew by each build.\n",
            _hash_size(files),
            f'map $uri $page_policy {{\n  default "{_FILE_POLICY}";\n',
            *(f'  "{file}" "{policy}";\n' for file, policy in files.items()),
            "}\nadd_header Content-Security-Policy $page_policy always;\n",
            f'map $uri $page_cache {{\n  default "{_ASK}";\n  "~{_NAMED_BY_CONTENT.pattern}" "{_KEEP}";\n',
            "}\nadd_header Cache-Control $page_cache;\n",
            *(f'add_header {name} "{value}" always;\n' for name, value in _FOR_ALL.items()),
            "# Each text lies there compressed. With the module ngx_brotli also: brotli_static on;\n",
            "gzip_static on;\ngzip_vary on;\n",
            f"error_page 404 {root}404.html;\n",
        ]
    )


def _hash_size(files: Collection[str]) -> str:
    """nginx does not start with a name in a map that is longer than it was told to expect."""
    longest = max((len(file.encode()) for file in files), default=0)
    size = _HASH_BYTES
    while size < longest + 32:
        size *= 2
    return f"map_hash_bucket_size {size};\n" if size > _HASH_BYTES else ""


def _caddy(pages: Mapping[str, str], root: str) -> str:
    """For Caddy, which knows a page by its address."""
    return "".join(
        [
            "# Import this in the block of the site, which names its root. Written anew by each build.\n",
            f'map {{path}} {{page_policy}} {{\n  default "{_FILE_POLICY}"\n',
            *(f'  {page} "{policy}"\n' for page, policy in pages.items()),
            '}\nheader Content-Security-Policy "{page_policy}"\n',
            *(f'header {name} "{value}"\n' for name, value in _FOR_ALL.items()),
            f'map {{path}} {{page_cache}} {{\n  default "{_ASK}"\n  "~{_NAMED_BY_CONTENT.pattern}" "{_KEEP}"\n',
            '}\nheader Cache-Control "{page_cache}"\n',
            "file_server {\n  precompressed br gzip\n}\n",
            # The map has looked at the address that was asked for.
            f'handle_errors {{\n  header Content-Security-Policy "{pages.get(root + "404.html", _FILE_POLICY)}"\n',
            f"  rewrite * {root}404.html\n  file_server\n}}\n",
        ]
    )
