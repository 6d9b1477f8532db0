"""Sources as BibTeX, in UTF-8, with what TeX would read as a command escaped."""

import re
from collections.abc import Iterable

from microsite.evidence.records import Person, Reference, split_pages

_TYPES = {"article-journal": "article", "book": "book", "report": "techreport"}
_CONTAINERS = {"article-journal": "journal", "book": "publisher", "report": "institution"}
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
# A pause after which readers begin a sentence, a word, or one other sign.
_TOKEN = re.compile(r"[:.?!] |[^\W_]+|.")
_OPENING_QUOTE = re.compile(r'(?<![^\s(\[{–—/-])"')
_SPECIAL = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")


def to_bibtex(sources: Iterable[Reference]) -> str:
    """One entry a source. What has no type of its own in BibTeX is ``@misc``."""
    return "\n".join(_entry(source) for source in sources)


def _entry(source: Reference) -> str:
    fields = {
        "title": _title(source.title),
        "author": " and ".join([*map(_name, source.names), *(["others"] if source.others else [])]),
        _CONTAINERS.get(source.type, "howpublished"): _escape(source.container),
        "year": str(source.year or ""),
        "volume": _escape(source.volume or ""),
        "number": _escape(source.issue or ""),
        "pages": _escape("--".join(filter(None, split_pages(source.pages or "")))),
        # Identifiers and addresses stand as they are: BibTeX passes them to commands that read them raw.
        "doi": source.doi or "",
        "pmid": source.pmid or "",
        "pmcid": source.pmcid or "",
        "url": source.url or "",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{_TYPES.get(source.type, 'misc')}{{{source.id},\n{lines}}}\n"


def _name(name: Person | str) -> str:
    if not isinstance(name, Person):
        # A second pair of braces keeps an organization whole, "and" in its name included.
        return f"{{{_escape(name)}}}"
    # A family name of several words is one name: without braces readers put its small words behind the initials.
    family = f"{{{_escape(name.family)}}}" if " " in name.family else _escape(name.family)
    parts = [family, name.suffix, name.given]
    return ", ".join(part for part in parts if part)


def _title(title: str) -> str:
    """Styles put BibTeX's titles into a case of their own; what stands in braces stays as it is.

    Braces hold no more than they must, so that a style with capitals for all words writes these as it does in the
    other formats. In TeX a straight quotation mark only closes.
    """
    text = _OPENING_QUOTE.sub("“", _one_line(title)).replace('"', "”")
    parts = [(_escape(token[0]), _keeps_case(token)) for token in _TOKEN.finditer(text)]
    return "".join(f"{{{part}}}" if keeps_case else part for part, keeps_case in parts)


def _keeps_case(token: re.Match[str]) -> bool:
    """Whether a reader would write a capital small, or a small letter as a capital."""
    if token[0][0] in ":.?!":
        return token.string[token.end() : token.end() + 1].islower()
    return any(map(str.isupper, token[0])) or (token.start() == 0 and token[0].islower())


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], _one_line(text))


def _one_line(text: str) -> str:
    # A line end, or a run of spaces, is one space in BibTeX, and might end a field for a simpler reader.
    return re.sub(r"\s+", " ", text)
