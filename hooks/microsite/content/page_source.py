"""What a page says of itself in its front matter: title, summary, key message, dates, people.

The generator's own parser drops mistakes in silence, so front matter is read here and nowhere else: it is checked, and
every field that a page needs is asked for by name and line.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from microsite.source.days import not_to_come
from microsite.source.files import Address, Document, parse_yaml
from microsite.source.kept import kept
from microsite.source.links import Link, find_links
from microsite.source.markers import Marker, find_markers, without_comments
from microsite.source.problems import Problem, ProblemsFound
from microsite.source.schema import Model, Several, Text, load_one

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_HEADING = re.compile(r"^#{2,4}[ \t]+(?P<words>.+?)[ \t]*(?:\{[^}]*\})?[ \t]*$", re.M)
_KEY_WORDS_AT_MOST = 60
# A review date further in the future than this is most likely a typing mistake.
_NEXT_REVIEW_WITHIN = timedelta(days=5 * 366)


def _state(title: str) -> str:
    """A question promises an answer that research may not have."""
    if "?" in title:
        raise ValueError("expected a statement, not a question")
    return title


Title = Annotated[str, StringConstraints(min_length=3, max_length=65), AfterValidator(_state)]
Day = Annotated[date, AfterValidator(not_to_come)]
Summary = Annotated[str, StringConstraints(min_length=20, max_length=160)]


class KeyStatement(Model):
    """One statement of the key-message box, with the claim that carries it."""

    says: Text
    claim: Text | None = None


class PageFacts(Model):
    """The front matter of a page. Dates are calendar days; ``reviewed_by`` is None until a person has checked it."""

    title: Title
    nav_title: Text | None = None
    summary: Summary
    key_message: KeyStatement | None = None
    key_points: Annotated[Several[KeyStatement], Field(max_length=3)] = ()
    outcomes: Several[Text] = ()
    published: Day
    updated: Day
    last_review: Day
    next_review: date
    written_by: Text
    reviewed_by: Text | None = None
    status: Literal["published", "draft"] = "published"

    @property
    def short_title(self) -> str:
        """The title for menus and the contents."""
        return self.nav_title or self.title

    @property
    def is_draft(self) -> bool:
        """Whether the page is for editors only."""
        return self.status == "draft"

    @property
    def key_statements(self) -> tuple[KeyStatement, ...]:
        """Message and points in reading order."""
        return (*((self.key_message,) if self.key_message else ()), *self.key_points)

    @property
    def key_claims(self) -> tuple[str, ...]:
        """The claims of the key-message box, in reading order."""
        return tuple(statement.claim for statement in self.key_statements if statement.claim)

    def is_overdue(self, today: date) -> bool:
        """Whether the next review is past on the day ``today``."""
        return self.next_review < today


# Compared by identity: what is read of the same text once more may be the same page.
@dataclass(frozen=True, eq=False)
class PageSource:
    """A page as its file holds it: checked facts, the Markdown under them, and the line on which that starts.

    ``lines`` has the lines of the facts.
    """

    file: str
    facts: PageFacts
    body: str
    body_line: int
    lines: Mapping[Address, int] = field(default_factory=dict)

    @cached_property
    def markers(self) -> list[Marker]:
        """The markers of the Markdown in order, with their places in ``body``."""
        return find_markers(self.body, first_line=self.body_line)

    def heading_at(self, place: int) -> str:
        """The words of the last heading before a place in ``body``; "" where there is none."""
        before = [match["words"] for match in self._headings if match.start() < place]
        return before[-1] if before else ""

    @property
    def heading_lines(self) -> list[str]:
        """The lines of the headings, with their marks and ids."""
        return [match[0] for match in self._headings]

    @cached_property
    def _headings(self) -> list[re.Match[str]]:
        return list(_HEADING.finditer(self.body))

    @cached_property
    def links(self) -> list[Link]:
        """The links of the Markdown that stay inside the site."""
        return find_links(self.body, first_line=self.body_line)


def read_page(text: str, *, file: str, claims: Collection[str] | None = None) -> PageSource:
    """Split and check one page. Raises `ProblemsFound` for front matter that is missing, broken or incomplete.

    ``claims`` are the claims there are; None leaves that check out.
    """
    return _read_page(text, file, None if claims is None else frozenset(claims))


@kept
def _read_page(text: str, file: str, claims: frozenset[str] | None) -> PageSource:
    match = _FRONT_MATTER.match(text)
    if match is None:
        raise ProblemsFound(
            [Problem(file, 1, "front matter", "title, summary and dates between two --- lines", "none")]
        )
    inner = parse_yaml("\n" + match["yaml"], name=file)
    document = Document(file, inner.value if inner.value is not None else {}, inner.lines)
    facts = load_one(document, PageFacts)
    problems = [*_date_problems(facts, document), *_key_problems(facts, document)]
    problems += [] if claims is None else _claim_problems(facts, document, claims)
    if problems:
        raise ProblemsFound(problems)
    body_line = text.count("\n", 0, match.end()) + 1
    return PageSource(file, facts, without_comments(text[match.end() :]), body_line, document.lines)


def _date_problems(facts: PageFacts, document: Document) -> list[Problem]:
    pairs = (("published", "updated"), ("published", "last_review"), ("last_review", "next_review"))
    late = facts.next_review - facts.last_review > _NEXT_REVIEW_WITHIN
    expected, found = "a day within five years of last_review", str(facts.next_review)
    far = Problem(document.file, document.line(("next_review",)), "next_review", expected, found)
    return ([far] if late else []) + [
        Problem(
            document.file, document.line((later,)), later, f"a date not before {earlier}", str(getattr(facts, later))
        )
        for earlier, later in pairs
        if getattr(facts, later) < getattr(facts, earlier)
    ]


def _key_problems(facts: PageFacts, document: Document) -> list[Problem]:
    """The box has to fit a phone's first screen: a message with three points, in 60 words."""
    if facts.key_message is None:
        return []
    line = document.line(("key_message",))
    problems = []
    if len(facts.key_points) != 3:
        problems.append(Problem(document.file, line, "key_points", "3 points", str(len(facts.key_points))))
    words = sum(len(statement.says.split()) for statement in facts.key_statements)
    if words > _KEY_WORDS_AT_MOST:
        problems.append(Problem(document.file, line, "key_message", f"at most {_KEY_WORDS_AT_MOST} words", str(words)))
    return problems


def _claim_problems(facts: PageFacts, document: Document, claims: Collection[str]) -> list[Problem]:
    return [
        Problem(document.file, document.line(at), ".".join(map(str, at)), "an id in claims.yml", repr(statement.claim))
        for statement in facts.key_statements
        if statement.claim is not None and statement.claim not in claims
        for at in [document.find((), statement.claim)]
    ]
