"""The key envelope: who can open a desk, what damage does to it, and what a failed change leaves."""

import json
import os
from pathlib import Path

import pytest

from eletdesk.errors import (
    DamagedFileError,
    DiskFullError,
)
from eletdesk.storage.keys import (
    DeskKey,
    Kdf,
    change_passphrase,
    create_envelope,
    derive,
    new_key,
    open_envelope,
    unwrap_case_key,
    wrap_case_key,
)
from eletdesk.storage.slots import calibrated_kdf
from eletdesk.storage.words import new_recovery_words

QUICK = Kdf(memory_kib=64, passes=1, lanes=1)
OLD, NEW = "fiets-lantaarn-molen", "kasteel-rivier-appel"
WORDS = " ".join(new_recovery_words("nl"))
OTHER_WORDS = " ".join(new_recovery_words("fr"))


@pytest.fixture
def desk_key(tmp_path: Path) -> DeskKey:
    return create_envelope(tmp_path, OLD, WORDS, kdf=QUICK)


def both(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in ("desk.key", "desk.key.bak")]


def test_change_cut_off_between_the_two_files_opens_with_either(tmp_path: Path, desk_key: DeskKey) -> None:
    before = both(tmp_path)
    change_passphrase(tmp_path, desk_key, NEW, kdf=QUICK)
    after = both(tmp_path)
    for passphrase, settled in ((OLD, before), (NEW, after)):
        (tmp_path / "desk.key").write_bytes(before[0])
        (tmp_path / "desk.key.bak").write_bytes(after[0])
        assert open_envelope(tmp_path, passphrase) == desk_key
        assert both(tmp_path) == settled


def test_failed_change_leaves_the_old_passphrase(
    tmp_path: Path, desk_key: DeskKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_fsync, calls = os.fsync, [0]

    def full_at_the_third(descriptor: int) -> None:
        calls[0] += 1
        if calls[0] == 3:
            raise OSError(28, "full")
        real_fsync(descriptor)

    before = both(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full_at_the_third)
        with pytest.raises(DiskFullError):
            change_passphrase(tmp_path, desk_key, NEW, kdf=QUICK)
    assert both(tmp_path) == before
    assert open_envelope(tmp_path, OLD) == desk_key


def test_change_needs_the_key_of_this_desk(tmp_path: Path, desk_key: DeskKey) -> None:
    with pytest.raises(DamagedFileError):
        change_passphrase(tmp_path, DeskKey("another", desk_key.secret), NEW, kdf=QUICK)
    assert open_envelope(tmp_path, OLD) == desk_key


def test_derived_keys_differ_by_purpose_and_desk(desk_key: DeskKey) -> None:
    keys = {derive(desk_key, purpose) for purpose in ("desk.db", "register.db", "journal", "seal")}
    keys.add(derive(DeskKey("another", desk_key.secret), "desk.db"))
    keys.add(desk_key.secret)
    assert len(keys) == 6
    assert all(len(key) == 32 for key in keys)


def test_derived_key_is_file_format() -> None:
    fixed = DeskKey("6f1c2a50-0000-4000-8000-000000000000", bytes(range(32)))
    assert (
        derive(fixed, "desk.db").hex() == "b8596973ebf7187643d529d1621ad257288cc7fd3e4922634f05283235a76321"
    )


def test_case_key_is_bound_to_its_case_and_desk(desk_key: DeskKey) -> None:
    case_key = new_key()
    wrapped = wrap_case_key(desk_key, "case-1", case_key)
    assert unwrap_case_key(desk_key, "case-1", wrapped) == case_key
    assert case_key not in wrapped
    for other_desk, case_id, content in (
        (desk_key, "case-2", wrapped),
        (DeskKey("another", desk_key.secret), "case-1", wrapped),
        (DeskKey(desk_key.desk_id, bytes(32)), "case-1", wrapped),
        (desk_key, "case-1", wrapped[:-1] + bytes([wrapped[-1] ^ 1])),
        (desk_key, "case-1", b""),
    ):
        with pytest.raises(DamagedFileError):
            unwrap_case_key(other_desk, case_id, content)


def test_wrapping_twice_gives_different_bytes(desk_key: DeskKey) -> None:
    case_key = new_key()
    assert wrap_case_key(desk_key, "case-1", case_key) != wrap_case_key(desk_key, "case-1", case_key)


def test_price_is_measured_between_floor_and_ceiling() -> None:
    assert calibrated_kdf(seconds=1e-9) == Kdf(memory_kib=64 * 1024, passes=3, lanes=4)
    assert calibrated_kdf(seconds=1e9) == Kdf(memory_kib=256 * 1024, passes=3, lanes=4)


def test_desk_gets_at_least_the_floor_when_nothing_is_asked(tmp_path: Path) -> None:
    create_envelope(tmp_path, OLD)
    price = json.loads((tmp_path / "desk.key").read_bytes())["slots"]["passphrase"]["argon2id"]
    assert price["memory_kib"] >= 64 * 1024
    assert (price["passes"], price["lanes"]) == (3, 4)
