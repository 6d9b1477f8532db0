"""What a page says of itself to other programs: the lines in its head, and its structured data."""

from markupsafe import Markup

from microsite.guide.claim_uses import claims_on
from microsite.guide.guide import Guide
from microsite.html.addresses import relative_url
from microsite.html.templates import render
from microsite.page.site_context import SiteContext
from microsite.page.structured_data import DatasetFacts, PageAddress, dataset_facts, page_graph
from microsite.page.view import RenderedPage
from microsite.social_card.card import card_path
from microsite.table.downloads import FOLDER


def render_head(page: RenderedPage, context: SiteContext) -> Markup:
    """The lines that programs read which show a link to the page."""
    return render(
        "head",
        url=context.canonical(page.url),
        title=page.facts.title,
        summary=page.facts.summary,
        site_name=context.site.name,
        image=context.canonical(card_path(page.path)) if context.cards else None,
    )


def structured_data(guide: Guide, page: RenderedPage, context: SiteContext) -> Markup:
    """The JSON-LD of a page: it cites what the page lists as its sources, and describes the data sets it shows."""
    home = context.pages[0]
    claims = () if page.path in guide.lists_of_evidence else guide.ledger.select(claims_on(page.path, guide))
    bibliography = context.urls[guide.bibliography_page] if guide.bibliography_page else ""
    has_entries = page.path == guide.bibliography_page
    graph = page_graph(
        page.facts,
        url=page.url,
        site=context.site,
        trail=[] if page is home else [PageAddress(each.facts.short_title, each.url) for each in (home, page)],
        sources=dict.fromkeys(cited for claim in claims for cited in claim.sources),
        entries=guide.ledger.sources.values() if has_entries else (),
        bibliography_url=relative_url(bibliography, page.url),
        datasets=_datasets(guide, page),
    )
    return Markup(graph)


def _datasets(guide: Guide, page: RenderedPage) -> list[DatasetFacts]:
    tables = [marker.argument for marker in guide.pages[page.path].markers if marker.name == "table"]
    facts = [dataset_facts(guide.datasets[name].declaration, folder=FOLDER) for name in tables]
    return [each for each in facts if each]
