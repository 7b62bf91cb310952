"""Remember how the program looks and which desk was open last; nothing about anybody."""

import contextlib
import os
import tempfile
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from eletdesk.locations import settings_folder
from eletdesk.translation import LANGUAGES

THEMES = ("system", "light", "dark")
TEXT_SCALES = (100, 115, 130, 150, 175, 200)


@dataclass(frozen=True)
class Preferences:
    """What one person chose on one computer; dataclasses.replace makes a changed copy."""

    language: str = "nl"
    theme: str = "system"
    text_scale: int = 100
    """In percent of the drawings' text size."""
    last_desk: Path | None = None
    train_mode: bool = False
    """Names are shortened on the screen, for work among strangers."""

    def __post_init__(self) -> None:
        """Refuse what the program cannot show."""
        if self.language not in LANGUAGES or self.theme not in THEMES or self.text_scale not in TEXT_SCALES:
            raise ValueError("a preference has a value that does not exist")


def preferences_file() -> Path:
    """Return where the preferences are kept."""
    return settings_folder() / "settings.toml"


def has_preferences() -> bool:
    """Say whether somebody chose before; otherwise the first start asks for the language."""
    return preferences_file().is_file()


def read_preferences() -> Preferences:
    """Read the preferences; what is missing, unreadable or unknown counts as not chosen."""
    try:
        kept = tomllib.loads(preferences_file().read_text("utf-8"))
    except (OSError, ValueError):
        return Preferences()
    chosen = Preferences()
    for field in fields(Preferences):
        if field.name in kept:
            chosen = _with(chosen, field.name, kept[field.name])
    return chosen


def _with(chosen: Preferences, name: str, value: object) -> Preferences:
    """Take one value over when it is of the right kind and exists."""
    if name == "last_desk":
        value = Path(value) if isinstance(value, str) and value else None
    elif type(value) is not type(getattr(chosen, name)):
        return chosen
    try:
        return Preferences(**{**asdict(chosen), name: value})
    except ValueError:
        return chosen


def write_preferences(chosen: Preferences) -> bool:
    """Keep the preferences whole or not at all, and say whether they are kept."""
    import tomlkit  # noqa: PLC0415 - 30 ms that the first window does not need

    known = {name: value for name, value in asdict(chosen).items() if value is not None}
    if chosen.last_desk is not None:
        known["last_desk"] = str(chosen.last_desk)
    try:
        _replace(preferences_file(), tomlkit.dumps(known).encode())
    except (OSError, UnicodeEncodeError):
        return False
    return True


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise
