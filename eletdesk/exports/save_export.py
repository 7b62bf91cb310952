"""Put an export where the user wants it: whole or not at all, under a name that names nobody."""

import re
import unicodedata
from datetime import date
from pathlib import Path

from eletdesk.storage.atomic_write import atomic_write


def propose_name(kind: str, on: date, extension: str, *, number: str = "") -> str:
    """Return a file name without personal data: kind, case number when there is one, date."""
    parts = (_plain(kind) or "eletdesk", _plain(number), on.isoformat())
    return "_".join(part for part in parts if part) + f".{_plain(extension) or 'bin'}"


def save_export(path: Path, content: bytes) -> Path:
    """Write an export, readable by its owner only; on an error what was there before still stands."""
    atomic_write(path, content)
    return path


def _plain(text: str) -> str:
    """Return letters, digits and hyphens only, in lower case: safe as part of a name on every system."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", errors="ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", letters.casefold()).strip("-")[:40]
