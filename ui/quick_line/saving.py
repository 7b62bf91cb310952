"""Save what a line says into the case of its person, and say in one sentence what was done."""

from datetime import date

from eletdesk.domain.quick_line import EntryKind, KnownPerson, PeopleIndex, QuickLine
from eletdesk.domain.quick_line_words import KIND_NAMES
from eletdesk.domain.spoken_dates import short_date
from eletdesk.programmes.definition import Programme
from eletdesk.queries.register.views import index_card, index_cards, moments_of_day
from eletdesk.translation import _
from ui.open_desk import OpenDesk


def people_of(desk: OpenDesk) -> PeopleIndex:
    """Return everybody of the caseload as the quick line must know them."""
    cards = desk.ask(index_cards)
    return PeopleIndex(KnownPerson(card.case_id, card.given_name, card.family_name) for card in cards)


def person_of(desk: OpenDesk, case_id: str) -> KnownPerson | None:
    """Return one person as the quick line must know them."""
    card = desk.ask(index_card, case_id)
    return None if card is None else KnownPerson(case_id, card.given_name, card.family_name)


def planned_session(desk: OpenDesk, line: QuickLine) -> str:
    """Return the session that was planned with this person on that day, so that it is not logged twice."""
    if line.person is None or line.kind not in (EntryKind.session, EntryKind.home_visit):
        return ""
    of_day = desk.ask(moments_of_day, line.on)
    planned = [one for one in of_day if one.case_id == line.person.case_id and one.state == "planned"]
    return planned[0].row_id if len(planned) == 1 else ""


def save_line(desk: OpenDesk, line: QuickLine, person: KnownPerson, today: date, planned_id: str = "") -> str:
    """Record the line as one step in the person's case; return the sentence for the toast."""
    from eletdesk.operations.quick_entry import record_quick_entry  # noqa: PLC0415

    desk.run(
        person.case_id,
        record_quick_entry,
        line=line,
        today=today,
        programme=_programme(desk, person.case_id),
        planned_id=planned_id,
    )
    return _sentence(line, person, today)


def _programme(desk: OpenDesk, case_id: str) -> Programme | None:
    card = desk.ask(index_card, case_id)
    if card is None or not card.programme:
        return None
    return desk.desk.programme_of(case_id, card.programme, card.programme_version)


def _sentence(line: QuickLine, person: KnownPerson, today: date) -> str:
    name = person.given_name or person.full_name
    if line.kind is EntryKind.task:
        saved = _("Task for {name} added").format(name=name)
    else:
        kind = _(KIND_NAMES[line.kind]).capitalize()
        saved = _("{kind} with {name} saved").format(kind=kind, name=name)
    if line.task is None or line.kind is EntryKind.task:
        return saved
    if line.task.due_on is None:
        return _("{saved}, task added").format(saved=saved)
    due = short_date(line.task.due_on, today)
    return _("{saved}, task added for {date}").format(saved=saved, date=due)
