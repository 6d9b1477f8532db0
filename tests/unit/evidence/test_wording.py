"""Words and grades fit each other, both ways."""

import pytest

from microsite.evidence.wording import misfits
from support.evidence_samples import make_claim


@pytest.mark.parametrize(
    ("strength", "sentence", "found"),
    [
        ("strong", "Tea helps.", []),
        ("strong", "Tea might help.", ["might"]),
        ("strong", "The evidence in people is early.", ["evidence in people is early"]),
        ("strong", "It is not yet known, and unclear.", ["not yet known", "unclear"]),
        ("strong", "No one has shown that tea helps.", ["No one has shown"]),
        ("strong", "Babies born early drink none.", []),
        ("moderate", "Tea is proven to help.", ["proven"]),
        ("limited", "Tea certainly helps.", ["certainly"]),
        ("limited", "No tea is proven to help.", []),
        ("preliminary", "That tea helps is unproven.", []),
        ("preliminary", "Some people take certain medicines.", []),
        ("strong", "Tea is proven to help.", []),
    ],
)
def test_words_that_do_not_fit_a_grade_are_found(strength: str, sentence: str, found: list[str]) -> None:
    assert list(misfits(sentence, make_claim(strength=strength).record)) == found


def test_an_absence_that_is_known_may_be_told() -> None:
    """Strong evidence that something is not so does not make the sentence that says so wrong."""
    claim = make_claim(strength="strong", absence=True).record
    assert list(misfits("That tea cures colds is unproven.", claim)) == []
