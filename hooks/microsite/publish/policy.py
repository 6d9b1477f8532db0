"""What a page may load and run: a Content-Security-Policy made from the finished page.

Everything comes from the site itself. What stands inline is named by its hash, so nothing that was slipped into a
page later is run or applied. A page carries its policy itself, because the site must be as strict on a host that
sends no headers.
"""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from microsite.html.parsed import ParsedHtml, StartTag

# The types of a script that runs; a data block, such as JSON-LD, has another.
_RUN = frozenset({"", "text/javascript", "module"})


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


def policy_of(page: ParsedHtml, *, servers: Iterable[str] = ()) -> Policy:
    """The policy that allows what a finished page needs, and nothing more. ``servers`` are origins it may talk to."""
    scripts = (page.code_in(place) for place, tag in page.elements("script") if _runs_inline(tag))
    styles = (page.code_in(place) for place, _ in page.elements("style"))
    return Policy(frozenset(map(_hash, scripts)), frozenset(map(_hash, styles)), frozenset(servers))


def secure_page(page: ParsedHtml, policy: Policy) -> str:
    """The page with its policy right after the charset, before anything that it rules.

    Raises ValueError for a page that names no charset: it would be published without a policy.
    """
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(str(policy), quote=False)}">'
    for place, tag in page.elements("meta"):
        if "charset" in tag.attributes:
            return str(page.rewrite({place: f"{page.sources[place]}\n{meta}"}))
    raise ValueError("the page has no <meta charset> to put its policy after")


def _runs_inline(script: StartTag) -> bool:
    kind = script.attributes.get("type") or ""
    return "src" not in script.attributes and kind.strip().lower() in _RUN


def _hash(code: str) -> str:
    # A browser hashes the text of the parsed page, in which every line ends in one sign.
    text = code.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
