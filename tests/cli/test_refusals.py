"""When a command cannot do its work: one sentence, one exit code for each kind, never a secret or a name."""

import json
import re
from pathlib import Path

import pytest

from eletdesk import cli
from eletdesk.cli.program import DAMAGED, DONE, FAILED, IN_USE, MISUSED, REFUSED, WRONG_PASSPHRASE
from eletdesk.desk.caseload_import import plan_import
from eletdesk.preferences import Preferences, write_preferences
from tests.cli.conftest import Said, Terminal
from tests.desks import PASSPHRASE

COMMANDS = ("new", "demo", "import", "summary", "dossier", "cases", "check", "rebuild", "key", "passphrase")
#: Arguments that each command that opens a desk needs.
NEEDED = {"import": ["list.csv"], "dossier": ["0"], "key": ["0"]}
OPENING = tuple(command for command in COMMANDS if command not in ("new", "demo"))


@pytest.fixture(autouse=True)
def _new_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELETDESK_NEW_PASSPHRASE", "ladder zee wandeling molen kaars")


def is_one_sentence(said: Said) -> bool:
    return said.out == "" and len(said.err.splitlines()) == 1 and said.err.rstrip().endswith((".", "?"))


def test_these_are_all_commands(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["--help"])
    assert set(re.findall(r"^    (\w+)", capsys.readouterr().out, re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("command", OPENING)
def test_a_wrong_passphrase_is_one_sentence(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("ELETDESK_PASSPHRASE", "helemaal iets anders")
    said = terminal(command, *NEEDED.get(command, []))
    assert said.code == WRONG_PASSPHRASE
    assert is_one_sentence(said)
    assert "helemaal" not in said.err


@pytest.mark.parametrize("command", OPENING)
def test_a_missing_desk_is_said(terminal: Terminal, tmp_path: Path, command: str) -> None:
    said = terminal(command, *NEEDED.get(command, []), "--desk", str(tmp_path / "nowhere"))
    assert said.code == FAILED
    assert is_one_sentence(said)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("command", OPENING)
def test_a_desk_in_use_is_said(terminal: Terminal, command: str) -> None:
    desk = terminal.opened()
    said = terminal(command, *NEEDED.get(command, []))
    desk.close()
    assert said.code == IN_USE
    assert is_one_sentence(said)


@pytest.mark.parametrize("command", OPENING)
def test_a_damaged_desk_file_is_damage(terminal: Terminal, command: str) -> None:
    for name in ("desk.db", "desk.db.bak"):  # one of the two alone is made good from the other
        path = terminal.folder / name
        path.write_bytes(path.read_bytes()[:-4096])
    said = terminal(command, *NEEDED.get(command, []), "--json")
    assert said.code == DAMAGED
    assert json.loads(said.out)["error"] == "DamagedFileError"
    assert len(said.err.splitlines()) == 1


def test_an_error_is_json_for_a_program_and_a_sentence_for_a_person(terminal: Terminal) -> None:
    said = terminal("key", "nothing-like-it", "--json")
    assert said.code == FAILED
    assert said.data == {"error": "NotFoundError", "sentence": said.err.strip(), "field": None}


def test_a_number_that_fits_several_cases_is_asked_again(terminal: Terminal, case_ids: list[str]) -> None:
    said = terminal("key", case_ids[0][:2], "--json")
    assert (said.code, said.data["field"]) == (REFUSED, "case")


@pytest.mark.parametrize(
    "wrong",
    [
        ["nothing"],
        [],
        ["import"],
        ["key"],
        ["cases", "--passphrase", PASSPHRASE],
        ["cases", f"--passphrase={PASSPHRASE}"],
        ["passphrase", "--new-passphrase", PASSPHRASE],
        ["dossier", "0", "--pdf-password", "x"],
        ["cases", "--language", "de"],
        ["summary", "--from", "yesterday"],
    ],
)
def test_a_misused_command_opens_nothing(terminal: Terminal, wrong: list[str]) -> None:
    """A secret is never an argument: it would stand in the terminal's history and in the process list."""
    said = terminal(*wrong)
    assert said.code == MISUSED
    assert said.out == ""


@pytest.mark.parametrize("asked", [["--version"], ["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_and_version_are_no_error(capsys: pytest.CaptureFixture[str], asked: list[str]) -> None:
    assert cli.main(asked) == DONE
    assert "eletdesk" in capsys.readouterr().out


def test_the_passphrase_comes_from_a_file(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ELETDESK_PASSPHRASE")
    (tmp_path / "secret").write_text(f"{PASSPHRASE}\nsecond line\n", "utf-8")
    said = terminal("cases", "--passphrase-file", str(tmp_path / "secret"), "--json")
    assert (said.code, len(said.data["cases"])) == (DONE, 3)


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00"])
def test_a_passphrase_file_that_cannot_be_read_is_said(
    terminal: Terminal, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "secret").write_bytes(content)
    said = terminal("cases", "--passphrase-file", str(tmp_path / "secret"))
    assert said.code == FAILED
    assert is_one_sentence(said)


def test_without_a_terminal_nobody_is_asked(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ELETDESK_PASSPHRASE")
    said = terminal("cases")
    assert said.code == REFUSED
    assert is_one_sentence(said)
    assert "ELETDESK_PASSPHRASE" in said.err


def test_a_bug_is_said_without_its_words(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise RuntimeError("Noor Verlinden")

    monkeypatch.setattr("eletdesk.cli.commands.check_desk", broken)
    said = terminal("check")
    assert said.code == FAILED
    assert is_one_sentence(said)
    assert "Noor" not in said.err


def test_ctrl_c_is_said(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("eletdesk.cli.commands.check_desk", stopped)
    said = terminal("check")
    assert said.code == FAILED
    assert is_one_sentence(said)
    terminal.opened().close()  # the desk was given back


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Er is geen dossier met dit nummer."),
        ("fr", "Aucun dossier ne porte ce numéro."),
        ("en", "There is no case with this number."),
    ],
)
def test_a_command_speaks_the_language_asked_for(terminal: Terminal, language: str, sentence: str) -> None:
    assert terminal("key", "nothing", "--language", language).err.strip() == sentence


@pytest.mark.parametrize(
    ("language", "word"),
    [("nl", "verwijsdossier"), ("fr", "dossier d'orientation"), ("en", "referral dossier")],
)
def test_help_speaks_the_language_of_the_preferences(terminal: Terminal, language: str, word: str) -> None:
    write_preferences(Preferences(language=language))
    assert word in terminal("--help").out


def test_the_list_that_the_terminal_reads_is_planned_as_on_the_screen(terminal: Terminal) -> None:
    path = Path(__file__).parents[1] / "data" / "samples" / "afwezigheden.csv"
    said = terminal("import", str(path), "--plan", "--json")
    desk = terminal.opened()
    plan = plan_import(desk, path)
    desk.close()
    assert said.data["people"] == len(plan.people)
    assert len(said.data["problems"]) == len(plan.problems)
