"""What a page may load and run: a Content-Security-Policy made from the finished page, and header files for hosts.

Everything comes from the site itself. What stands inline is named by its hash, so nothing that was slipped into a
page later is run or applied. A page carries its policy itself, because the site must be as strict on a host that
sends no headers; header files add what a page cannot say of itself.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>[^<]*(?:<(?!/script\s*>)[^<]*)*)</script\s*>", re.I)
_STYLE = re.compile(r"<style[^>]*>(?P<code>[^<]*(?:<(?!/style\s*>)[^<]*)*)</style\s*>", re.I)
# What runs: a script without an address of its own, and without the type of a data block such as JSON-LD.
_NOT_INLINE = re.compile(r"\bsrc\s*=|\btype\s*=\s*[\"']?+(?!text/javascript|module)", re.I)
_CHARSET = re.compile(r"<meta\s+charset[^>]*>", re.I)

# Nothing in a page asks for any of these.
_SWITCHED_OFF = ("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb")


@dataclass(frozen=True)
class Policy:
    """The hashes of what stands inline, and the hosts beside the site that a page may talk to."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    servers: frozenset[str] = frozenset()

    def __str__(self) -> str:
        hosts = sorted(self.servers)
        rules = {
            "default-src": ["'none'"],
            "script-src": ["'self'", *sorted(self.scripts), *hosts],
            "style-src": ["'self'", *sorted(self.styles)],
            # The drawn signs stand in the styles, as data.
            "img-src": ["'self'", "data:", *hosts],
            "connect-src": ["'self'", *hosts],
            "worker-src": ["'self'"],
            "base-uri": ["'none'"],
            "form-action": ["'self'"],
        }
        return "; ".join(" ".join([rule, *allowed]) for rule, allowed in rules.items())


def policy_of(html: str, *, servers: Iterable[str] = ()) -> Policy:
    """The policy under which a finished page works and nothing else does. ``servers`` are origins it may talk to."""
    scripts = (s["code"] for s in _SCRIPT.finditer(html) if not _NOT_INLINE.search(s["attributes"]))
    styles = (style["code"] for style in _STYLE.finditer(html))
    return Policy(frozenset(map(_hash, scripts)), frozenset(map(_hash, styles)), frozenset(servers))


def secure_page(html: str, policy: Policy) -> str:
    """The page with its policy right after the charset, before anything that it rules.

    Raises ValueError for a page that names no charset: it would be published without a policy.
    """
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(str(policy), quote=False)}">'
    secured, found = _CHARSET.subn(lambda charset: f"{charset.group()}\n{meta}", html, count=1)
    if not found:
        raise ValueError("the page has no <meta charset> to put its policy after")
    return secured


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


def _hash(code: str) -> str:
    # A browser hashes the text of the parsed page, in which every line ends in one sign.
    text = code.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
