"""What a reader reads on a page: the prose of an article, heading by heading, without all that stands around it.

Paragraphs and list items that are full sentences are prose. Headings, tables, pictures with their captions and
twins, source links, evidence marks and anything under [data-not-prose] are not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import markdown
from bs4 import Tag
from ruamel.yaml import YAML

from support.html import read_html

_NOT_PROSE = (
    "a.mark, nav, .contents, table, figure, .figure, script, style, svg, template, button, form, h4, h5, h6, "
    "[data-not-prose], [hidden]"
)
_SENTENCE_END = re.compile(r"""(?<=[.!?])["'\u201d\u2019)]*\s+(?=["'\u201c\u2018(]*[A-Z0-9])""")
_FULL_SENTENCE = re.compile(r"""[.!?]["'\u201d\u2019)]*$""")
_WORD = re.compile(r"[\w\u2019'/-]*\w[\w\u2019'/-]*")


@dataclass(frozen=True)
class Prose:
    """The paragraphs under one heading; `id` and `heading` are empty for what stands before the first."""

    id: str
    heading: str
    paragraphs: list[str]


def collect_prose(html: str) -> list[Prose]:
    """The prose of the page's article, a part for each h1, h2 and h3 that has any."""
    root = read_html(html)
    article = root.select_one("article") or root.select_one("main") or root.body
    if article is None:
        return []
    for node in article.select(_NOT_PROSE):
        node.decompose()
    found = [Prose("", "", [])]
    for node in article.find_all():
        if node.name in {"h1", "h2", "h3"}:
            found.append(Prose(node.get("id") or "", _text_of(node), []))
        elif node.name in {"p", "li"}:
            found[-1].paragraphs.extend(_prose_of(node))
    return [part for part in found if part.paragraphs]


def render_markdown(source: str) -> str:
    """A page's Markdown as HTML, without markers; its key message and points come first."""
    matter, body = _split_front_matter(source)
    statements = [matter.get("key_message"), *(matter.get("key_points") or [])]
    said = [statement["says"] for statement in statements if statement]
    text = "\n\n".join([*said, re.sub(r"\s*\[\[[^\]]+\]\]", "", body)])
    return markdown.markdown(text, extensions=["attr_list", "toc", "tables", "sane_lists"])


def is_full_sentence(text: str) -> bool:
    """Does it end as a sentence does? A lead-in that ends in a colon does not."""
    return bool(_FULL_SENTENCE.search(text))


def split_sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, in order."""
    return [sentence for sentence in _SENTENCE_END.split(paragraph) if sentence.strip()]


def count_words(text: str) -> int:
    """Words as a reader counts them: a hyphenated word is one."""
    return len(_WORD.findall(text))


def _prose_of(node: Tag) -> Iterator[str]:
    """A paragraph's text; in a list only where that is a full sentence, without the lists inside."""
    if node.name == "p":
        text, listed = _text_of(node), node.parent is not None and node.parent.name == "li"
    else:
        own = (child for child in node.children if child.name not in {"p", "ul", "ol"})
        text, listed = _squeeze("".join(child.get_text() for child in own)), True
    if text and (is_full_sentence(text) or not listed):
        yield text


def _text_of(node: Tag) -> str:
    return _squeeze(node.get_text()).removesuffix("¶").strip()


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _split_front_matter(source: str) -> tuple[dict[str, Any], str]:
    if not source.startswith("---\n"):
        return {}, source
    matter, _, body = source[4:].partition("\n---\n")
    return YAML(typ="safe").load(matter) or {}, body
