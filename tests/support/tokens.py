"""The custom properties of the identity, by color scheme, and how well one color stands out on another."""

from dataclasses import dataclass

import tinycss2

Color = tuple[int, int, int]


@dataclass(frozen=True)
class Rule:
    """A rule of a style sheet that sets custom properties: under which media, for what, and which."""

    media: str
    selector: str
    tokens: dict[str, str]


def read_rules(css: str) -> list[Rule]:
    """Every rule with custom properties, also those inside a media query."""
    return list(_rules(css, ""))


def contrast(one: str, other: str) -> float:
    """The contrast of two colors such as ``#1b2a24`` as WCAG 2 defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _rules(content, media):
    for node in tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True):
        prelude = tinycss2.serialize(node.prelude).strip()
        if node.type == "at-rule":
            yield from _rules(node.content, prelude)
        elif node.type == "qualified-rule":
            declared = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            tokens = {
                each.name.removeprefix("--"): tinycss2.serialize(each.value).strip()
                for each in declared
                if each.type == "declaration" and each.name.startswith("--")
            }
            if tokens:
                yield Rule(media, prelude, tokens)


def _rgb(color: str) -> Color:
    red, green, blue = bytes.fromhex(color.removeprefix("#"))
    return red, green, blue


def _luminance(color: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
