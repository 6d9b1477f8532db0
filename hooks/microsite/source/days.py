"""Days that cannot be meant: what has happened did not happen tomorrow."""

from datetime import date, timedelta

# A clock may be set back, as that of a new machine is; this day is past whatever it shows.
_SURELY_PAST = date(2026, 11, 27)


def latest_day() -> date:
    """The last day that can have come anywhere on earth."""
    return max(date.today(), _SURELY_PAST) + timedelta(days=1)


def not_to_come(day: date) -> date:
    """The same day. Raises ValueError, as a check of a field, for one that is still to come."""
    if day > latest_day():
        raise ValueError("expected a day that is not still to come")
    return day
