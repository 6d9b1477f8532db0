"""What a claim and a source may hold, field by field: the models of claims.yml and references.yml.

Checks of one field stand here; checks that need a second field or the other file are in `ledger_checks`.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from microsite.source.days import latest_day
from microsite.source.problems import describe
from microsite.source.schema import Model, Several, Slug, Text, like, unfit
from microsite.source.web_address import WebAddress

PubMedId = Annotated[str, like("12345678", r"^[1-9][0-9]{0,7}$")]

Verdict = Literal[
    "well supported", "supported with caveats", "mostly animal or lab evidence", "overstated", "unsupported"
]
Strength = Literal["strong", "moderate", "limited", "preliminary"]
Kind = Literal["people", "animals", "cells", "expert agreement"]
SourceType = Literal["article-journal", "book", "legislation", "report", "webpage"]
Hideable = Literal["authors", "year", "volume", "issue", "pages", "doi", "pmid", "pmcid", "url"]

# A sign that BibTeX can hand to TeX as it is; braces and backslashes would end a field or begin a command.
_RAW = r'[^\s{}\\^`"]'
_RAW_END = r'[^\s{}\\^`".,;:]'
# The one way in which sources write a person: "Camargo CA Jr". Whatever else stands there is an organization.
_PERSON = re.compile(r"(?P<family>.+?) (?P<initials>[^\W\d_](?:-?[^\W\d_]){0,4})(?: (?P<suffix>Jr|Sr|II|III))?")


def _raw(address: str) -> str:
    if not re.fullmatch(f"{_RAW}+", address):
        raise unfit("an address such as https://www.who.int/", f"{describe(address)}: one with signs that end it")
    return address


def _has_come(year: int) -> int:
    """A journal may print next year's number early."""
    if year > latest_day().year + 1:
        raise ValueError("expected a year that has come")
    return year


class ClaimRecord(Model):
    """One claim: what is usually said, how well it holds, on what evidence, and what the guide says instead.

    ``absence`` is true where strong evidence shows that something is not so, or not known: then sentences may say so.
    """

    id: Slug
    kind: Literal["claim", "addition"]
    page: Slug
    section: Text
    where: Text
    claim: Text
    verdict: Verdict
    kinds: Annotated[Several[Kind], Field(min_length=1)]
    evidence_type: Annotated[Several[Text], Field(min_length=1)]
    strength: Strength
    absence: bool = False
    nuance: Text
    say_instead: Text
    references: Annotated[Several[Slug], Field(min_length=1)]


class Reference(Model):
    """One source, in the words of CSL-JSON. A field named in ``hide`` could not be confirmed: `printable` drops it.

    ``organizations`` names the authors that are no persons though they are written like one.
    """

    id: Slug
    type: SourceType
    title: Text
    authors: Several[Text] = ()
    organizations: Several[Text] = ()
    others: bool = False
    container: Text
    year: Annotated[int, Field(ge=1600), AfterValidator(_has_come)] | None = None
    volume: Text | None = None
    issue: Text | None = None
    pages: Text | None = None
    doi: Annotated[str, like("10.1016/j.cell.2014.03.011", rf"^10\.[0-9]{{4,9}}/{_RAW}*{_RAW_END}$")] | None = None
    pmid: PubMedId | None = None
    pmcid: Annotated[str, like("PMC1234567", r"^PMC[1-9][0-9]{0,7}$")] | None = None
    url: Annotated[WebAddress, AfterValidator(_raw)] | None = None
    study_design: Text
    found: Text
    record: Literal["confirmed", "partly confirmed"]
    check: Text | None = None
    hide: Several[Hideable] = ()
    see_instead: Slug | None = None

    @field_validator("authors")
    @classmethod
    def _names_only(cls, authors: tuple[str, ...]) -> tuple[str, ...]:
        if any(author.strip(" .").lower() in {"et al", "others", "and others"} for author in authors):
            raise ValueError("names only, and `others: true` where the list is cut")
        return authors

    @field_validator("organizations")
    @classmethod
    def _written_like_persons(cls, organizations: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        known = info.data.get("authors", ())
        if any(name not in known or not isinstance(parse_name(name), Person) for name in organizations):
            raise ValueError("only names under authors that look like a person's, such as Coeliac UK")
        return organizations

    @property
    def names(self) -> tuple["Person | str", ...]:
        """The authors, each a person or the name of an organization."""
        return tuple(name if name in self.organizations else parse_name(name) for name in self.authors)

    def printable(self) -> "Reference":
        """The source without what could not be confirmed, so that nothing made from it can show that."""
        hidden: set[str] = {*self.hide, *(("others", "organizations") if "authors" in self.hide else ())}
        return Reference.model_validate({name: value for name, value in self if name not in hidden})


@dataclass(frozen=True)
class Person:
    """A name taken apart, for programs that sort and abbreviate names."""

    family: str
    initials: tuple[str, ...]
    suffix: str = ""

    @property
    def given(self) -> str:
        """The initials with stops: ``C. A.``"""
        return " ".join(f"{initial}." for initial in self.initials)


def parse_name(author: str) -> Person | str:
    """A person such as ``Ganusov VV`` taken apart; an organization as it is.

    >>> parse_name("Camargo CA Jr")
    Person(family='Camargo', initials=('C', 'A'), suffix='Jr')
    >>> parse_name("World Health Organization")
    'World Health Organization'
    """
    match = _PERSON.fullmatch(author)
    if match is None or match["initials"] != match["initials"].upper():
        return author
    initials = tuple(letter for letter in match["initials"] if letter != "-")
    return Person(match["family"], initials, match["suffix"] or "")


def split_particle(family: str) -> tuple[str, str]:
    """The small words before a family name, and the name itself, which sorts by some rules without them.

    >>> split_particle("van den Brink"), split_particle("De Boer")
    (('van den', 'Brink'), ('', 'De Boer'))
    """
    match = re.fullmatch(r"((?:[^\W\d_A-Z]\S*\s+)*)(.+)", family)
    return (match[1].rstrip(), match[2]) if match else ("", family)


def split_pages(pages: str) -> tuple[str, str]:
    """First and last page; the number of an article, which may have a hyphen too, is its first page.

    >>> split_pages("1313-1328.e13"), split_pages("S12-S15"), split_pages("e00031-18")
    (('1313', '1328.e13'), ('S12', 'S15'), ('e00031-18', ''))
    """
    match = re.fullmatch(r"(([A-Za-z]*)\d+\w*)-(\2\d.*)", pages)
    return (match[1], match[3]) if match else (pages, "")
