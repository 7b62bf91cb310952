"""Compose a referral dossier: what the file says, what the worker wrote, and what still is missing."""

import re
from datetime import date

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.ages import age_on
from eletdesk.domain.consent import ConsentPurpose
from eletdesk.domain.names import initials
from eletdesk.domain.referral import Referral
from eletdesk.programmes.dossier_kinds import DossierKind, SectionKind
from eletdesk.queries.consent_gap import consent_gap
from eletdesk.queries.dossier.draft import (
    DossierDraft,
    DossierSection,
    ReadyState,
    SectionPrefill,
    SectionState,
)
from eletdesk.queries.dossier.sources import SOURCES, DossierCase
from eletdesk.translation import N_, _, speaking

_POINT = re.compile(r"\s*(?:\d+[.)]|[-–•*])\s+")
_ADULT = 18
_SIGNERS = {
    "young_person": N_("The young person"),
    "parent": N_("A parent"),
    "referrer": N_("The referrer"),
    "sender": N_("The sender"),
}


def is_shared(referral: Referral, section: SectionKind) -> bool:
    """Tell whether a section goes along: the worker left it in, and this receiver may see it."""
    return section.code not in referral.not_shared and section.may_be_shared_with(referral.is_recipient_bound)


def shared_sections(referral: Referral, kind: DossierKind) -> tuple[str, ...]:
    """Return the codes of the sections that go along."""
    return tuple(section.code for section in kind.sections if is_shared(referral, section))


def prefill_section(
    session: Session, kind: DossierKind, section_code: str, referral: Referral, language: str = ""
) -> SectionPrefill:
    """Return what the case file says for one section, in the dossier's language; nothing is changed."""
    with speaking(language or referral.language):
        return _prefill(DossierCase.read(session, referral, kind), kind.section(section_code))


def _prefill(case: DossierCase, section: SectionKind) -> SectionPrefill:
    parts = [SOURCES[code](case) for code in section.prefill]
    return SectionPrefill(
        rows=tuple(row for part in parts for row in part.rows),
        text="\n".join(part.text.strip() for part in parts if part.text.strip()),
        bullets=tuple(bullet for part in parts for bullet in part.bullets),
    )


def section_text(referral: Referral, section: SectionKind, prefill: SectionPrefill) -> str:
    """Return the text of a section: what was written for this referral, else what the file says."""
    return referral.texts.get(section.code, prefill.text)


def readiness(session: Session, referral: Referral, kind: DossierKind) -> tuple[SectionState, ...]:
    """Return how each section stands, in the language of the screen."""
    case = DossierCase.read(session, referral, kind)
    return tuple(_state(case, section) for section in kind.sections)


def _state(case: DossierCase, section: SectionKind) -> SectionState:
    label = section.label.said()
    if not section.may_be_shared_with(case.referral.is_recipient_bound):
        why = _("Only for who is bound by professional secrecy.")
        return SectionState(section.code, label, ReadyState.not_shared, why)
    if section.code in case.referral.not_shared:
        return SectionState(section.code, label, ReadyState.not_shared, _("You keep this in your file."))
    why = _missing(case, section)
    if why and not section.is_required:
        return SectionState(section.code, label, ReadyState.not_shared, _("Empty, and it may stay empty."))
    return SectionState(section.code, label, ReadyState.missing if why else ReadyState.ready, why)


def _missing(case: DossierCase, section: SectionKind) -> str:
    """Return what a section still needs, in one sentence; empty when it is ready."""
    if section.ready_with == "identity":
        return _missing_identity(case)
    if section.ready_with == "consent":
        return sharing_gap(case.session, case.kind, clock.today())
    prefill = _prefill(case, section)
    has_text = bool(section_text(case.referral, section, prefill).strip() or prefill.bullets)
    if has_text or (section.ready_with == "anything" and prefill.rows):
        return ""
    return _("Nothing is written here yet.")


def sharing_gap(session: Session, kind: DossierKind, on: date) -> str:
    """Return what the consent to share misses; empty when it holds or when this kind needs none."""
    return consent_gap(session, ConsentPurpose(kind.consent_purpose), on) if kind.needs_consent else ""


def parts_to_fill(session: Session, referral: Referral, kind: DossierKind) -> tuple[SectionState, ...]:
    """Return the required parts without which this kind of dossier may not leave (rule 11)."""
    if not kind.needs_all_parts:
        return ()
    required = {section.code for section in kind.sections if section.is_required}
    states = readiness(session, referral, kind)
    return tuple(state for state in states if state.code in required and state.state is not ReadyState.ready)


def _missing_identity(case: DossierCase) -> str:
    birth_on = case.person.birth_on
    is_minor = birth_on is None or age_on(birth_on, clock.today()) < _ADULT
    missing = [
        what
        for what, is_there in (
            (_("date of birth"), birth_on is not None),
            (_("school"), bool(case.enrolments)),
            (_("a parent or guardian"), not is_minor or any(m.has_authority for m in case.members)),
            (_("the CLB referrer"), bool(SOURCES["referrer"](case).rows)),
        )
        if not is_there
    ]
    return _("Still missing: {what}.").format(what=", ".join(missing)) if missing else ""


def compose_dossier(
    session: Session,
    referral: Referral,
    kind: DossierKind,
    *,
    language: str = "",
    made_by: str = "",
    organisation: str = "",
) -> DossierDraft:
    """Return the dossier as the receiver will read it, in its own language.

    It is a draft, to be marked as such, as long as one required section is missing something.
    """
    spoken = language or referral.language
    states = readiness(session, referral, kind)
    with speaking(spoken):
        case = DossierCase.read(session, referral, kind)
        sections = [_section(case, section) for section in kind.sections if is_shared(referral, section)]
        required = {section.code for section in kind.sections if section.is_required}
        return DossierDraft(
            kind=kind.code,
            language=spoken,
            title=kind.label.said(),
            young_person=case.name,
            made_by=made_by,
            organisation=organisation,
            recipient=referral.recipient,
            made_on=clock.today(),
            sections=tuple(s for s in sections if not s.is_empty or s.code in required),
            is_draft=any(state.state is ReadyState.missing for state in states),
            has_secrecy_note=referral.is_recipient_bound,
            case_title=initials(case.person.given_name, case.person.family_name),
            signatures=tuple(_(_SIGNERS[code]) for code in kind.signed_by),
        )


def _section(case: DossierCase, section: SectionKind) -> DossierSection:
    prefill = _prefill(case, section)
    lines = [line.strip() for line in section_text(case.referral, section, prefill).splitlines()]
    written = tuple(line for line in lines if line)
    points = tuple(_POINT.sub("", line, count=1) if _POINT.match(line) else line for line in written)
    return DossierSection(
        code=section.code,
        title=section.label.said(),
        rows=prefill.rows,
        paragraphs=() if section.is_list else written,
        bullets=(points if section.is_list else ()) + prefill.bullets,
        is_numbered=section.is_list,
    )
