"""Record or change a time-out, with its lesson half-days counted while one types."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.labels import choices, label
from eletdesk.domain.school_calendar import DayPart
from eletdesk.domain.time_out import TimeOut, TimeOutKind
from eletdesk.errors import InvalidInputError
from eletdesk.operations.time_outs import change_time_out, record_time_out
from eletdesk.queries.discipline_days import limit_of
from eletdesk.queries.time_out_count import TimeOutCount, time_out_count
from eletdesk.translation import _, ngettext
from ui.case.fields import choice, day, note, tick, words
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase
from ui.widgets.labels import Label


class TimeOutDialog(FormDialog):
    """From half-day to half-day; how it ended is asked of one that exists."""

    def __init__(self, window: QWidget, case: OpenCase, row: TimeOut | None = None) -> None:
        super().__init__(window, _("Time-out") if row else _("Record a time-out"), width=600)
        self._case, self._row = case, row
        kept = row or TimeOut(starts_on=clock.today(), ends_on=clock.today())
        self.put(choice("kind", _("Kind"), choices("time_out"), kept.kind, kind=TimeOutKind))
        self.put(
            day("starts_on", _("From"), kept.starts_on, looks="forward", optional=False),
            choice("starts_part", _("From which half"), choices("part"), kept.starts_part, kind=DayPart),
        )
        self.put(
            day("ends_on", _("Until"), kept.ends_on if row else None, looks="forward", hint=""),
            choice("ends_part", _("Until which half"), choices("part"), kept.ends_part, kind=DayPart),
        )
        self.count = Label("", role="small", tone="accent", wrap=True)
        self.form.add_widget(self.count)
        self.limit = Label("", role="caption", tone="text2", wrap=True)
        self.form.add_widget(self.limit)
        self._put_agreements(kept)
        self.put(note("note", _("Note"), kept.note, lines=2))
        if row:
            self.put(note("how_it_ended", _("How it ended"), kept.how_it_ended, lines=2))
        self.put(
            tick("is_confidential", _("Confidential: never leaves this file"), value=kept.is_confidential)
        )
        self.finish(_("Save time-out"))
        for name in ("starts_on", "ends_on"):
            self.widget(name).day_changed.connect(self._count)
        for name in ("kind", "starts_part", "ends_part"):
            self.widget(name).currentIndexChanged.connect(self._count)
        self._count()

    def _put_agreements(self, kept: TimeOut) -> None:
        self.put(
            words("agreed_with", _("Agreed with"), kept.agreed_with),
            words("school_godparent", _("School godparent"), kept.school_godparent),
        )
        self.put(
            tick(
                "is_director_agreed",
                _("The school director agrees (absence code P)"),
                value=kept.is_director_agreed,
            )
        )
        self.put(tick("has_homework_packs", _("Homework packs agreed"), value=kept.has_homework_packs))
        self.put(day("return_meeting_on", _("Return meeting"), kept.return_meeting_on, looks="forward"))

    def _span(self) -> tuple[date, date, DayPart, DayPart] | None:
        starts, ends = self.read("starts_on"), self.read("ends_on")
        if starts is None or ends is None or ends < starts:
            return None
        return starts, ends, self.read("starts_part"), self.read("ends_part")

    def _count(self, _changed: Any = None) -> None:
        span = self._span()
        found = self._case.read(time_out_count, *span) if span else None
        self.count.setText(say_count(found) if found else _("Give both days to count the lesson half-days."))
        self.count.set_tone("accent" if found else "text3")
        self._say_limit()
        self.fit()

    def _say_limit(self) -> None:
        """Show the rule about the longest term and where it comes from (rule 12)."""
        starts_on = self.read("starts_on")
        found = self._case.read(limit_of, self.read("kind"), starts_on) if starts_on else None
        basis = found[0].basis if found else None
        said = f"{found[0].label.said()}. {basis.source.title.said()}." if found and basis else ""
        self.limit.setText(said)
        self.limit.setVisible(bool(said))

    def keep(self) -> str:
        """Record it."""
        found = self.values()
        if found["ends_on"] is None:
            raise InvalidInputError("ends_on", _("Until which day? You can change it later."))
        reason = found.pop("reason", "")
        if reason:
            found["limit_reason"] = reason
        if self._row is None:
            kept = self.run(record_time_out, **found)
        else:
            kept = self.run(change_time_out, self._row.id, **found)
        count = ngettext("{count} lesson half-day", "{count} lesson half-days", kept.half_days)
        return _("Time-out saved: {count}").format(count=count.format(count=kept.half_days))


def say_count(found: TimeOutCount) -> str:
    """Say the half-days, what is skipped, and on whose calendar they were counted."""
    halves = ngettext("{count} lesson half-day", "{count} lesson half-days", found.half_days)
    weeks = ngettext("in {count} school week", "in {count} school weeks", found.weeks)
    said = [f"{halves.format(count=found.half_days)} {weeks.format(count=found.weeks)}."]
    if found.holidays:
        said.append(_("Skipped: {holidays}.").format(holidays=", ".join(found.holidays)))
    if found.school_free_days:
        free = ngettext(
            "{count} free day of the school", "{count} free days of the school", found.school_free_days
        )
        said.append(_("Skipped: {holidays}.").format(holidays=free.format(count=found.school_free_days)))
    said.append(_("Calendar: {community}.").format(community=label("community", found.community)))
    return " ".join(said)
