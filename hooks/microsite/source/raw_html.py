"""HTML that an author typed into Markdown: what would run, ask for something, or break the page is refused.

A page carries a policy that is made from what stands in it, so a script that was pasted would be allowed to run.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from html.parser import HTMLParser

from microsite.source.finding import Finding
from microsite.source.problems import Problem, ProblemsFound, describe
from microsite.source.web_address import check_address

# What runs, frames, sends, or speaks for the whole document.
REFUSED = frozenset(
    re.findall(
        r"\w+",
        "applet base body button dialog embed fieldset form frame frameset head html iframe input link main meta"
        " noscript object option script select style template textarea title",
    )
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_SHOWN = frozenset({"img", "audio", "video", "source", "track"})
# Their end may be left out.
_CLOSED_BY_OTHERS = frozenset({"dd", "dt", "li", "p", "tbody", "td", "tfoot", "th", "thead", "tr"})
_NO_DECLARATION = re.compile(r"<!(?!--|doctype\b)", re.I)
_ADDRESSES = frozenset({"action", "cite", "formaction", "href", "poster", "src", "xlink:href"})


def read_allowed_html(extra: Mapping[str, object], *, name: str = "mkdocs.yml", line: int = 1) -> frozenset[str]:
    """The elements that a site uses all the same: ``allow_html`` under ``extra``, a list of names.

    Raises `ProblemsFound` for anything else, and for a name of an element that nothing refuses.
    """
    allowed = extra.get("allow_html", [])
    where, expected = "extra.allow_html", "a list of names of elements, such as [button, input]"
    if not isinstance(allowed, list) or not all(isinstance(each, str) for each in allowed):
        raise ProblemsFound([Problem(name, line, where, expected, describe(allowed))])
    needless = [each for each in allowed if each not in REFUSED]
    if needless:
        raise ProblemsFound(
            [
                Problem(name, line, where, f"elements among {', '.join(sorted(REFUSED))}", repr(each))
                for each in needless
            ]
        )
    return frozenset(allowed)


def check_html(text: str, *, allowed: Collection[str] = ()) -> Iterator[Finding]:
    """What is wrong with the HTML in a Markdown text whose code has been blanked out.

    ``allowed`` names elements that the site uses all the same; event attributes and addresses that run are refused
    in them, too.
    """
    parser = _Parser(frozenset(allowed))
    try:
        parser.feed(text)
        parser.close()
    except AssertionError:  # Python before 3.13 fails so on a declaration that is none.
        pass
    for match in _NO_DECLARATION.finditer(text):
        line = 1 + text.count("\n", 0, match.start())
        yield Finding(line, "<!", "&lt;! for these two signs", "a declaration that cannot be read")
    yield from parser.findings
    for tag, line in parser.open:
        yield Finding(line, f"<{tag}>", f"</{tag}> after it", "none")
    if (at := text.rfind("<!--")) >= 0 and "-->" not in text[at:]:
        yield Finding(1 + text.count("\n", 0, at), "<!--", "--> after it", "none")


class _Parser(HTMLParser):
    def __init__(self, allowed: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.findings: list[Finding] = []
        self.open: list[tuple[str, int]] = []
        self._allowed = allowed

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        if ":" in tag or "@" in tag:  # an address between angle brackets, which Markdown turns into a link
            return
        if tag in REFUSED - self._allowed:
            self._find(line, tag, "Markdown, a marker, or a name under extra.allow_html in mkdocs.yml", f"<{tag}>")
        for name, value in attrs:
            self._check_attribute(line, tag, name, value or "")
        if tag == "img" and not dict(attrs).get("alt"):
            self._find(line, tag, "words in alt for who does not see the picture", "none")
        if tag not in _VOID | _CLOSED_BY_OTHERS:
            self.open.append((tag, line))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        before = len(self.open)
        self.handle_starttag(tag, attrs)
        del self.open[before:]

    def handle_endtag(self, tag: str) -> None:
        for place in reversed(range(len(self.open))):
            if self.open[place][0] == tag:
                del self.open[place]
                return
        if tag not in _CLOSED_BY_OTHERS:
            self._find(self.getpos()[0], tag, f"<{tag}> before it", f"</{tag}> alone")

    def _check_attribute(self, line: int, tag: str, name: str, value: str) -> None:
        if name.startswith("on"):
            self._find(line, tag, "no attribute that runs a script", f"{name}=")
        elif name in ("style", "srcdoc"):
            self._find(line, tag, "a class, whose rules stand in a style sheet", f"{name}=")
        elif name in _ADDRESSES and (wrong := check_address(value)):
            self._find(line, tag, "an address of this site, or one with https:", wrong)
        elif tag in _SHOWN and name in ("src", "poster", "srcset") and ":" in value:
            self._find(line, tag, "a file under docs/", repr(value))
        elif name in ("href", "src") and value and not re.match(r"#|[a-z][a-z0-9+.-]*:", value, re.I):
            # MkDocs follows what Markdown writes, and leaves addresses in HTML as they are.
            expected = "![words](file)" if tag in _SHOWN else "[words](page.md)"
            self._find(line, tag, f"Markdown, {expected}, for what is under docs/", repr(value))

    def _find(self, line: int, tag: str, expected: str, found: str) -> None:
        self.findings.append(Finding(line, f"<{tag}>", expected, found))
