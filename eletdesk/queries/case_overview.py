"""Everything that the page of one case shows, read at once."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from eletdesk.domain.draft import Draft
from eletdesk.domain.guidance_session import Attendance, GuidanceSession
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.referral import Referral
from eletdesk.domain.task import Task
from eletdesk.domain.time_out import TimeOut
from eletdesk.programmes.definition import Gate, Programme
from eletdesk.programmes.rules import missing_for
from eletdesk.queries.answers import AnsweredQuestion, answered_questions
from eletdesk.queries.case_head import CaseHead, CaseSides, case_head, case_sides
from eletdesk.queries.kept_files import DisclosureLine, DocumentLine, disclosure_lines, document_lines
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.pathway_facts import pathway_facts
from eletdesk.queries.timeline import TimelineItem, timeline

_DONE_TASKS_SHOWN = 20


@dataclass(frozen=True)
class CaseOverview:
    """The rows of one case for its page; all read-only."""

    head: CaseHead
    sides: CaseSides
    items: list[TimelineItem]
    planned: list[GuidanceSession]
    time_outs: list[TimeOut]
    done_tasks: list[Task]
    documents: list[DocumentLine]
    referrals: list[Referral]
    disclosures: list[DisclosureLine]
    draft: Draft | None
    missing: tuple[Gate, ...]
    answers: tuple[AnsweredQuestion, ...] = ()


def case_overview(
    session: Session,
    today: date,
    programme: Programme | None,
    draft_form: str,
    pathway_id: str = "",
    stage_labels: dict[str, str] | None = None,
) -> CaseOverview:
    """Read one case with its present pathway, or with the one named, whose programme is given.

    The draft of draft_form is given apart and left out of the timeline. The stage labels are the words for
    the stages of the other pathways, by pathway and stage.
    """
    head = case_head(session, today, pathway_id)
    labels = {stage.code: stage.label.said() for stage in programme.stages} if programme else {}
    labels |= stage_labels or {}
    draft = session.exec(
        select(Draft).where(Draft.form == draft_form, col(Draft.deleted_at).is_(None))
    ).first()
    shown_apart = draft.id if draft else ""
    sessions = [row for row in live_rows(session, GuidanceSession) if row.attendance is Attendance.planned]
    done = [task for task in live_rows(session, Task) if task.done_at is not None]
    done.sort(key=lambda task: task.done_at.isoformat() if task.done_at else "", reverse=True)
    return CaseOverview(
        head=head,
        sides=case_sides(session),
        items=[item for item in timeline(session, labels) if item.row_id != shown_apart],
        planned=sorted(sessions, key=lambda row: (row.held_on, row.starts_at is None, row.starts_at or 0)),
        time_outs=live_rows(session, TimeOut),
        done_tasks=done[:_DONE_TASKS_SHOWN],
        documents=document_lines(session),
        referrals=list(reversed(live_rows(session, Referral))),
        disclosures=disclosure_lines(session),
        draft=draft,
        missing=_missing(session, head.pathway, programme, today),
        answers=answered_questions(session, head.pathway.id, programme) if head.pathway and programme else (),
    )


def _missing(
    session: Session, pathway: Pathway | None, programme: Programme | None, today: date
) -> tuple[Gate, ...]:
    """Return what the next stage still asks for."""
    if pathway is None or programme is None:
        return ()
    following = programme.next_stage(pathway.stage)
    if following is None:
        return ()
    return missing_for(programme, following.code, pathway_facts(session, pathway, today), pathway.stage)
