"""Settings for all tests: dictionaries must match the lexicon; Hypothesis has no deadline; the interface is English."""

import os

import pytest
from hypothesis import HealthCheck, settings

from tui_reader.script.segment.compile import is_current
from tui_reader.script.segment.segmenter import FOLDER

PICTURES = "test_snapshots.py"

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

os.environ["TUI_READER_LANG"] = "en"  # also in the programs that tests run


def pytest_sessionstart(session: pytest.Session) -> None:
    """Refuse to test stale dictionaries; under xdist the first process alone asks."""
    if not hasattr(session.config, "workerinput") and not is_current(FOLDER):
        raise pytest.UsageError(
            "the word dictionaries are missing or older than the lexicon: python -m tui_reader.script.segment.compile"
        )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in red that pictures were not compared: such a run does not tell how the screen looks."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if PICTURES in report.nodeid]
    if skipped:
        reason = skipped[0].longrepr[2] if isinstance(skipped[0].longrepr, tuple) else ""
        terminalreporter.write_line(f"{len(skipped)} pictures were NOT compared. {reason}", red=True, bold=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where pictures must be compared (TUI_READER_PICTURES=required), a run without them fails."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("TUI_READER_PICTURES") != "required" or reporter is None:
        return
    if any(PICTURES in report.nodeid for report in reporter.stats.get("skipped", [])):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
