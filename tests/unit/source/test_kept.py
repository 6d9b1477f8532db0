"""Results of the preview are kept by what they are made of; a build for readers keeps none."""

from collections.abc import Iterator

import pytest

from microsite.source.kept import Store, forget_unused, keep_results, kept


@pytest.fixture
def _keeping() -> Iterator[None]:
    keep_results()
    yield
    keep_results(on=False)


class Counted:
    """A function that says how often it was called."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, text: str, *, more: str = "") -> str:
        """Join two texts."""
        self.calls += 1
        return text + more


def test_a_build_for_readers_keeps_nothing() -> None:
    counted = Counted()
    join = kept(counted.__call__)
    store = Store()
    assert [join("a"), join("a"), store.get("a", lambda: join("b")), store.get("a", lambda: join("c"))] == [*"aabc"]
    assert counted.calls == 4


@pytest.mark.usefixtures("_keeping")
def test_a_result_is_made_once_for_each_content() -> None:
    counted = Counted()
    join = kept(counted.__call__)
    assert [join("a"), join("a"), join("a", more="b"), join("b", more="b")] == ["a", "a", "ab", "bb"]
    assert counted.calls == 3


@pytest.mark.usefixtures("_keeping")
def test_what_the_last_build_did_not_ask_for_is_forgotten() -> None:
    store, made = Store(), list[str]()

    def ask(key: str) -> None:
        store.get(key, lambda: made.append(key))

    for build in (["a", "b"], ["a"], ["a", "b"]):
        for key in build:
            ask(key)
        forget_unused()
    assert made == ["a", "b", "b"]


@pytest.mark.usefixtures("_keeping")
def test_a_failure_is_kept_for_nobody() -> None:
    calls = list[str]()

    @kept
    def fail(text: str) -> None:
        calls.append(text)
        raise ValueError(text)

    for _ in range(2):
        with pytest.raises(ValueError, match="a"):
            fail("a")
    assert calls == ["a", "a"]
