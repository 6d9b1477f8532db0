"""Short names for rows where there is little room: "Barley, hulled, dry" is "Barley, hulled" beside a drawing."""

import re
from collections import Counter
from collections.abc import Iterable


def short_names(headings: Iterable[str]) -> dict[str, str]:
    """The shortest beginning of each heading, cut before a comma or a bracket, that none of the others has too.

    >>> short_names(["Oats, dry", "Barley, pearled, cooked", "Barley, hulled (dry)"])["Barley, hulled (dry)"]
    'Barley, hulled'
    """
    beginnings = {heading: list(_beginnings(heading)) for heading in headings}
    uses = Counter(each for several in beginnings.values() for each in several)
    return {
        heading: next((each for each in several if uses[each] == 1), heading) for heading, several in beginnings.items()
    }


def _beginnings(heading: str) -> Iterable[str]:
    yield from (heading[: cut.start()] for cut in re.finditer(r", | \(", heading))
    yield heading
