"""A finished page without the white space and the quotes that it can do without: what it means stays the same.

A run of white space counts as one, in HTML as in the text of a drawing. One is always left, so words never grow
together and the source of a page can still be read.
"""

import re
from functools import lru_cache

from microsite.html.parsed import ParsedHtml

# Where white space is kept by the browser, or is not HTML.
_AS_IT_IS = frozenset({"pre", "textarea", "script", "style"})
# Before a slash the quotes stay, or the slash would be taken for a part of the value.
_QUOTED = re.compile(r"=\"([^\s\"'=<>`]+)\"(?=[\s>])")
_SPACE = re.compile(r"\s{2,}")
# A drawing in a file needs it, one in a page does not.
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'


def tidy_page(page: ParsedHtml) -> ParsedHtml:
    """The same page, smaller. Text inside ``<pre>``, ``<textarea>``, ``<script>`` and ``<style>`` is not touched."""
    kept = {at for name in _AS_IT_IS for start, _ in page.elements(name) for at in range(start, page.ends[start])}
    return page.rewrite(
        {
            place: _tidy_tag(source) if place in page.ends else _squeeze(source)
            for place, source in enumerate(page.sources)
            if len(source) > 1 and place not in kept
        }
    )


# Most tags of a page are those of its neighbors.
@lru_cache(maxsize=4096)
def _tidy_tag(tag: str) -> str:
    return _squeeze(_QUOTED.sub(r"=\1", tag.replace(_NAMESPACE, "")))


def _squeeze(source: str) -> str:
    # A line break where there was one: a page in one line is hard to read and no smaller.
    return _SPACE.sub(lambda run: "\n" if "\n" in run.group() else " ", source)
