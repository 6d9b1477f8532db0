"""The site builds, strictly, and MkDocs has nothing to say against it."""

from support.building import Build


def test_the_site_builds(build: Build) -> None:
    """The build ends well; if not, its whole log is here."""
    assert not build.failed, build.log


def test_nothing_is_warned_about(build: Build) -> None:
    """No warning and no traceback stands in the log."""
    assert [line for line in build.log.splitlines() if line.startswith(("WARNING", "ERROR", "Traceback"))] == []


def test_an_address_that_reaches_nobody_is_named(build: Build) -> None:
    """The owner has to see that settings still stand in for their own, and may build all the same."""
    named = [line.split(": ")[1] for line in build.log.splitlines() if "reaches nobody" in line]
    assert sorted(named) == ["extra.corrections.mail", "extra.owner.contact", "site_url"]
