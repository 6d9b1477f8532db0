"""How sure we are, in plain words: what a mark says, what a note says of the verdict, how kinds are joined."""

from collections.abc import Sequence

from microsite.evidence.ledger import Claim
from microsite.evidence.records import Strength, Verdict

STRENGTH_WORDS: dict[Strength, str] = {
    "strong": "strong evidence",
    "moderate": "moderate evidence",
    "limited": "limited evidence",
    "preliminary": "early evidence",
}
_PLACES = {"people": "people", "animals": "animals", "cells": "the lab", "expert agreement": "expert agreement"}
MOSTLY_ANIMAL: Verdict = "mostly animal or lab evidence"


def mark_words(claim: Claim) -> str:
    """Strength, and where the evidence comes from unless that is people: ``limited evidence, mostly in mice``."""
    in_people = "people" in claim.record.kinds and claim.record.verdict != MOSTLY_ANIMAL
    return STRENGTH_WORDS[claim.record.strength] if in_people else full_words(claim)


def full_words(claim: Claim) -> str:
    """Strength and where the evidence comes from: ``moderate evidence, in people and animals``."""
    return f"{STRENGTH_WORDS[claim.record.strength]}, {evidence_origin(claim)}"


def evidence_origin(claim: Claim) -> str:
    """Where the evidence comes from. Studies in people speak for themselves; agreement of experts is named without."""
    kinds = claim.record.kinds
    if claim.record.verdict == MOSTLY_ANIMAL:
        return "mostly in " + join_words(
            ["mice" if _only_mice(claim) else "animals", *(["the lab"] if "cells" in kinds else [])]
        )
    studied = [kind for kind in kinds if kind != "expert agreement"]
    if "people" in kinds or "expert agreement" not in kinds:
        return "in " + join_words([_PLACES[kind] for kind in studied])
    return "from " + join_words([_PLACES[kind] for kind in kinds])


def verdict_words(claim: Claim) -> str:
    """The verdict as a sentence about what is usually said; of an addition, about what we say."""
    subject = "What is usually said" if claim.record.kind == "claim" else "This"
    verdict = claim.record.verdict
    return f"{subject} {'was shown mostly in animals or the lab' if verdict == MOSTLY_ANIMAL else f'is {verdict}'}."


def kind_words(claim: Claim) -> str:
    """The kinds of evidence as a phrase: ``People, animals and expert agreement``."""
    words = join_words([*claim.record.kinds])
    return words[:1].upper() + words[1:]


def join_words(words: Sequence[str]) -> str:
    """One or more words as a phrase: ``people, animals and the lab``."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _only_mice(claim: Claim) -> bool:
    """Whether every animal study among the sources says that its animals are mice."""
    designs = [source.study_design for source in claim.sources]
    animal = [design for design in designs if "animal" in design or "mice" in design]
    return bool(animal) and all("mice" in design for design in animal)
