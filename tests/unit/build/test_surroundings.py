"""What the environment says of a build is understood, or told."""

from datetime import date

import pytest

from microsite.build.surroundings import build_day, is_publishing
from microsite.source.problems import ProblemsFound


def test_the_day_of_a_build_is_today_unless_it_is_given() -> None:
    assert build_day({"SOURCE_DATE_EPOCH": "1790000000"}) == date(2026, 9, 21)
    assert build_day({}) == build_day({"SOURCE_DATE_EPOCH": ""}) == date.today()


@pytest.mark.parametrize("value", ["yesterday", "1.5", "1e9", "9" * 30, "-" + "9" * 30])
def test_a_day_that_is_no_number_of_seconds_is_told(value: str) -> None:
    with pytest.raises(ProblemsFound, match="SOURCE_DATE_EPOCH: expected seconds since 1970, such as 1790000000, found"):
        build_day({"SOURCE_DATE_EPOCH": value})


def test_publishing_is_said_by_one_word() -> None:
    assert is_publishing({"PUBLISH": "1"})
    assert not any(map(is_publishing, ({}, {"PUBLISH": ""}, {"PUBLISH": "0"})))
    with pytest.raises(ProblemsFound, match="PUBLISH: expected 1, or nothing, found 'yes'"):
        is_publishing({"PUBLISH": "yes"})
