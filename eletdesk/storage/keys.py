"""Derive and wrap keys: one desk key, one random key per case, everything else derived."""

import unicodedata
from dataclasses import dataclass
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from eletdesk.errors import DamagedFileError

KEY_BYTES = 32
NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class DeskKey:
    """The key of one desk; shows nothing of itself."""

    desk_id: str
    secret: bytes

    def __repr__(self) -> str:
        return "DeskKey(...)"


def new_key() -> bytes:
    """Return 256 random bits."""
    return token_bytes(KEY_BYTES)


def derive(desk_key: DeskKey, purpose: str) -> bytes:
    """Return the desk's own key for one purpose, for example "desk.db", "register.db", "seal"."""
    return _hkdf(desk_key.secret, f"eletdesk 1 {purpose}", salt=desk_key.desk_id.encode())


def wrap_case_key(desk_key: DeskKey, case_id: str, case_key: bytes) -> bytes:
    """Return a case's key, locked so that only this desk opens it and only for this case."""
    return seal_bytes(derive(desk_key, "case keys"), case_key, f"{desk_key.desk_id} case:{case_id}")


def unwrap_case_key(desk_key: DeskKey, case_id: str, wrapped: bytes) -> bytes:
    """Return the key of a case; raise DamagedFileError if it was changed or belongs to another case."""
    case_key = open_bytes(derive(desk_key, "case keys"), wrapped, f"{desk_key.desk_id} case:{case_id}")
    if case_key is None or len(case_key) != KEY_BYTES:
        raise DamagedFileError
    return case_key


def seal_bytes(key: bytes, content: bytes, context: str) -> bytes:
    """Encrypt and authenticate content with AES-256-GCM, bound to its context: nonce, text, tag."""
    nonce = token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, context.encode())


def open_bytes(key: bytes, sealed: bytes, context: str) -> bytes | None:
    """Return the content, or None if key, context or a single bit does not fit."""
    if len(sealed) < NONCE_BYTES + 16:
        return None
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context.encode())
    except InvalidTag:
        return None


def recovery_slot_key(recovery_key: bytes, desk_id: str) -> bytes:
    """Return the key of a recovery slot; 256 random bits need no slow derivation."""
    return _hkdf(recovery_key, "eletdesk 1 recovery slot", salt=desk_id.encode())


def normalised(passphrase: str) -> bytes:
    """Return the same bytes for a passphrase however the keyboard composes its letters (NFKC)."""
    return unicodedata.normalize("NFKC", passphrase).encode()


def _hkdf(secret: bytes, purpose: str, *, salt: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=purpose.encode()).derive(secret)
