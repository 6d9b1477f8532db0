"""Characters that nobody sees: they end a text early, or turn the order of its letters round."""

import re

HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]")


def hidden_in(text: str) -> list[str]:
    """The names of the hidden characters of a text, each once: ``U+202E``."""
    return list(dict.fromkeys(name_of(match) for match in HIDDEN.findall(text)))


def name_of(character: str) -> str:
    """What messages call a character that cannot be shown.

    >>> name_of(chr(0x202E))
    'U+202E'
    """
    return f"U+{ord(character):04X}"
