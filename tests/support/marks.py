"""The evidence marks of a built page: the claim to which each leads."""

from bs4 import Tag

_ANCHOR = "#claim-"


def claim_of(mark: Tag) -> str:
    """The id of the claim to which a mark leads; "" for a link that leads to none."""
    return (mark.get("href") or "").partition(_ANCHOR)[2]


def claims_of(part: Tag) -> list[str]:
    """The claims of all marks in a page or a part of it, in order; a claim stands there as often as it is marked."""
    return [claim_of(mark) for mark in part.select("a.mark")]
