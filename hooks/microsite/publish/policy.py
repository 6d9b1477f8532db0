"""What a page may load and run: a Content-Security-Policy made from the finished page.

Everything comes from the site itself. What stands inline is named by its hash, so nothing that was slipped into a
page later is run or applied. A page carries its policy itself, because the site must be as strict on a host that
sends no headers.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from html import escape

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>[^<]*(?:<(?!/script\s*>)[^<]*)*)</script\s*>", re.I)
_STYLE = re.compile(r"<style[^>]*>(?P<code>[^<]*(?:<(?!/style\s*>)[^<]*)*)</style\s*>", re.I)
# What runs: a script without an address of its own, and without the type of a data block such as JSON-LD.
_NOT_INLINE = re.compile(r"\bsrc\s*=|\btype\s*=\s*[\"']?+(?!text/javascript|module)", re.I)
_CHARSET = re.compile(r"<meta\s+charset[^>]*>", re.I)


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


def _hash(code: str) -> str:
    # A browser hashes the text of the parsed page, in which every line ends in one sign.
    text = code.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
