"""Requests about the file that wait for an answer, with their legal term (rules 15 and 16)."""

from collections.abc import Iterator
from datetime import date, timedelta

from eletdesk.domain.labels import label
from eletdesk.domain.spoken_dates import short_date
from eletdesk.programmes.law.rights_rules import rights_rules
from eletdesk.queries.attention.item import SOON_DAYS, Attention
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import HasConnection
from eletdesk.translation import _


def rights_requests(_register: HasConnection, cards: list[IndexCard], today: date) -> Iterator[Attention]:
    """Tell of the request whose term ends first, also in a closed case."""
    soon = (today + timedelta(days=SOON_DAYS)).isoformat()
    for card in cards:
        if not card.request_id or not card.request_due_on:
            continue
        is_late = card.request_due_on < today.isoformat()
        when = short_date(date.fromisoformat(card.request_due_on), today)
        detail = _("The term ended {date}") if is_late else _("Answer before the end of {date}")
        tone = "danger" if is_late else ("warn" if card.request_due_on <= soon else "info")
        yield Attention(
            card.case_id, card.name, "rights", tone, label("request", card.request_kind),
            detail.format(date=when), "open", {"danger": 92, "warn": 83, "info": 35}[tone],
            row_id=card.request_id, tab="rights",
            source=rights_rules().term(card.request_kind).basis.source.title.said(),
        )  # fmt: skip
