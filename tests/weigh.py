"""Prints what the first view of each page of a built site weighs; fails over the budget. `make weigh` runs it."""

import sys
from pathlib import Path

from support.built_site import read_site
from support.weight import HEADING, weigh


def main(folder: Path) -> int:
    """Print the table. Returns 1 where a page is over its budget."""
    weights = [weigh(page) for page in read_site(folder).pages]
    print("\n".join([HEADING, *map(str, weights)]))
    return int(not all(weight.fits for weight in weights))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
