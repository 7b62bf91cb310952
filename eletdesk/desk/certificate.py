"""The certificate that a file was destroyed: what, when, by which rule, and what could not be reached."""

from datetime import date
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.exports.dossier_content import DossierContent, DossierSection
from eletdesk.exports.pdf.dossier import render_dossier
from eletdesk.queries.dates_in_words import day_in_words, period_in_words
from eletdesk.translation import _, ngettext, speaking

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.desk.desk import Desk


def certificate_of(desk: "Desk", case_id: str, language: str) -> bytes:
    """Return the certificate for a file that is still there: it names the file by its number only."""
    with speaking(language):
        return render_dossier(_content(desk, case_id, language))


def _content(desk: "Desk", case_id: str, language: str) -> DossierContent:
    today = clock.today()
    organisation = str(desk.file.setting("organisation", ""))
    born, pathways, copies = desk.read(case_id, _facts)
    periods = [period for _code, _version, period in pathways]
    rules = dict.fromkeys(_rule(desk, case_id, code, version) for code, version, _period in pathways)
    rows = [
        (_("Number of the file"), case_id),
        (_("Year of birth"), born),
        *((_("Guidance"), period) for period in periods),
        *((_("Rule"), rule) for rule in rules),
        (_("Destroyed on"), day_in_words(today)),
        (_("By"), ", ".join(filter(None, (desk.worker, organisation)))),
    ]
    how = _(
        "The key of this file was destroyed. Without it nobody can read the file, nor any copy of it that is "
        "still encrypted: not the makers of the program, not the organisation."
    )
    return DossierContent(
        kind="certificate", language=language, title=_("Certificate of destruction"), young_person="",
        made_by=desk.worker, organisation=organisation, recipient="", made_on=today,
        sections=(
            DossierSection("file", _("The file"), rows=tuple((name, value) for name, value in rows if value)),
            DossierSection("how", _("How"), paragraphs=(how,)),
            DossierSection("out_of_reach", _("What could not be reached"), bullets=tuple(copies)),
        ),
        signatures=(_("Destroyed by"), _("Seen by")),
    )  # fmt: skip


def _rule(desk: "Desk", case_id: str, code: str, version: int) -> str:
    """Return the term of a programme with its source, or that of the organisation."""
    from eletdesk.desk.retention import own_terms  # noqa: PLC0415

    retention = desk.programme_of(case_id, code, version).retention
    if retention.code in own_terms(desk):
        return _("term of the organisation")
    return f"{retention.label.said()} ({retention.basis.source.title.said()})"


def _facts(session: "Session") -> tuple[str, list[tuple[str, int, str]], list[str]]:
    """Return the year of birth, each pathway with its period, and the copies that left the desk."""
    from eletdesk.domain.pathway import Pathway  # noqa: PLC0415
    from eletdesk.domain.referral import Disclosure  # noqa: PLC0415
    from eletdesk.domain.young_person import YoungPerson  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

    person = live_rows(session, YoungPerson)[0]
    pathways = [
        (row.programme_code, row.programme_version, period_in_words(row.started_on, row.closed_on))
        for row in sorted(live_rows(session, Pathway), key=lambda row: row.started_on)
    ]
    sent = live_rows(session, Disclosure)
    said = ngettext(
        "{count} dossier that was handed over: its receiver keeps it by their own rules.",
        "{count} dossiers that were handed over: their receivers keep them by their own rules.",
        len(sent),
    )
    copies = [said.format(count=len(sent))] if sent else []
    copies.append(_("Copies that somebody printed, saved or backed up outside this program."))
    return str(_year(person.birth_on)), pathways, copies


def _year(birth_on: date | None) -> str:
    return str(birth_on.year) if birth_on else ""
