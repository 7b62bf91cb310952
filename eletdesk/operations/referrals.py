"""Prepare a referral, send it, and keep what left and what came back."""

import hashlib
from datetime import date

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.consent import ConsentPurpose
from eletdesk.domain.referral import Disclosure, Referral, ReferralStatus
from eletdesk.errors import InvalidInputError, NotFoundError, ReasonNeededError
from eletdesk.operations.finding import row_of
from eletdesk.programmes.dossier_kinds import DossierKind
from eletdesk.queries.consent_gap import consent_gap
from eletdesk.queries.dossier.compose import parts_to_fill, readiness, shared_sections
from eletdesk.queries.dossier.draft import ReadyState, SectionState
from eletdesk.queries.dossier.items import find_pickable
from eletdesk.queries.pathway_facts import consent_in_force
from eletdesk.translation import LANGUAGES, _

_BEING_WRITTEN = (ReferralStatus.draft, ReferralStatus.ready)
_OVER = (ReferralStatus.rejected, ReferralStatus.done, ReferralStatus.withdrawn)


def start_referral(
    session: Session,
    *,
    kind: DossierKind,
    recipient: str = "",
    recipient_contact: str = "",
    language: str = "nl",
    due_on: date | None = None,
) -> Referral:
    """Start a dossier of one kind; sections that are not shared at the start stay out until opened."""
    referral = Referral(
        kind=kind.code,
        kind_version=kind.version,
        recipient=recipient.strip(),
        recipient_contact=recipient_contact.strip(),
        is_recipient_bound=kind.receiver_is_bound_by_secrecy,
        language=_checked_language(language),
        due_on=due_on,
        not_shared=[section.code for section in kind.sections if not section.is_shared_at_start],
    )
    session.add(referral)
    return referral


def write_section(
    session: Session, referral_id: str, *, kind: DossierKind, section: str, text: str
) -> Referral:
    """Keep the text of one section with the referral; where the first words came from is not changed."""
    referral = _being_written(session, referral_id)
    code = kind.section(section).code
    if referral.texts.get(code) != text:
        referral.texts = referral.texts | {code: text}
        _back_to_draft(referral)
    return referral


def forget_section_text(session: Session, referral_id: str, *, kind: DossierKind, section: str) -> Referral:
    """Throw away what was written for one section, so that it says again what the file says."""
    referral = _being_written(session, referral_id)
    code = kind.section(section).code
    if code in referral.texts:
        referral.texts = {key: text for key, text in referral.texts.items() if key != code}
        _back_to_draft(referral)
    return referral


def pick_item(session: Session, referral_id: str, *, item_id: str) -> Referral:
    """Let one thing of the timeline go along; what is confidential stays in the file."""
    referral = _being_written(session, referral_id)
    row = find_pickable(session, item_id)
    if row is None:
        raise NotFoundError
    if row.is_confidential:
        raise InvalidInputError("item_id", _("This is confidential: it stays in your file."))
    if item_id not in referral.picked:
        referral.picked = [*referral.picked, item_id]
        _back_to_draft(referral)
    return referral


def unpick_item(session: Session, referral_id: str, *, item_id: str) -> Referral:
    """Leave one thing of the timeline out again."""
    referral = _being_written(session, referral_id)
    if item_id in referral.picked:
        referral.picked = [picked for picked in referral.picked if picked != item_id]
        _back_to_draft(referral)
    return referral


def share_section(
    session: Session, referral_id: str, *, kind: DossierKind, section: str, is_shared: bool
) -> Referral:
    """Let a section go along or keep it; what a receiver may not see cannot be opened (rule 14)."""
    referral = _being_written(session, referral_id)
    chosen = kind.section(section)
    if is_shared and not chosen.may_be_shared_with(referral.is_recipient_bound):
        raise InvalidInputError("section", _("This section may not go to this receiver."))
    kept = [code for code in referral.not_shared if code != chosen.code]
    not_shared = kept if is_shared else [*kept, chosen.code]
    if set(not_shared) != set(referral.not_shared):
        referral.not_shared = not_shared
        _back_to_draft(referral)
    return referral


def set_recipient(
    session: Session,
    referral_id: str,
    *,
    recipient: str,
    recipient_contact: str = "",
    is_recipient_bound: bool | None = None,
) -> Referral:
    """Say who receives the dossier, and whether professional secrecy binds them."""
    referral = _being_written(session, referral_id)
    bound = referral.is_recipient_bound if is_recipient_bound is None else is_recipient_bound
    wanted = (recipient.strip(), recipient_contact.strip(), bound)
    if wanted != (referral.recipient, referral.recipient_contact, referral.is_recipient_bound):
        referral.recipient, referral.recipient_contact, referral.is_recipient_bound = wanted
        _back_to_draft(referral)
    return referral


def set_dossier_language(session: Session, referral_id: str, *, language: str) -> Referral:
    """Choose the language of the dossier, whatever the screen speaks."""
    referral = _being_written(session, referral_id)
    referral.language = _checked_language(language)
    return referral


def set_due_date(session: Session, referral_id: str, *, due_on: date | None) -> Referral:
    """Say before which day the dossier has to be there."""
    referral = _being_written(session, referral_id)
    referral.due_on = due_on
    return referral


def mark_ready(session: Session, referral_id: str, *, kind: DossierKind) -> Referral:
    """Call a dossier ready; one that misses something can be sent, but it is a draft and says so."""
    referral = _being_written(session, referral_id)
    if not referral.recipient:
        raise InvalidInputError("recipient", _("Say who receives the dossier."))
    for state in _missing(session, referral, kind):
        raise InvalidInputError("section", f"{state.label}: {state.why}")
    referral.status = ReferralStatus.ready
    return referral


def mark_sent(
    session: Session,
    referral_id: str,
    *,
    kind: DossierKind,
    content: bytes,
    has_password: bool = False,
    language: str = "",
    reason: str = "",
) -> Disclosure:
    """Keep the file that leaves, its SHA-256, the consent used and the sections in it.

    Without consent to share that holds today it asks why; the reason is kept as the purpose. A dossier
    that needs all its parts is refused as long as one is not filled (rule 11).
    """
    referral = _being_written(session, referral_id)
    if not content:
        raise InvalidInputError("content", _("There is no file to send."))
    _may_leave(session, referral, kind)
    disclosure = Disclosure(
        referral_id=referral.id,
        kind=kind.code,
        recipient=referral.recipient,
        is_recipient_bound=referral.is_recipient_bound,
        purpose=reason.strip() or kind.label.said(),
        sections=list(shared_sections(referral, kind)),
        consent_id=_consent_to_share(session, kind, reason),
        language=_checked_language(language or referral.language),
        is_draft=bool(_missing(session, referral, kind)),
        has_password=has_password,
        sent_at=clock.now(),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
    )
    session.add(disclosure)
    referral.status = ReferralStatus.sent
    referral.sent_on = clock.today()
    return disclosure


def _may_leave(session: Session, referral: Referral, kind: DossierKind) -> None:
    """Refuse a dossier without a receiver, or with a part empty that its kind may not miss."""
    if not referral.recipient:
        raise InvalidInputError("recipient", _("Say who receives the dossier."))
    for state in parts_to_fill(session, referral, kind):
        raise InvalidInputError("section", _("Fill this part first: {part}.").format(part=state.label))


def _consent_to_share(session: Session, kind: DossierKind, reason: str) -> str | None:
    """Return the id of the consent that is used; ask why when none holds."""
    if not kind.needs_consent:
        return None
    purpose = ConsentPurpose(kind.consent_purpose)
    gap = consent_gap(session, purpose, clock.today())
    if gap and not reason.strip():
        raise ReasonNeededError("reason", _("{gap} Why do you send it all the same?").format(gap=gap))
    consent = None if gap else consent_in_force(session, purpose, clock.today())
    return consent.id if consent else None


def _missing(session: Session, referral: Referral, kind: DossierKind) -> list[SectionState]:
    states = readiness(session, referral, kind)
    return [state for state in states if state.state is ReadyState.missing]


def answer_referral(
    session: Session, referral_id: str, *, is_accepted: bool, answered_on: date, reason: str = ""
) -> Referral:
    """Keep the receiver's answer; a no asks for its reason."""
    referral = row_of(session, Referral, referral_id)
    if referral.status is not ReferralStatus.sent:
        raise InvalidInputError("status", _("Only a dossier that was sent can be answered."))
    if referral.sent_on is not None and answered_on < referral.sent_on:
        raise InvalidInputError("answered_on", _("This is before the dossier was sent."))
    if not is_accepted and not reason.strip():
        raise ReasonNeededError("reason", _("Why was the referral not accepted?"))
    referral.status = ReferralStatus.accepted if is_accepted else ReferralStatus.rejected
    referral.answered_on = answered_on
    referral.answer_reason = reason.strip()
    return referral


def withdraw_referral(session: Session, referral_id: str, *, reason: str = "") -> Referral:
    """Stop a referral; what was sent stays on record."""
    referral = row_of(session, Referral, referral_id)
    if referral.status in _OVER:
        raise InvalidInputError("status", _("This referral is over already."))
    if referral.status not in _BEING_WRITTEN and not reason.strip():
        raise ReasonNeededError("reason", _("Why is the referral withdrawn?"))
    referral.status = ReferralStatus.withdrawn
    referral.answer_reason = reason.strip()
    return referral


def _being_written(session: Session, referral_id: str) -> Referral:
    """Return a referral that has not left yet."""
    referral = row_of(session, Referral, referral_id)
    if referral.status not in _BEING_WRITTEN:
        raise InvalidInputError("status", _("This dossier has left. Start a new one to change it."))
    return referral


def _back_to_draft(referral: Referral) -> None:
    """A dossier that changes is no longer called ready."""
    if referral.status is ReferralStatus.ready:
        referral.status = ReferralStatus.draft


def _checked_language(language: str) -> str:
    if language not in LANGUAGES:
        raise InvalidInputError("language", _("A dossier speaks Dutch, French or English."))
    return language
