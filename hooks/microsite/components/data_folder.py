"""The data folder of a site, as components read it: every record checked, every problem with its line."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from microsite.source.files import Document, read_yaml
from microsite.source.problems import Problem, ProblemsFound
from microsite.source.schema import Model, load_list, perhaps
from microsite.source.text_file import read_text

M = TypeVar("M", bound=Model)
Check = Callable[[Document, list[M]], Iterable[Problem]]


@dataclass(frozen=True)
class DataFolder:
    """Where data files lie, and what their records may name.

    ``name`` is what messages call the folder, ``docs`` is the docs folder around it, ``pages`` are the paths of the
    pages inside that, ``claims`` the ids of the claims there are (None while nobody can say).
    """

    folder: Path
    name: str
    docs: Path
    pages: Collection[str] = ()
    claims: Collection[str] | None = None

    def records(self, file: str, model: type[M], *, key: str = "id", check: Check[M] | None = None) -> list[M]:
        """The records of a file in order; none where the site has no such file.

        Every claim in a record's ``claims`` has to be there. ``check`` finds what is wrong beside that.
        Raises `ProblemsFound`.
        """
        if not (self.folder / file).exists():
            return []
        document = read_yaml(self.folder / file, name=f"{self.name}/{file}")
        records = load_list(document, model, key=key)
        problems = [*self._unknown_claims(document, records), *(check(document, records) if check else ())]
        if problems:
            raise ProblemsFound(problems)
        return records

    def missing_drawing(self, document: Document, place: int, file: str) -> Iterable[Problem]:
        """A problem where the record at ``place`` names a drawing that is not under the docs folder."""
        if not (self.docs / file).is_file():
            where = f"{document.value[place].get('id', place)}.file"
            line = document.line((place, "file"))
            yield Problem(document.file, line, where, "a drawing under docs/", repr(file))

    def read_drawing(self, file: str) -> str:
        """The text of a drawing under the docs folder. Raises `ProblemsFound` where it is no text."""
        return read_text(self.docs / file, f"{self.docs.name}/{file}")

    def _unknown_claims(self, document: Document, records: list[M]) -> Iterable[Problem]:
        for place, record in enumerate(records if self.claims is not None else ()):
            for claim in getattr(record, "claims", ()):
                if claim not in (self.claims or ()):
                    at = document.find((place,), claim)
                    where = ".".join(map(str, (getattr(record, "id", place), *(at[1:] or ("claims",)))))
                    expected = f"ids in claims.yml{perhaps(claim, self.claims or ())}"
                    yield Problem(document.file, document.line(at), where, expected, repr(claim))
