"""The glossary lists its terms from A to Z, each with an address of its own."""

from pathlib import Path

import pytest

from microsite.components.glossary.component import COMPONENT, Term
from support.small_components import load, refused, render, words

TERMS = """
- {term: Tea pot, also: [pot], means: A thing to pour from.}
- {term: infusion, means: What leaves <give> to water.}
"""


def test_terms_stand_in_alphabetical_order_whatever_their_case(tmp_path: Path) -> None:
    html = render(COMPONENT, load(COMPONENT, tmp_path, TERMS))
    assert words(html, "dt") == ["infusion", "Tea pot also: pot"]
    assert words(html, "dd") == ["What leaves <give> to water.", "A thing to pour from."]


@pytest.mark.parametrize(
    ("term", "slug"),
    [("Tea pot", "tea-pot"), ("Short-chain acids (SCA)", "short-chain-acids"), ("Thé vert", "thé-vert")],
)
def test_a_term_has_an_address_without_its_abbreviation(term: str, slug: str) -> None:
    assert Term(term=term, means="A word.").slug == slug


def test_a_term_is_explained_once(tmp_path: Path) -> None:
    told = refused(COMPONENT, tmp_path, "- {term: Tea, means: A drink.}\n- {term: Tea, means: A meal.}")
    assert len(told) == 1
    assert "data/glossary.yml:2" in told[0]
