"""Pages with the HTML of each marker in its place."""

from collections.abc import Mapping

from markupsafe import Markup

from microsite.components.component import RenderContext
from microsite.content.assertions import keep_with_sentence
from microsite.evidence.citations import cite_claim
from microsite.evidence.marks import MarkWriter
from microsite.guide.claim_uses import uses_of
from microsite.guide.guide import Guide
from microsite.html.addresses import LinkTo, link_from
from microsite.html.templates import render
from microsite.source.markers import MarkerRule, replace_markers


def render_markers(path: str, guide: Guide, *, urls: Mapping[str, str]) -> str:
    """The Markdown of a page with HTML for each marker. ``urls`` maps paths inside the docs folder to addresses."""
    page = guide.pages[path]
    if not page.markers:
        return page.body
    link = link_from(urls[path], urls)
    context = RenderContext(
        guide.site,
        link=link,
        marks=mark_writer(guide, link),
        titles=guide.titles,
        sources_url=link(guide.bibliography_page) if guide.bibliography_page else "",
        backlinks=lambda claim: _backlinks(guide, claim, link),
    )
    # The key message stands above the text, so its marks are counted first.
    context.marks.skip(page.facts.key_claims)
    body = keep_with_sentence(page.body)
    return replace_markers(body, lambda marker: guide.components[marker.name].render(marker.argument, context))


def mark_writer(guide: Guide, link: LinkTo) -> MarkWriter:
    """A writer of the marks of a page whose links ``link`` makes."""
    return MarkWriter(guide.ledger, claims_url=link(guide.evidence_page) if guide.evidence_page else "")


def marker_rules(guide: Guide) -> dict[str, MarkerRule]:
    """How markers may be written, by their names."""
    return {
        name: MarkerRule(block=component.block, judged=False)
        if name in guide.unread
        else MarkerRule(component.arguments(guide.site), block=component.block)
        for name, component in guide.components.items()
    }


def _backlinks(guide: Guide, claim: str, link: LinkTo) -> Markup:
    uses = [(use.page_title, use.under, link(f"{use.url}#{use.anchor}")) for use in uses_of(guide).get(claim, ())]
    return render("backlinks", uses=uses, citation=cite_claim(guide.ledger.claims[claim]))
