"""Style sheets: rules that a browser would drop without a word, and what would be fetched from elsewhere."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import tinycss2

from microsite.source.finding import Finding
from microsite.source.problems import describe

Node = Any

_COMMENT_OR_TEXT = re.compile(r"/\*.*?(?:\*/|(?P<open>\Z))|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'", re.S)
_CLOSES = {"{": "}", "(": ")", "[": "]"}
# At-rules whose blocks hold rules; those of the others hold declarations.
_HOLDS_RULES = {"media", "supports", "layer", "container", "keyframes", "starting-style", "scope"}


@lru_cache(maxsize=128)
def check_styles(css: str) -> tuple[Finding, ...]:
    """What is wrong with a style sheet, in the order of its lines. One block left open is all that is told."""
    if found := next(_left_open(css), None):
        return (found,)
    if end := re.search("</style", css, re.I):
        return (Finding(_line(css, end.start()), "styles", "no </style, which would end them", describe(end[0])),)
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    kept = {(each.line, each.where): each for each in _in_rules(rules, css.splitlines())}
    return tuple(kept[place] for place in sorted(kept))


def _left_open(css: str) -> Iterator[Finding]:
    for match in _COMMENT_OR_TEXT.finditer(css):
        if match["open"] is not None:
            yield Finding(_line(css, match.start()), "/*", "*/ after it", "none")
    plain = _COMMENT_OR_TEXT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), css)
    opened: list[tuple[str, int]] = []
    for match in re.finditer(r"[{}()\[\]]", plain):
        sign = match[0]
        if sign in _CLOSES:
            opened.append((sign, match.start()))
        elif opened and _CLOSES[opened[-1][0]] == sign:
            opened.pop()
        else:
            before = next(left for left, right in _CLOSES.items() if right == sign)
            yield Finding(_line(css, match.start()), "styles", f"{before} before it", sign)
            return
    if opened:
        yield Finding(_line(css, opened[-1][1]), "styles", f"{_CLOSES[opened[-1][0]]} after it", opened[-1][0])


def _in_rules(rules: Iterable[Node], lines: list[str]) -> Iterator[Finding]:
    for rule in rules:
        if rule.type == "error":
            yield Finding(rule.source_line, "styles", "rules such as p { color: red }", _shown(lines, rule))
        elif rule.type == "qualified-rule":
            yield from _in_block(rule.content, lines)
        elif rule.type == "at-rule" and rule.lower_at_keyword == "import":
            expected = "rules of this site's own: a page fetches no other styles"
            yield Finding(rule.source_line, "@import", expected, describe(tinycss2.serialize(rule.prelude).strip()))
        elif rule.type == "at-rule" and rule.content is not None:
            if rule.lower_at_keyword in _HOLDS_RULES:
                yield from _in_rules(
                    tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), lines
                )
            else:
                yield from _in_block(rule.content, lines)


def _in_block(content: list[Node], lines: list[str]) -> Iterator[Finding]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "error":
            yield Finding(node.source_line, "styles", "declarations such as color: red;", _shown(lines, node))
        elif node.type == "declaration" and not tinycss2.serialize(node.value).strip() and node.name[:2] != "--":
            yield Finding(node.source_line, "styles", f"a value for {node.name}", "nothing")
        elif node.type == "declaration":
            yield from _in_value(node.value, lines)
        elif node.type in ("qualified-rule", "at-rule"):
            yield from _in_rules([node], lines)


def _in_value(value: Iterable[Node], lines: list[str]) -> Iterator[Finding]:
    for node in value:
        target = None
        if node.type == "url":
            target = node.value
        elif node.type == "function":
            texts = [each.value for each in node.arguments if each.type == "string"]
            target = texts[0] if node.lower_name in ("url", "src") and texts else None
            yield from _in_value(node.arguments, lines)
        elif node.type == "error":
            yield Finding(node.source_line, "styles", "a closing quote on the same line", _shown(lines, node))
        if target is not None and re.match(r"\s*(//|(?!data:image/)[a-z][a-z0-9+.-]*:)", target, re.I):
            yield Finding(node.source_line, "url()", "a file of this site", describe(target))


def _shown(lines: list[str], node: Node) -> str:
    return describe(lines[node.source_line - 1].strip())


def _line(text: str, at: int) -> int:
    return 1 + text.count("\n", 0, at)
