"""The drawing of the verdicts has a dot for each claim, and says the same in words."""

from microsite.components.verdicts.view import count_verdicts, render_verdicts
from microsite.evidence.words import MOSTLY_ANIMAL
from support.evidence_samples import make_claim
from support.html import read_html


def test_verdicts_are_counted_for_the_source_s_claims_only() -> None:
    """Additions are ours, so they are no part of how the source divides."""
    claims = [make_claim(), make_claim(), make_claim(verdict="unsupported"), make_claim(kind="addition")]
    counts = {share.verdict: share.count for share in count_verdicts(claims)}
    assert counts == {
        "well supported": 0,
        "supported with caveats": 0,
        MOSTLY_ANIMAL: 0,
        "overstated": 2,
        "unsupported": 1,
    }


def test_the_picture_draws_what_its_words_say() -> None:
    """As many dots of each shape as the words count; a title and a description for who does not see it."""
    picture = read_html(render_verdicts([make_claim(), make_claim(), make_claim(verdict="unsupported")]))
    assert len(picture.select("use[href='#verdict-ring']")) == 2
    assert len(picture.select("use[href='#verdict-cross']")) == 1
    words = "0 shown mostly in animals or the lab, 2 overstated and 1 unsupported"
    assert words in picture.select_one("desc").get_text()
    assert words in picture.select_one("figcaption").get_text()
    assert picture.select_one("title").get_text() == "How 3 claims divide by our verdict"
