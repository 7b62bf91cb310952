"""Where a passphrase comes from: a file, the environment or a prompt, never an argument."""

import getpass
import os
import sys
from pathlib import Path

from eletdesk.errors import InvalidInputError, MissingFileError
from eletdesk.translation import _

VARIABLE = "ELETDESK_PASSPHRASE"
NEW_VARIABLE = "ELETDESK_NEW_PASSPHRASE"


def ask_passphrase(file: Path | None, *, twice: bool = False) -> str:
    """Return the passphrase from the file, the environment variable or a prompt."""
    if file is not None:
        return read_secret(file)
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    return _prompt(_("Passphrase: "), twice=twice)


def ask_new_passphrase(file: Path | None) -> str:
    """Return the passphrase that will replace the present one."""
    if file is not None:
        return read_secret(file)
    if NEW_VARIABLE in os.environ:
        return os.environ[NEW_VARIABLE]
    return _prompt(_("New passphrase: "), twice=True)


def read_secret(file: Path) -> str:
    """Return the first line of a file."""
    try:
        return file.read_text("utf-8").splitlines()[0]
    except (OSError, UnicodeDecodeError, IndexError):
        raise MissingFileError(_("The file with the passphrase cannot be read.")) from None


def _prompt(question: str, *, twice: bool) -> str:
    if not sys.stdin.isatty():
        raise InvalidInputError(
            "passphrase", _("Give the passphrase in a file or in the variable {name}.").format(name=VARIABLE)
        )
    passphrase = getpass.getpass(question)
    if twice and getpass.getpass(_("Once more: ")) != passphrase:
        raise InvalidInputError("passphrase", _("The two passphrases are not the same."))
    return passphrase
