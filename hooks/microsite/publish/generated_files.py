"""Files that are made from data and published beside the pages: the notes that marks open, and downloads."""

import re
from collections.abc import Mapping
from datetime import date

from microsite.evidence.bibliography import BIBLIOGRAPHY_FOLDER, EXPORTS
from microsite.evidence.marks import notes_path, notes_script
from microsite.guide.claim_uses import claims_on
from microsite.guide.guide import Guide
from microsite.html.addresses import link_from
from microsite.social_card.card import card_path, draw_card
from microsite.social_card.palette import Palette
from microsite.table.downloads import FOLDER, download_names, write_downloads


def generate_files(
    guide: Guide, *, urls: Mapping[str, str], title: str, palette: Palette | None = None
) -> dict[str, str | bytes]:
    """The content of each file by its path inside the site.

    ``urls`` maps paths inside the docs folder to addresses, ``title`` is the site's, ``palette`` its colors: without
    them no social cards are drawn.
    """
    cards = _cards(guide, title, palette) if palette else {}
    return {**_notes(guide, urls), **_of_components(guide), **_bibliography(guide), **_tables(guide, title), **cards}


def generated_file_names(guide: Guide) -> set[str]:
    """The paths that pages may link to."""
    exports = {f"{BIBLIOGRAPHY_FOLDER}/{export.file}" for export in EXPORTS if guide.ledger.sources}
    return {*exports, *(f"{FOLDER}/{file}" for file in download_names(guide.datasets.values()))}


def _bibliography(guide: Guide) -> dict[str, str]:
    sources = guide.ledger.sources.values()
    return {f"{BIBLIOGRAPHY_FOLDER}/{export.file}": export.write(sources) for export in EXPORTS if sources}


def _tables(guide: Guide, title: str) -> dict[str, bytes]:
    name = "-".join(re.findall("[a-z0-9]+", title.lower())) or "site"
    files = write_downloads(guide.datasets.values(), name=name, title=title, day=_last_change(guide))
    return {f"{FOLDER}/{file}": content for file, content in files.items()}


def _last_change(guide: Guide) -> date:
    """The day that a file names as its own: not that of the build, which would make other bytes of the same content."""
    return max((page.facts.updated for page in guide.pages.values()), default=date(1980, 1, 1))


def _of_components(guide: Guide) -> dict[str, str]:
    site = guide.site
    return {path: text for each in guide.components.values() for path, text in each.files(site).items()}


def _cards(guide: Guide, title: str, palette: Palette) -> dict[str, bytes]:
    return {
        card_path(path): draw_card(page.facts.title, site_name=title, palette=palette)
        for path, page in guide.pages.items()
    }


def _notes(guide: Guide, urls: Mapping[str, str]) -> dict[str, str]:
    notes = {}
    for path in guide.pages:
        if claims := guide.ledger.select(claims_on(path, guide)):
            link = link_from(urls[path], urls)
            evidence, bibliography = link(str(guide.evidence_page)), link(str(guide.bibliography_page))
            script = notes_script(claims, evidence_url=evidence, bibliography_url=bibliography)
            notes[notes_path(path)] = script
    return notes
