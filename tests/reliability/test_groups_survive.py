"""A group activity is in every case or in none, whenever the process is killed or the disk refuses."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.figures import Figure
from tests.reliability.conftest import THOROUGH
from tests.reliability.faulty_disk import Mode

Run = Callable[..., dict[str, Any]]

# In the quick run only every n-th call is interrupted; odd numbers hit writes and syncs by turns.
SCENARIOS = {"recorded": 23, "changed": 41, "binned": 47, "undone": 47, "erased": 43, "recorded_cut_off": 43}
MODES = [mode.name for mode in Mode if mode is not Mode.COUNT] if THOROUGH else ["KILL", "EIO_ONCE"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_group_activity_survives(run_with_faults: Run, figure: Figure, scenario: str, mode: str) -> None:
    every = 1 if THOROUGH else SCENARIOS[scenario]
    result = run_with_faults("sweep", f"group_scenarios:{scenario}", mode, str(every))
    figure("points, bad", (result["points"], len(result["bad"])))
    assert result["bad"] == []
    assert result["points"] >= 1


@pytest.mark.parametrize("scenario", list(SCENARIOS) if THOROUGH else ["recorded"])
def test_group_activity_survives_a_power_cut(run_with_faults: Run, figure: Figure, scenario: str) -> None:
    draws, every = ("12", "1") if THOROUGH else ("3", str(2 * SCENARIOS[scenario]))
    result = run_with_faults("power_cut", f"group_scenarios:{scenario}", draws, every)
    figure("states, bad", (result["states"], len(result["bad"])))
    assert result["bad"] == []
    assert result["states"] >= 2
