"""The bibliography on its page: an entry for each source, with all its addresses."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from microsite.evidence.citations import author_line, links, not_confirmed, published_in, short_name
from microsite.evidence.marks import source_anchor
from microsite.evidence.records import Reference
from microsite.html.templates import render


def render_bibliography(sources: Iterable[Reference], *, downloads: Sequence[tuple[str, str]]) -> Markup:
    """All sources in alphabetical order; ``downloads`` are titles and addresses of the exports."""
    known = {source.id: source for source in sources}
    entries = [
        {
            "id": source_anchor(source),
            "authors": author_line(source),
            "title": source.title,
            "published": published_in(source),
            "links": links(source),
            "design": source.study_design[:1].upper() + source.study_design[1:],
            "found": source.found,
            "not_confirmed": not_confirmed(source),
            "instead": known.get(source.see_instead or ""),
        }
        for source in sorted(
            known.values(), key=lambda source: (short_name(source).strip("“").casefold(), source.title)
        )
    ]
    return render("bibliography", entries=entries, downloads=downloads, source_anchor=source_anchor)
