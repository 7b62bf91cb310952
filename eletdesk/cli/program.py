"""The program eletdesk: read the command, open the desk, answer, say an error in one sentence."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from eletdesk import log
from eletdesk.cli import commands, leaving
from eletdesk.cli.answer import Answer
from eletdesk.cli.arguments import parser
from eletdesk.cli.passphrase import ask_passphrase
from eletdesk.errors import (
    DamagedFileError,
    DeskInUseError,
    EletdeskError,
    InvalidInputError,
    WrongPassphraseError,
)
from eletdesk.preferences import read_preferences
from eletdesk.storage.process_memory import keep_memory_private
from eletdesk.translation import _, use_language

#: Exit codes: a program that calls us can tell the kinds apart.
DONE, FAILED, MISUSED, WRONG_PASSPHRASE, DAMAGED, IN_USE, REFUSED = range(7)

_CODES: tuple[tuple[type[EletdeskError], int], ...] = (
    (WrongPassphraseError, WRONG_PASSPHRASE),
    (DamagedFileError, DAMAGED),
    (DeskInUseError, IN_USE),
    (InvalidInputError, REFUSED),
)

Command = Callable[[argparse.Namespace, str], Answer]

_COMMANDS: dict[str, Command] = {
    "new": commands.new,
    "demo": commands.demo,
    "import": commands.import_file,
    "summary": leaving.summary,
    "dossier": leaving.dossier,
    "cases": commands.cases,
    "check": commands.check,
    "rebuild": commands.rebuild,
    "key": commands.key,
    "passphrase": commands.passphrase,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    if argv is None:  # the process is ours, not a test's
        keep_memory_private()
    stop_log = log.start_log()
    try:
        return _run(argv)
    finally:
        stop_log()


def _run(argv: Sequence[str] | None) -> int:
    use_language(read_preferences().language)
    try:
        arguments = parser().parse_args(argv)
    except SystemExit as stop:
        return MISUSED if stop.code else DONE
    use_language(arguments.language)
    try:
        answer = _COMMANDS[arguments.command](arguments, _passphrase(arguments))
    except EletdeskError as error:
        return _refuse(arguments, error)
    except KeyboardInterrupt:
        print(_("Stopped."), file=sys.stderr)
        return FAILED
    except Exception as error:  # noqa: BLE001 - a terminal shows a sentence, the log shows the place
        log.note_error(error)
        print(_("Something went wrong inside eletdesk. The place is in its log."), file=sys.stderr)
        return FAILED
    _say(arguments, answer)
    return answer.code


def _passphrase(arguments: argparse.Namespace) -> str:
    if arguments.command == "demo":
        return ""
    file: Path | None = arguments.passphrase_file
    return ask_passphrase(file, twice=arguments.command == "new")


def _refuse(arguments: argparse.Namespace, error: EletdeskError) -> int:
    code = next((code for kind, code in _CODES if isinstance(error, kind)), FAILED)
    if arguments.json:
        field = error.field if isinstance(error, InvalidInputError) else None
        said: dict[str, Any] = {"error": type(error).__name__, "sentence": str(error), "field": field}
        print(json.dumps(said, ensure_ascii=False))
    print(str(error), file=sys.stderr)
    return code


def _say(arguments: argparse.Namespace, answer: Answer) -> None:
    if arguments.json:
        print(json.dumps(answer.data, ensure_ascii=False, default=str))
        return
    for line in answer.lines:
        print(line)
