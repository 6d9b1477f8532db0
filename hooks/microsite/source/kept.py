"""Results that outlive a build of the preview: kept by the content they are made of, so that none can go stale.

A build for readers keeps nothing. What the last whole build did not ask for is forgotten.
"""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Store:
    """Results by their keys."""

    def __init__(self) -> None:
        self._now: dict[Hashable, Any] = {}
        self._before: dict[Hashable, Any] = {}
        _stores.append(self)

    def get(self, key: Hashable, make: Callable[[], R]) -> R:
        """The result for a key, made where there is none. ``key`` holds all that it depends on."""
        if not _keeps:
            return make()
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        result: R = self._now[key]
        return result

    def forget(self) -> None:
        """Forget what nobody has asked for since this was called last."""
        self._now, self._before = {}, self._now


_stores: list[Store] = []
_keeps = False


def keep_results(*, on: bool = True) -> None:
    """Keep results from now on, or no more."""
    global _keeps
    _keeps = on
    for _ in range(2):
        forget_unused()


def forget_unused() -> None:
    """At the end of a whole build: forget what it did not ask for."""
    for store in _stores:
        store.forget()


def kept(function: Callable[P, R]) -> Callable[P, R]:
    """A function whose results are kept by its arguments, which are all that it depends on. Nobody changes a result."""
    store = Store()

    @wraps(function)
    def kept_function(*args: P.args, **options: P.kwargs) -> R:
        if not _keeps:
            return function(*args, **options)
        return store.get((args, tuple(options.items())), lambda: function(*args, **options))

    return kept_function
