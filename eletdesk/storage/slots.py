"""Slots of the key envelope: each holds the desk key, locked by a passphrase or by recovery words."""

import unicodedata
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from enum import StrEnum
from secrets import token_bytes
from time import perf_counter
from typing import Any

from eletdesk.errors import DamagedFileError, EletdeskError
from eletdesk.storage.sealing import KEY_BYTES, derived, sealed, unsealed
from eletdesk.translation import _

FLOOR_KIB = 64 * 1024
CEILING_KIB = 256 * 1024
_STEP_KIB = 16 * 1024
_SALT_BYTES = 16
# What an envelope may ask of this computer: a forged one must not eat all memory.
_MOST_KIB, _MOST_PASSES, _MOST_LANES = 2 * 1024 * 1024, 32, 16

Slot = dict[str, Any]


class SlotKind(StrEnum):
    """Who can open the desk with a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105
    RECOVERY = "recovery"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Kdf:
    """The price of one guess at a passphrase: Argon2id (RFC 9106) with this memory, passes and lanes."""

    memory_kib: int = CEILING_KIB
    passes: int = 3
    lanes: int = 4


def calibrated_kdf(seconds: float = 1.0) -> Kdf:
    """Return the price that takes about this long on this computer, between 64 and 256 MiB."""
    started = perf_counter()
    _argon2id(b"how fast is this computer", bytes(_SALT_BYTES), Kdf(FLOOR_KIB))
    taken = max(perf_counter() - started, 1e-6)
    affordable = int(FLOOR_KIB * seconds / taken) // _STEP_KIB * _STEP_KIB
    return Kdf(min(max(affordable, FLOOR_KIB), CEILING_KIB))


def lock_with_passphrase(secret: bytes, desk_id: str, passphrase: str, kdf: Kdf) -> Slot:
    """Return a slot that this passphrase opens."""
    salt = token_bytes(_SALT_BYTES)
    key = _argon2id(normalised(passphrase), salt, kdf)
    context = _context(desk_id, SlotKind.PASSPHRASE)
    return {"argon2id": asdict(kdf), "salt": _text(salt), "sealed": _text(sealed(key, secret, context))}


def lock_with_recovery_key(secret: bytes, desk_id: str, kind: SlotKind, recovery_key: bytes) -> Slot:
    """Return a slot that a recovery key opens; 256 random bits need no slow derivation."""
    key = derived(recovery_key, f"eletdesk 1 slot {kind}", salt=desk_id)
    return {"sealed": _text(sealed(key, secret, _context(desk_id, kind)))}


def unlock_with_passphrase(slot: Slot, desk_id: str, passphrase: str) -> bytes | None:
    """Return the desk key, or None if the passphrase does not fit."""
    key = _argon2id(normalised(passphrase), _bytes(slot, "salt"), _asked_kdf(slot))
    return unsealed(key, _bytes(slot, "sealed"), _context(desk_id, SlotKind.PASSPHRASE))


def unlock_with_recovery_key(slot: Slot, desk_id: str, kind: SlotKind, recovery_key: bytes) -> bytes | None:
    """Return the desk key, or None if the recovery key does not fit."""
    key = derived(recovery_key, f"eletdesk 1 slot {kind}", salt=desk_id)
    return unsealed(key, _bytes(slot, "sealed"), _context(desk_id, kind))


def normalised(passphrase: str) -> bytes:
    """Return the same bytes for a passphrase however the keyboard composes its letters (NFKC)."""
    return unicodedata.normalize("NFKC", passphrase).encode(errors="surrogatepass")


def _argon2id(secret: bytes, salt: bytes, kdf: Kdf) -> bytes:
    from argon2.exceptions import HashingError  # noqa: PLC0415 - 24 ms, only when a desk is unlocked
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415

    try:
        return hash_secret_raw(secret, salt, kdf.passes, kdf.memory_kib, kdf.lanes, KEY_BYTES, Type.ID)
    except HashingError:
        raise EletdeskError(_("Too little memory is free to open the desk. Close other programs.")) from None


def _asked_kdf(slot: Slot) -> Kdf:
    """Read the price that a slot names; refuse one that no eletdesk has ever written."""
    try:
        asked = slot["argon2id"]
        kdf = Kdf(asked["memory_kib"], asked["passes"], asked["lanes"])
        within = (
            8 * kdf.lanes <= kdf.memory_kib <= _MOST_KIB
            and 1 <= kdf.passes <= _MOST_PASSES
            and 1 <= kdf.lanes <= _MOST_LANES
        )
    except (KeyError, TypeError):
        raise DamagedFileError from None
    if not within:
        raise DamagedFileError
    return kdf


def _context(desk_id: str, kind: SlotKind) -> str:
    return f"{desk_id} slot:{kind} format:1"


def _text(content: bytes) -> str:
    return b64encode(content).decode()


def _bytes(slot: Slot, name: str) -> bytes:
    try:
        return b64decode(slot[name], validate=True)
    except (KeyError, TypeError, ValueError):
        raise DamagedFileError from None
