"""Whether a source's type fits what it was published in: an article stands in a journal, and a journal holds articles.

A wrong type shows where the source is cited: an article that is typed as a report prints as a volume of reports.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import get_args

from microsite.evidence.records import Reference, SourceType
from microsite.source.files import Document
from microsite.source.problems import Problem

_ALL: tuple[SourceType, ...] = get_args(SourceType)
# What a name says of the kind of thing; the first that fits decides. Most names say nothing.
_NAMES: tuple[tuple[str, tuple[SourceType, ...]], ...] = (
    (r"\bofficial journal\b|\bgazette\b|\bstatutes?\b", ("legislation",)),
    (
        r"\bweb ?(site|page)\b|\bnewsletter\b|\bleaflet\b|\bpress (announcement|release)\b|\w\.(com|net|org)\b",
        ("webpage",),
    ),
    (r"\bguidelines?\b", ("report",)),
    (
        r"\b(journal|annals|archives|transactions|reviews?)\b|\bproceedings of\b"
        r"|^(advances|frontiers|trends) in\b|^current opinion\b|^the lancet\b|^plos\b",
        ("article-journal",),
    ),
    (r"\b(press|publish(ers?|ing)|verlag)\b", ("book", "report")),
)
# What only some types have.
_FIELDS: dict[str, tuple[SourceType, ...]] = {
    "issue": ("article-journal", "legislation"),
    "volume": ("article-journal", "book", "legislation"),
    "pmid": ("article-journal", "book"),
}
# One publisher has both.
_PUBLISHED = {"book", "report"}


def check_types(references: Sequence[Reference], document: Document) -> list[Problem]:
    """Types that do not fit the container, a field of the source, or another source of the same container."""
    first: dict[str, Reference] = {}
    problems = []
    for i, source in enumerate(references):
        like = first.setdefault(source.container.casefold(), source)
        expected = next(chain(_misfits(source), _differs(source, like)), None)
        if expected:
            place = (document.file, document.line((i, "type")), f"{source.id}.type")
            problems.append(Problem(*place, expected, repr(source.type)))
    return problems


def _misfits(source: Reference) -> Iterator[str]:
    by_name = next((types for name, types in _NAMES if re.search(name, source.container, re.I)), _ALL)
    if source.type not in by_name:
        yield f"{' or '.join(by_name)}, because it stands in {source.container!r}"
    for field, types in _FIELDS.items():
        if getattr(source, field) is not None and source.type not in types:
            yield f"{' or '.join(types)}, because it has a field {field!r}"


def _differs(source: Reference, like: Reference) -> Iterator[str]:
    if source.type != like.type and {source.type, like.type} != _PUBLISHED:
        yield f"{like.type}, as {like.id} has, which stands in {source.container!r} too"
