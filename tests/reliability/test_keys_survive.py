"""The key files survive a kill, a torn write, a full disk and a broken disk at every single call."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.reliability.faulty_disk import Mode

MODES = [mode.name for mode in Mode if mode is not Mode.COUNT]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("scenario", ["creation", "passphrase_change", "recovery_change"])
def test_keys_survive(run_with_faults: Callable[..., dict[str, Any]], scenario: str, mode: str) -> None:
    result = run_with_faults("sweep", f"key_scenarios:{scenario}", mode)
    assert result["bad"] == []
    assert result["points"] >= 4


@pytest.mark.parametrize("mode", ["KILL", "FULL_FROM"])
def test_sweep_sees_a_careless_change(run_with_faults: Callable[..., dict[str, Any]], mode: str) -> None:
    assert run_with_faults("sweep", "key_scenarios:careless_change", mode)["bad"] != []


@pytest.mark.parametrize("scenario", ["creation", "passphrase_change", "recovery_change"])
def test_keys_survive_a_power_cut(run_with_faults: Callable[..., dict[str, Any]], scenario: str) -> None:
    result = run_with_faults("power_cut", f"key_scenarios:{scenario}", "10")
    assert result["bad"] == []
    assert result["states"] >= 8


def test_power_cut_sees_a_change_without_sync(run_with_faults: Callable[..., dict[str, Any]]) -> None:
    assert run_with_faults("power_cut", "key_scenarios:unsynced_change", "10")["bad"] != []
