"""Code in Markdown, which shows what is typed: a marker, a link or a slip in it is none."""

import re

_CODE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.S | re.M)


def blank_code(text: str) -> str:
    """A Markdown text with a dot in place of each character of its code, so that all places and lines stay.

    A dot is a word to whoever asks whether a heading or a link has any, and means nothing in Markdown or HTML.

    >>> blank_code("See `[[claim: x]]` here.")
    'See ················ here.'
    """
    # A text without its signs, as most are, is not searched for it.
    if "`" not in text and "~~~" not in text:
        return text
    return _CODE.sub(lambda code: re.sub(r"[^\n]", "·", code[0]), text)
