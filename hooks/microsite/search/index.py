"""The file that the search looks through: the entries of all pages, and the words that mean the same."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from microsite.content.search_words import SameWords
from microsite.page.view import RenderedPage
from microsite.search.entries import Entry, collect_entries

# A page says it in its place; the entry behind it comes after.
_CALLED_COUNTS = 0.4


def search_index(pages: Iterable[RenderedPage], words: Sequence[SameWords], *, titles: Mapping[str, str]) -> str:
    """The index as JSON. Its outer form is that of the theme's, because the theme's script hands it to the worker.

    ``titles`` has, by anchor, what the results call an entry whose heading should not be seen alone, such as a claim
    without a verdict.
    """
    entries = [_call(entry, titles) for page in pages for entry in collect_entries(page)]
    config = {"same": [group.words for group in words]}
    return json.dumps(
        {"config": config, "docs": [_as_json(entry) for entry in entries]}, ensure_ascii=False, separators=(",", ":")
    )


def _call(entry: Entry, titles: Mapping[str, str]) -> Entry:
    title = titles.get(entry.location.partition("#")[2])
    if title is None:
        return entry
    # The old title is still found. What stands before the new one in the text only leads up to it.
    text = _tidy(entry.text).partition(title)[2]
    also = f"{entry.title} {entry.also}"
    return replace(entry, title=title, text=text or entry.text, also=also, boost=_CALLED_COUNTS)


def _as_json(entry: Entry) -> dict[str, object]:
    """An entry as the worker reads it, without what is empty or usual."""
    facts: dict[str, object] = {
        "location": entry.location,
        "title": _tidy(entry.title),
        "text": _tidy(entry.text),
        "also": _missing_words(entry.also, f"{entry.title} {entry.text}"),
        "boost": entry.boost,
    }
    return {name: value for name, value in facts.items() if name not in ("also", "boost") or value not in ("", 1.0)}


def _tidy(text: str) -> str:
    # A title that is taken out of its line leaves the full stop behind it.
    return " ".join(text.split()).replace(". .", ".").removeprefix(". ")


def _missing_words(words: str, text: str) -> str:
    there = set(text.lower().split())
    return " ".join(word for word in dict.fromkeys(words.lower().split()) if word not in there and word != "also:")
