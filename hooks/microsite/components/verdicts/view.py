"""How the claims of the source divide by verdict: a drawing with a dot a claim, and the same in words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from microsite.evidence.ledger import Claim
from microsite.evidence.records import Verdict
from microsite.evidence.words import MOSTLY_ANIMAL, join_words
from microsite.html.templates import render

# Each verdict has a dot of its own shape, from full to empty, so that the drawing needs no color.
SHAPES: dict[Verdict, str] = {
    "well supported": "full",
    "supported with caveats": "most",
    "mostly animal or lab evidence": "half",
    "overstated": "ring",
    "unsupported": "cross",
}
_DOT, _TOP, _ROW = 15, 8, 46


@dataclass(frozen=True)
class Share:
    """The claims that have one verdict."""

    verdict: Verdict
    count: int
    shape: str

    @property
    def words(self) -> str:
        """The share as part of a sentence: ``8 shown mostly in animals or the lab``."""
        return f"{self.count} {'shown mostly in animals or the lab' if self.verdict == MOSTLY_ANIMAL else self.verdict}"


def count_verdicts(claims: Iterable[Claim]) -> tuple[Share, ...]:
    """How many of the source's claims have each verdict, from the best supported down; additions are not counted."""
    counts = Counter(claim.record.verdict for claim in claims if claim.record.kind == "claim")
    return tuple(Share(verdict, counts[verdict], SHAPES[verdict]) for verdict in get_args(Verdict))


def render_verdicts(claims: Iterable[Claim]) -> Markup:
    """The drawing and its words, as one figure."""
    shares = count_verdicts(claims)
    rows = [
        {"share": share, "y": _TOP + i * _ROW, "dots": [n * _DOT for n in range(share.count)]}
        for i, share in enumerate(shares)
    ]
    return render(
        "verdicts",
        rows=rows,
        words=join_words([share.words for share in shares]),
        total=sum(share.count for share in shares),
        width=(max(share.count for share in shares) + 1) * _DOT,
        height=_TOP + len(rows) * _ROW,
    )
