"""Matters that the programme of a case asks for: silence, and a gate of its stage that is not met."""

from collections.abc import Iterator
from datetime import date, timedelta

from eletdesk.domain.spoken_dates import short_date
from eletdesk.programmes.definition import Gate, Programme
from eletdesk.queries.attention.cases import running
from eletdesk.queries.attention.item import Attention, Programmes
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import HasConnection, days_since
from eletdesk.translation import _, ngettext

NOTICE_DAYS, ATTENTION_DAYS = 7, 14
"""Where the programme of a case is not there or names no term (our choice, as in the house programmes)."""

_PLANNED_SOON = 2


def programme_of(card: IndexCard, programmes: Programmes) -> Programme | None:
    """Return the programme of a card, or another version of it where its own is not there."""
    found = programmes.get((card.programme, card.programme_version))
    if found is not None:
        return found
    others = [one for (code, _version), one in programmes.items() if code == card.programme]
    return max(others, key=lambda one: one.version, default=None)


def contact_terms(card: IndexCard, programmes: Programmes, today: date) -> tuple[int, int]:
    """Return after how many days without contact one is told, and after how many it asks for attention."""
    programme = programme_of(card, programmes)
    terms = []
    for code, usual in (("contact_notice", NOTICE_DAYS), ("contact_attention", ATTENTION_DAYS)):
        clock = programme.clock(code, today) if programme else None
        days = {"days": 1, "weeks": 7}.get(clock.unit, 0) * clock.amount if clock else 0
        terms.append(days or usual)
    return terms[0], terms[1]


def silences(
    _register: HasConnection, cards: list[IndexCard], today: date, programmes: Programmes
) -> Iterator[Attention]:
    """Tell of who has not been in contact for too long by the programme, unless something is planned."""
    soon = (today + timedelta(days=_PLANNED_SOON)).isoformat()
    terms: dict[tuple[str, int], tuple[int, int]] = {}
    for card in running(cards):
        key = (card.programme, card.programme_version)
        if key not in terms:
            terms[key] = contact_terms(card, programmes, today)
        notice, asks = terms[key]
        days = days_since(card.last_contact_on or card.started_on, today)
        if days is None or days < asks or (card.next_on and card.next_on <= soon):
            continue
        yield _silence(card, days, notice, asks, today)


def _silence(card: IndexCard, days: int, notice: int, asks: int, today: date) -> Attention:
    text = ngettext("{count} day without contact", "{count} days without contact", days).format(count=days)
    last = _("No contact yet since the start")
    if card.last_contact_on:
        said = short_date(date.fromisoformat(card.last_contact_on), today)
        last = _("Last contact on {date}").format(date=said)
    agreed = ngettext("agreed: every {count} day", "agreed: every {count} days", notice).format(count=notice)
    tone = "danger" if days >= asks + notice else "warn"
    weight = 50 + min(days, 45) + days / 10_000
    return Attention(card.case_id, card.name, "silent", tone, text, f"{last} · {agreed}", "log", weight)


def missing_referrers(
    register: HasConnection, cards: list[IndexCard], today: date, programmes: Programmes
) -> Iterator[Attention]:
    """Tell of cases without a referrer of the CLB where the programme wants one (rule 1).

    Before the stage that asks for it this is only said after the term of a first notice; where a task
    was made for it already, that task is what is left to do.
    """
    asked = {
        case_id
        for (case_id,) in register.connection.execute(
            "SELECT case_id FROM open_task WHERE rule LIKE '%/gate:clb_referrer'"
        )
    }
    for card in running(cards):
        programme = programme_of(card, programmes)
        if card.has_referrer or programme is None or card.case_id in asked:
            continue
        found = _gate(programme, card.stage, "clb_referrer")
        if found is None:
            continue
        gate, is_passed = found
        days = days_since(card.started_on, today) or 0
        if not is_passed and days < contact_terms(card, programmes, today)[0]:
            continue
        yield Attention(
            card.case_id, card.name, "handover", "warn" if is_passed else "info", gate.to_do.said(),
            _("No referrer with name, centre and date"), "open", 48 if is_passed else 28,
            kind="referrer", source=gate.basis.source.title.said(),
        )  # fmt: skip


def _gate(programme: Programme, stage: str, needs: str) -> tuple[Gate, bool] | None:
    """Return the gate that asks for a fact in a stage reached or next, and whether it is passed."""
    codes = [one.code for one in programme.stages]
    if stage not in codes:
        return None
    at = codes.index(stage)
    for number, one in enumerate(programme.stages[: at + 2]):
        for gate in one.gates:
            if gate.needs == needs and not (one.is_final and number > at):
                return gate, number <= at
    return None
