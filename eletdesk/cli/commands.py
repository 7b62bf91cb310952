"""What each command does, through the same functions that the screens use."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

from eletdesk.cli.answer import Answer
from eletdesk.cli.passphrase import ask_new_passphrase
from eletdesk.desk.case_keys import case_key_hex
from eletdesk.desk.caseload_import import import_caseload, plan_import, read_in_on
from eletdesk.desk.checking import check_desk
from eletdesk.desk.demo.desk import DEMO_PASSPHRASE, make_demo_desk
from eletdesk.desk.desk import Desk
from eletdesk.desk.opening import DeskOwner, create_desk, open_desk
from eletdesk.desk.passphrases import choose_passphrase
from eletdesk.desk.refresh import rebuild_register
from eletdesk.domain.names import initials
from eletdesk.errors import InvalidInputError, NotFoundError
from eletdesk.imports.describe import describe
from eletdesk.queries.register.views import index_cards
from eletdesk.storage.strength import judge
from eletdesk.storage.words import new_recovery_words
from eletdesk.translation import _, ngettext

DAMAGE_FOUND = 4


@contextmanager
def opened(arguments: argparse.Namespace, passphrase: str) -> Iterator[Desk]:
    """Open the desk for one command and close it again."""
    desk = open_desk(arguments.desk, passphrase)
    try:
        yield desk
    finally:
        desk.close()


def new(arguments: argparse.Namespace, passphrase: str) -> Answer:
    """Make a new desk; the recovery key is said once."""
    strength = judge(passphrase, [arguments.name, arguments.organisation])
    if not strength.is_enough:
        raise InvalidInputError("passphrase", strength.advice)
    words = new_recovery_words(arguments.language)
    owner = DeskOwner(name=arguments.name, organisation=arguments.organisation)
    create_desk(arguments.desk, passphrase, " ".join(words), owner).close()
    lines = (
        _("The desk is made. Write these 24 words down and keep them apart; they are shown once:"),
        *(f"{number:2}. {word}" for number, word in enumerate(words, 1)),
    )
    return Answer(lines, {"desk": str(arguments.desk), "recovery_words": words})


def demo(arguments: argparse.Namespace, _passphrase: str) -> Answer:
    """Make a demo desk."""
    desk = make_demo_desk(arguments.desk)
    count = len(desk.ask(index_cards))
    desk.close()
    line = ngettext("{count} invented young person. Passphrase: {words}",
                    "{count} invented young people. Passphrase: {words}", count)  # fmt: skip
    data = {"desk": str(arguments.desk), "cases": count, "passphrase": DEMO_PASSPHRASE}
    return Answer((line.format(count=count, words=DEMO_PASSPHRASE),), data)


def import_file(arguments: argparse.Namespace, passphrase: str) -> Answer:
    """Read a spreadsheet: show the plan, or write it."""
    with opened(arguments, passphrase) as desk:
        plan = plan_import(desk, arguments.file)
        lines = tuple(describe(plan))
        before = read_in_on(desk, arguments.file)
        if before is not None:
            again = _("You read this very list in on {date} already.").format(date=before.isoformat())
            lines = (again, *lines)
        data = {
            "people": len(plan.people),
            "skipped": [
                {"sheet": s.place.sheet, "row": s.place.row, "reason": s.reason} for s in plan.skipped
            ],
            "problems": [
                {"sheet": p.place.sheet, "row": p.place.row, "column": p.header, "reason": p.reason}
                for p in plan.problems
            ],
            "look_alikes": len(plan.look_alikes),
            "national_numbers": plan.national_numbers,
        }
        if arguments.plan:
            return Answer(lines, data)
        result = import_caseload(desk, plan, file=arguments.file)
    done = _("Written: {new} new cases, {merged} added to.").format(
        new=len(result.new_cases), merged=len(result.merged_cases)
    )
    data |= {"new_cases": list(result.new_cases), "merged_cases": list(result.merged_cases)}
    return Answer((*lines, done), data)


def cases(arguments: argparse.Namespace, passphrase: str) -> Answer:
    """List cases by number and initials: a terminal's history is no place for names."""
    with opened(arguments, passphrase) as desk:
        cards = desk.ask(index_cards)
    rows = [(card.case_id, initials(card.given_name, card.family_name), card.stage) for card in cards]
    lines = tuple("  ".join(row) for row in rows)
    return Answer(
        lines, {"cases": [dict(zip(("case", "initials", "stage"), row, strict=True)) for row in rows]}
    )


def find_case(desk: Desk, wanted: str) -> str:
    """Return the one case whose number begins like this."""
    found = [row.case_id for row in desk.file.case_keys() if row.case_id.startswith(wanted)]
    if not found:
        raise NotFoundError(_("There is no case with this number."))
    if len(found) > 1:
        raise InvalidInputError("case", _("Several cases begin like this. Give more of the number."))
    return found[0]


def check(arguments: argparse.Namespace, passphrase: str) -> Answer:
    """Check every file; exit code 4 when something is damaged."""
    with opened(arguments, passphrase) as desk:
        report = check_desk(desk)
    lines = [
        ngettext("{count} case checked.", "{count} cases checked.", report.checked).format(
            count=report.checked
        )
    ]
    lines += [f"{problem.case_id}  {problem.sentence}" for problem in report.problems]
    lines += [_("Not of this desk: {name}").format(name=name) for name in report.strangers]
    lines.append(_("Everything is in order.") if report.is_sound else _("Something is damaged."))
    data = {
        "checked": report.checked,
        "problems": [asdict(problem) for problem in report.problems],
        "strangers": list(report.strangers),
        "is_sound": report.is_sound,
    }
    return Answer(tuple(lines), data, 0 if report.is_sound else DAMAGE_FOUND)


def rebuild(arguments: argparse.Namespace, passphrase: str) -> Answer:
    """Make the register again from the case files."""
    with opened(arguments, passphrase) as desk:
        count = rebuild_register(desk)
        problems = dict(desk.problems)
    line = ngettext("{count} case read.", "{count} cases read.", count).format(count=count)
    lines = (line, *(f"{case_id}  {sentence}" for case_id, sentence in problems.items()))
    return Answer(lines, {"cases": count, "problems": problems}, DAMAGE_FOUND if problems else 0)


def key(arguments: argparse.Namespace, passphrase: str) -> Answer:
    """Print the key of one case file."""
    with opened(arguments, passphrase) as desk:
        case_id = find_case(desk, arguments.case)
        text = case_key_hex(desk, case_id)
        path = desk.case_path(case_id)
    lines = (_("File: {path}").format(path=path), f"PRAGMA key = \"x'{text}'\";")
    return Answer(lines, {"case": case_id, "file": str(path), "key": text})


def passphrase(arguments: argparse.Namespace, present: str) -> Answer:
    """Choose another passphrase; the recovery key stays as it is."""
    wanted = ask_new_passphrase(arguments.new_passphrase_file)
    with opened(arguments, present) as desk:
        choose_passphrase(desk, wanted)
    return Answer((_("The new passphrase opens the desk from now on."),), {"changed": True})
