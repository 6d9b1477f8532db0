"""Whether the words of a sentence fit the grade of its mark, both ways.

The words are English; a site in another language declares its own in place of these.
"""

import re
from collections.abc import Iterator

from microsite.evidence.records import ClaimRecord

# Said of what is beyond doubt, unless the sentence denies it: "not proven".
_SURE = re.compile(r"\b(?:proven|proves?|certainly|certain that|definitely|surely|without doubt|always works?)\b", re.I)
_DENIED = re.compile(r"\b(?:not|no|nor|never|nothing|nobody|none|cannot|hardly|less|whether)\b", re.I)
# Said of what nobody knows yet.
_UNSURE = re.compile(
    r"\b(?:might|early evidence|evidence (?:\w+ )*is (?:\w+ )?early|unclear|unknown|unproven"
    r"|not (?:yet )?(?:known|proven|shown|clear|settled|certain)"
    r"|(?:no one|nobody) (?:yet )?(?:knows|has (?:yet )?shown))\b",
    re.I,
)


def misfits(sentence: str, claim: ClaimRecord) -> Iterator[str]:
    """What the sentence says that the claim's grade does not allow, in its own words.

    With strong evidence nothing is unsure, unless the claim says that the absence is what is known; with less,
    nothing is proven.
    """
    if claim.strength == "strong" and not claim.absence:
        yield from (found[0] for found in _UNSURE.finditer(sentence))
    elif claim.strength != "strong":
        yield from (found[0] for found in _SURE.finditer(sentence) if not _DENIED.search(sentence[: found.start()]))
