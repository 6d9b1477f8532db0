"""Words that mean the same to a reader, so that a search for one finds what says the other."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from microsite.source.files import read_yaml
from microsite.source.problems import Problem, ProblemsFound
from microsite.source.schema import Model, Several, like, load_list

SEARCH = "search.yml"

# Capitals and signs are not told apart by the search, so a word is written the way it is compared.
Word = Annotated[str, like("flax seed", r"^[a-z0-9]+([ '-][a-z0-9]+)*$")]


class SameWords(Model):
    """Two or more words or short phrases, each of which finds the others."""

    words: Annotated[Several[Word], Field(min_length=2)]


def load_search_words(folder: Path, *, name: str) -> tuple[SameWords, ...]:
    """Read the groups of a data folder; without the file there are none. Raises `ProblemsFound`."""
    if not (folder / SEARCH).exists():
        return ()
    document = read_yaml(folder / SEARCH, name=f"{name}/{SEARCH}")
    groups = load_list(document, SameWords)
    seen: dict[str, int] = {}
    problems = []
    for i, group in enumerate(groups):
        for j, word in enumerate(group.words):
            line = document.line((i, "words", j))
            if word in seen:
                found = f"{word!r} again (first on line {seen[word]})"
                problems.append(Problem(document.file, line, f"{i}.words", "each word once", found))
            seen.setdefault(word, line)
    if problems:
        raise ProblemsFound(problems)
    return tuple(groups)
