"""What needs the worker now: reasons with the one action that solves each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from eletdesk.domain.spoken_dates import short_date
from eletdesk.queries.index_card import IndexCard
from eletdesk.queries.register_views import days_since
from eletdesk.translation import _, ngettext

SILENT_DAYS = 14
VERY_SILENT_DAYS = 21
ENDS_SOON_DAYS = 5
CONSENT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Attention:
    """One case that asks for something: tone danger, warn or info; action log, open, plan, continue."""

    case_id: str
    name: str
    icon: str
    tone: str
    title: str
    detail: str
    action: str
    weight: float


def attention(cards: list[IndexCard], today: date, silent_days: int = SILENT_DAYS) -> list[Attention]:
    """Return what needs the worker, the most pressing first."""
    found = [item for card in cards for item in _of_case(card, today, silent_days)]
    return sorted(found, key=lambda item: (-item.weight, item.name))


def _of_case(card: IndexCard, today: date, silent_days: int) -> Iterator[Attention]:
    if card.drafts:
        yield Attention(
            card.case_id, card.name, "draft", "info", _("A draft is waiting"), _("You did not save it yet."),
            "continue", 40,
        )  # fmt: skip
    if card.closed_on or not card.stage:
        return
    yield from _silence(card, today, silent_days)
    yield from _time_out(card, today)
    yield from _referral(card, today)
    yield from _consent(card, today)


def _silence(card: IndexCard, today: date, silent_days: int) -> Iterator[Attention]:
    days = days_since(card.last_contact_on or card.started_on, today)
    planned = card.next_on and card.next_on <= (today + timedelta(days=2)).isoformat()
    if days is None or days < silent_days or planned:
        return
    text = ngettext("{count} day without contact", "{count} days without contact", days).format(count=days)
    last = (
        _("Last contact on {date}").format(date=short_date(date.fromisoformat(card.last_contact_on), today))
        if card.last_contact_on
        else _("No contact yet since the start")
    )
    tone = "danger" if days >= VERY_SILENT_DAYS else "warn"
    yield Attention(
        card.case_id, card.name, "silent", tone, text, last, "log", 50 + min(days, 45) + days / 10_000
    )


def _time_out(card: IndexCard, today: date) -> Iterator[Attention]:
    until = card.time_out_until
    if not until or not today.isoformat() <= until <= (today + timedelta(days=ENDS_SOON_DAYS)).isoformat():
        return
    title = _("Time-out ends {date}").format(date=short_date(date.fromisoformat(until), today))
    if card.return_meeting_on:
        when = short_date(date.fromisoformat(card.return_meeting_on), today)
        yield Attention(
            card.case_id,
            card.name,
            "time_out",
            "info",
            title,
            _("Return meeting {date}").format(date=when),
            "open",
            30,
        )
        return
    yield Attention(
        card.case_id,
        card.name,
        "time_out",
        "warn",
        title,
        _("No return meeting with the school yet"),
        "plan",
        80,
    )


def _referral(card: IndexCard, today: date) -> Iterator[Attention]:
    if card.referral_status not in ("draft", "ready"):
        return
    due = card.referral_due_on
    soon = bool(due) and due <= (today + timedelta(days=ENDS_SOON_DAYS)).isoformat()
    detail = (
        _("To send before {date}").format(date=short_date(date.fromisoformat(due), today))
        if due
        else _("No date chosen to send it")
    )
    yield Attention(
        card.case_id, card.name, "referral", "warn" if soon else "info",
        _("Referral dossier in progress"), detail,
        "dossier", 85 if soon else 45,
    )  # fmt: skip


def _consent(card: IndexCard, today: date) -> Iterator[Attention]:
    ends = card.consent_until
    over = bool(ends) and ends < (today + timedelta(days=CONSENT_DAYS)).isoformat()
    if card.consent_state == "given" and not over:
        return
    if card.consent_state == "given":
        title = _("Consent ends {date}").format(date=short_date(date.fromisoformat(ends), today))
    elif card.consent_state:
        title = _("Consent refused or withdrawn")
    else:
        return  # asked in the case itself, at the stage where the programme wants it
    yield Attention(
        card.case_id, card.name, "consent", "warn", title, _("Talk about it and note it"), "open", 60
    )
