"""The guide as seen from one page: everything that its templates draw."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from microsite.components.component import Component
from microsite.evidence.marks import notes_path, render_page_sources
from microsite.guide.claim_uses import claims_on
from microsite.guide.guide import Guide
from microsite.guide.marker_renderers import mark_writer
from microsite.html.addresses import link_from, relative_url
from microsite.html.contents import CONTENTS_PLACE, OWNER_PLACE
from microsite.html.templates import render
from microsite.page.comments import Thread
from microsite.page.head import render_head, structured_data
from microsite.page.sharing import correction_link, share_links
from microsite.page.site_context import SiteContext
from microsite.page.view import GuideView, PageView, RenderedPage, Statement, page_entry, page_link, view_page

_STYLES = ("tokens", "page", "components")
_LOADER = "loader"
_COMMENTS = "comments"


def view_guide(guide: Guide, path: str | None, context: SiteContext) -> GuideView:
    """The view for a page; None is the 404 page, which may stand at any depth and so names pages from the root."""
    page = context.pages[context.place_of(path)] if path else None
    shown = _view_page(guide, page, context) if page else None
    article = _article(guide, page, shown, context) if page and shown else Markup()
    seen_from, root = (page.url, "") if page else (None, context.root)
    urgent = context.pages[context.place_of(context.urgent)] if context.urgent else None
    components = _components_on(path, guide)
    comments = (_COMMENTS,) if page and context.feedback.comments else ()
    return GuideView(
        page=shown,
        article=article,
        home_url=root if seen_from is None else relative_url("", seen_from),
        urgent=page_link(urgent, seen_from=seen_from, root=root) if urgent else None,
        icon=context.icon,
        loader=context.scripts((_LOADER,)),
        head=render_head(page, context) + _elements(components, page, context) if page else Markup(),
        styles=context.styles((*_STYLES, *_styles_of(components), *comments, "print"))
        + (_style_rules(components, guide, page) if page else Markup()),
        scripts=context.scripts(comments),
    )


def _article(guide: Guide, page: RenderedPage, shown: PageView, context: SiteContext) -> Markup:
    return render(
        "article",
        page=shown,
        share=share_links(page.facts, url=context.canonical(page.url), site_name=context.site.name),
        correction=_correction(page, context),
        thread=_thread(page, context),
        structured_data=structured_data(guide, page, context),
    )


def _view_page(guide: Guide, page: RenderedPage, context: SiteContext) -> PageView:
    place = context.place_of(page.path)
    marks = mark_writer(guide, link_from(page.url, context.urls))
    statements = tuple(
        Statement(each.says, marks.mark(each.claim) if each.claim else Markup()) for each in page.facts.key_statements
    )
    return view_page(
        page,
        previous=context.pages[place - 1] if place else None,
        next=context.pages[place + 1] if place + 1 < len(context.pages) else None,
        home=context.pages[0],
        statements=statements,
        sources_html=_sources(guide, page, context),
        late_html={CONTENTS_PLACE: _contents(page, context), OWNER_PLACE: _owner(context)},
        today=context.today,
        interests=context.owner.interests if context.owner else None,
    )


def _correction(page: RenderedPage, context: SiteContext) -> str:
    to = context.feedback.corrections
    return correction_link(page.facts, url=context.canonical(page.url), to=to) if to else ""


def _thread(page: RenderedPage, context: SiteContext) -> Thread | None:
    to = context.feedback.comments
    return Thread(to.server, context.root + page.url, page.facts.title) if to else None


def _contents(page: RenderedPage, context: SiteContext) -> Markup:
    if CONTENTS_PLACE not in page.html:
        return Markup()
    return render("contents", pages=[page_entry(each, seen_from=page.url) for each in context.pages])


def _owner(context: SiteContext) -> Markup:
    return render("owner", owner=context.owner) if context.owner else Markup()


def _sources(guide: Guide, page: RenderedPage, context: SiteContext) -> Markup:
    claims = guide.ledger.select(claims_on(page.path, guide))
    if not claims or page.path in guide.lists_of_evidence:
        return Markup()
    link = link_from(page.url, context.urls)
    return render_page_sources(
        claims,
        evidence_url=link(str(guide.evidence_page)),
        bibliography_url=link(str(guide.bibliography_page)),
        notes_url=link(notes_path(page.path)),
    )


def _components_on(path: str | None, guide: Guide) -> list[Component[Any]]:
    """The kinds of markers on a page, in the order of all components."""
    names = {marker.name for marker in guide.pages[path].markers} if path else set()
    return [component for name, component in guide.components.items() if name in names]


def _styles_of(components: Iterable[Component[Any]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for component in components for name in component.styles))


def _style_rules(components: Iterable[Component[Any]], guide: Guide, page: RenderedPage) -> Markup:
    return Markup().join(component.style_rules(guide.site, page.parsed) for component in components)


def _elements(components: Iterable[Component[Any]], page: RenderedPage, context: SiteContext) -> Markup:
    """The scripts that define elements of our own, before their HTML: not where all of a kind are still."""
    names = dict.fromkeys(name for component in components for name in component.elements)
    code = context.scripts(tuple(name for name in names if _moves(name, page)))
    return Markup("<script>{}</script>").format(code) if code else Markup()


def _moves(name: str, page: RenderedPage) -> bool:
    return any("still" not in tag.attributes for _, tag in page.parsed.elements(name))
