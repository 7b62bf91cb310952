"""A list, an own programme, a destruction and a new spell are there wholly or not at all."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.figures import Figure
from tests.reliability.conftest import THOROUGH
from tests.reliability.faulty_disk import Mode

Run = Callable[..., dict[str, Any]]

# In the quick run only every n-th call is interrupted; odd numbers hit writes and syncs by turns.
SCENARIOS = {
    "absences": 27,
    "absences_undone": 29,
    "absences_cut_off": 29,
    "directory": 9,
    "directory_again": 9,
    "programme": 7,
    "destruction": 7,
    "destruction_cut_off": 11,
    "spell": 11,
}
MODES = [mode.name for mode in Mode if mode is not Mode.COUNT] if THOROUGH else ["KILL", "EIO_ONCE"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_list_survives(run_with_faults: Run, figure: Figure, scenario: str, mode: str) -> None:
    every = 1 if THOROUGH else SCENARIOS[scenario]
    result = run_with_faults("sweep", f"list_scenarios:{scenario}", mode, str(every))
    figure("points, bad", (result["points"], len(result["bad"])))
    assert result["bad"] == []
    assert result["points"] >= 1


@pytest.mark.parametrize("scenario", list(SCENARIOS) if THOROUGH else ["directory", "programme"])
def test_list_survives_a_power_cut(run_with_faults: Run, figure: Figure, scenario: str) -> None:
    draws, every = ("12", "1") if THOROUGH else ("3", str(2 * SCENARIOS[scenario]))
    result = run_with_faults("power_cut", f"list_scenarios:{scenario}", draws, every)
    figure("states, bad", (result["states"], len(result["bad"])))
    assert result["bad"] == []
    assert result["states"] >= 2


def test_sweep_sees_a_directory_read_in_halves(run_with_faults: Run) -> None:
    assert run_with_faults("sweep", "list_scenarios:directory_in_halves", "KILL", "1")["bad"] != []


def test_power_cut_sees_a_programme_that_was_never_synced(run_with_faults: Run) -> None:
    assert run_with_faults("power_cut", "list_scenarios:unsynced_programme", "4", "5")["bad"] != []
