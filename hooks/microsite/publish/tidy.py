"""A finished page without the white space and the quotes that it can do without: what it means stays the same.

A run of white space counts as one, in HTML as in the text of a drawing. One is always left, so words never grow
together and the source of a page can still be read.
"""

import re
from functools import lru_cache

# Where white space is kept by the browser, or is not HTML.
_AS_IT_IS = re.compile(r"<(?P<name>pre|textarea|script|style)\b[^<]*(?:<(?!/(?P=name)\s*>)[^<]*)*</(?P=name)\s*>", re.I)
_TAG_WITH_QUOTES = re.compile(r"<[a-zA-Z][^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)+>")
# Before a slash the quotes stay, or the slash would be taken for a part of the value.
_QUOTED = re.compile(r"=\"([^\s\"'=<>`]+)\"(?=[\s>])")
_SPACE = re.compile(r"\s{2,}")
# A drawing in a file needs it, one in a page does not.
_NAMESPACE = re.compile(r'(<svg\b[^<>]*?) xmlns="http://www\.w3\.org/2000/svg"')


def tidy_html(html: str) -> str:
    """The same page, smaller. Text inside ``<pre>``, ``<textarea>``, ``<script>`` and ``<style>`` is not touched."""
    parts, end = [], 0
    for kept in _AS_IT_IS.finditer(html):
        parts += [_squeeze(html[end : kept.start()]), kept.group()]
        end = kept.end()
    return "".join([*parts, _squeeze(html[end:])]).strip() + "\n"


def _squeeze(html: str) -> str:
    html = _TAG_WITH_QUOTES.sub(lambda tag: _without_quotes(tag.group()), _NAMESPACE.sub(r"\1", html))
    # A line break where there was one: a page in one line is hard to read and no smaller.
    return _SPACE.sub(lambda run: "\n" if "\n" in run.group() else " ", html)


# Most tags of a page are those of its neighbors.
@lru_cache(maxsize=4096)
def _without_quotes(tag: str) -> str:
    return _QUOTED.sub(r"=\1", tag)
