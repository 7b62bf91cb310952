"""What the caseload shows of each young person."""

from collections.abc import Callable
from datetime import date

from eletdesk.domain.ages import age_on
from eletdesk.domain.labels import choices
from eletdesk.domain.names import first_name_and_initial, sort_key
from eletdesk.domain.spoken_dates import short_date
from eletdesk.programmes.definition import Programme
from eletdesk.queries.index_card import IndexCard
from eletdesk.queries.register_views import days_since
from eletdesk.queries.ruled_attention import ATTENTION_DAYS, NOTICE_DAYS
from eletdesk.translation import _, ngettext
from ui.widgets.cells import Cell
from ui.widgets.sheet_table import SheetColumn

Programmes = Callable[[tuple[str, int]], Programme | None]


def is_in_time_out(card: IndexCard, today: date) -> bool:
    """Tell whether a time-out is running."""
    return bool(card.time_out_until) and card.time_out_from <= today.isoformat() <= card.time_out_until


def silent_days(card: IndexCard, today: date) -> int | None:
    """Return the days without contact of a running pathway; None when it is closed or has no start."""
    if card.closed_on or not card.stage:
        return None
    return days_since(card.last_contact_on or card.started_on, today)


def columns(programmes: Programmes, today: date, *, short_names: bool) -> list[SheetColumn[IndexCard]]:
    """Return the columns of the drawing; programmes gives the words for stages."""
    return [
        SheetColumn(_("Young person"), lambda card: _person(card, today, short_names), _by_name, share=1.55),
        SheetColumn(
            _("Stage"),
            lambda card: _stage(card, programmes, today),
            lambda card: card.stage_since,
            share=0.95,
        ),
        SheetColumn(_("School"), lambda card: Cell(card.school or "–", tone="text2"), share=1.1),
        SheetColumn(
            _("Last contact"),
            lambda card: _contact(card, today),
            lambda card: card.last_contact_on,
            share=0.9,
        ),
        SheetColumn(
            _("Next step"), lambda card: _next(card, today), lambda card: card.next_on or "9", share=1.5
        ),
    ]


def _by_name(card: IndexCard) -> object:
    return sort_key(card.given_name, card.family_name)


def _person(card: IndexCard, today: date, short_names: bool) -> Cell:
    name = first_name_and_initial(card.given_name, card.family_name) if short_names else card.name
    parts = []
    if card.birth_on:
        age = age_on(date.fromisoformat(card.birth_on), today)
        parts.append(ngettext("{age} year", "{age} years", age).format(age=age))
    study = " ".join(part for part in (card.year_label, card.study) if part)
    parts.append(study if card.school or study else _("no school"))
    return Cell(name, " · ".join(part for part in parts if part), bold=True, avatar=card.name)


def _stage(card: IndexCard, programmes: Programmes, today: date) -> Cell:
    programme = programmes((card.programme, card.programme_version))
    if programme is None or not card.stage:
        return Cell("–")
    stage = programme.stage(card.stage)
    day = (days_since(card.started_on, today) or 0) + 1
    second = _("closed") if card.closed_on else _("day {number}").format(number=day)
    if is_in_time_out(card, today):
        return Cell(_("Time-out"), second, stage=0.5, paused=True)
    place = programme.position(card.stage) / max(len(programme.stages) - 1, 1)
    return Cell(stage.short.said(), second, stage=place)


def _contact(card: IndexCard, today: date) -> Cell:
    days = days_since(card.last_contact_on, today)
    if days is None:
        return Cell(_("none yet"), tone="text2")
    text = _("today") if days <= 0 else ngettext("{count} day", "{count} days", days).format(count=days)
    silent = silent_days(card, today)
    if silent is not None and silent >= ATTENTION_DAYS + NOTICE_DAYS:
        return Cell(text, chip="danger", icon="silent")
    if silent is not None and silent >= ATTENTION_DAYS:
        return Cell(text, chip="warn", icon="silent")
    return Cell(text, tone="text2")


def _next(card: IndexCard, today: date) -> Cell:
    if not card.next_step:
        return Cell(_("Nothing planned"), tone="text2")
    when = short_date(date.fromisoformat(card.next_on), today) if card.next_on else _("no date")
    late = bool(card.next_on) and card.next_on < today.isoformat()
    today_tone = "accent" if card.next_on == today.isoformat() else ""
    return Cell(_step_words(card.next_step), when, second_tone="danger" if late else today_tone)


def _step_words(step: str) -> str:
    """Say the next step; the register keeps a planned session without a title by the code of its place."""
    places = dict(choices("place"))
    if step not in places:
        return step
    return places[step] if step == "home" else _("Session")
