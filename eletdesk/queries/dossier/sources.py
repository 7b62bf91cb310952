"""What the case file says for each prefill code of a dossier section."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.consent import Consent, ConsentPurpose, ConsentState
from eletdesk.domain.enrolment import Enrolment, Finality
from eletdesk.domain.labels import label
from eletdesk.domain.network_member import MemberRole, NetworkMember
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.referral import Referral
from eletdesk.domain.school_calendar import school_year_of
from eletdesk.domain.time_out import TimeOut, TimeOutKind
from eletdesk.domain.young_person import Gender, YoungPerson
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.dossier_kinds import DossierKind
from eletdesk.queries.consent_gap import last_answer
from eletdesk.queries.dates_in_words import day_in_words, period_in_words
from eletdesk.queries.dossier import care as dossier_care
from eletdesk.queries.dossier.draft import PickableItem, SectionPrefill
from eletdesk.queries.dossier.items import pickable_items
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.present_rows import present_enrolment, present_pathway, programme_in_case
from eletdesk.translation import _, language, ngettext

Row = tuple[str, str]
_SANCTIONS = (TimeOutKind.temporary_exclusion, TimeOutKind.preventive_suspension)
_HELP = (MemberRole.youth_help, MemberRole.employment_service)
_PRIVATE_NETWORK = (MemberRole.family, MemberRole.other)


@dataclass(frozen=True)
class DossierCase:
    """What is read once for a whole dossier; rows in the bin are left out."""

    session: Session
    referral: Referral
    kind: DossierKind
    person: YoungPerson
    enrolments: tuple[Enrolment, ...]
    members: tuple[NetworkMember, ...]
    pathway: Pathway | None

    @classmethod
    def read(cls, session: Session, referral: Referral, kind: DossierKind) -> "DossierCase":
        """Read what the sections need."""
        person = live_rows(session, YoungPerson)[0]
        enrolments = sorted(live_rows(session, Enrolment), key=lambda row: row.started_on or date.min)
        members = live_rows(session, NetworkMember)
        pathway = present_pathway(session)
        return cls(session, referral, kind, person, tuple(enrolments), tuple(members), pathway)

    @property
    def name(self) -> str:
        """Return given and family name."""
        return f"{self.person.given_name} {self.person.family_name}".strip()

    @property
    def programme(self) -> Programme | None:
        """Return the programme of the pathway, in the version it was started with."""
        if self.pathway is None:
            return None
        return programme_in_case(self.session, self.pathway)


def filled(*rows: Row) -> tuple[Row, ...]:
    """Return the rows that have something to say."""
    return tuple((name, value.strip()) for name, value in rows if value.strip())


def _identity(case: DossierCase) -> SectionPrefill:
    person = case.person
    place = f"{person.postcode} {person.place}".strip()
    spoken = person.home_language
    if person.needs_interpreter:
        spoken = ", ".join(part for part in (spoken, _("interpreter needed")) if part)
    rows = filled(
        (_("Name"), case.name),
        (_("Born"), day_in_words(person.birth_on) if person.birth_on else ""),
        (_("Address"), ", ".join(part for part in (person.street.strip(), place) if part)),
        (_("Home language"), spoken),
        (_("Gender"), label("gender", person.gender) if person.gender is not Gender.unknown else ""),
        (_("Phone"), person.phone),
        (_("School record number"), person.school_record_number),
    )
    return SectionPrefill(rows)


def _enrolment(case: DossierCase) -> SectionPrefill:
    now = present_enrolment(case.session)
    if now is None:
        return SectionPrefill()
    finality = "" if now.finality is Finality.none else label("finality", now.finality)
    return SectionPrefill(
        filled(
            (_("School"), now.school),
            (_("Class"), f"{now.year_label} {now.study}"),
            (_("Finality"), finality),
        )
    )


def _parents(case: DossierCase) -> SectionPrefill:
    rows: list[Row] = []
    for member in case.members:
        if member.has_authority:
            rows.append((label("role", member.role), ", ".join(filter(None, (member.name, member.language)))))
            rows.append((_("Phone"), member.phone))
    return SectionPrefill(filled(*rows))


def _referrer(case: DossierCase) -> SectionPrefill:
    if case.pathway is not None and case.pathway.referrer.strip():
        who, where = case.pathway.referrer, case.pathway.referrer_centre
        on = day_in_words(case.pathway.referred_on) if case.pathway.referred_on else ""
    else:
        found = [member for member in case.members if member.role is MemberRole.clb_counsellor]
        who, where, on = (found[0].name, found[0].organisation, "") if found else ("", "", "")
    said = ", ".join(part.strip() for part in (who, where) if part.strip())
    return SectionPrefill(filled((_("Referred by"), said), (_("Referred on"), on)))


def _reasons(case: DossierCase) -> SectionPrefill:
    if case.pathway is None:
        return SectionPrefill()
    labels = {reason.code: reason.label.said() for reason in case.programme.reasons} if case.programme else {}
    said = ", ".join(labels.get(code, code) for code in case.pathway.reasons)
    return SectionPrefill(filled((_("Grounds"), said)), text=case.pathway.question)


def _school_career(case: DossierCase) -> SectionPrefill:
    rows: list[Row] = []
    for row in case.enrolments:
        year = school_year_of(row.started_on, row.community).label if row.started_on else row.school
        what = [f"{row.year_label} {row.study}".strip(), row.school if row.started_on else "", row.attest]
        if row.repeated_years:
            repeated = ngettext("{count} year repeated", "{count} years repeated", row.repeated_years)
            what.append(repeated.format(count=row.repeated_years))
        rows.append((year, ", ".join(part for part in what if part)))
    return SectionPrefill(filled(*rows))


def _sanctions(case: DossierCase) -> SectionPrefill:
    rows = [
        (label("time_out", row.kind), period_in_words(row.starts_on, row.ends_on))
        for row in live_rows(case.session, TimeOut)
        if row.kind in _SANCTIONS and not row.is_confidential
    ]
    return SectionPrefill(filled(*rows))


def as_bullet(item: PickableItem) -> str:
    """Return a ticked item as the receiver reads it: day, title and first line."""
    said = f"{period_in_words(item.on, item.until)} · {item.title}"
    return f"{said}: {item.summary}" if item.summary else said


def _picked_items(case: DossierCase) -> SectionPrefill:
    items = pickable_items(case.session, case.referral, language()).items
    bullets = [as_bullet(item) for item in items if item.is_picked and item.subject != "document"]
    return SectionPrefill(bullets=tuple(bullets))


def _attachments(case: DossierCase) -> SectionPrefill:
    items = pickable_items(case.session, case.referral, language()).items
    names = [item.title for item in items if item.is_picked and item.subject == "document"]
    return SectionPrefill(filled(*((_("Attachment"), name) for name in names)))


def _network(case: DossierCase) -> SectionPrefill:
    """Say strengths and people around; a receiver without secrecy gets no family (rule 14)."""
    people = [m for m in case.members if m.role in _PRIVATE_NETWORK and not m.has_authority]
    rows = [(label("role", m.role), m.name) for m in people] if case.referral.is_recipient_bound else []
    return SectionPrefill(filled(*rows), text=case.person.strengths)


def _other_help(case: DossierCase) -> SectionPrefill:
    helpers = [member for member in case.members if member.role in _HELP]
    rows = [(label("role", m.role), ", ".join(filter(None, (m.name, m.organisation)))) for m in helpers]
    return SectionPrefill(filled(*rows))


def _pathway(case: DossierCase) -> SectionPrefill:
    if case.pathway is None:
        return SectionPrefill()
    modes = {mode.code: mode.label.said() for mode in case.programme.modes} if case.programme else {}
    mode = modes.get(case.pathway.mode, "")
    return SectionPrefill(filled((_("Kind of pathway"), mode)), text=case.pathway.goals)


def _feedback(case: DossierCase) -> SectionPrefill:
    return SectionPrefill(tuple((_("Feedback to"), who) for _label, who in _referrer(case).rows[:1]))


def _consent(case: DossierCase) -> SectionPrefill:
    rows: list[Row] = []
    for purpose in (ConsentPurpose(case.kind.consent_purpose), ConsentPurpose.guidance):
        answer = last_answer(case.session, purpose, clock.today())
        if answer is not None:
            rows.append((label("purpose", purpose), _answer_said(answer)))
    return SectionPrefill(filled(*rows))


def _answer_said(answer: Consent) -> str:
    """Say who answered what, when and how."""
    who = answer.name.strip() or label("giver", answer.given_by)
    said = [who if answer.name.strip() == "" else f"{who} ({label('giver', answer.given_by)})"]
    if answer.state is not ConsentState.given:
        said.append(label("consent", answer.state))
    said.append(day_in_words(answer.given_on))
    if answer.is_written:
        said.append(_("in writing"))
    if answer.valid_until is not None:
        said.append(_("until {date}").format(date=day_in_words(answer.valid_until)))
    return ", ".join(said)


SOURCES: Mapping[str, Callable[[DossierCase], SectionPrefill]] = {
    "identity": _identity,
    "enrolment": _enrolment,
    "parents": _parents,
    "referrer": _referrer,
    "reasons": _reasons,
    "school_career": _school_career,
    "sanctions": _sanctions,
    "picked_items": _picked_items,
    "attachments": _attachments,
    "network": _network,
    "other_help": _other_help,
    "pathway": _pathway,
    "feedback": _feedback,
    "consent": _consent,
    "absences": dossier_care.absences,
    "care_steps": dossier_care.care_steps,
    "goals": dossier_care.agreed_goals,
    "chronology": dossier_care.chronology,
}
