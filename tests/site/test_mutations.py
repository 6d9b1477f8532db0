"""The list of mutations is in order: `make mutate` can make each of them, and the test it names is there."""

import pytest

from mutate import Mutation, read_mutations
from support.built_site import BuiltSite
from support.needs import ROOT

MUTATIONS = read_mutations()
every_mutation = pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.id)


def test_there_are_many_and_each_once() -> None:
    """Forty at least, of pages, data, templates, scripts and hooks."""
    assert len(MUTATIONS) == len({mutation.id for mutation in MUTATIONS}) >= 40
    assert {mutation.of for mutation in MUTATIONS} == {"site", "project"}


@every_mutation
def test_it_can_be_made(mutation: Mutation, built: BuiltSite) -> None:
    """What it breaks is still there."""
    assert built.folder
    folder = built.folder if mutation.of == "site" else ROOT
    text = (folder / mutation.file).read_text(encoding="utf-8")
    assert mutation.broken(text) != text


@every_mutation
def test_the_test_that_catches_it_is_there(mutation: Mutation) -> None:
    """A test that was renamed catches nothing."""
    file, _, name = mutation.caught_by.partition("::")
    assert f"def {name.partition('[')[0]}" in (ROOT / file).read_text(encoding="utf-8")
