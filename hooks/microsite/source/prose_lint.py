"""Signs in Markdown that are printed as they were typed: a list or emphasis that is none, signs of other programs.

Each rule is a function that takes the text, with its code blanked out, and yields what it found.
"""

import re
from collections.abc import Collection, Iterator

from microsite.source.finding import Finding

_LIST = re.compile(r"(?:[-*+]|\d{1,2}[.)])[ \t]+\S")
# What a list may follow at once, or what is none of a paragraph.
_NO_PARAGRAPH = re.compile(r"[#<>|:~`=*+-]|\d{1,2}[.)][ \t]|\[\[|[ \t]|\{")
_STAR = re.compile(r"(?<![\\*\s])\*(?!\*)|(?<![\\*])\*(?![*\s])")
_OPENS = re.compile(r"(?<![\w)\].,!?])\*[A-Za-z]")
_GAP = re.compile(r"(?<!\S)\*\*[ \t]+[A-Za-z][^*\n]*[ \t]\*\*(?!\S)")
# The signs, and the extensions of Markdown of which one makes something of them.
_FOREIGN = (
    (re.compile(r"^(?:!!!|\?\?\?\+?)[ \t]+\w.{0,20}", re.M), ("admonition", "pymdownx.details")),
    (re.compile(r"\[\^[^\]\s]{1,20}\]"), ("footnotes", "extra", "pymdownx.extra")),
    (re.compile(r"(?<!~)~~[^~\s][^~\n]{0,30}~~(?!~)"), ("pymdownx.tilde",)),
    (re.compile(r"^[ \t]*[-*+] \[[ xX]\] .{0,20}", re.M), ("pymdownx.tasklist",)),
    (re.compile(r"(?<![=\w])==[^=\s][^=\n]{0,30}==(?!=)"), ("pymdownx.mark",)),
    (re.compile(r"^===[!+]? \".{0,20}", re.M), ("pymdownx.tabbed",)),
    (re.compile(r"(?<!\S):[a-z][a-z0-9_+-]+:(?=[\s.,!?]|\Z)"), ("pymdownx.emoji",)),
    (re.compile(r"\$\$[^$\n]{1,30}\$\$"), ("pymdownx.arithmatex",)),
)


def foreign_signs(text: str, *, extensions: Collection[str] = ()) -> Iterator[Finding]:
    """Signs of another program's Markdown. ``extensions`` are those that the site has switched on."""
    for sign, known in _FOREIGN:
        for match in sign.finditer(text) if not {*known} & {*extensions} else ():
            expected = f"Markdown that this site knows, or {known[0]} under markdown_extensions in mkdocs.yml"
            yield Finding(_line(text, match.start()), "text", expected, repr(match[0].strip()))


def glued_lists(text: str) -> Iterator[Finding]:
    """A list has an empty line before it: glued to a paragraph its hyphens are printed."""
    first, told = "", False
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            first, told = "", False
        elif not first:
            first = line
        elif not told and not _NO_PARAGRAPH.match(first) and _LIST.match(line):
            yield Finding(number, "list", "an empty line before it", repr(line[:40]))
            told = True


def unclosed_emphasis(text: str) -> Iterator[Finding]:
    """Stars that nothing closes, or that stand apart from the words, are printed as stars."""
    start = 0
    for paragraph in re.split(r"\n\s*\n", text):
        place = text.index(paragraph, start)
        start = place + len(paragraph)
        plain = re.sub(r"^(\s*)\*(?=\s)", r"\1 ", paragraph, flags=re.M)
        stars = [match.start() for match in re.finditer(r"(?<![\\*])\*\*(?!\*)", plain)]
        if len(stars) % 2:
            yield Finding(_line(text, place + stars[-1]), "**", "** after it, in the same paragraph", "none")
        for match in _GAP.finditer(plain):
            expected = "no space between the stars and the words"
            yield Finding(_line(text, place + match.start()), "**", expected, repr(match[0][:40]))
        single = [match.start() for match in _STAR.finditer(plain)]
        if len(single) % 2 and _OPENS.match(plain, single[-1]):
            yield Finding(_line(text, place + single[-1]), "*", "* after it, in the same paragraph", "none")


def _line(text: str, at: int) -> int:
    return 1 + text.count("\n", 0, at)
