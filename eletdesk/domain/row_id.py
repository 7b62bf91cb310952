"""Give rows their identity: UUIDs of version 7 sort by the moment they were made (RFC 9562)."""

import secrets
import time
import uuid


def new_id() -> str:
    """Return a new UUIDv7 as text."""
    milliseconds = time.time_ns() // 1_000_000
    random = secrets.randbits(74)
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (random >> 62 & 0xFFF) << 64
    value |= 0b10 << 62 | random & (1 << 62) - 1
    return str(uuid.UUID(int=value))
