"""Print the figures of these tests below their dots: a figure that nobody sees proves nothing."""

from collections.abc import Callable

import pytest

Figure = Callable[[str, object], None]
_FIGURE = "figure: "


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Figure:
    """Return a function that keeps one figure under its name."""
    return lambda name, value: record_property(_FIGURE + name, value)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show all figures, test by test."""
    lines = [
        f"{report.nodeid.rpartition('::')[2]}: {name.removeprefix(_FIGURE)} {value}"
        for kind in ("passed", "failed")
        for report in terminalreporter.stats.get(kind, [])
        for name, value in report.user_properties
        if name.startswith(_FIGURE)
    ]
    if lines:
        terminalreporter.section("figures")
        for line in dict.fromkeys(lines):
            terminalreporter.line(line)
