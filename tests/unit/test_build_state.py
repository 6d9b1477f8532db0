"""Not in a folder `build` like what it tests: pytest never looks into one of that name."""

from types import SimpleNamespace

import pytest

from microsite.build.state import BuildState, read_state, store_state
from microsite.page.feedback import FeedbackSettings

GUIDE = SimpleNamespace()


def test_a_step_finds_what_the_step_before_it_has_stored():
    settings: dict[str, object] = {}
    store_state(settings, BuildState(GUIDE, FeedbackSettings()))
    assert read_state(settings).guide is GUIDE


def test_a_state_is_never_changed_in_place():
    with pytest.raises(AttributeError):
        BuildState(GUIDE, FeedbackSettings()).guide = SimpleNamespace()


def test_the_context_is_not_to_be_had_before_every_page_is_rendered():
    with pytest.raises(RuntimeError, match="every page is rendered"):
        _ = BuildState(GUIDE, FeedbackSettings()).context
