"""The part of the working day inside one case: every operation that takes text, with a word in each field."""

from datetime import timedelta
from typing import Any

from sqlmodel import Session

from eletdesk import clock
from eletdesk.desk.desk import Desk
from eletdesk.domain.absence import Absence
from eletdesk.domain.assessment import Assessment
from eletdesk.domain.care_step import CareActor, CareStep
from eletdesk.domain.consent import Consent, ConsentGiver, ConsentPurpose
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.goal import Goal, GoalReview, GoalState
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.network_member import MemberRole
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.rights_request import RequestKind, RightsRequest
from eletdesk.domain.situation import Occupation, Situation
from eletdesk.domain.time_out import TimeOut, TimeOutKind
from eletdesk.operations import (
    absences,
    answers,
    assessments,
    care_steps,
    consents,
    contacts,
    documents,
    drafts,
    follow_ups,
    goals,
    pathways,
    people,
    rights,
    sessions,
    situations,
    spells,
    tasks,
)
from eletdesk.operations.time_outs import record_time_out
from eletdesk.programmes.law.care_phases import care_phases
from eletdesk.programmes.law.life_domains import life_domains
from eletdesk.programmes.law.rights_rules import rights_rules
from eletdesk.queries.follow_ups import follow_ups as follow_ups_of
from eletdesk.queries.live_rows import live_rows
from tests.evidence.canary_words import a_day, word, words_for


def log_everything(desk: Desk, case_id: str) -> None:
    """Use each operation that takes text; the fields come from the tables themselves."""
    give_consent(desk, case_id)
    log_sessions(desk, case_id)
    desk.run(case_id, contacts.record_contact, happened_on=a_day(10), **words_for(ContactMoment))
    take_time_out(desk, case_id)
    desk.run(case_id, tasks.add_task, title=word("task.title"), rule=word("task.rule"), due_on=a_day(25))
    for place in ("document.content", "document.name"):
        name, content = f"{word('document.name')}.txt", f"{word('document.content')} {place}".encode()
        desk.run(case_id, documents.add_document, name=name, content=content * 900)
    desk.run(case_id, drafts.keep_draft, form=word("draft.form"), values={"note": word("draft.values")})
    miss_school(desk, case_id)
    work_on_goals(desk, case_id)
    look_after(desk, case_id)
    ask_for_rights(desk, case_id)
    desk.run(case_id, move_a_stage)


def give_consent(desk: Desk, case_id: str) -> None:
    said = words_for(Consent)
    for purpose in (
        ConsentPurpose.guidance,
        ConsentPurpose.share_with_naft,
        ConsentPurpose.share_with_school,
    ):
        desk.run(
            case_id, consents.record_consent, purpose=purpose, given_by=ConsentGiver.both, given_on=a_day(2),
            **said,
        )  # fmt: skip
    said.pop("assessment_ground")
    first = desk.run(
        case_id, consents.record_consent, purpose=ConsentPurpose.share_with_clb, given_by=ConsentGiver.parent,
        given_on=a_day(2), is_assessed_incapable=True, reason=word("consent.assessment_ground"), **said,
    )  # fmt: skip
    desk.run(case_id, consents.withdraw_consent, first.id, on=a_day(3), note=word("consent.note"))


def log_sessions(desk: Desk, case_id: str) -> None:
    """Plan, hold and change sessions; one stays out of an inspection copy, one is confidential."""
    naft = desk.programmes[("naft", 1)]
    held: dict[str, Any] = words_for(GuidanceSession)
    note = held.pop("note")
    desk.run(case_id, sessions.plan_session, held_on=a_day(20), **words_for(GuidanceSession))
    recorded = desk.run(
        case_id, sessions.record_session, held_on=a_day(9), minutes=45, programme=naft, note=note, **held
    )
    desk.run(case_id, sessions.change_session, recorded.id, note=note + " " + "lang verhaal " * 600)
    third = {name: word(f"third_{name}") for name in ("name", "phone", "email")}
    desk.run(case_id, people.add_member, role=MemberRole.youth_help, **third)
    desk.run(
        case_id, sessions.record_session, held_on=a_day(10), minutes=20, programme=naft,
        note=f"Samen met {third['name']} gepraat over {note}.",
    )  # fmt: skip
    out = desk.run(
        case_id, sessions.record_session, held_on=a_day(12), minutes=20, programme=naft,
        title=word("hidden_title"), note=word("withheld_note"), is_confidential=True,
    )  # fmt: skip
    ground = rights_rules().exclusions[0].code
    desk.run(case_id, rights.exclude_row, "guidance_session", out.id, [ground])


def take_time_out(desk: Desk, case_id: str) -> None:
    """Record one that the school hears of, and one longer than its rule allows."""
    desk.run(
        case_id, record_time_out, starts_on=a_day(16), ends_on=a_day(27), is_director_agreed=True,
        return_meeting_on=a_day(30), **words_for(TimeOut),
    )  # fmt: skip
    desk.run(
        case_id, record_time_out, kind=TimeOutKind.temporary_exclusion, starts_on=a_day(30),
        ends_on=a_day(30) + timedelta(days=60), limit_reason=word("time_out.limit_reason"),
    )  # fmt: skip


def miss_school(desk: Desk, case_id: str) -> None:
    said = words_for(Absence)
    desk.run(case_id, absences.record_absences, absent_on=a_day(12), reason=word("absence.note"), **said)
    desk.run(case_id, absences.record_absences, absent_on=a_day(9), until_on=a_day(10), code="B")
    row = desk.read(case_id, lambda session: live_rows(session, Absence)[-1].id)
    desk.run(case_id, absences.change_absence, row, note=word("absence.note"))


def work_on_goals(desk: Desk, case_id: str) -> None:
    domain = life_domains()[0].code
    goal = desk.run(case_id, goals.add_goal, agreed_on=a_day(9), life_domain=domain, **words_for(Goal))
    desk.run(case_id, goals.review_goal, goal.id, score=4, reviewed_on=a_day(16), **words_for(GoalReview))
    desk.run(case_id, goals.end_goal, goal.id, state=GoalState.partly_reached, ended_on=a_day(20))
    desk.run(
        case_id, assessments.record_assessment, scores={domain: 6}, assessed_on=a_day(9),
        **words_for(Assessment),
    )  # fmt: skip
    phase = care_phases().continuum[0].code
    desk.run(
        case_id, care_steps.record_care_step, phase=phase, actor=CareActor.school, started_on=a_day(9),
        **words_for(CareStep),
    )  # fmt: skip


def look_after(desk: Desk, case_id: str) -> None:
    """Say what somebody does now, start the terms, and write down what was found."""
    desk.run(
        case_id, situations.set_situation, occupation=Occupation.job_seeker, since_on=clock.today(),
        starts_clock=True, **words_for(Situation),
    )  # fmt: skip
    line = next(one for one in desk.read(case_id, follow_ups_of, clock.today()) if one.findings)
    desk.run(
        case_id, follow_ups.record_follow_up, line.row_id, outcome=line.findings[0][0], done_on=clock.today(),
        note=word("follow_up.note"),
    )  # fmt: skip


def ask_for_rights(desk: Desk, case_id: str) -> None:
    said = words_for(RightsRequest)
    decision = said.pop("decision")
    request = desk.run(
        case_id, rights.record_request, kind=RequestKind.inspection, received_on=a_day(9), **said
    )
    desk.run(
        case_id, rights.handle_request, request.id, handled_on=a_day(30), decision=decision,
        reason=word("rights_request.note"),
    )  # fmt: skip


def move_a_stage(session: Session) -> None:
    """Move a stage with a reason, which leaves a stage change with text in it."""
    from eletdesk.programmes.reading import load_programmes

    pathway = live_rows(session, Pathway)[0]
    naft = load_programmes()["naft", 1]
    reason = word("stage_change.reason")
    pathways.move_stage(
        session, pathway.id, programme=naft, to_stage="vraagverheldering", on=a_day(9), reason=reason
    )


def second_programme(desk: Desk, case_id: str) -> None:
    """Work with another programme: answer its questions, close it, open it again as a new spell."""
    das = desk.programmes[max(key for key in desk.programmes if key[0] == "das")]
    pathway = desk.run(
        case_id,
        pathways.start_pathway,
        programme=das,
        started_on=a_day(10),
        **words_for(Pathway, "outcome_note"),
    )
    for question in das.questions:
        if question.kind == "text":
            desk.run(
                case_id, answers.answer_question, pathway.id, programme=das, question=question.code,
                value=word("answer.value"),
            )  # fmt: skip
    desk.run(
        case_id, pathways.close_pathway, pathway.id, programme=das, outcome=das.outcomes[0].code,
        on=a_day(20), outcome_note=word("pathway.outcome_note"), reason=word("stage_change.reason"),
    )  # fmt: skip
    desk.run(
        case_id, spells.reopen_pathway, pathway.id, programme=das, on=a_day(20),
        reason=word("stage_change.reason"),
    )  # fmt: skip
