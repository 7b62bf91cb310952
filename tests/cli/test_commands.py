"""Each command of the terminal does what the screen does, through the same operations."""

import io
from pathlib import Path

import pytest
from pypdf import PasswordType, PdfReader

from eletdesk.desk.dossier_files import issued_file
from eletdesk.desk.opening import open_desk, open_desk_with_recovery
from eletdesk.domain.referral import Disclosure
from eletdesk.errors import WrongPassphraseError
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.views import index_cards
from tests.cli.conftest import Terminal
from tests.desks import PASSPHRASE

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
REASON = "Op vraag van Noor en haar moeder."


def test_new_makes_a_desk_that_both_secrets_open(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    said = terminal(
        "new", "--desk", str(folder), "--name", "Sara Maes", "--organisation", "Groeikracht", "--json"
    )
    assert (said.code, said.err) == (0, "")
    words = said.data["recovery_words"]
    assert len(words) == 24
    desk = open_desk(folder, PASSPHRASE)
    assert (desk.worker, desk.file.setting("organisation")) == ("Sara Maes", "Groeikracht")
    assert not desk.is_demo
    desk.close()
    open_desk_with_recovery(folder, " ".join(words)).close()


def test_new_numbers_the_words_for_a_person(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal("new", "--desk", str(tmp_path / "mine"))
    lines = said.out.splitlines()
    assert said.code == 0
    assert len(lines) == 25
    assert lines[1].split()[0] == "1."
    assert lines[24].split()[0] == "24."


def test_new_leaves_a_desk_that_is_there_alone(terminal: Terminal) -> None:
    before = (terminal.folder / "desk.key").read_bytes()
    said = terminal("new", "--json")
    assert (said.code, said.data["field"]) == (6, "folder")
    assert (terminal.folder / "desk.key").read_bytes() == before


def test_new_refuses_a_weak_passphrase(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ELETDESK_PASSPHRASE", "zomer2026")
    said = terminal("new", "--desk", str(tmp_path / "mine"), "--json")
    assert (said.code, said.data["field"]) == (6, "passphrase")
    assert "zomer2026" not in said.out + said.err
    assert not (tmp_path / "mine").exists()


def test_demo_makes_forty_invented_people(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal("demo", "--desk", str(tmp_path / "demo"), "--json")
    assert (said.code, said.data["cases"]) == (0, 40)
    desk = open_desk(tmp_path / "demo", said.data["passphrase"])
    assert desk.is_demo
    assert len(desk.ask(index_cards)) == 40
    desk.close()


def test_import_shows_its_plan_and_writes_nothing(terminal: Terminal) -> None:
    said = terminal("import", str(SAMPLES / "suivi_eleves.csv"), "--plan", "--json")
    assert (said.code, said.data["people"]) == (0, 20)
    assert [row["reason"] for row in said.data["skipped"]] == ["header"]
    assert "new_cases" not in said.data
    desk = terminal.opened()
    assert len(desk.ask(index_cards)) == 3
    desk.close()


def test_import_writes_the_list(terminal: Terminal) -> None:
    said = terminal("import", str(SAMPLES / "suivi_eleves.csv"), "--json")
    assert said.code == 0
    assert len(said.data["new_cases"]) == said.data["people"] == 20
    desk = terminal.opened()
    assert len(desk.ask(index_cards)) == 3 + len(said.data["new_cases"])
    assert set(said.data["new_cases"]) <= {card.case_id for card in desk.ask(index_cards)}
    desk.close()


def test_import_says_in_sentences_what_it_would_do_and_no_name(terminal: Terminal) -> None:
    said = terminal("import", str(SAMPLES / "caseload_naft.xlsx"), "--plan")
    assert said.code == 0
    assert "52" in said.out.splitlines()[0]
    assert any("17" in line for line in said.out.splitlines())
    for name in ("Hamza", "Salma", "Broeck", "Noor"):
        assert name not in said.out


def test_cases_tells_numbers_and_initials_never_names(terminal: Terminal, case_ids: list[str]) -> None:
    said = terminal("cases", "--json")
    assert sorted(row["case"] for row in said.data["cases"]) == case_ids
    assert {row["initials"] for row in said.data["cases"]} == {"NV", "IB", "ZA"}
    both = said.out + terminal("cases").out
    for name in ("Noor", "Verlinden", "Ilyas", "Bensalem", "Zeynep", "Aydın", "Linde"):
        assert name not in both


def test_check_finds_a_sound_desk_in_order(terminal: Terminal) -> None:
    said = terminal("check", "--json")
    assert said.code == 0
    assert said.data == {"checked": 3, "problems": [], "strangers": [], "is_sound": True}


def test_check_names_the_damaged_file_and_the_stranger(terminal: Terminal, case_ids: list[str]) -> None:
    path = terminal.folder / "cases" / f"{case_ids[1]}.eletcase"
    content = bytearray(path.read_bytes())
    content[9000] ^= 4
    path.write_bytes(content)
    (terminal.folder / "cases" / "conflict.eletcase").write_bytes(b"x" * 4096)
    said = terminal("check", "--json")
    assert said.code == 4
    assert [(one["case_id"], one["kind"]) for one in said.data["problems"]] == [
        (case_ids[1], "DamagedFileError")
    ]
    assert said.data["strangers"] == ["conflict.eletcase"]
    assert path.read_bytes() == bytes(content)
    spoken = terminal("check")
    assert (spoken.code, spoken.err) == (4, "")
    assert case_ids[1] in spoken.out


def test_rebuild_makes_the_register_again(terminal: Terminal) -> None:
    desk = terminal.opened()
    before = desk.ask(index_cards)
    desk.close()
    (terminal.folder / "register.db").unlink()
    said = terminal("rebuild", "--json")
    assert (said.code, said.data) == (0, {"cases": 3, "problems": {}})
    desk = terminal.opened()
    assert desk.ask(index_cards) == before
    desk.close()


def test_rebuild_tells_which_case_could_not_be_read(terminal: Terminal, case_ids: list[str]) -> None:
    (terminal.folder / "cases" / f"{case_ids[0]}.eletcase").write_bytes(b"")
    said = terminal("rebuild", "--json")
    assert said.code == 4
    assert list(said.data["problems"]) == [case_ids[0]]


def test_key_prints_what_another_program_needs(terminal: Terminal, case_ids: list[str]) -> None:
    said = terminal("key", case_ids[0], "--json")
    assert (said.code, said.data["case"]) == (0, case_ids[0])
    assert len(bytes.fromhex(said.data["key"])) == 32
    assert Path(said.data["file"]).is_file()
    spoken = terminal("key", case_ids[0])
    assert spoken.out.splitlines()[1] == f"PRAGMA key = \"x'{said.data['key']}'\";"


def test_passphrase_changes_and_the_old_one_is_gone(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ELETDESK_NEW_PASSPHRASE", "ladder zee wandeling molen kaars")
    said = terminal("passphrase", "--json")
    assert (said.code, said.data) == (0, {"changed": True})
    with pytest.raises(WrongPassphraseError):
        terminal.opened()
    terminal.opened("ladder zee wandeling molen kaars").close()


def test_passphrase_refuses_a_weak_one(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("kort\n", "utf-8")
    said = terminal("passphrase", "--new-passphrase-file", str(tmp_path / "new.txt"), "--json")
    assert (said.code, said.data["field"]) == (6, "passphrase")
    terminal.opened().close()


def test_summary_shows_the_own_figures_and_writes_nothing(terminal: Terminal, tmp_path: Path) -> None:
    period = ("--from", "2026-09-01", "--to", "2026-12-31")
    said = terminal("summary", *period, "--figures", "--out", str(tmp_path / "out"), "--json")
    assert said.code == 0
    assert said.data["leaves"] is False
    assert 3 in said.data["own_figures"]["people"].values()
    assert not (tmp_path / "out").exists()


def test_summary_of_three_people_does_not_leave(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal("summary", "--from", "2026-09-01", "--to", "2026-12-31", "--out", str(tmp_path / "out"))
    assert (said.code, said.out) == (6, "")
    assert not list(tmp_path.glob("out/*"))


def test_summary_of_many_people_is_written(terminal: Terminal, tmp_path: Path) -> None:
    written = terminal("import", str(SAMPLES / "suivi_eleves.csv"))
    assert (written.code, "20" in written.out.splitlines()[-1]) == (0, True)
    period = ("--from", "2026-01-01", "--to", "2026-12-31")
    said = terminal("summary", *period, "--out", str(tmp_path / "out"), "--json")
    assert said.code == 0
    files = [Path(name) for name in said.data["files"]]
    assert {path.suffix for path in files} == {".xlsx", ".csv", ".json"}
    assert sorted(files) == sorted((tmp_path / "out").iterdir())
    assert said.data["tables"]


def test_summary_refuses_a_period_that_ends_before_it_starts(terminal: Terminal) -> None:
    said = terminal("summary", "--from", "2026-12-31", "--to", "2026-09-01", "--json")
    assert (said.code, said.data["field"]) == (6, "last_day")


def disclosures(terminal: Terminal, case_id: str) -> list[Disclosure]:
    desk = terminal.opened()
    found: list[Disclosure] = desk.read(case_id, lambda session: live_rows(session, Disclosure))
    desk.close()
    return found


def test_dossier_preview_leaves_no_trace_of_leaving(
    terminal: Terminal, case_ids: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "preview.pdf"
    said = terminal("dossier", case_ids[0], "--preview", "--out", str(path), "--recipient", "CLB", "--json")
    assert (said.code, said.data) == (0, {"file": str(path), "logged": False})
    assert path.read_bytes().startswith(b"%PDF")
    assert disclosures(terminal, case_ids[0]) == []


def test_dossier_asks_why_when_no_consent_holds(
    terminal: Terminal, case_ids: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "dossier.pdf"
    said = terminal("dossier", case_ids[0], "--out", str(path), "--recipient", "Groeikracht", "--json")
    assert (said.code, said.data["error"], said.data["field"]) == (6, "ReasonNeededError", "reason")
    assert not path.exists()


def test_rule_11_a_worrying_file_does_not_leave_with_a_part_empty(
    terminal: Terminal, case_ids: list[str], tmp_path: Path
) -> None:
    """Rule 11. Source: agodi.be: situation, chronology and motivation."""
    path = tmp_path / "dossier.pdf"
    said = terminal(
        "dossier", case_ids[0], "--kind", "agodi_zorgwekkend", "--out", str(path), "--recipient", "AGODI",
        "--json",
    )  # fmt: skip
    assert (said.code != 0, said.data["error"], said.data["field"]) == (True, "InvalidInputError", "section")
    assert not path.exists()
    assert disclosures(terminal, case_ids[0]) == []


def test_dossier_that_leaves_is_kept_with_its_hash(
    terminal: Terminal, case_ids: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "dossier.pdf"
    said = terminal(
        "dossier", case_ids[0], "--out", str(path), "--recipient", "Groeikracht", "--reason", REASON,
        "--dossier-language", "fr", "--json",
    )  # fmt: skip
    assert (said.code, said.data["logged"], said.data["is_draft"]) == (0, True, True)
    (kept,) = disclosures(terminal, case_ids[0])
    assert (kept.sha256, kept.purpose, kept.language) == (said.data["sha256"], REASON, "fr")
    desk = terminal.opened()
    assert issued_file(desk, case_ids[0], kept.id) == path.read_bytes()
    desk.close()


def test_dossier_gets_its_password_from_a_file(
    terminal: Terminal, case_ids: list[str], tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("negen-lampen-9\n", "utf-8")
    path = tmp_path / "dossier.pdf"
    said = terminal(
        "dossier", case_ids[0], "--out", str(path), "--recipient", "Groeikracht", "--reason", REASON,
        "--pdf-password-file", str(tmp_path / "secret"),
    )  # fmt: skip
    assert said.code == 0
    reader = PdfReader(io.BytesIO(path.read_bytes()))
    assert reader.decrypt("iets") is PasswordType.NOT_DECRYPTED
    assert reader.decrypt("negen-lampen-9") is not PasswordType.NOT_DECRYPTED
    assert "negen-lampen-9" not in said.out + said.err


def test_a_dossier_that_cannot_be_put_anywhere_is_not_logged_as_sent(
    terminal: Terminal, case_ids: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "nergens" / "dossier.pdf"
    said = terminal(
        "dossier", case_ids[0], "--out", str(path), "--recipient", "Groeikracht", "--reason", REASON, "--json"
    )
    assert (said.code, said.data["field"]) == (6, "out")
    assert disclosures(terminal, case_ids[0]) == []


def test_a_day_that_does_not_exist_is_said_in_one_sentence(terminal: Terminal) -> None:
    said = terminal("summary", "--from", "31-02-2026")
    assert said.code == 2
    assert "fromisoformat" not in said.err
    assert "2026-11-23" in said.err
