"""What the list shows of each activity, and what the counts show of each line."""

from collections.abc import Callable

from eletdesk import clock
from eletdesk.desk.desk import Desk
from eletdesk.desk.groups.words import in_words, key_in_words
from eletdesk.domain.spoken_dates import short_date
from eletdesk.domain.spoken_durations import say_minutes
from eletdesk.domain.spoken_times import say_time
from eletdesk.statistics.activity_counts import ActivityFact, CountLine, count_line
from eletdesk.translation import _, language, ngettext
from ui.widgets.cells import Cell
from ui.widgets.sheet_table import SheetColumn


def activity_columns(desk: Desk) -> list[SheetColumn[ActivityFact]]:
    """Return the columns of the list of activities."""
    return [
        SheetColumn(_("Activity"), lambda fact: _activity(desk, fact), _by_title, share=1.9),
        SheetColumn(_("Day"), _day, lambda fact: fact.activity.held_on, share=0.9),
        SheetColumn(_("Young people"), _people, _by_people, share=1.15),
        SheetColumn(_("Parents"), _parents, lambda fact: count_line("", [fact]).parents, share=0.6),
        SheetColumn(_("Objective"), lambda fact: _objective(desk, fact), share=1.3),
    ]


def _by_title(fact: ActivityFact) -> object:
    return (fact.activity.title or fact.activity.project).casefold()


def _by_people(fact: ActivityFact) -> object:
    return count_line("", [fact]).presences


def _activity(desk: Desk, fact: ActivityFact) -> Cell:
    of = fact.activity
    parts = [of.project if of.title else "", in_words(desk, "level", of.level), of.school or of.place]
    return Cell(of.title or of.project, " · ".join(part for part in parts if part), bold=True)


def _day(fact: ActivityFact) -> Cell:
    of = fact.activity
    at = say_time(of.starts_at) if of.starts_at else ""
    length = say_minutes(of.minutes) if of.minutes else ""
    return Cell(short_date(of.held_on, clock.today()), " · ".join(part for part in (at, length) if part))


def _people(fact: ActivityFact) -> Cell:
    of = fact.activity
    if of.is_planned:
        due = of.held_on <= clock.today()
        text = _("How did it go?") if due else _("planned")
        return Cell(text, _expected(fact), chip="warn" if due else "info", icon="plan")
    line = count_line("", [fact])
    without = _("{count} without a file").format(count=line.without_case) if line.without_case else ""
    if not fact.parts and not line.presences:
        return Cell(without or "–", tone="" if without else "text3")
    came = ngettext("{count} came", "{count} came", line.presences).format(count=line.presences)
    more = []
    if line.no_shows:
        more.append(
            ngettext("{count} did not come", "{count} did not come", line.no_shows).format(
                count=line.no_shows
            )
        )
    return Cell(came, " · ".join([*more, without] if without else more))


def _expected(fact: ActivityFact) -> str:
    count = len(fact.parts)
    return ngettext("{count} young person", "{count} young people", count).format(count=count)


def _parents(fact: ActivityFact) -> Cell:
    parents = 0 if fact.activity.is_planned else count_line("", [fact]).parents
    return Cell(str(parents) if parents else "–", tone="" if parents else "text3")


def _objective(desk: Desk, fact: ActivityFact) -> Cell:
    of = fact.activity
    words = in_words(desk, "objective", of.objective)
    return Cell(words or "–", in_words(desk, "call_period", of.call_period), tone="text2")


def count_columns(desk: Desk, dimension: str, title: str) -> list[SheetColumn[CountLine]]:
    """Return the columns of the counts by one dimension."""
    return [
        SheetColumn(title, lambda line: Cell(key_in_words(desk, dimension, line.key), bold=True), share=2.0),
        _number(_("Activities"), lambda line: line.activities),
        SheetColumn(
            _("Hours"), lambda line: Cell(hours(line.minutes), right=True), lambda line: line.minutes,
            right=True,
        ),
        SheetColumn(_("Different people"), _different, lambda line: line.people, share=1.2, right=True),
        _number(_("Times present"), lambda line: line.presences),
        _number(_("Without a file"), lambda line: line.without_case),
        _number(_("Parents"), lambda line: line.parents),
    ]  # fmt: skip


def _number(title: str, of: Callable[[CountLine], int]) -> SheetColumn[CountLine]:
    return SheetColumn(title, lambda line: Cell(str(of(line)), right=True), of, right=True)


def _different(line: CountLine) -> Cell:
    """Show the number; one under 5 has a mark, because it may point at somebody."""
    if line.is_small:
        says = _("{count}, under 5: it may point at somebody").format(count=line.people)
        return Cell(str(line.people), right=True, icon="attention", tone="warn", says=says)
    return Cell(str(line.people), right=True)


def hours(minutes: int) -> str:
    """Return minutes as hours, in the way of a report: 1,5."""
    text = f"{minutes / 60:.2f}".rstrip("0").rstrip(".")
    return text if language() == "en" else text.replace(".", ",")
