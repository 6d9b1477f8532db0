"""Words that the guide does not use, whatever they are about."""

import re
from pathlib import Path

import pytest

from support.built_site import BuiltPage, BuiltSite
from support.html import read_html

BRITISH = (
    r"fibres?|favour\w*|colour\w*|behaviour\w*|defence\w*|licence\w*|centre\w*|grey|mould\w*|"
    r"sulphur\w*|chilli\w*|wholegrain|unpasteurised|pasteurised|specialised|recognised|randomised|organis\w+|"
    r"anaemia|oesophag\w+|diarrhoea|leukaemia|artefacts?|programme|litres?|tumours?"
)
NEVER = {
    "British spelling": re.compile(rf"\b({BRITISH})\b", re.I),
    "a metaphor told as fact": re.compile(
        r"\b(control cent(er|re)|talk to each other|symphon\w+|boost\w*|orchestr\w+)\b", re.I
    ),
    "a promise": re.compile(r"\b(cures?|cured|detox\w*|superfoods?|miracle\w*|guaranteed)\b", re.I),
    "an abbreviation from Latin": re.compile(r"\b(e\.g\.|i\.e\.|etc\.?)(?=\W|$)", re.I),
    "studies without the study": re.compile(r"\bstudies show\b", re.I),
    "a question as a heading's promise": re.compile(r"\bdid you know\b", re.I),
}
# Titles of works, search words and addresses keep the spelling of their owners.
NOT_OURS = "script, style, .sources, .bibliography, [lang], cite, .also, .also-called, td a[href*='sources/']"


def our_words(page: BuiltPage) -> str:
    """The page's text without what is quoted."""
    body = read_html(page.html).body
    for node in body.select(NOT_OURS):
        node.decompose()
    return body.get_text(" ")


@pytest.mark.parametrize("kind", NEVER)
def test_no_page_uses(kind: str, built: BuiltSite):
    found = {
        page.path: sorted({match.group() for match in NEVER[kind].finditer(our_words(page))}) for page in built.pages
    }
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize("text", ["The fibre in it", "in colour", "They boost it", "beans, etc.", "Studies show it"])
def test_each_kind_of_word_would_be_found(text: str):
    assert any(pattern.search(text) for pattern in NEVER.values())


@pytest.mark.parametrize("file", [Path("docs/data/care.yml"), Path("docs/warning-signs.md")], ids=str)
def test_a_warning_has_no_negative_contraction(file: Path):
    assert re.findall(r"\b\w+n[’']t\b", file.read_text(encoding="utf-8")) == []
