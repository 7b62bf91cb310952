"""Matters of absence: a threshold that was reached or is near, until it is seen to (rules 9 and 10)."""

from collections.abc import Iterator
from datetime import date, timedelta

from eletdesk.domain.absence_count import ThresholdState
from eletdesk.domain.school_calendar import Community, SchoolYear
from eletdesk.domain.spoken_dates import short_date
from eletdesk.programmes.law.absence_rules import AbsenceRules, absence_rules
from eletdesk.queries.attention.item import Attention
from eletdesk.queries.register.absence_facts import (
    AbsenceFact,
    cause_of,
    facts_by_case,
    own_thresholds,
    states_of,
)
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import HasConnection
from eletdesk.translation import _, ngettext

TOLD_DAYS = 7
"""How long a threshold that only asks to be known is told (our choice)."""

RECENT_DAYS = 30
"""A half-day that is older than this brings no threshold nearer (our choice). A threshold that asks for
something is told until there is a task for it or the school year is over."""

_ASKS = ("report_clb", "allowance", "alarm", "inform")
_NEAR = {"report_clb": 1, "inform": 2, "alarm": 3, "allowance": 3}
_NEAR_WEIGHT = 40
_WEIGHT = {"allowance": 84, "alarm": 82, "report_clb": 78, "inform": 65, "note": 32}


def absences(register: HasConnection, cards: list[IndexCard], today: date) -> Iterator[Attention]:
    """Tell of the highest threshold of this school year that is new, or near since the last absence."""
    rules = absence_rules().with_own(own_thresholds(register))
    recent_on = (today - timedelta(days=RECENT_DAYS)).isoformat()
    facts = facts_by_case(register, recent_on, _least_that_asks(rules, today), today.year - 1)
    for card in cards:
        for fact in facts.get(card.case_id, ()):
            if not fact.year.starts_on <= today <= fact.year.ends_on:
                continue
            states = states_of(fact, facts[card.case_id], rules)
            found = [_reached(card, fact, states, today), _near(card, states)]
            yield from sorted((one for one in found if one is not None), key=lambda one: -one.weight)[:1]


def is_told(state: ThresholdState, year: SchoolYear, tasks: tuple[str, ...], today: date) -> bool:
    """Tell whether a threshold that was reached still has to be said."""
    if state.reached_on is None or cause_of(state.threshold.code, year) in tasks:
        return False
    return state.threshold.action in _ASKS or state.reached_on >= today - timedelta(days=TOLD_DAYS)


def _least_that_asks(rules: AbsenceRules, today: date) -> int:
    """Return how many half-days the first threshold that asks for something takes."""
    return min(
        (
            one.reached_at
            for community in Community
            for one in rules.thresholds_on(community, today)
            if one.action in _ASKS
        ),
        default=1,
    )


def _reached(
    card: IndexCard, fact: AbsenceFact, states: tuple[ThresholdState, ...], today: date
) -> Attention | None:
    seen_to = [
        one.threshold.reached_at for one in states if cause_of(one.threshold.code, fact.year) in fact.tasks
    ]
    told = [
        state
        for state in states
        if is_told(state, fact.year, fact.tasks, today)
        and state.threshold.reached_at > max(seen_to, default=0)
    ]
    if not told:
        return None
    state = max(told, key=lambda one: (_WEIGHT[one.threshold.action], one.threshold.reached_at))
    threshold = state.threshold
    assert state.reached_on is not None
    count = ngettext("{count} half-day absent", "{count} half-days absent", fact.half_days)
    when = short_date(state.reached_on, today)
    detail = _("{what} ({half_days} reached on {date})").format(
        what=threshold.label.said(), half_days=threshold.reached_at, date=when
    )
    tone = "info" if threshold.action == "note" else "danger" if threshold.action == "allowance" else "warn"
    return _attention(card, state, tone, count.format(count=fact.half_days), detail)


def _near(card: IndexCard, states: tuple[ThresholdState, ...]) -> Attention | None:
    near = [
        state
        for state in states
        if state.reached_on is None and 0 < state.left <= _NEAR.get(state.threshold.action, 0)
    ]
    if not near or not near[0].half_days:
        return None
    state = near[0]
    title = _("{count} of {most} half-days absent").format(
        count=state.half_days, most=state.threshold.reached_at
    )
    detail = _("Then: {what}").format(what=state.threshold.label.said())
    return _attention(card, state, "info", title, detail)


def _attention(card: IndexCard, state: ThresholdState, tone: str, title: str, detail: str) -> Attention:
    threshold = state.threshold
    weight = _WEIGHT[threshold.action] if state.reached_on else _NEAR_WEIGHT
    return Attention(
        card.case_id, card.name, "absence", tone, title, detail, "open", weight,
        tab="absences", source=threshold.basis.source.title.said(),
        kind=f"absence:{threshold.code}:{state.reached_on or 'near'}",
    )  # fmt: skip
