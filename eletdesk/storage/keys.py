"""The keys of a desk: unlock the desk key with a passphrase or recovery words, derive and wrap the others."""

from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from eletdesk.errors import DamagedFileError, EletdeskError, InvalidInputError, WrongPassphraseError
from eletdesk.storage import envelope as envelopes
from eletdesk.storage import slots
from eletdesk.storage.envelope import Envelope
from eletdesk.storage.sealing import KEY_BYTES, derived, new_key, sealed, unsealed
from eletdesk.storage.slots import Kdf, SlotKind, calibrated_kdf
from eletdesk.translation import _

__all__ = [
    "DeskKey",
    "Kdf",
    "SlotKind",
    "change_passphrase",
    "create_envelope",
    "derive",
    "new_key",
    "open_envelope",
    "open_with_recovery",
    "recovery_is_set",
    "set_recovery",
    "unwrap_case_key",
    "wrap_case_key",
]


@dataclass(frozen=True, slots=True)
class DeskKey:
    """The key of one desk; shows nothing of itself."""

    desk_id: str
    secret: bytes

    def __repr__(self) -> str:
        return "DeskKey(...)"


def create_envelope(
    folder: Path, passphrase: str, recovery_words: str | None = None, *, kdf: Kdf | None = None
) -> DeskKey:
    """Make a new desk key and write the two key files; never over an existing desk.

    Without kdf the price of a guess is measured on this computer, which takes about a third of a second.
    """
    if envelopes.is_there(folder):
        raise InvalidInputError("folder", _("There is already a desk in this folder."))
    desk_key = DeskKey(str(uuid4()), new_key())
    envelope = Envelope(desk_key.desk_id, {}).with_slot(
        SlotKind.PASSPHRASE, _passphrase_slot(desk_key, passphrase, kdf)
    )
    if recovery_words is not None:
        envelope = envelope.with_slot(
            SlotKind.RECOVERY, _recovery_slot(desk_key, SlotKind.RECOVERY, recovery_words)
        )
    try:
        envelopes.write_both(folder, envelope)
    except EletdeskError:
        envelopes.remove(folder)
        raise
    return desk_key


def open_envelope(folder: Path, passphrase: str) -> DeskKey:
    """Unlock the desk key with the passphrase and repair a damaged copy of the envelope.

    Changes no file when the passphrase is wrong: no counter, no lock-out.
    """
    for envelope in envelopes.read_copies(folder):
        slot = envelope.slots.get(SlotKind.PASSPHRASE)
        secret = slot and slots.unlock_with_passphrase(slot, envelope.desk_id, passphrase)
        if secret:
            return _opened(folder, envelope, secret)
    raise WrongPassphraseError


def open_with_recovery(folder: Path, words: str) -> DeskKey:
    """Unlock the desk key with the recovery words of the worker or of the organisation."""
    recovery_key = _recovery_key(words)
    for envelope in envelopes.read_copies(folder):
        for kind in (SlotKind.RECOVERY, SlotKind.ORGANISATION):
            slot = envelope.slots.get(kind)
            secret = slot and slots.unlock_with_recovery_key(slot, envelope.desk_id, kind, recovery_key)
            if secret:
                return _opened(folder, envelope, secret)
    raise WrongPassphraseError


def change_passphrase(
    folder: Path, desk_key: DeskKey, new_passphrase: str, *, kdf: Kdf | None = None
) -> None:
    """Let a new passphrase open the desk and the old one no longer; recovery words stay as they are.

    When this raises or is cut off, the old passphrase still opens the desk.
    """
    slot = _passphrase_slot(desk_key, new_passphrase, kdf)
    _put_slot(folder, desk_key, SlotKind.PASSPHRASE, slot)


def set_recovery(
    folder: Path, desk_key: DeskKey, words: str | None, *, kind: SlotKind = SlotKind.RECOVERY
) -> None:
    """Let these 24 words open the desk instead of earlier ones of the same kind; None takes them away."""
    if kind is SlotKind.PASSPHRASE:
        raise ValueError("recovery words go into a recovery slot")
    _put_slot(folder, desk_key, kind, None if words is None else _recovery_slot(desk_key, kind, words))


def recovery_is_set(folder: Path, *, kind: SlotKind = SlotKind.RECOVERY) -> bool:
    """Return whether the desk has recovery words of this kind."""
    return kind in envelopes.read_copies(folder)[0].slots


def derive(desk_key: DeskKey, purpose: str) -> bytes:
    """Return the desk's own key for one purpose, for example "desk.db", "register.db" or "seal"."""
    return derived(desk_key.secret, f"eletdesk 1 {purpose}", salt=desk_key.desk_id)


def wrap_case_key(desk_key: DeskKey, case_id: str, case_key: bytes) -> bytes:
    """Return a case's key, locked so that only this desk opens it and only for this case."""
    return sealed(derive(desk_key, "case keys"), case_key, f"{desk_key.desk_id} case:{case_id}")


def unwrap_case_key(desk_key: DeskKey, case_id: str, wrapped: bytes) -> bytes:
    """Return the key of a case; raise DamagedFileError if it was changed or belongs to another case."""
    case_key = unsealed(derive(desk_key, "case keys"), wrapped, f"{desk_key.desk_id} case:{case_id}")
    if case_key is None or len(case_key) != KEY_BYTES:
        raise DamagedFileError
    return case_key


def _opened(folder: Path, envelope: Envelope, secret: bytes) -> DeskKey:
    envelopes.repair(folder, envelope)
    return DeskKey(envelope.desk_id, secret)


def _put_slot(folder: Path, desk_key: DeskKey, kind: SlotKind, slot: slots.Slot | None) -> None:
    """Replace one slot of the envelope of this very desk."""
    envelope = envelopes.read_copies(folder)[0]
    if envelope.desk_id != desk_key.desk_id:
        raise DamagedFileError
    envelopes.write_both(folder, envelope.with_slot(kind, slot))


def _passphrase_slot(desk_key: DeskKey, passphrase: str, kdf: Kdf | None) -> slots.Slot:
    if not passphrase:
        raise InvalidInputError("passphrase", _("Choose a passphrase."))
    price = kdf or calibrated_kdf()
    return slots.lock_with_passphrase(desk_key.secret, desk_key.desk_id, passphrase, price)


def _recovery_slot(desk_key: DeskKey, kind: SlotKind, words: str) -> slots.Slot:
    return slots.lock_with_recovery_key(desk_key.secret, desk_key.desk_id, kind, _recovery_key(words))


def _recovery_key(words: str) -> bytes:
    from eletdesk.storage.words import recovery_key_from_words  # noqa: PLC0415 - reads word lists

    return recovery_key_from_words(words)
