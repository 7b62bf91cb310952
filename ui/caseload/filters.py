"""The quick filters above the caseload: chips with a count, and the words that are typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from eletdesk.domain.names import fold
from eletdesk.queries.attention.ruled import ATTENTION_DAYS
from eletdesk.queries.register.filter_subjects import is_in_time_out, silent_days, tags_of
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.translation import N_


@dataclass(frozen=True)
class QuickFilter:
    """One filter: what its chip says and who passes."""

    key: str
    text: str
    passes: Callable[[IndexCard, date], bool]


def _is_silent(card: IndexCard, today: date) -> bool:
    days = silent_days(card, today)
    return days is not None and days >= ATTENTION_DAYS


FILTERS = (
    QuickFilter("active", N_("Active"), lambda card, _today: not card.closed_on),
    QuickFilter("time_out", N_("Time-out"), is_in_time_out),
    QuickFilter("silent", N_("No contact for 14 days"), _is_silent),
    QuickFilter("dossier", N_("Dossier in progress"), lambda card, _today: bool(card.referral_status)),
    QuickFilter("closed", N_("Closed"), lambda card, _today: bool(card.closed_on)),
    QuickFilter("all", N_("All"), lambda _card, _today: True),
)
ALL = "all"


def matches(card: IndexCard, words: str) -> bool:
    """Tell whether every typed word stands somewhere in what the list shows; accents do not matter."""
    parts = (
        card.name, card.school, card.year_label, card.study, card.next_step, card.stage, card.referrer,
        card.referrer_centre, card.place, *tags_of(card),
    )  # fmt: skip
    text = fold(" ".join(parts))
    return all(word in text for word in fold(words).split())
