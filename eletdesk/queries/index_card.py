"""What the register keeps of a case: read in plain SQL, because a rebuild reads every case file."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from eletdesk.queries.absence_facts import AbsenceFact, read_absence_facts


@dataclass(frozen=True, slots=True)
class IndexCard:
    """One line of the caseload; dates are ISO text, empty where unknown."""

    case_id: str
    given_name: str = ""
    family_name: str = ""
    birth_on: str = ""
    gender: str = "unknown"
    is_belgian: int | None = None
    school: str = ""
    year_label: str = ""
    study: str = ""
    community: str = "flemish"
    pathway_id: str = ""
    programme: str = ""
    programme_version: int = 0
    stage: str = ""
    stage_since: str = ""
    started_on: str = ""
    closed_on: str = ""
    has_referrer: int = 0
    last_contact_on: str = ""
    next_step: str = ""
    next_on: str = ""
    time_out_from: str = ""
    time_out_until: str = ""
    return_meeting_on: str = ""
    time_out_id: str = ""
    open_tasks: int = 0
    drafts: int = 0
    draft_form: str = ""
    draft_saved_at: str = ""
    referral_id: str = ""
    referral_kind: str = ""
    referral_status: str = ""
    referral_due_on: str = ""
    consent_state: str = ""
    consent_until: str = ""
    consent_on: str = ""
    was_in_special_education: int = 0
    request_id: str = ""
    request_kind: str = ""
    request_due_on: str = ""
    school_record_number: str = ""

    @property
    def name(self) -> str:
        """Return given and family name."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True, slots=True)
class MomentFact:
    """One session or contact moment, without its note."""

    row_id: str
    kind: str
    on: str
    at: str
    minutes: int
    half_days: float
    level: str
    state: str
    title: str


@dataclass(frozen=True, slots=True)
class TaskFact:
    """One open task."""

    row_id: str
    title: str
    due_on: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DueFact:
    """A day on which something is due that is not a task: a return meeting, a look at how it goes."""

    row_id: str
    table: str
    on: str
    title_code: str


@dataclass(frozen=True, slots=True)
class PathwayRow:
    """One pathway with the stages it entered: pairs of stage and ISO date."""

    pathway_id: str
    programme: str
    version: int
    started_on: str
    closed_on: str
    outcome: str
    reasons: tuple[str, ...]
    stages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CaseIndex:
    """Everything that the register keeps of one case, text for searching apart."""

    card: IndexCard
    moments: tuple[MomentFact, ...]
    tasks: tuple[TaskFact, ...]
    pathways: tuple[PathwayRow, ...]
    dues: tuple[DueFact, ...] = ()
    absences: tuple[AbsenceFact, ...] = ()


#: Which row is the present one when there are several; eletdesk.queries.present_rows uses the same order.
PRESENT_PATHWAY = "closed_on IS NOT NULL, started_on DESC, id DESC"
PRESENT_ENROLMENT = "ended_on IS NOT NULL, started_on DESC, id DESC"

_MOMENTS = """
SELECT id, 'session', held_on, coalesce(starts_at, ''), minutes, half_days, level, attendance,
       CASE WHEN title <> '' THEN title ELSE place END FROM guidance_session WHERE deleted_at IS NULL
UNION ALL
SELECT c.id, 'contact', c.happened_on, coalesce(c.happened_at, ''), c.minutes, 0, '',
       CASE WHEN c.is_reached THEN c.medium ELSE 'not_reached' END,
       CASE WHEN c.with_whom <> '' THEN c.with_whom ELSE coalesce(m.name, '') END
FROM contact_moment c LEFT JOIN network_member m ON m.id = c.member_id WHERE c.deleted_at IS NULL
"""

_DUES = """
SELECT id, 'time_out', return_meeting_on, 'return_meeting' FROM time_out
WHERE deleted_at IS NULL AND return_meeting_on IS NOT NULL
UNION ALL
SELECT id, 'follow_up', due_on, clock FROM follow_up WHERE deleted_at IS NULL AND done_on IS NULL
"""


def read_index(connection: Any, case_id: str, today: date) -> CaseIndex:
    """Read what the register keeps of an open case file; connection is the driver's own."""
    moments = tuple(
        MomentFact(row_id, kind, on, at[:5], *rest)
        for row_id, kind, on, at, *rest in connection.execute(_MOMENTS)
    )
    tasks = tuple(
        TaskFact(*row)
        for row in connection.execute(
            "SELECT id, title, coalesce(due_on, ''), rule FROM task"
            " WHERE deleted_at IS NULL AND done_at IS NULL ORDER BY due_on IS NULL, due_on"
        )
    )
    pathways = _pathways(connection)
    card = _card(connection, case_id, moments, tasks, today)
    dues = tuple(DueFact(*row) for row in connection.execute(_DUES))
    return CaseIndex(card, moments, tasks, pathways, dues, read_absence_facts(connection))


def _pathways(connection: Any) -> tuple[PathwayRow, ...]:
    stages: dict[str, list[tuple[str, str]]] = {}
    for pathway_id, stage, on in connection.execute(
        "SELECT pathway_id, to_stage, changed_on FROM stage_change WHERE deleted_at IS NULL"
        " ORDER BY changed_on, id"
    ):
        stages.setdefault(pathway_id, []).append((stage, on))
    rows = connection.execute(
        "SELECT id, programme_code, programme_version, started_on, coalesce(closed_on, ''), outcome, reasons"
        " FROM pathway WHERE deleted_at IS NULL ORDER BY started_on, id"
    )
    return tuple(
        PathwayRow(
            pathway_id, programme, version, started, closed, outcome,
            tuple(json.loads(reasons)), tuple(stages.get(pathway_id, ())),
        )
        for pathway_id, programme, version, started, closed, outcome, reasons in rows
    )  # fmt: skip


def _first(connection: Any, sql: str, *values: Any) -> tuple[Any, ...] | None:
    found = connection.execute(sql, values).fetchone()
    return None if found is None else tuple(found)


def _card(
    connection: Any,
    case_id: str,
    moments: tuple[MomentFact, ...],
    tasks: tuple[TaskFact, ...],
    today: date,
) -> IndexCard:
    values: dict[str, Any] = {"case_id": case_id, "open_tasks": len(tasks)}
    for names, sql in _PARTS:
        found = _first(connection, sql)
        if found is not None:
            values |= {
                name: ("" if value is None and name != "is_belgian" else value)
                for name, value in zip(names, found, strict=True)
            }
    reached = [m.on for m in moments if m.state not in ("planned", "cancelled", "no_show", "not_reached")]
    values["last_contact_on"] = max(reached, default="")
    values |= _next_step(moments, tasks, today)
    return IndexCard(**values)


def _next_step(moments: tuple[MomentFact, ...], tasks: tuple[TaskFact, ...], today: date) -> dict[str, str]:
    planned = [(m.on, m.title) for m in moments if m.state == "planned" and m.on >= today.isoformat()]
    due = [(t.due_on, t.title) for t in tasks if t.due_on]
    steps = sorted(planned + due)
    if not steps:
        return {"next_step": tasks[0].title if tasks else "", "next_on": ""}
    return {"next_on": steps[0][0], "next_step": steps[0][1]}


_PARTS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("given_name", "family_name", "birth_on", "gender", "is_belgian", "school_record_number"),
        "SELECT given_name, family_name, birth_on, gender, is_belgian, school_record_number FROM young_person"
        " WHERE deleted_at IS NULL ORDER BY id LIMIT 1",
    ),
    (
        ("school", "year_label", "study", "community"),
        "SELECT school, year_label, study, community FROM enrolment WHERE deleted_at IS NULL"  # noqa: S608
        f" ORDER BY {PRESENT_ENROLMENT} LIMIT 1",
    ),
    (
        (
            "pathway_id",
            "programme",
            "programme_version",
            "stage",
            "stage_since",
            "started_on",
            "closed_on",
            "has_referrer",
        ),
        "SELECT p.id, p.programme_code, p.programme_version, p.stage,"
        " (SELECT max(changed_on) FROM stage_change s WHERE s.pathway_id = p.id AND s.deleted_at IS NULL"
        " AND s.from_stage <> s.to_stage),"  # the same stage twice is another version of the programme
        " p.started_on, p.closed_on,"
        " p.referrer <> '' AND p.referrer_centre <> '' AND p.referred_on IS NOT NULL"
        " FROM pathway p WHERE p.deleted_at IS NULL"
        " ORDER BY p.closed_on IS NOT NULL, p.started_on DESC, p.id DESC LIMIT 1",
    ),
    (
        ("time_out_from", "time_out_until", "return_meeting_on", "time_out_id"),
        "SELECT starts_on, ends_on, return_meeting_on, id FROM time_out WHERE deleted_at IS NULL"
        " ORDER BY ends_on DESC LIMIT 1",
    ),
    (
        ("drafts", "draft_form", "draft_saved_at"),
        "SELECT count(*), coalesce(max(form), ''), coalesce(max(saved_at), '') FROM draft"
        " WHERE deleted_at IS NULL",
    ),
    (
        ("referral_id", "referral_kind", "referral_status", "referral_due_on"),
        "SELECT id, kind, status, due_on FROM referral WHERE deleted_at IS NULL"
        " AND status NOT IN ('done', 'withdrawn', 'rejected') ORDER BY id DESC LIMIT 1",
    ),
    (
        ("was_in_special_education",),
        "SELECT coalesce(max(training_form <> 'none'), 0) FROM enrolment WHERE deleted_at IS NULL",
    ),
    (
        ("request_id", "request_kind", "request_due_on"),
        "SELECT id, kind, due_on FROM rights_request WHERE deleted_at IS NULL AND handled_on IS NULL"
        " ORDER BY due_on IS NULL, due_on LIMIT 1",
    ),
    (
        ("consent_state", "consent_until", "consent_on"),
        "SELECT state, valid_until, given_on FROM consent WHERE deleted_at IS NULL AND purpose = 'guidance'"
        " ORDER BY given_on DESC, id DESC LIMIT 1",
    ),
)
