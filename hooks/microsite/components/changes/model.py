"""What has changed in the guide, told in full sentences, newest first."""

import re
from collections.abc import Collection
from datetime import date
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, Field

from microsite.source.days import not_to_come
from microsite.source.files import Document
from microsite.source.problems import Problem
from microsite.source.schema import Model, Several, like

CHANGES = "changes.yml"
_SENTENCES = re.compile(r"[“\"]?[A-Z0-9].*[.!?][”\"]?", re.S)

PagePath = Annotated[str, like("sheets/index.md", r"^[a-z0-9/-]+\.md$")]


class Change(Model):
    """One change: the day, what is different now, and the pages where it can be seen."""

    date: Annotated[date, AfterValidator(not_to_come)]
    says: Annotated[str, Field(min_length=20)]
    pages: Several[PagePath] = ()


def check_changes(document: Document, changes: list[Change], pages: Collection[str]) -> list[Problem]:
    """What is no sentence, names no page, or stands before something newer. ``pages`` are the pages there are."""
    return [
        *_not_sentences(changes, document),
        *_unknown_pages(changes, document, pages),
        *_out_of_order(changes, document),
    ]


def _not_sentences(changes: list[Change], document: Document) -> list[Problem]:
    expected = "full sentences, from a capital to a full stop"
    return [
        Problem(document.file, document.line((i, "says")), f"{i}.says", expected, repr(change.says[:60]))
        for i, change in enumerate(changes)
        if not _SENTENCES.fullmatch(change.says)
    ]


def _unknown_pages(changes: list[Change], document: Document, pages: Collection[str]) -> list[Problem]:
    return [
        Problem(document.file, document.line((i, "pages", j)), f"{i}.pages", "a page under docs/", repr(page))
        for i, change in enumerate(changes)
        for j, page in enumerate(change.pages)
        if page not in pages
    ]


def _out_of_order(changes: list[Change], document: Document) -> list[Problem]:
    return [
        Problem(document.file, document.line((i, "date")), f"{i}.date", f"{newer.date} or earlier", str(change.date))
        for i, (newer, change) in enumerate(pairwise(changes), start=1)
        if change.date > newer.date
    ]
