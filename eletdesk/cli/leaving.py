"""Commands whose result leaves the desk: a summary, a dossier."""

import argparse
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.cli.answer import Answer
from eletdesk.cli.commands import find_case, opened
from eletdesk.cli.passphrase import read_secret
from eletdesk.desk.desk import Desk
from eletdesk.desk.dossier_files import issue_dossier, newest_kind, preview_dossier
from eletdesk.desk.summaries import export_summary, own_figures
from eletdesk.errors import InvalidInputError
from eletdesk.exports.save_export import propose_name, save_export
from eletdesk.statistics.facts import Period
from eletdesk.translation import _

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.domain.referral import Referral


def summary(arguments: argparse.Namespace, passphrase: str) -> Answer:
    """Write an anonymised summary, or show the own figures."""
    period = _period(arguments.first_day, arguments.last_day)
    with opened(arguments, passphrase) as desk:
        if arguments.figures:
            tables = own_figures(desk, period)
            lines = [line for t in tables for line in (t.title, *(f"  {r.label}: {r.count}" for r in t.rows))]
            data = {t.code: {row.code: row.count for row in t.rows} for t in tables}
            return Answer(tuple(lines), {"own_figures": data, "leaves": False})
        exported = export_summary(desk, period, arguments.out, arguments.language)
    refusals = exported.release.refusals
    lines = [str(path) for path in exported.files]
    lines += [_("{table}: not exported. {why}").format(table=r.title, why=r.sentence) for r in refusals]
    return Answer(
        tuple(lines),
        {
            "files": [str(path) for path in exported.files],
            "tables": [table.code for table in exported.release.tables],
            "refused": {refusal.code: str(refusal.kind) for refusal in refusals},
        },
    )


def _period(first: date | None, last: date | None) -> Period:
    """Return the period asked for, otherwise the present quarter up to today."""
    ends = last or clock.today()
    starts = first or ends.replace(day=1, month=3 * ((ends.month - 1) // 3) + 1)
    if ends < starts:
        raise InvalidInputError("last_day", _("The end is before the start."))
    return Period(starts, ends)


def dossier(arguments: argparse.Namespace, passphrase: str) -> Answer:
    """Make the referral dossier of a case: the file that leaves, or only a preview."""
    with opened(arguments, passphrase) as desk:
        case_id = find_case(desk, arguments.case)
        referral_id = _referral(desk, case_id, arguments)
        path = arguments.out or _default_path()
        if not os.access(path.parent, os.W_OK):  # before it is logged as sent
            raise InvalidInputError("out", _("The file cannot be put there. Choose another folder."))
        if arguments.preview:
            save_export(path, preview_dossier(desk, case_id, referral_id, arguments.dossier_language))
            return Answer((str(path),), {"file": str(path), "logged": False})
        secret = read_secret(arguments.pdf_password_file) if arguments.pdf_password_file else ""
        issued = issue_dossier(
            desk, case_id, referral_id,
            password=secret, reason=arguments.reason, language=arguments.dossier_language,
        )  # fmt: skip
        save_export(path, issued.content)
    lines = [str(path), f"SHA-256 {issued.sha256}"]
    if issued.is_draft:
        lines.append(_("Something is still missing: the file says that it is a draft."))
    return Answer(
        tuple(lines),
        {"file": str(path), "sha256": issued.sha256, "is_draft": issued.is_draft, "logged": True},
    )


def _default_path() -> Path:
    return Path(propose_name("dossier", clock.today(), "pdf"))


def _referral(desk: Desk, case_id: str, arguments: argparse.Namespace) -> str:
    """Return the referral of this kind that is being written, or start one."""
    from eletdesk.operations.referrals import set_recipient, start_referral  # noqa: PLC0415

    found = desk.read(case_id, _being_written, arguments.kind)
    kind = newest_kind(arguments.kind or "naft")
    if found is None:
        started = desk.run(
            case_id, start_referral,
            kind=kind, recipient=arguments.recipient,
            language=arguments.dossier_language or arguments.language,
        )  # fmt: skip
        return started.id
    if arguments.recipient:
        desk.run(case_id, set_recipient, found.id, recipient=arguments.recipient)
    return found.id


def _being_written(session: "Session", kind: str) -> "Referral | None":
    from eletdesk.domain.referral import Referral, ReferralStatus  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

    written = (ReferralStatus.draft, ReferralStatus.ready)
    open_ones = [r for r in live_rows(session, Referral) if r.status in written and kind in ("", r.kind)]
    return open_ones[-1] if open_ones else None
