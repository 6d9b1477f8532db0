"""Files that tell a host which headers to send: what a page cannot say of itself, and its policy once more."""

from collections.abc import Mapping

from microsite.publish.policy import Policy

# Nothing in a page asks for any of these.
_SWITCHED_OFF = ("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb")


def header_files(policies: Mapping[str, Policy], *, root: str) -> dict[str, str]:
    """Files that tell a host which headers to send, by their name: three of the usual forms.

    ``policies`` has, by its address below the site, the policy of each page; ``root`` is the path of the site on its
    host. Each page gets its own policy only: that of a large site would be longer than a page.
    """
    pages = {f"{root}{url}": f"{policy}; {_NO_FRAMES}" for url, policy in sorted(policies.items())}
    return {
        "_headers": _plain(pages, root),
        "headers.nginx.conf": _nginx(pages),
        "headers.caddy": _caddy(pages),
    }


# What no page can say of itself, and what goes with every file.
_NO_FRAMES = "frame-ancestors 'none'"
_FOR_ALL = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _SWITCHED_OFF),
}
_FILE_POLICY = f"default-src 'none'; {_NO_FRAMES}"


def _plain(pages: Mapping[str, str], root: str) -> str:
    """For hosts that read `_headers`. All rules that fit an address count, so a page has the second policy too."""
    rules = [_rule(f"{root}*", {"Content-Security-Policy": _NO_FRAMES, **_FOR_ALL})]
    rules += [_rule(page, {"Content-Security-Policy": policy}) for page, policy in pages.items()]
    return "\n".join(rules)


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])


def _nginx(pages: Mapping[str, str]) -> str:
    """For nginx, which knows a page by the file that it serves."""
    files = {page + "index.html" if page.endswith("/") else page: policy for page, policy in pages.items()}
    return "".join(
        [
            "# Include this in the http block: then it is for all servers there.\n",
            "# A location with an add_header of its own needs these lines too. Written anew by each build.\n",
            f'map $uri $page_policy {{\n  default "{_FILE_POLICY}";\n',
            *(f'  "{file}" "{policy}";\n' for file, policy in files.items()),
            "}\nadd_header Content-Security-Policy $page_policy always;\n",
            *(f'add_header {name} "{value}" always;\n' for name, value in _FOR_ALL.items()),
        ]
    )


def _caddy(pages: Mapping[str, str]) -> str:
    """For Caddy, which knows a page by its address."""
    return "".join(
        [
            "# Import this in the block of the site. Written anew by each build.\n",
            f'map {{path}} {{page_policy}} {{\n  default "{_FILE_POLICY}"\n',
            *(f'  {page} "{policy}"\n' for page, policy in pages.items()),
            '}\nheader Content-Security-Policy "{page_policy}"\n',
            *(f'header {name} "{value}"\n' for name, value in _FOR_ALL.items()),
        ]
    )
