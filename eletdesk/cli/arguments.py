"""The commands and their options."""

import argparse
from datetime import date
from pathlib import Path

from eletdesk.locations import default_desk_folder
from eletdesk.preferences import read_preferences
from eletdesk.translation import LANGUAGES, _
from eletdesk.version import VERSION


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    # No abbreviations: --passphrase would be read as --passphrase-file, and invite a secret as an argument.
    top = argparse.ArgumentParser(
        prog="eletdesk", description=_("The desk from a terminal."), allow_abbrev=False
    )
    top.add_argument("--version", action="version", version=f"eletdesk {VERSION}")
    found = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    new = _command(found, "new", _("Make a new desk and print its recovery key once."))
    new.add_argument("--name", default="", help=_("Your name, as it stands in dossiers."))
    new.add_argument("--organisation", default="")
    _command(found, "demo", _("Make a desk with invented young people."))
    _import(_command(found, "import", _("Read a list of young people from a spreadsheet.")))
    _summary(_command(found, "summary", _("Write an anonymised summary.")))
    _dossier(_command(found, "dossier", _("Make the referral dossier of one case.")))
    _command(found, "cases", _("List the cases with their number and initials."))
    _command(found, "check", _("Check every file of the desk."))
    _command(found, "rebuild", _("Make the overview of all cases again from the case files."))
    key = _command(found, "key", _("Print the key of one case file, for any SQLCipher 4 program."))
    key.add_argument("case")
    change = _command(found, "passphrase", _("Choose another passphrase."))
    change.add_argument("--new-passphrase-file", type=Path)
    return top


def _command(
    found: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str
) -> argparse.ArgumentParser:
    command = found.add_parser(name, help=text, description=text, allow_abbrev=False)
    command.add_argument("--desk", type=Path, default=default_desk_folder(), metavar="FOLDER")
    command.add_argument("--passphrase-file", type=Path, metavar="FILE")
    command.add_argument("--json", action="store_true", help=_("Answer for a program."))
    command.add_argument("--language", choices=LANGUAGES, default=read_preferences().language)
    return command


def _import(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path)
    command.add_argument("--plan", action="store_true", help=_("Only show what would be written."))


def _day(text: str) -> date:
    """Read a day; argparse shows the sentence as it is."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        sentence = _("This day does not exist. Write it as 2026-11-23.")
        raise argparse.ArgumentTypeError(sentence) from None


def _summary(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", dest="first_day", type=_day, metavar="YYYY-MM-DD")
    command.add_argument("--to", dest="last_day", type=_day, metavar="YYYY-MM-DD")
    command.add_argument("--out", type=Path, default=Path(), metavar="FOLDER")
    command.add_argument(
        "--figures", action="store_true", help=_("Show the own, exact figures; write nothing.")
    )


def _dossier(command: argparse.ArgumentParser) -> None:
    command.add_argument("case", help=_("The number of the case, or its beginning."))
    command.add_argument("--out", type=Path, metavar="FILE")
    command.add_argument("--recipient", default="")
    command.add_argument("--kind", default="", help=_("The kind of dossier, such as naft."))
    command.add_argument("--dossier-language", choices=LANGUAGES, default="")
    command.add_argument("--pdf-password-file", type=Path, metavar="FILE")
    command.add_argument("--reason", default="", help=_("Why it is sent although no consent holds."))
    command.add_argument(
        "--preview", action="store_true", help=_("Write the file without logging that it left.")
    )
