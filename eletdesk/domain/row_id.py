"""Give rows their identity: UUIDs of version 7 sort by the moment they were made (RFC 9562)."""

import secrets
import threading
import time
import uuid

_RANDOM_BITS = 74
_last = 0
_making = threading.Lock()


def new_id() -> str:
    """Return a new UUIDv7 as text; each sorts after the one before, also when the clock is put back.

    RFC 9562, 6.2, method 2: within one moment the random part counts on. Lists are shown in this order.
    """
    global _last  # noqa: PLW0603
    with _making:
        moment = (time.time_ns() // 1_000_000 & (1 << 48) - 1) << _RANDOM_BITS
        fresh = moment | secrets.randbits(_RANDOM_BITS)
        _last = fresh if moment > _last else _last + 1 + secrets.randbits(32)
        stamp, random = _last >> _RANDOM_BITS, _last & (1 << _RANDOM_BITS) - 1
    value = stamp << 80 | 0x7 << 76 | (random >> 62 & 0xFFF) << 64
    value |= 0b10 << 62 | random & (1 << 62) - 1
    return str(uuid.UUID(int=value))
