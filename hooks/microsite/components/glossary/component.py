"""The glossary: words that the site uses, in plain words."""

from markupsafe import Markup

from microsite.components.component import Component, RenderContext, SiteData
from microsite.components.data_folder import DataFolder
from microsite.html.templates import render
from microsite.source.schema import Model, Several, Text


class Term(Model):
    """A word of the glossary, other words people use for it, and what it means in plain words."""

    term: Text
    also: Several[Text] = ()
    means: Text

    @property
    def slug(self) -> str:
        """The term as part of an address: ``Short-chain fatty acids (SCFAs)`` is ``short-chain-fatty-acids``."""
        plain = self.term.split(" (")[0].lower()
        return "-".join("".join(c if c.isalnum() else " " for c in plain).split())


class Glossary(Component[tuple[Term, ...]]):
    """``[[glossary]]``: all terms."""

    name = "glossary"
    file = "glossary.yml"
    model = Term
    styles = ("glossary",)

    def load(self, folder: DataFolder, site: SiteData) -> tuple[Term, ...]:
        """The terms in alphabetical order."""
        terms = folder.records(self.file, Term, key="term")
        return tuple(sorted(terms, key=lambda term: term.term.casefold()))

    def render(self, argument: str, page: RenderContext) -> Markup:
        """The terms as a list of definitions."""
        return render("glossary", terms=self.data(page.site))


COMPONENT = Glossary()
