"""Encrypt and authenticate a few bytes for one context, and derive one key from another."""

from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16


def new_key() -> bytes:
    """Return 256 random bits."""
    return token_bytes(KEY_BYTES)


def sealed(key: bytes, content: bytes, context: str) -> bytes:
    """Encrypt and authenticate content with AES-256-GCM, bound to its context: nonce, text, tag."""
    nonce = token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, context.encode())


def unsealed(key: bytes, content: bytes, context: str) -> bytes | None:
    """Return what was sealed, or None if key, context or a single bit does not fit."""
    if len(content) < NONCE_BYTES + TAG_BYTES:
        return None
    try:
        return AESGCM(key).decrypt(content[:NONCE_BYTES], content[NONCE_BYTES:], context.encode())
    except InvalidTag:
        return None


def derived(secret: bytes, purpose: str, *, salt: str) -> bytes:
    """Return a 256-bit key for one purpose (HKDF-SHA256, RFC 5869)."""
    hkdf = HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt.encode(), info=purpose.encode())
    return hkdf.derive(secret)
