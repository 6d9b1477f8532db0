"""What there is to find on a page: the page, its sections, and the rows, sources and terms that have an address.

Read from the finished HTML, so that a reader finds what a reader can see.
"""

from dataclasses import dataclass

from microsite.html.parsed import VOID
from microsite.page.view import RenderedPage
from microsite.source.kept import kept

_HEADINGS = ("h2", "h3", "h4")
_ROWS = ("tr", "li")
_BREAKS = ("p", "td", "th", "dd", "dt", "div", *_ROWS, *_HEADINGS)
_NOT_TEXT = ("script", "style", "template", "svg", "nav", "thead", "caption", "summary", "button")
# Evidence marks say the same everywhere, and so do the links back; wrong answers of a quiz should not be found, and a
# row is found where it stands, not in each menu that has it.
_NOT_FOUND = ("mark", "backlinks", "quiz", "menu-table", "own")

# Long lists of titles would push down what we say ourselves; what is urgent comes first.
_LISTED_COUNTS = 0.15
_URGENT_COUNTS = 2.2


@dataclass
class Entry:
    """One thing to find. ``also`` holds words that people use for it and that its text does not show.

    ``boost`` says how much it counts beside the others.
    """

    location: str
    title: str = ""
    text: str = ""
    also: str = ""
    boost: float = 1.0


@kept
def collect_entries(page: RenderedPage) -> list[Entry]:
    """The entries of one page, the page itself first. An entry without a title names nothing and is left out."""
    facts = page.facts
    says = [facts.summary, *(statement.says for statement in facts.key_statements)]
    reader = _Reader(Entry(page.url, facts.title, " ".join(says) + " ", also=facts.nav_title or ""))
    page.parsed.send_to(reader)
    return [entry for entry in reader.entries if entry.title]


@dataclass
class _Open:
    """An open element, the entry that its text belongs to, and which field of it: title, text, also, or none."""

    tag: str
    entry: Entry
    field: str = "text"


class _Reader:
    def __init__(self, page: Entry) -> None:
        self.entries = [page]
        self._url = page.location
        self._stack = [_Open("", page)]
        self._columns = _Columns()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        around = self._stack[-1]
        values = {name: value or "" for name, value in attrs}
        self._columns.see(tag, values)
        if tag in _BREAKS and not (tag == "td" and self._columns.is_figure):
            around.entry.text = _end_part(around.entry.text, tag)
        is_heading = tag in _HEADINGS or values.get("role") == "heading"
        is_row = tag in _ROWS or (tag == "div" and around.tag == "dl")
        if "id" in values and around.field == "text" and (is_heading or is_row):
            self._begin(tag, values, is_heading=is_heading)
        else:
            self._stack.append(_Open(tag, around.entry, self._field(tag, values, around)))

    def handle_endtag(self, tag: str) -> None:
        while len(self._stack) > 1 and self._stack.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        inner = self._stack[-1]
        if inner.field != "none":
            setattr(inner.entry, inner.field, getattr(inner.entry, inner.field) + data)

    def _begin(self, tag: str, values: dict[str, str], *, is_heading: bool) -> None:
        entry = Entry(f"{self._url}#{values['id']}", also=values.get("data-find", ""))
        self.entries.append(entry)
        if tag == "li":
            entry.boost = _LISTED_COUNTS
        if is_heading:
            # Only the heading of a warning is one by its role.
            entry.boost = 1.0 if tag in _HEADINGS else _URGENT_COUNTS
            # What follows belongs to it, until the element around it ends or another entry begins.
            self._stack[-1] = _Open(self._stack[-1].tag, entry)
        self._stack.append(_Open(tag, entry, "title" if is_heading else "text"))

    def _field(self, tag: str, values: dict[str, str], around: _Open) -> str:
        classes = values.get("class", "").split()
        if around.field == "none" or self._is_no_text(tag) or any(name in _NOT_FOUND for name in classes):
            return "none"
        if tag == "td" and self._columns.is_figure:
            return "none"
        if "also" in classes:
            return "also"
        names_row = tag in ("cite", "dt") or (tag, around.tag) in (("a", "th"), ("b", "summary"))
        return "title" if names_row and "#" in around.entry.location and not around.entry.title else around.field

    def _is_no_text(self, tag: str) -> bool:
        """A row that opens has its name in a summary, and says below it what each of its texts is about."""
        inside = [each.tag for each in self._stack]
        if tag == "dt":
            return "th" in inside
        return tag in _NOT_TEXT and not (tag == "summary" and inside[-2:] == ["th", "details"])


def _end_part(text: str, tag: str) -> str:
    """Keep the words of two elements apart; items and cells seldom end with a sign of their own."""
    text = text.rstrip()
    return text + ("; " if tag in ("li", "td") and text[-1:].isalnum() else " ")


class _Columns:
    """Which columns of the table at hand hold figures: those are looked up, not searched for."""

    def __init__(self) -> None:
        self._figures: set[int] = set()
        self._column = 0

    @property
    def is_figure(self) -> bool:
        return self._column in self._figures

    def see(self, tag: str, values: dict[str, str]) -> None:
        if tag == "table":
            self._figures = set()
        elif tag == "tr":
            self._column = 0
        elif tag in ("th", "td"):
            self._column += 1
            if tag == "th" and "n" in values.get("class", "").split():
                self._figures.add(self._column)
