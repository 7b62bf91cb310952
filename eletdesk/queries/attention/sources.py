"""What needs the worker now: every source of matters, and the list of today, the most pressing first.

A new source is a function in a file of its own and one line here.
"""

from datetime import date

from eletdesk.queries.attention.absences import absences
from eletdesk.queries.attention.cases import consents, drafts, referrals, time_outs
from eletdesk.queries.attention.follow_ups import birthdays, follow_up_terms, left_school
from eletdesk.queries.attention.item import Attention, Programmes, RuledSource, Source
from eletdesk.queries.attention.limits import limits
from eletdesk.queries.attention.rights import rights_requests
from eletdesk.queries.attention.ruled import missing_referrers, silences
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import HasConnection

__all__ = ["RULED_SOURCES", "SOURCES", "Attention", "attention"]

SOURCES: list[Source] = [
    drafts,
    time_outs,
    referrals,
    consents,
    absences,
    follow_up_terms,
    left_school,
    birthdays,
    rights_requests,
]
"""Each fn(register, cards, today); the cards are all cases, closed ones too."""

RULED_SOURCES: list[RuledSource] = [
    silences,
    missing_referrers,
    limits,
]
"""Each fn(register, cards, today, programmes), for what depends on the programme of a case."""


def attention(
    register: HasConnection, cards: list[IndexCard], today: date, programmes: Programmes
) -> list[Attention]:
    """Return what needs the worker, the most pressing first."""
    found = [item for source in SOURCES for item in source(register, cards, today)]
    found += [item for source in RULED_SOURCES for item in source(register, cards, today, programmes)]
    return sorted(found, key=lambda item: (-item.weight, item.name, item.key))
