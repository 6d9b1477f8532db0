"""Styles without the rules that a page cannot use, because what is inline is paid for on every page.

A rule stays when every name in one of its selectors (tag, class, id, attribute and its value) occurs somewhere in the
page or in a script, which may bring it later. That keeps a little too much and never reads a layout; what is kept
wrongly costs bytes, what is dropped wrongly costs a style, and the tests look for the second in every live state.
"""

import re
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from typing import Any

import tinycss2

from microsite.html.parsed import ParsedHtml, StartTag
from microsite.html.parsing import parse_html

Node = Any

_WORD = re.compile(r"[A-Za-z][\w-]*")
_NOT_A_NAME = {
    "href",
    "src",
    "content",
    "d",
    "points",
    "aria-label",
    "title",
    "alt",
    "datetime",
    "transform",
    "viewbox",
}
_TEXT = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`")
_DATASET = re.compile(r"\bdataset\.(\w+)")
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
# A pseudo-class without an argument says when, not what; `:not(...)` asks for nothing to be there.
_WHEN = re.compile(r":not\([^()]*\)|::?nth-[a-z-]+\([^()]*\)|::?(?!is\b|where\b|has\b)[a-z-]+")
# Attributes that scripts set as DOM properties, or that hold an address: their values are not compared.
_ANY_VALUE = re.compile(r"\[(?:href|src|hidden|open|checked|disabled|aria-[a-z]+)\b[^\]]*\]")
_NAME = re.compile(r"[A-Za-z][\w-]*")
_PROPERTY_USED = re.compile(r"var\(\s*(--[\w-]+)")
_PROPERTY_SET = re.compile(r"(?<=[{;])(?P<name>--[\w-]+):(?:[^;{}\"']|\"[^\"]*\"|'[^']*')*(?:;|(?=\}))")
# The search and the comments are drawn by bundles that are not ours to read; their names all begin so.
_BROUGHT_LATER = ("md-", "isso-")
_NESTED = {"media", "supports", "layer", "container"}


def prune_page(page: ParsedHtml, *, brought: Iterable[str] = ()) -> ParsedHtml:
    """The same page with the rules of its ``<style>`` elements that it can use, now or with the names ``brought``."""
    names = _names_in_tags(page).union(brought)
    styles = {place + 1: css for place, _ in page.elements("style") if (css := page.code_in(place))}
    # A drawing in the page may ask for a color of the styles.
    others = (source for place, source in enumerate(page.sources) if "var(" in source and place not in styles)
    asked = frozenset(name for source in others for name in _PROPERTY_USED.findall(source))
    return page.rewrite({place: prune(css, names, asked=asked) for place, css in styles.items()})


def names_brought(*, scripts: Iterable[str] = (), later: Iterable[str] = ()) -> frozenset[str]:
    """The names that ``scripts`` may put on elements, and those in the HTML that they may bring ``later``."""
    return frozenset().union(*map(_names_in_html, later), *map(_names_in_script, scripts))


def prune(css: str, names: Iterable[str], *, asked: frozenset[str] = frozenset()) -> str:
    """The rules of a minified style sheet that can match where only these names occur, and what these rules need.

    Custom properties go when nothing that stays asks for them, and nothing outside has ``asked``. Returns minified CSS.
    """
    there = names if isinstance(names, Set) else frozenset(names)
    # The names of elements and attributes are in small letters on a page, which may have others in its styles.
    found = frozenset(word for word in _words_of(css) if word in there or word.lower() in there)
    return _pruned(css, found, asked)


@lru_cache(maxsize=64)
def _pruned(css: str, names: frozenset[str], asked: frozenset[str]) -> str:
    """The work of `prune`, done once for all pages that have the same of the names that the styles ask for."""
    # A line is a style sheet, which other pages have beside other sheets: each is parsed once.
    kept = "".join(part for sheet in css.split("\n") for part in _kept(_rules(sheet), names))
    while (smaller := _without_unused(kept, asked)) != kept:
        kept = smaller
    return kept


@lru_cache(maxsize=64)
def _words_of(css: str) -> frozenset[str]:
    return frozenset(_WORD.findall(css))


@lru_cache(maxsize=8)
def _names_in_html(html: str) -> frozenset[str]:
    return frozenset(_names_in_tags(parse_html(html)))


def _names_in_tags(page: ParsedHtml) -> set[str]:
    """Tag names, attribute names and attribute values; no text, and no addresses of links."""
    return set().union(*map(_names_in_tag, page.start_tags.values()))


def _names_in_tag(tag: StartTag) -> set[str]:
    values = " ".join(value for name, value in tag.attributes.items() if value and name not in _NOT_A_NAME)
    return {tag.name, *tag.attributes, *_WORD.findall(values)}


def selectors_of(css: str) -> list[str]:
    """Every selector of a style sheet, those inside media queries too, in order."""
    return list(_all_selectors(_rules(css)))


@lru_cache(maxsize=64)
def _names_in_script(code: str) -> frozenset[str]:
    """What a script may put on an element: the words of its strings, and the attributes behind ``dataset``."""
    strings = " ".join(_TEXT.findall(code))
    kebab = (re.sub(r"([A-Z])", r"-\1", name).lower() for name in _DATASET.findall(code))
    return frozenset([*_WORD.findall(strings), *(f"data-{name}" for name in kebab)])


@lru_cache(maxsize=64)
def _rules(css: str) -> tuple[Node, ...]:
    return tuple(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _kept(rules: Iterable[Node], names: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [each for each in _selectors(rule) if _can_match(each, names)]
            if selectors:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content).strip()}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTED and rule.content is not None:
            inner = "".join(_kept(tinycss2.parse_rule_list(rule.content, skip_whitespace=True), names))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude).rstrip()}{{{inner}}}"
        else:
            yield rule.serialize()


def _all_selectors(rules: Iterable[Node]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield from _selectors(rule)
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTED and rule.content is not None:
            yield from _all_selectors(tinycss2.parse_rule_list(rule.content, skip_whitespace=True))


def _selectors(rule: Node) -> list[str]:
    """The selectors of a rule; commas inside parentheses divide nothing."""
    parts: list[list[Node]] = [[]]
    for token in rule.prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tinycss2.serialize(part).strip() for part in parts]


def _can_match(selector: str, names: frozenset[str]) -> bool:
    """Whether every name that a selector asks for occurs; of the choices in ``:is(...)`` one is enough."""
    asked = _WHEN.sub("", _ANY_VALUE.sub("", selector))
    choices = re.findall(r":(?:is|where|has)\(([^()]*)\)", asked)
    asked = re.sub(r":(?:is|where|has)\([^()]*\)", "", asked)
    wanted = [name.strip("\"'") for name in _STRING.findall(asked)] + _NAME.findall(_STRING.sub("", asked))
    return all(_occurs(name, names) for name in wanted) and all(
        any(_can_match(choice, names) for choice in each.split(",")) for each in choices
    )


def _occurs(name: str, names: frozenset[str]) -> bool:
    return name.startswith(_BROUGHT_LATER) or all(word in names for word in _WORD.findall(name))


def _without_unused(css: str, asked: frozenset[str]) -> str:
    used = asked.union(_PROPERTY_USED.findall(css))
    return _PROPERTY_SET.sub(lambda found: found.group() if found["name"] in used else "", css)
