"""Everything that the worker lets leave the desk on the working day, each into the folder that she chose."""

from pathlib import Path

from eletdesk.desk.calendar_export import CalendarChoice, export_calendar
from eletdesk.desk.case_views import case_views, filtered_cards
from eletdesk.desk.caseload_export import export_rows
from eletdesk.desk.cases import bin_case
from eletdesk.desk.code_lines_export import export_code_lines
from eletdesk.desk.desk import Desk
from eletdesk.desk.groups.report import export_activity_report
from eletdesk.desk.groups.views import ActivityFilter
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.desk.own_versions import save_definition_file
from eletdesk.desk.retention import destroy_case
from eletdesk.desk.rights_files import issue_inspection_copy, preview_inspection_copy
from eletdesk.desk.trajectory_page import issue_trajectory_page, preview_trajectory_page
from eletdesk.domain.consent import Consent, ConsentGiver, ConsentPurpose
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.network_member import MemberRole, NetworkMember
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.school_calendar import Community, SchoolYear
from eletdesk.domain.young_person import YoungPerson
from eletdesk.exports.save_export import propose_name, save_export
from eletdesk.operations import consents, contacts, pathways, sessions
from eletdesk.queries.inspection_copy import Asker
from eletdesk.queries.live_rows import live_rows
from tests.evidence.canary_words import a_day, word, words_for


def let_all_leave(desk: Desk, case_id: str, chosen: Path) -> None:
    """Make every export; what a second one may hold more than the first is a file of its own."""
    desk.run(case_id, sessions.plan_session, held_on=a_day(26), **words_for(GuidanceSession))
    for with_names in (False, True):
        place = chosen / f"calendar-{'names' if with_names else 'initials'}.ics"
        export_calendar(desk, CalendarChoice(a_day(1), a_day(30), with_names=with_names), place)
    copies(desk, case_id, chosen)
    pages(desk, case_id, chosen)
    year = SchoolYear(2026, Community.flemish)
    code_lines = chosen / "code-lines.xlsx"
    export_code_lines(desk, case_id, year, code_lines, recipient=word("disclosure.recipient"))
    export_activity_report(desk, ActivityFilter(), chosen / "group-report.xlsx")
    newest = max(key for key in desk.programmes if key[0] == "sas")
    save_definition_file(chosen / propose_name("sas", a_day(9), "toml"), desk.programmes[newest].text)
    caseload(desk, chosen)
    save_export(chosen / "certificate.pdf", destroy(desk))


def copies(desk: Desk, case_id: str, chosen: Path) -> None:
    """Make the copy of the file for the young person, to look at, to hand over, and with a password."""
    asker = Asker(word("young_person.given_name"))
    save_export(chosen / "inspection-preview.pdf", preview_inspection_copy(desk, case_id, asker, "nl"))
    save_export(chosen / "inspection.pdf", issue_inspection_copy(desk, case_id, asker, "nl"))
    parent = Asker(word("asker"), is_young_person=False)
    locked = issue_inspection_copy(desk, case_id, parent, "fr", password=word("pdf_password"))
    save_export(chosen / "inspection-locked.pdf", locked)


def pages(desk: Desk, case_id: str, chosen: Path) -> None:
    """Make the trajectory on one page, without and with the name."""
    days = (a_day(1), a_day(30))
    short = preview_trajectory_page(desk, case_id, *days, language="nl", with_name=False)
    save_export(chosen / "trajectory-initials.pdf", short)
    named = issue_trajectory_page(desk, case_id, *days, language="fr", with_name=True)
    save_export(chosen / "trajectory-name.pdf", named)


def caseload(desk: Desk, chosen: Path) -> None:
    """Export the rows of the kept view, names as initials."""
    from eletdesk.domain.names import initials

    view = next(view for view in case_views(desk) if not view.is_shipped)
    cards = filtered_cards(desk, view.filter, a_day(22))
    rows = [[initials(card.given_name, card.family_name), card.school, card.stage] for card in cards]
    place, conditions = chosen / "caseload-initials.xlsx", [word("filter_words")]
    export_rows(desk, ["Jongere", "School", "Fase"], rows, place, names="initials", conditions=conditions)


def destroy(desk: Desk) -> bytes:
    """Destroy a closed file in which each field holds a word; return the certificate."""
    everything = NewCase(
        words_for(YoungPerson), words_for(Enrolment), words_for(Pathway),
        (words_for(NetworkMember, role=MemberRole.mother),),
    )  # fmt: skip
    case_id = new_case(desk, everything, started_on=a_day(2))
    naft = desk.programmes[("naft", 1)]
    desk.run(case_id, contacts.record_contact, happened_on=a_day(10), **words_for(ContactMoment))
    desk.run(
        case_id, sessions.record_session, held_on=a_day(9), minutes=45, programme=naft,
        note=word("destroyed") * 300,
    )  # fmt: skip
    desk.run(
        case_id, consents.record_consent, purpose=ConsentPurpose.guidance, given_by=ConsentGiver.both,
        given_on=a_day(2), **words_for(Consent),
    )  # fmt: skip
    pathway = desk.read(case_id, lambda session: live_rows(session, Pathway)[0].id)
    desk.run(
        case_id, pathways.close_pathway, pathway, programme=naft, outcome=naft.outcomes[0].code, on=a_day(20),
        outcome_note=word("pathway.outcome_note"), reason=word("destroyed"),
    )  # fmt: skip
    bin_case(desk, case_id)
    return destroy_case(desk, case_id, "nl")
