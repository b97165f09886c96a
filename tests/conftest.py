"""For all tests: the word dictionaries are those of today's lexicon; Hypothesis judges results, not the machine's speed."""

import pytest
from hypothesis import HealthCheck, settings

from tui_reader.script.segment.compile import is_current
from tui_reader.script.segment.segmenter import FOLDER

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Refuse to test stale dictionaries; under xdist the first process alone asks."""
    if not hasattr(session.config, "workerinput") and not is_current(FOLDER):
        raise pytest.UsageError(
            "the word dictionaries are missing or older than the lexicon: python -m tui_reader.script.segment.compile"
        )
