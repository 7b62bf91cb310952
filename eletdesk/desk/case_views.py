"""Views of the caseload that are kept in the desk: a filter, the columns and the order, under a name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from eletdesk.domain.row_id import new_id
from eletdesk.errors import InvalidInputError
from eletdesk.queries.attention.sources import attention
from eletdesk.queries.register.case_filter import Around, CaseFilter, Condition, passes, read_filter
from eletdesk.queries.register.filter_subjects import NEEDS_MATTERS
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import index_cards
from eletdesk.translation import N_, _

if TYPE_CHECKING:
    from datetime import date

    from eletdesk.desk.desk import Desk

_SETTING = "case_views"
_LONGEST_NAME = 60


@dataclass(frozen=True)
class ShownColumn:
    """One column of the caseload and its width beside the usual one."""

    key: str
    width: float = 1.0


@dataclass(frozen=True)
class CaseView:
    """A named view; `key` is empty for one that was not kept yet. Without columns the usual ones are shown.

    `order` is the key of the column that sorts, empty for by name.
    """

    key: str = ""
    name: str = ""
    filter: CaseFilter = field(default_factory=CaseFilter)
    columns: tuple[ShownColumn, ...] = ()
    order: str = ""
    is_descending: bool = False
    is_shipped: bool = False

    @property
    def said(self) -> str:
        """Return the name; that of a shipped one in the language spoken now."""
        return _(self.name) if self.is_shipped else self.name


def _shipped(key: str, name: str, *conditions: Condition, order: str = "") -> CaseView:
    return CaseView(key, name, CaseFilter(conditions), order=order, is_shipped=True)


_RUNNING = Condition("pathway", codes=("running",))

SHIPPED_VIEWS = (
    _shipped(
        "young_vocational_left", N_("15 to 21, vocational, dropped out"),
        Condition("age", low=15, high=21), Condition("vocational"), Condition("left_school"),
    ),
    _shipped("silent_14", N_("No contact for 14 days"), Condition("silent", low=14), order="contact"),
    _shipped(
        "open_referral", N_("Open referral"),
        Condition("referral", codes=("draft", "ready", "sent", "accepted", "in_progress")),
    ),
    _shipped("no_referrer", N_("No referrer"), _RUNNING, Condition("referrer_known", is_not=True)),
)  # fmt: skip
"""Views that come with the program: 15-21 and vocational and dropped out is the target group of the Brussels
pilot projects of 2022-2024 (Cedefop, Brussels BE-FR, 2025)."""


def case_views(desk: "Desk") -> list[CaseView]:
    """Return the worker's own views by name, then those that come with the program."""
    own = [_read(kept) for kept in desk.file.setting(_SETTING, [])]
    return [*sorted(own, key=lambda view: view.name.casefold()), *SHIPPED_VIEWS]


def case_view(desk: "Desk", key: str) -> CaseView | None:
    """Return one view; None when it is no longer there."""
    return next((view for view in case_views(desk) if view.key == key), None)


def keep_view(desk: "Desk", view: CaseView) -> CaseView:
    """Keep a view under its name; one that came with the program is kept as an own copy."""
    name = view.name.strip()
    if not name:
        raise InvalidInputError("name", _("Give the view a name."))
    if len(name) > _LONGEST_NAME:
        raise InvalidInputError("name", _("This name is too long."))
    own = [each for each in case_views(desk) if not each.is_shipped]
    if any(each.name.casefold() == name.casefold() and each.key != view.key for each in own):
        raise InvalidInputError("name", _("There is a view with this name already."))
    key = new_id() if view.is_shipped or not view.key else view.key
    kept = replace(view, key=key, name=name, is_shipped=False)
    _write(desk, [*(each for each in own if each.key != kept.key), kept])
    return kept


def drop_view(desk: "Desk", key: str) -> None:
    """Throw an own view away; no case changes."""
    _write(desk, [each for each in case_views(desk) if not each.is_shipped and each.key != key])


def _write(desk: "Desk", views: Iterable[CaseView]) -> None:
    with desk.busy:
        desk.file.keep_setting(_SETTING, [_kept(view) for view in views])
    desk.tell(None, frozenset({"case_view"}))


def _kept(view: CaseView) -> dict[str, Any]:
    return {
        "key": view.key,
        "name": view.name,
        "filter": view.filter.kept(),
        "columns": [[column.key, column.width] for column in view.columns],
        "order": view.order,
        "is_descending": view.is_descending,
    }


def _read(kept: Mapping[str, Any]) -> CaseView:
    return CaseView(
        str(kept["key"]),
        str(kept["name"]),
        read_filter(kept.get("filter", ())),
        read_columns(kept.get("columns", ())),
        str(kept.get("order", "")),
        bool(kept.get("is_descending", False)),
    )


def read_columns(kept: Iterable[tuple[str, float]]) -> tuple[ShownColumn, ...]:
    """Make columns of what was kept: pairs of key and width."""
    return tuple(ShownColumn(str(key), float(width)) for key, width in kept)


def around(desk: "Desk", today: "date", case_filter: CaseFilter, cards: list[IndexCard]) -> Around:
    """Gather what the conditions of a filter must know; what needs attention only when one asks for it."""
    matters: dict[str, frozenset[str]] = {}
    if any(condition.subject in NEEDS_MATTERS for condition in case_filter.conditions):
        for matter in desk.ask(attention, cards, today, desk.programmes):
            found = matters.get(matter.case_id, frozenset())
            matters[matter.case_id] = found | {matter.kind or matter.icon}
    return Around(today, desk.programmes, matters)


def filtered_cards(desk: "Desk", case_filter: CaseFilter, today: "date") -> list[IndexCard]:
    """Return the cards of all cases that meet a filter, by family name."""
    cards = desk.ask(index_cards)
    known = around(desk, today, case_filter, cards)
    return [card for card in cards if passes(case_filter, card, known)]
