"""The licences of what we ship, so that everybody can read under which terms each part is used."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata

OWN_LICENCE = "EUPL-1.2"

PARTS = {
    "PySide6-Essentials": "LGPL-3.0",
    "SQLCipher": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
    "sqlmodel": "MIT",
    "SQLAlchemy": "MIT",
    "pydantic": "MIT",
    "argon2-cffi": "MIT",
    "cryptography": "Apache-2.0, BSD-3-Clause",
    "reportlab": "BSD",
    "pypdf": "BSD-3-Clause",
    "pypdfium2": "Apache-2.0, BSD-3-Clause",
    "pymupdf-fonts": "OFL-1.1",
    "python-bidi": "LGPL-3.0",
    "arabic-reshaper": "MIT",
    "XlsxWriter": "BSD-2-Clause",
    "python-calamine": "MIT",
    "charset-normalizer": "MIT",
    "rapidfuzz": "MIT",
    "phonenumbers": "Apache-2.0",
    "python-stdnum": "LGPL-2.1+",
    "holidays": "MIT",
    "icalendar": "BSD-2-Clause",
    "tzdata": "Apache-2.0",
    "Babel": "BSD-3-Clause",
    "QtAwesome": "MIT",
    "QtPy": "MIT",
    "Phosphor icons": "MIT",
    "zxcvbn": "MIT",
    "mnemonic": "MIT",
    "xkcdpass": "BSD-3-Clause",
    "platformdirs": "MIT",
    "tomlkit": "MIT",
}
"""Part and licence, as its own files say; not every part is a Python package of its own."""


@dataclass(frozen=True)
class Licence:
    """One part that ships with the program."""

    part: str
    version: str
    licence: str


def shipped_licences() -> list[Licence]:
    """Return each part with its version, where the part tells it."""
    return [Licence(part, _version(part), licence) for part, licence in sorted(PARTS.items(), key=_by_name)]


def _by_name(entry: tuple[str, str]) -> str:
    return entry[0].casefold()


def _version(part: str) -> str:
    try:
        return str(metadata(part)["Version"])
    except (PackageNotFoundError, ValueError):
        return ""
