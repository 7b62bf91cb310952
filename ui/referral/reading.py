"""Read from one case everything that the dossier page shows, in one go and free of the open file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.programmes.dossier_kinds import DossierKind
from eletdesk.queries.dossier.draft import PickableItems, ReadyState, SectionPrefill, SectionState
from ui.open_desk import OpenDesk

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.domain.referral import Referral

BEING_WRITTEN = ("draft", "ready")
WAITING = "sent"
DEFAULT_KIND = "naft"
SHOWN = {
    "referral", "disclosure", "consent", "young_person", "enrolment", "network_member", "pathway",
    "guidance_session", "contact_moment", "time_out", "document", "case", "goal", "care_step", "absence",
}  # fmt: skip
"""The subjects that a dossier is made of."""


@dataclass(frozen=True)
class LeftDossier:
    """One file that left: when, to whom, and whether it was a draft."""

    disclosure_id: str
    sent_at: datetime
    recipient: str
    is_draft: bool
    has_password: bool


@dataclass(frozen=True)
class DossierFacts:
    """A referral as the page needs it; a text is what the file says where nothing was written."""

    referral_id: str
    kind: DossierKind
    person: str
    programme: str
    status: str
    recipient: str
    recipient_contact: str
    is_bound: bool
    language: str
    due_on: date | None
    sent_on: date | None
    answered_on: date | None
    answer_reason: str
    states: tuple[SectionState, ...]
    texts: Mapping[str, str]
    written: frozenset[str]
    prefills: Mapping[str, SectionPrefill]
    shared: frozenset[str]
    items: PickableItems
    consent_gap: str
    to_fill: tuple[SectionState, ...]
    left: tuple[LeftDossier, ...]

    @property
    def may_change(self) -> bool:
        """Tell whether the dossier has not left yet."""
        return self.status in BEING_WRITTEN

    @property
    def missing(self) -> tuple[SectionState, ...]:
        """Return the sections that still miss something."""
        return tuple(state for state in self.states if state.state is ReadyState.missing)

    def state(self, code: str) -> SectionState:
        """Return how one section stands."""
        return next(state for state in self.states if state.code == code)


def open_referral(desk: OpenDesk, case_id: str) -> str:
    """Return the dossier that is being written in a case; start one where there is none."""
    from eletdesk.desk.dossier_files import newest_kind  # noqa: PLC0415
    from eletdesk.operations.referrals import start_referral  # noqa: PLC0415

    found = desk.read(case_id, _being_written)
    if found:
        return found
    return desk.run(case_id, start_referral, kind=newest_kind(DEFAULT_KIND)).id


def _being_written(session: "Session") -> str:
    from eletdesk.domain.referral import Referral  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

    rows = [row for row in live_rows(session, Referral) if row.status in BEING_WRITTEN]
    return rows[-1].id if rows else ""


def read_dossier(session: "Session", referral_id: str) -> DossierFacts:
    """Read a referral, how its sections stand, and what may go along."""
    from eletdesk.desk.dossier_files import dossier_kind  # noqa: PLC0415
    from eletdesk.domain.referral import Referral  # noqa: PLC0415
    from eletdesk.operations.finding import row_of  # noqa: PLC0415
    from eletdesk.queries.dossier import compose as dossier  # noqa: PLC0415
    from eletdesk.queries.dossier.items import pickable_items  # noqa: PLC0415

    row = row_of(session, Referral, referral_id)
    kind = dossier_kind(row.kind, row.kind_version)
    prefills = {
        section.code: dossier.prefill_section(session, kind, section.code, row) for section in kind.sections
    }
    return DossierFacts(
        referral_id=row.id,
        kind=kind,
        person=_name(session),
        programme=_programme(session),
        status=str(row.status.value),
        recipient=row.recipient,
        recipient_contact=row.recipient_contact,
        is_bound=row.is_recipient_bound,
        language=row.language,
        due_on=row.due_on,
        sent_on=row.sent_on,
        answered_on=row.answered_on,
        answer_reason=row.answer_reason,
        states=dossier.readiness(session, row, kind),
        texts={s.code: dossier.section_text(row, s, prefills[s.code]) for s in kind.sections},
        written=frozenset(row.texts),
        prefills=prefills,
        shared=frozenset(dossier.shared_sections(row, kind)),
        items=pickable_items(session, row),
        consent_gap=dossier.sharing_gap(session, kind, clock.today()),
        to_fill=dossier.parts_to_fill(session, row, kind),
        left=_left(session, row),
    )


def _programme(session: "Session") -> str:
    from eletdesk.queries.present_rows import present_pathway  # noqa: PLC0415

    pathway = present_pathway(session)
    return pathway.programme_code if pathway else ""


def _name(session: "Session") -> str:
    from eletdesk.domain.young_person import YoungPerson  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

    person = live_rows(session, YoungPerson)[0]
    return f"{person.given_name} {person.family_name}".strip()


def _left(session: "Session", referral: "Referral") -> tuple[LeftDossier, ...]:
    from eletdesk.domain.referral import Disclosure  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

    return tuple(
        LeftDossier(row.id, row.sent_at, row.recipient, row.is_draft, row.has_password)
        for row in live_rows(session, Disclosure)
        if row.referral_id == referral.id
    )
