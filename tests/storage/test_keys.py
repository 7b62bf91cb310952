"""The key envelope: who can open a desk, what damage does to it, and what a failed change leaves."""

import json
import os
import stat
import unicodedata
from hashlib import sha256
from pathlib import Path

import pytest

from eletdesk.errors import (
    DamagedFileError,
    InvalidInputError,
    MissingFileError,
    NewerFileError,
    WrongPassphraseError,
)
from eletdesk.storage.keys import (
    DeskKey,
    Kdf,
    SlotKind,
    change_passphrase,
    create_envelope,
    open_envelope,
    open_with_recovery,
    recovery_is_set,
    set_recovery,
)
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


def test_passphrase_and_recovery_words_open_the_same_key(tmp_path: Path, desk_key: DeskKey) -> None:
    assert open_envelope(tmp_path, OLD) == desk_key
    assert open_with_recovery(tmp_path, WORDS) == desk_key
    assert len(desk_key.secret) == 32


def test_two_private_files_with_the_same_content(tmp_path: Path, desk_key: DeskKey) -> None:
    first, second = both(tmp_path)
    assert first == second
    for name in ("desk.key", "desk.key.bak"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_key_shows_nothing_of_itself(desk_key: DeskKey) -> None:
    shown = f"{desk_key!r} {desk_key}"
    assert desk_key.secret.hex() not in shown
    assert repr(desk_key.secret) not in shown


def test_file_holds_neither_key_nor_passphrase_nor_words(tmp_path: Path, desk_key: DeskKey) -> None:
    raw = (tmp_path / "desk.key").read_bytes()
    assert desk_key.secret not in raw
    assert desk_key.secret.hex().encode() not in raw
    assert OLD.encode() not in raw
    assert set(json.loads(raw)) == {"format", "desk", "slots", "check"}


def test_wrong_passphrase_changes_nothing_however_often(tmp_path: Path, desk_key: DeskKey) -> None:
    before = both(tmp_path), sorted(path.name for path in tmp_path.iterdir())
    said = set()
    for number in range(50):
        with pytest.raises(WrongPassphraseError) as caught:
            open_envelope(tmp_path, f"wrong {number}")
        said.add(str(caught.value))
    assert (both(tmp_path), sorted(path.name for path in tmp_path.iterdir())) == before
    assert len(said) == 1


def test_wrong_recovery_words_open_nothing(tmp_path: Path, desk_key: DeskKey) -> None:
    with pytest.raises(WrongPassphraseError):
        open_with_recovery(tmp_path, OTHER_WORDS)


@pytest.mark.parametrize(
    ("made_with", "typed"),
    [
        (unicodedata.normalize("NFC", "één straße für"), unicodedata.normalize("NFD", "één straße für")),
        ("full\u00a0space", "full space"),
        ("🚲 + 🌧 = 😬", "🚲 + 🌧 = 😬"),
        ("x" * 5000, "x" * 5000),
        (" spaces at both ends ", " spaces at both ends "),
    ],
)
def test_letters_may_be_composed_in_another_way(tmp_path: Path, made_with: str, typed: str) -> None:
    assert create_envelope(tmp_path, made_with, kdf=QUICK) == open_envelope(tmp_path, typed)


@pytest.mark.parametrize("typed", [OLD.upper(), OLD + " ", "", "\ud800"])
def test_anything_else_does_not_open(tmp_path: Path, desk_key: DeskKey, typed: str) -> None:
    with pytest.raises(WrongPassphraseError):
        open_envelope(tmp_path, typed)


def test_changed_passphrase(tmp_path: Path, desk_key: DeskKey) -> None:
    change_passphrase(tmp_path, desk_key, NEW, kdf=QUICK)
    assert open_envelope(tmp_path, NEW) == desk_key
    assert open_with_recovery(tmp_path, WORDS) == desk_key
    with pytest.raises(WrongPassphraseError):
        open_envelope(tmp_path, OLD)
    first, second = both(tmp_path)
    assert first == second


def test_changed_recovery_words(tmp_path: Path, desk_key: DeskKey) -> None:
    set_recovery(tmp_path, desk_key, OTHER_WORDS)
    assert open_with_recovery(tmp_path, OTHER_WORDS) == desk_key
    assert open_envelope(tmp_path, OLD) == desk_key
    with pytest.raises(WrongPassphraseError):
        open_with_recovery(tmp_path, WORDS)


def test_organisation_has_words_of_its_own(tmp_path: Path, desk_key: DeskKey) -> None:
    set_recovery(tmp_path, desk_key, OTHER_WORDS, kind=SlotKind.ORGANISATION)
    assert open_with_recovery(tmp_path, OTHER_WORDS) == desk_key
    assert open_with_recovery(tmp_path, WORDS) == desk_key
    set_recovery(tmp_path, desk_key, None, kind=SlotKind.ORGANISATION)
    assert not recovery_is_set(tmp_path, kind=SlotKind.ORGANISATION)
    with pytest.raises(WrongPassphraseError):
        open_with_recovery(tmp_path, OTHER_WORDS)


def test_desk_without_recovery_words(tmp_path: Path) -> None:
    desk_key = create_envelope(tmp_path, OLD, kdf=QUICK)
    assert not recovery_is_set(tmp_path)
    with pytest.raises(WrongPassphraseError):
        open_with_recovery(tmp_path, WORDS)
    set_recovery(tmp_path, desk_key, WORDS)
    assert recovery_is_set(tmp_path)


def test_existing_desk_is_never_overwritten(tmp_path: Path, desk_key: DeskKey) -> None:
    (tmp_path / "desk.key").unlink()
    with pytest.raises(InvalidInputError):
        create_envelope(tmp_path, NEW, kdf=QUICK)
    assert open_envelope(tmp_path, OLD) == desk_key


def test_empty_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError) as caught:
        create_envelope(tmp_path, "", kdf=QUICK)
    assert caught.value.field == "passphrase"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["desk.key", "desk.key.bak"])
@pytest.mark.parametrize("damage", [b"", b"{}", b"[]", b"null", b"[" * 3000, b"\xff\xfe", os.urandom(500)])
def test_one_damaged_file_is_repaired_by_a_good_unlock(
    tmp_path: Path, desk_key: DeskKey, name: str, damage: bytes
) -> None:
    sound = both(tmp_path)
    (tmp_path / name).write_bytes(damage)
    with pytest.raises(WrongPassphraseError):
        open_envelope(tmp_path, NEW)
    assert (tmp_path / name).read_bytes() == damage
    assert open_envelope(tmp_path, OLD) == desk_key
    assert both(tmp_path) == sound


@pytest.mark.parametrize("name", ["desk.key", "desk.key.bak"])
def test_one_missing_file_is_repaired(tmp_path: Path, desk_key: DeskKey, name: str) -> None:
    sound = both(tmp_path)
    (tmp_path / name).unlink()
    assert open_with_recovery(tmp_path, WORDS) == desk_key
    assert both(tmp_path) == sound


def test_every_flipped_bit_in_both_files_is_damage_and_no_wrong_passphrase(
    tmp_path: Path, desk_key: DeskKey
) -> None:
    sound = (tmp_path / "desk.key").read_bytes()
    for place in range(0, len(sound), 3):
        bit = 1 << place % 8
        flipped = sound[:place] + bytes([sound[place] ^ bit]) + sound[place + 1 :]
        for name in ("desk.key", "desk.key.bak"):
            (tmp_path / name).write_bytes(flipped)
        with pytest.raises(DamagedFileError):
            open_envelope(tmp_path, OLD)


def test_both_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        open_envelope(tmp_path, OLD)


def test_two_files_of_different_desks_are_damage(tmp_path: Path, desk_key: DeskKey) -> None:
    other = tmp_path / "other"
    other.mkdir()
    create_envelope(other, OLD, kdf=QUICK)
    (tmp_path / "desk.key.bak").write_bytes((other / "desk.key").read_bytes())
    with pytest.raises(DamagedFileError):
        open_envelope(tmp_path, OLD)


def rewritten(raw: bytes, **changes: object) -> bytes:
    """Change values of an envelope and give it the check that fits, as a newer program or a forger would."""
    said = json.loads(raw) | changes
    said.pop("check")
    said["check"] = sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
    return (json.dumps(said, sort_keys=True, indent=1) + "\n").encode()


@pytest.mark.parametrize("names", [["desk.key"], ["desk.key", "desk.key.bak"]])
def test_newer_format_is_told_and_left_alone(tmp_path: Path, desk_key: DeskKey, names: list[str]) -> None:
    for name in names:
        path = tmp_path / name
        path.write_bytes(rewritten(path.read_bytes(), format=2))
    before = both(tmp_path)
    with pytest.raises(NewerFileError):
        open_envelope(tmp_path, OLD)
    assert both(tmp_path) == before


@pytest.mark.parametrize(
    "price",
    [
        {"memory_kib": 1 << 40, "passes": 3, "lanes": 4},
        {"memory_kib": 64, "passes": 10**9, "lanes": 1},
        {"memory_kib": 64, "passes": 1, "lanes": 0},
        {"memory_kib": "64", "passes": 1, "lanes": 1},
        {"memory_kib": 64},
        None,
    ],
)
def test_forged_price_does_not_eat_the_computer(tmp_path: Path, desk_key: DeskKey, price: object) -> None:
    raw = (tmp_path / "desk.key").read_bytes()
    slots = json.loads(raw)["slots"]
    slots["passphrase"]["argon2id"] = price
    for name in ("desk.key", "desk.key.bak"):
        (tmp_path / name).write_bytes(rewritten(raw, slots=slots))
    with pytest.raises(DamagedFileError):
        open_envelope(tmp_path, OLD)


def test_slot_of_another_desk_or_kind_does_not_open(tmp_path: Path, desk_key: DeskKey) -> None:
    raw = (tmp_path / "desk.key").read_bytes()
    for name in ("desk.key", "desk.key.bak"):
        (tmp_path / name).write_bytes(rewritten(raw, desk="6f1c2a50-0000-4000-8000-000000000000"))
    with pytest.raises(WrongPassphraseError):
        open_envelope(tmp_path, OLD)
    slots = json.loads(raw)["slots"]
    slots["organisation"] = slots.pop("recovery")
    for name in ("desk.key", "desk.key.bak"):
        (tmp_path / name).write_bytes(rewritten(raw, slots=slots))
    with pytest.raises(WrongPassphraseError):
        open_with_recovery(tmp_path, WORDS)
