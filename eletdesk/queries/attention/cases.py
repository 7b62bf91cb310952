"""Matters that every case may have: a draft, a time-out that ends, a referral, a consent that ends."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from eletdesk.domain.consent_ages import asked_again_since, next_deciding_age
from eletdesk.domain.spoken_dates import short_date
from eletdesk.programmes.law.rights_rules import rights_rules
from eletdesk.queries.attention.item import SOON_DAYS, Attention
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import HasConnection
from eletdesk.translation import _

CONSENT_DAYS = 30


def running(cards: Iterable[IndexCard]) -> Iterator[IndexCard]:
    """Give the cases with a pathway that is not closed."""
    return (card for card in cards if card.stage and not card.closed_on)


def _said(on: str, today: date) -> str:
    return short_date(date.fromisoformat(on), today)


def drafts(_register: HasConnection, cards: list[IndexCard], _today: date) -> Iterator[Attention]:
    """Tell of what was typed and not saved."""
    for card in cards:
        if card.drafts:
            yield Attention(
                card.case_id, card.name, "draft", "info", _("A draft is waiting"),
                _("You did not save it yet."), "continue", 40,
            )  # fmt: skip


def time_outs(_register: HasConnection, cards: list[IndexCard], today: date) -> Iterator[Attention]:
    """Tell of time-outs that end soon, first of all those without a return meeting."""
    limit = (today + timedelta(days=SOON_DAYS)).isoformat()
    for card in running(cards):
        until = card.time_out_until
        if not until or not today.isoformat() <= until <= limit:
            continue
        title = _("Time-out ends {date}").format(date=_said(until, today))
        if card.return_meeting_on:
            why = _("Return meeting {date}").format(date=_said(card.return_meeting_on, today))
            tone, action, weight = "info", "open", 30
        else:
            why = _("No return meeting with the school yet")
            tone, action, weight = "warn", "plan", 80
        yield Attention(
            card.case_id, card.name, "time_out", tone, title, why, action, weight, row_id=card.time_out_id
        )


def referrals(_register: HasConnection, cards: list[IndexCard], today: date) -> Iterator[Attention]:
    """Tell of referral dossiers that are being written."""
    limit = (today + timedelta(days=SOON_DAYS)).isoformat()
    for card in running(cards):
        if card.referral_status not in ("draft", "ready"):
            continue
        due = card.referral_due_on
        soon = bool(due) and due <= limit
        why = _("No date chosen to send it")
        if due:
            why = _("To send before {date}").format(date=_said(due, today))
        yield Attention(
            card.case_id, card.name, "referral", "warn" if soon else "info",
            _("Referral dossier in progress"), why, "dossier", 85 if soon else 45, row_id=card.referral_id,
        )  # fmt: skip


def _deciding_age(card: IndexCard, today: date) -> Iterator[Attention]:
    """Tell that consent is asked again at 12 and 18 (rule 13)."""
    born, given = date.fromisoformat(card.birth_on), date.fromisoformat(card.consent_on)
    source = rights_rules().age("capable").basis.source.title.said()
    reached = asked_again_since(born, given, today)
    if reached is not None:
        title = _("Ask for consent again: turned {age}").format(age=reached)
        yield Attention(
            card.case_id, card.name, "consent", "warn", title, _("The young person decides anew."), "open",
            62, source=source, kind="consent_age",
        )  # fmt: skip
        return
    soon = next_deciding_age(born, today, CONSENT_DAYS)
    if soon is not None:
        age, day = soon
        title = _("Turns {age} {date}: consent is asked again").format(age=age, date=short_date(day, today))
        detail = _("Prepare the conversation.")
        yield Attention(
            card.case_id, card.name, "consent", "info", title, detail, "open", 28,
            source=source, kind="consent_age",
        )  # fmt: skip


def consents(_register: HasConnection, cards: list[IndexCard], today: date) -> Iterator[Attention]:
    """Tell of consents that end, were refused or withdrawn; a first one is asked where the stage asks it."""
    limit = (today + timedelta(days=CONSENT_DAYS)).isoformat()
    for card in running(cards):
        ends = card.consent_until
        if card.consent_state == "given" and card.birth_on and not card.is_compulsory:
            yield from _deciding_age(card, today)
        if not card.consent_state or (card.consent_state == "given" and not (ends and ends < limit)):
            continue
        title = _("Consent refused or withdrawn")
        if card.consent_state == "given":
            title = _("Consent ends {date}").format(date=_said(ends, today))
        yield Attention(
            card.case_id, card.name, "consent", "warn", title, _("Talk about it and note it"), "open", 60
        )
