"""A desk survives a kill, a power cut, a full disk and a broken disk; ELETDESK_THOROUGH sweeps every call."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.figures import Figure
from tests.reliability.conftest import THOROUGH
from tests.reliability.faulty_disk import Mode

Run = Callable[..., dict[str, Any]]

# In the quick run only every n-th call is interrupted; odd numbers hit writes and syncs by turns.
SCENARIOS = {
    "new_desk": 27,
    "day": 35,
    "opening_a_case": 63,
    "session": 27,
    "stage": 35,
    "spreadsheet": 123,
    "undone": 39,
    "redone": 39,
    "import_undone": 63,
    "binned": 23,
    "erased": 23,
    "passphrase": 7,
    "import_cut_off": 59,
    "import_cut_off_late": 75,
    "undo_cut_off": 59,
    "erasure_cut_off": 75,
}
QUICK_MODES = ["KILL", "EIO_ONCE"]
MODES = [mode.name for mode in Mode if mode is not Mode.COUNT] if THOROUGH else QUICK_MODES
CUT = ["new_desk", "session", "erased", "spreadsheet"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_desk_survives(run_with_faults: Run, figure: Figure, scenario: str, mode: str) -> None:
    every = 1 if THOROUGH else SCENARIOS[scenario]
    result = run_with_faults("sweep", f"desk_scenarios:{scenario}", mode, str(every))
    figure("points, bad", (result["points"], len(result["bad"])))
    assert result["bad"] == []
    assert result["points"] >= 1


@pytest.mark.parametrize("scenario", list(SCENARIOS) if THOROUGH else CUT)
def test_desk_survives_a_power_cut(run_with_faults: Run, figure: Figure, scenario: str) -> None:
    draws, every = ("12", "1") if THOROUGH else ("3", str(2 * SCENARIOS[scenario]))
    result = run_with_faults("power_cut", f"desk_scenarios:{scenario}", draws, every)
    figure("states, bad", (result["states"], len(result["bad"])))
    assert result["bad"] == []
    assert result["states"] >= 2


def test_power_cut_sees_files_that_were_never_synced(run_with_faults: Run) -> None:
    assert run_with_faults("power_cut", "desk_scenarios:unsynced_session", "4", "9")["bad"] != []
