"""Matters of limits: a time in a programme that is nearly used up, or lasts longer than it may."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from eletdesk.domain.spoken_dates import short_date
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.limits import LimitState, Spell, limit_state, spells_of
from eletdesk.queries.attention.cases import running
from eletdesk.queries.attention.item import Attention, Programmes
from eletdesk.queries.attention.ruled import programme_of
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import HasConnection
from eletdesk.translation import _, ngettext

_OVER, _NEAR = 88, 62
_Stages = dict[str, list[tuple[str, date]]]


def limits(
    register: HasConnection, cards: list[IndexCard], today: date, programmes: Programmes
) -> Iterator[Attention]:
    """Tell of the first limit of each case that is over, or nearly reached."""
    worked_with = _open_programmes(register)
    for card in running(cards):
        told: list[tuple[date, int, LimitState]] = []
        for code, version in worked_with.get(card.case_id, ()):
            own = replace(card, programme=code, programme_version=version)
            programme = programme_of(own, programmes)
            if programme is None or not programme.clocks_on(today, "limit"):
                continue
            for state in case_limits(register, card.case_id, programme, today):
                if state.ends_on is not None and state.is_near(today):
                    told.append((state.ends_on, len(told), state))
        if told:
            yield _said(card, min(told)[2], today)


def _open_programmes(register: HasConnection) -> dict[str, list[tuple[str, int]]]:
    """Return the programmes of each case that run: somebody may be in two of them at once."""
    found: dict[str, list[tuple[str, int]]] = {}
    rows = register.connection.execute(
        "SELECT DISTINCT case_id, programme, version FROM pathway_fact WHERE closed_on = ''"
        " ORDER BY case_id, programme, version"
    )
    for case_id, code, version in rows:
        found.setdefault(case_id, []).append((code, version))
    return found


def case_limits(register: HasConnection, case_id: str, programme: Programme, today: date) -> list[LimitState]:
    """Return how each limit of a programme stands for a case, all its pathways through it together."""
    pathways = register.connection.execute(
        "SELECT pathway_id, started_on, closed_on FROM pathway_fact WHERE case_id = ? AND programme = ?",
        (case_id, programme.code),
    ).fetchall()
    stages = _stages(register, case_id)
    states = []
    for clock in programme.clocks_on(today, "limit"):
        spells: list[Spell] = []
        for pathway_id, started_on, closed_on in pathways:
            closed = date.fromisoformat(closed_on) if closed_on else None
            started = date.fromisoformat(started_on)
            spells += spells_of(clock.starts, started, closed, stages.get(pathway_id, ()))
        state = limit_state(clock, spells, programme, today)
        if state is not None:
            states.append(state)
    return states


def _stages(register: HasConnection, case_id: str) -> _Stages:
    """Return the stages that each pathway of a case entered, in the order in which it did."""
    found: _Stages = {}
    rows = register.connection.execute(
        "SELECT pathway_id, stage, entered_on FROM stage_fact WHERE case_id = ? ORDER BY rowid", (case_id,)
    )
    for pathway_id, stage, entered_on in rows:
        found.setdefault(pathway_id, []).append((stage, date.fromisoformat(entered_on)))
    return found


def _said(card: IndexCard, state: LimitState, today: date) -> Attention:
    assert state.ends_on is not None
    is_over = state.is_over(today)
    date_said = short_date(state.ends_on, today)
    detail = _("The last day is {date}").format(date=date_said)
    if is_over:
        detail = _("The last day was {date}").format(date=date_said)
    elif state.renewals_left:
        times = ngettext(
            "may be renewed {count} time", "may be renewed {count} times", state.renewals_left
        ).format(count=state.renewals_left)
        detail = f"{detail} · {times}"
    used = _("{used} of {allowed} days").format(used=state.used_days, allowed=state.allowed_days)
    return Attention(
        card.case_id, card.name, "duration", "danger" if is_over else "warn",
        f"{state.clock.label.said()}: {used}", detail, "open", _OVER if is_over else _NEAR,
        kind=f"limit_{state.clock.code}", source=state.clock.basis.source.title.said(),
    )  # fmt: skip
