"""What the environment says of a build: its day, and whether what is built will be published."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from microsite.source.problems import Problem, ProblemsFound, describe

_FILE = "environment"


def build_day(environment: Mapping[str, str]) -> date:
    """The day of the build. SOURCE_DATE_EPOCH fixes it, so that a build can be repeated to the byte.

    Raises `ProblemsFound` for a value that is no number of seconds.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        expected = "seconds since 1970, such as 1790000000"
        raise ProblemsFound([Problem(_FILE, 1, "SOURCE_DATE_EPOCH", expected, describe(epoch))]) from error


def is_publishing(environment: Mapping[str, str]) -> bool:
    """Whether PUBLISH says that the site will be published. Raises `ProblemsFound` for a value that says neither."""
    value = environment.get("PUBLISH", "")
    if value not in ("", "0", "1"):
        raise ProblemsFound([Problem(_FILE, 1, "PUBLISH", "1, or nothing", describe(value))])
    return value == "1"
