"""Sources as BibTeX, in UTF-8, with what TeX would read as a command escaped."""

import re
from collections.abc import Iterable

from microsite.evidence.records import Person, Reference, parse_name

_TYPES = {"article-journal": "article", "book": "book", "report": "techreport"}
_CONTAINERS = {"article-journal": "journal", "book": "publisher", "report": "institution"}
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
_WORDS = re.compile(r"(\s+)")
_SPECIAL = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")


def to_bibtex(sources: Iterable[Reference]) -> str:
    """One entry a source. What has no type of its own in BibTeX is ``@misc``."""
    return "\n".join(_entry(source) for source in sources)


def _entry(source: Reference) -> str:
    fields = {
        "title": _keep_capitals(source.title),
        "author": " and ".join([*map(_name, source.authors), *(["others"] if source.others else [])]),
        _CONTAINERS.get(source.type, "howpublished"): _escape(source.container),
        "year": str(source.year or ""),
        "volume": _escape(source.volume or ""),
        "number": _escape(source.issue or ""),
        "pages": _escape(source.pages or "").replace("-", "--"),
        # Identifiers and addresses stand as they are: BibTeX passes them to commands that read them raw.
        "doi": source.doi or "",
        "pmid": source.pmid or "",
        "pmcid": source.pmcid or "",
        "url": source.url or "",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{_TYPES.get(source.type, 'misc')}{{{source.id},\n{lines}}}\n"


def _name(author: str) -> str:
    name = parse_name(author)
    if not isinstance(name, Person):
        # A second pair of braces keeps an organization whole, "and" in its name included.
        return f"{{{_escape(name)}}}"
    # A family name of several words is one name, and not a given name before it.
    parts = [_escape(name.family), name.suffix, name.given]
    return ", ".join(part for part in parts if part)


def _keep_capitals(title: str) -> str:
    """Styles put BibTeX's titles into a case of their own; what stands in braces stays as it is."""
    return "".join(
        f"{{{_escape(word)}}}" if any(map(str.isupper, word)) else _escape(word) for word in _WORDS.split(title)
    )


def _escape(text: str) -> str:
    # A line end, or a run of spaces, is one space in BibTeX, and might end a field for a simpler reader.
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], re.sub(r"\s+", " ", text))
