"""The columns that the caseload can show of each young person, and those that it usually shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from eletdesk.desk.case_views import ShownColumn
from eletdesk.domain.names import sort_key
from eletdesk.programmes.definition import Programme
from eletdesk.queries.register.filter_subjects import tags_of
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.translation import N_, _
from ui.caseload import column_cells as cells
from ui.caseload.column_cells import NameForm, Showing
from ui.widgets.cells import Cell
from ui.widgets.sheet_table import SheetColumn

_LAST = "~"


@dataclass(frozen=True)
class ColumnKind:
    """One column: its key (kept in desks), title, cell, what it sorts by, its share of the width."""

    key: str
    title: str
    cell: Callable[[IndexCard, Showing], Cell]
    sort_key: Callable[[IndexCard], object] | None = None
    share: float = 1.0


def _by(field: str) -> Callable[[IndexCard], object]:
    """Sort by a field; what is not known comes last."""
    return lambda card: getattr(card, field) or _LAST


def _by_number(field: str) -> Callable[[IndexCard], object]:
    return lambda card: (getattr(card, field) is None, getattr(card, field) or 0)


KINDS: dict[str, ColumnKind] = {
    kind.key: kind
    for kind in (
        ColumnKind(
            "person", N_("Young person"), cells.person,
            lambda card: sort_key(card.given_name, card.family_name), 1.55,
        ),
        ColumnKind("stage", N_("Stage"), cells.stage, lambda card: card.stage_since, 0.95),
        ColumnKind("school", N_("School"), cells.written("school"), None, 1.1),
        ColumnKind("contact", N_("Last contact"), cells.contact, lambda card: card.last_contact_on, 0.9),
        ColumnKind("next", N_("Next step"), cells.next_step, _by("next_on"), 1.5),
        # sorted by age: the youngest first
        ColumnKind(
            "age", N_("Age"), cells.age,
            lambda card: -int((card.birth_on or "1000-01-01").replace("-", "")), 0.6,
        ),
        ColumnKind("birth", N_("Born on"), cells.dated("birth_on"), _by("birth_on"), 0.8),
        ColumnKind("programme", N_("Programme"), cells.programme_name, None, 0.9),
        ColumnKind("started", N_("Started on"), cells.dated("started_on"), _by("started_on"), 0.8),
        ColumnKind("closed", N_("Closed on"), cells.dated("closed_on"), _by("closed_on"), 0.8),
        ColumnKind("study", N_("Year and study"), cells.study, None, 1.1),
        ColumnKind("finality", N_("Finality"), cells.coded("finality", "finality"), None, 1.1),
        ColumnKind("situation", N_("Situation"), cells.coded("occupation", "situation"), None, 1.0),
        ColumnKind(
            "delay", N_("Years behind"), cells.written("school_delay"), _by_number("school_delay"), 0.9
        ),
        ColumnKind(
            "left_school", N_("Left school on"), cells.dated("left_school_on"), _by("left_school_on"), 0.9
        ),
        ColumnKind("municipality", N_("Municipality"), cells.municipality, None, 1.0),
        ColumnKind("network", N_("Network"), cells.network, None, 0.9),
        ColumnKind("referrer", N_("Referrer"), cells.referrer, None, 1.2),
        ColumnKind(
            "referral", N_("Referral"), cells.coded("referral", "referral_status"),
            _by("referral_status"), 0.9,
        ),
        ColumnKind("consent", N_("Consent"), cells.consent, _by("consent_until"), 1.0),
        ColumnKind("time_out", N_("Time-out"), cells.time_out, _by("time_out_until"), 0.9),
        ColumnKind(
            "follow_up", N_("Follow-up"), cells.dated("follow_up_due_on"), _by("follow_up_due_on"), 0.9
        ),
        ColumnKind(
            "tasks", N_("Open tasks"), cells.written("open_tasks"), lambda card: -card.open_tasks, 0.9
        ),
        ColumnKind("tags", N_("Tags"), cells.tags, lambda card: tags_of(card) or (_LAST,), 1.0),
        ColumnKind("gender", N_("Gender"), cells.coded("gender", "gender"), None, 0.8),
    )
}  # fmt: skip
"""Every column by its key, in the order of the chooser."""

USUAL = tuple(ShownColumn(key) for key in ("person", "stage", "school", "contact", "next"))
"""The columns of the drawing."""

_STEPS_BACK = ("school", "next")


def columns(
    programmes: Callable[[tuple[str, int]], Programme | None],
    today: date,
    *,
    short_names: bool = False,
    chosen: Sequence[ShownColumn] = (),
    names: NameForm | None = None,
) -> list[SheetColumn[IndexCard]]:
    """Return the chosen columns, or the usual ones; programmes gives the words for stages."""
    show = Showing(programmes, today, names or ("short" if short_names else "full"))
    return [_column(KINDS[one.key], one.width, show) for one in known(chosen)]


def known(chosen: Sequence[ShownColumn]) -> tuple[ShownColumn, ...]:
    """Return the chosen columns that this program has; the usual ones when there are none."""
    return tuple(one for one in chosen if one.key in KINDS) or USUAL


def _column(kind: ColumnKind, width: float, show: Showing) -> SheetColumn[IndexCard]:
    return SheetColumn(
        _(kind.title),
        lambda card: kind.cell(card, show),
        kind.sort_key or (lambda card: kind.cell(card, show).text.casefold()),
        share=kind.share * width,
    )


def places_with_little_room(chosen: Sequence[ShownColumn], most: int = 3) -> set[int]:
    """Return the places of the columns that stay when there is room for a few only."""
    keys = [one.key for one in known(chosen)]
    order = sorted(range(len(keys)), key=lambda place: keys[place] in _STEPS_BACK)
    return set(order[:most])
