"""What the register keeps of a case: read in plain SQL, because a rebuild reads every case file."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from eletdesk.queries.register.absence_facts import AbsenceFact, read_absence_facts
from eletdesk.queries.register.card_parts import CARD_PARTS
from eletdesk.queries.register.standing_card import attempts_since_reached, standing_values


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
    is_compulsory: int = 0
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
    place: str = ""
    tags: str = "[]"
    referrer: str = ""
    referrer_centre: str = ""
    #: Between school and work (standing_card); None is not known, changes_on the day the card is out of date.
    school_delay: int | None = None
    finality: str = ""
    exit_position: str = ""
    situation: str = ""
    situation_since: str = ""
    municipality_nis: str = ""
    region: str = ""
    is_early_leaver_flemish: int | None = None
    is_early_leaver_eurostat: int | None = None
    left_school_on: str = ""
    follow_up_due_on: str = ""
    follow_up_code: str = ""
    follow_up_id: str = ""
    follow_up_from: str = ""
    attempts_since_reached: int = 0
    changes_on: str = ""

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
class DoneFact:
    """One task that was done lately."""

    row_id: str
    title: str
    done_on: str


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
    done: tuple[DoneFact, ...] = ()


# What is confidential has no title in lists: these are seen by others, and may leave as a workbook.
_MOMENTS = """
SELECT id, 'session', held_on, coalesce(starts_at, ''), minutes, half_days, level, attendance,
       CASE WHEN title <> '' AND NOT is_confidential THEN title ELSE place END
FROM guidance_session WHERE deleted_at IS NULL
UNION ALL
SELECT c.id, 'contact', c.happened_on, coalesce(c.happened_at, ''), c.minutes, 0, '',
       CASE WHEN c.is_reached THEN c.medium ELSE 'not_reached' END,
       CASE WHEN c.is_confidential THEN '' WHEN c.with_whom <> '' THEN c.with_whom
            ELSE coalesce(m.name, '') END
FROM contact_moment c LEFT JOIN network_member m ON m.id = c.member_id WHERE c.deleted_at IS NULL
"""

DONE_DAYS = 60
"""A task that was done longer ago is looked up in its case."""

_DONE = "SELECT id, title, date(done_at) FROM task WHERE deleted_at IS NULL AND done_at >= ?"

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
    since = (today - timedelta(days=DONE_DAYS)).isoformat()
    done = tuple(DoneFact(*row) for row in connection.execute(_DONE, (since,)))
    return CaseIndex(card, moments, tasks, pathways, dues, read_absence_facts(connection), done)


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
    for names, sql in CARD_PARTS:
        found = _first(connection, sql)
        if found is not None:
            values |= {
                name: ("" if value is None and name != "is_belgian" else value)
                for name, value in zip(names, found, strict=True)
            }
    reached = [m.on for m in moments if m.state not in ("planned", "cancelled", "no_show", "not_reached")]
    values["last_contact_on"] = max(reached, default="")
    values["attempts_since_reached"] = attempts_since_reached(
        connection, ((m.on, m.row_id, m.state) for m in moments)
    )
    values |= standing_values(connection.execute, today)
    values |= _next_step(moments, tasks, today)
    return IndexCard(**values)


def _next_step(moments: tuple[MomentFact, ...], tasks: tuple[TaskFact, ...], today: date) -> dict[str, str]:
    planned = [(m.on, m.title) for m in moments if m.state == "planned" and m.on >= today.isoformat()]
    due = [(t.due_on, t.title) for t in tasks if t.due_on]
    steps = sorted(planned + due)
    if not steps:
        return {"next_step": tasks[0].title if tasks else "", "next_on": ""}
    return {"next_on": steps[0][0], "next_step": steps[0][1]}
