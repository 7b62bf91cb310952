"""What one column of the caseload says of one young person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from eletdesk.domain.ages import age_on
from eletdesk.domain.labels import choices
from eletdesk.domain.names import first_name_and_initial, initials
from eletdesk.domain.spoken_dates import numeric_date, short_date
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.law.networks import network_of
from eletdesk.programmes.reference import municipality_named
from eletdesk.queries.attention.ruled import ATTENTION_DAYS, NOTICE_DAYS
from eletdesk.queries.register.filter_subjects import is_in_time_out, silent_days, tags_of
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import days_since
from eletdesk.translation import _, ngettext
from ui.widgets.cells import Cell

NameForm = Literal["full", "short", "initials"]
NOTHING = "–"


@dataclass(frozen=True)
class Showing:
    """What a cell must know besides the card: the programmes, the day, and how a name is written."""

    programmes: Callable[[tuple[str, int]], Programme | None]
    today: date
    names: NameForm = "full"


def name_of(card: IndexCard, form: NameForm) -> str:
    """Write the name in full, with one letter of the family name, or as initials."""
    if form == "initials":
        return initials(card.given_name, card.family_name)
    return first_name_and_initial(card.given_name, card.family_name) if form == "short" else card.name


def person(card: IndexCard, show: Showing) -> Cell:
    """Name, age and study."""
    parts = []
    if card.birth_on:
        years = age_on(date.fromisoformat(card.birth_on), show.today)
        parts.append(ngettext("{age} year", "{age} years", years).format(age=years))
    study = _study(card)
    parts.append(study if card.school or study else _("no school"))
    name = name_of(card, show.names)
    return Cell(name, " · ".join(part for part in parts if part), bold=True, avatar=card.name)


def stage(card: IndexCard, show: Showing) -> Cell:
    """Stage, with the day of the pathway."""
    programme = show.programmes((card.programme, card.programme_version))
    found = [one for one in programme.stages if one.code == card.stage] if programme is not None else []
    if programme is None or not found:  # a version of another desk, that this one does not know
        return Cell(NOTHING)
    day = (days_since(card.started_on, show.today) or 0) + 1
    second = _("closed") if card.closed_on else _("day {number}").format(number=day)
    if is_in_time_out(card, show.today):
        return Cell(_("Time-out"), second, stage=0.5, paused=True)
    place = programme.position(card.stage) / max(len(programme.stages) - 1, 1)
    return Cell(found[0].short.said(), second, stage=place)


def contact(card: IndexCard, show: Showing) -> Cell:
    """How long ago the last contact was; after some silence as a chip."""
    days = days_since(card.last_contact_on, show.today)
    if days is None:
        return Cell(_("none yet"), tone="text2")
    text = _("today") if days <= 0 else ngettext("{count} day", "{count} days", days).format(count=days)
    silent = silent_days(card, show.today)
    if silent is not None and silent >= ATTENTION_DAYS:
        return Cell(text, chip="danger", icon="silent")
    if silent is not None and silent >= NOTICE_DAYS:
        return Cell(text, chip="warn", icon="silent")
    return Cell(text, tone="text2")


def next_step(card: IndexCard, show: Showing) -> Cell:
    """What comes next, and when; beside initials only when, because a title may name somebody."""
    if not card.next_step:
        return Cell(_("Nothing planned"), tone="text2")
    today = show.today.isoformat()
    when = short_date(date.fromisoformat(card.next_on), show.today) if card.next_on else _("no date")
    tone = "danger" if card.next_on and card.next_on < today else "accent" if card.next_on == today else ""
    if show.names == "initials":
        return Cell(when, tone=tone)
    return Cell(_step_words(card.next_step), when, second_tone=tone)


def age(card: IndexCard, show: Showing) -> Cell:
    """Age in years."""
    return plain(str(age_on(date.fromisoformat(card.birth_on), show.today)) if card.birth_on else "")


def programme_name(card: IndexCard, show: Showing) -> Cell:
    """Short name of the programme."""
    found = show.programmes((card.programme, card.programme_version))
    return plain(found.short.said() if found else card.programme)


def study(card: IndexCard, _show: Showing) -> Cell:
    """Year and study."""
    return plain(_study(card))


def _study(card: IndexCard) -> str:
    return " ".join(part for part in (card.year_label, card.study) if part)


def municipality(card: IndexCard, _show: Showing) -> Cell:
    """Municipality by its NIS code, else the place that was typed."""
    found = municipality_named(card.municipality_nis)
    return plain(found.name if found else card.place)


def network(card: IndexCard, _show: Showing) -> Cell:
    """Network of the municipality."""
    found = network_of(card.municipality_nis)
    return plain(found.label.said() if found else "")


def referrer(card: IndexCard, _show: Showing) -> Cell:
    """Who referred, with the centre."""
    return Cell(card.referrer or card.referrer_centre or NOTHING, card.referrer and card.referrer_centre)


def consent(card: IndexCard, show: Showing) -> Cell:
    """State of the consent for guidance, and until when."""
    if not card.consent_state:
        return Cell(_("none yet"), tone="text2")
    until = _("until {date}").format(date=_day(card.consent_until)) if card.consent_until else ""
    is_over = bool(card.consent_until) and card.consent_until < show.today.isoformat()
    return Cell(_code("consent", card.consent_state), until, second_tone="danger" if is_over else "")


def time_out(card: IndexCard, show: Showing) -> Cell:
    """The time-out that runs or comes, until when."""
    if not card.time_out_until or card.time_out_until < show.today.isoformat():
        return plain("")
    return plain(_("until {date}").format(date=_day(card.time_out_until)))


def tags(card: IndexCard, _show: Showing) -> Cell:
    """The worker's own tags."""
    return plain(", ".join(tags_of(card)))


def coded(kind: str, field: str) -> Callable[[IndexCard, Showing], Cell]:
    """Make a cell that says a code of a field in words."""
    return lambda card, _show: plain(_code(kind, getattr(card, field)))


def dated(field: str) -> Callable[[IndexCard, Showing], Cell]:
    """Make a cell that writes a date of a field."""
    return lambda card, _show: plain(_day(getattr(card, field)))


def written(field: str) -> Callable[[IndexCard, Showing], Cell]:
    """Make a cell that shows a text or number of a field as it is; nothing where it is not known."""

    def cell(card: IndexCard, _show: Showing) -> Cell:
        value = getattr(card, field)
        return plain("" if value is None else str(value))

    return cell


def plain(text: str) -> Cell:
    """Make a quiet cell."""
    return Cell(text or NOTHING, tone="text2")


def _code(kind: str, code: str) -> str:
    return dict(choices(kind)).get(code, code)


def _day(on: str) -> str:
    return numeric_date(date.fromisoformat(on)) if on else ""


def _step_words(step: str) -> str:
    """Say the next step; the register keeps a planned session without a title by the code of its place."""
    places = dict(choices("place"))
    if step not in places:
        return step
    return places[step] if step == "home" else _("Session")
