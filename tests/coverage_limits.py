"""Holds what the unit tests cover against the limits: `make coverage`.

Line and branch coverage are limited apart; coverage.py's own limit mixes the two.
"""

import json
import sys
from pathlib import Path

LINES = 95
BRANCHES = 90


def check_limits(totals: dict[str, int]) -> list[str]:
    """What is below its limit, in words; ``totals`` are those of coverage.py's JSON report."""
    shares = {
        "lines": (100 * totals["covered_lines"] / totals["num_statements"], LINES),
        "branches": (100 * totals["covered_branches"] / totals["num_branches"], BRANCHES),
    }
    print(", ".join(f"{share:.1f}% of {name}" for name, (share, _) in shares.items()))
    return [
        f"{name}: {share:.1f}%, and {least}% are asked for" for name, (share, least) in shares.items() if share < least
    ]


if __name__ == "__main__":
    sys.exit("\n".join(check_limits(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["totals"])) or 0)
