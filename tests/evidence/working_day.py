"""A working day with a made-up word in every text field, run in a process with a home of its own.

python -m tests.evidence.working_day FOLDER does everything and tells in JSON what was said.
"""

import io
import json
import os
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import Any

from eletdesk import cli, clock, log
from eletdesk.desk import steps
from eletdesk.desk.case_keys import case_key_hex
from eletdesk.desk.cases import bin_case, erase_case, restore_case
from eletdesk.desk.checking import check_desk
from eletdesk.desk.desk import Desk
from eletdesk.desk.dossier_files import newest_kind, preview_dossier
from eletdesk.desk.drafts import drop_desk_draft, keep_desk_draft
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.desk.opening import DeskOwner, create_desk, open_desk
from eletdesk.desk.passphrases import choose_passphrase
from eletdesk.desk.refresh import rebuild_register
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.network_member import MemberRole, NetworkMember
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.referral import Referral
from eletdesk.domain.young_person import YoungPerson
from eletdesk.errors import EletdeskError
from eletdesk.operations import referrals, sessions
from eletdesk.operations.bin import delete_row, restore_row
from eletdesk.queries.attention.sources import attention
from eletdesk.queries.case_head import case_head, case_sides
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.text_search import find_texts
from eletdesk.queries.register.views import index_cards, search_texts
from eletdesk.queries.timeline import timeline
from tests.desks import CHEAP
from tests.evidence.canary_words import STEM, a_day, word, words_for
from tests.evidence.day_of_the_case import log_everything, second_programme
from tests.evidence.day_of_the_desk import work_over_all
from tests.evidence.day_of_the_exports import let_all_leave
from tests.evidence.mishaps import LATER_PASSPHRASE, PASSPHRASE, go_wrong

FIRST_NAMES = (
    "Ilyas",
    "Noor",
    "Mathis",
    "Amina",
    "Jef",
    "Lotte",
    "Rayan",
    "Sofia",
    "Seppe",
    "Zeynep",
    "Wout",
    "Hanne",
)


def make_the_desk(folder: Path) -> Desk:
    owner = DeskOwner(word("owner_name"), word("owner_role"), word("organisation"), word("desk_name"))
    return create_desk(folder, PASSPHRASE, None, owner, kdf=CHEAP)


def open_the_case(desk: Desk) -> str:
    case = NewCase(
        words_for(YoungPerson),
        words_for(Enrolment),
        words_for(Pathway),
        (words_for(NetworkMember, role=MemberRole.mother),),
    )
    return new_case(desk, case, started_on=a_day(2))


def refer(desk: Desk, case_id: str) -> str:
    kind = newest_kind("naft")
    texts = words_for(Referral, "texts", "answer_reason")
    referral = desk.run(case_id, referrals.start_referral, kind=kind, **texts)
    for section in kind.sections:
        with suppress(EletdeskError):
            desk.run(
                case_id, referrals.write_section, referral.id, kind=kind, section=section.code,
                text=word("referral.texts"),
            )  # fmt: skip
    preview_dossier(desk, case_id, referral.id, "nl", {kind.sections[0].code: word("later")})
    return str(referral.id)


def tidy(desk: Desk, case_id: str) -> None:
    """Undo, redo, delete, bring back, bin and erase."""
    desk.run(case_id, sessions.record_session, held_on=a_day(11), minutes=30, note=word("later"))
    steps.undo(desk)
    steps.redo(desk)
    steps.undo(desk)
    row = desk.read(case_id, lambda session: live_rows(session, ContactMoment)[0].id)
    desk.run(case_id, delete_row, "contact_moment", row)
    desk.run(case_id, restore_row, "contact_moment", row)
    binned = new_case(desk, NewCase({"given_name": word("binned"), "remarks": word("binned") * 500}))
    bin_case(desk, binned)
    restore_case(desk, binned)
    bin_case(desk, binned)
    erase_case(desk, binned, word("erasure_reason"))
    keep_desk_draft(desk, "new_person", {"given_name": word("desk_draft")})
    keep_desk_draft(desk, "other", {"given_name": word("desk_draft")})
    drop_desk_draft(desk, "other")


def look_around(desk: Desk, case_id: str) -> None:
    desk.read(case_id, timeline)
    desk.read(case_id, case_head, a_day(22))
    desk.read(case_id, case_sides)
    desk.ask(search_texts, word("later"))
    desk.ask(find_texts, f"{word('later')}x {STEM}")
    desk.ask(attention, desk.ask(index_cards), clock.today(), desk.programmes)
    assert check_desk(desk).is_sound
    rebuild_register(desk)


def terminal(*arguments: str, passphrase: str = PASSPHRASE, code: int = 0) -> str:
    """Run a command of the terminal; return what it said to both sides."""
    os.environ["ELETDESK_PASSPHRASE"] = passphrase
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        got = cli.main(list(arguments))
    assert got == code, (arguments[0], got, said.getvalue())
    return said.getvalue()


def a_list(folder: Path) -> Path:
    import xlsxwriter

    path = folder / f"lijst {word('heading')}.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet(word("heading"))
        same = [word("young_person.given_name"), word("young_person.family_name")]
        rows = [
            ["voornaam", "naam", "geboortedatum", "school", word("heading")],
            ["Ylva", word("cell") + "a", word("cell"), "VTI", word("cell")],
            [*same, "1/1/2012", word("cell"), word("cell")],
        ]
        rows += [[name, word("cell"), "12/03/2011", word("cell"), word("cell")] for name in FIRST_NAMES]
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    (folder / "kapot.xlsx").write_bytes(b"PK\x03\x04" + word("cell").encode() * 50)
    return path


def at_the_terminal(root: Path, case_id: str) -> list[str]:
    """Do with commands what they can do, wrong passphrase and broken file among it."""
    at = ["--desk", str(root / "desk")]
    out = root / "chosen"
    (out / "secret.txt").write_text(word("pdf_password") + "\n", "utf-8")
    dossier = ["dossier", case_id, *at, "--reason", word("disclosure.purpose"), "--out"]
    return [
        terminal("import", str(a_list(root / "source")), *at),
        terminal("import", str(root / "source" / "kapot.xlsx"), *at, code=cli.program.REFUSED),
        terminal("import", str(root / "source" / f"{word('cell')}.csv"), *at, code=cli.program.REFUSED),
        terminal("cases", *at),
        terminal("cases", *at, passphrase=word("wrong_key"), code=cli.program.WRONG_PASSPHRASE),
        terminal("key", word("wrong_key"), *at, code=cli.program.FAILED),
        terminal("dossier", case_id, *at, "--preview", "--out", str(out / "voorbeeld.pdf")),
        terminal(*dossier, str(out / "dossier.pdf"), "--pdf-password-file", str(out / "secret.txt")),
        terminal("summary", *at, "--out", str(out / "summary")),
        terminal("summary", *at, "--figures"),
        terminal("rebuild", *at),
        terminal("check", *at),
    ]


def answer(desk: Desk, case_id: str, referral_id: str) -> None:
    """Keep the answer to a dossier that left."""
    desk.run(
        case_id, referrals.answer_referral, referral_id, is_accepted=False, answered_on=clock.today(),
        reason=word("referral.answer_reason"),
    )  # fmt: skip


def day(root: Path) -> dict[str, Any]:
    log.start_log()
    desk = make_the_desk(root / "desk")
    case_id = open_the_case(desk)
    log_everything(desk, case_id)
    referral_id = refer(desk, case_id)
    second_programme(desk, case_id)
    work_over_all(desk, case_id, root / "source")
    let_all_leave(desk, case_id, root / "chosen")
    errors = go_wrong(desk, case_id)
    tidy(desk, case_id)
    look_around(desk, case_id)
    desk.close()
    said = at_the_terminal(root, case_id)
    desk = open_desk(root / "desk", PASSPHRASE)
    answer(desk, case_id, referral_id)
    steps.undo(desk)
    steps.redo(desk)
    choose_passphrase(desk, LATER_PASSPHRASE, kdf=CHEAP)
    key = case_key_hex(desk, case_id)
    desk.close()
    return {"case_id": case_id, "said": said, "errors": errors, "key": key}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(day(Path(sys.argv[1]))))
