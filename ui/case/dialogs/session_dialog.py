"""Plan a session, say what became of it, or change one that was recorded."""

from datetime import date

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.guidance_session import Attendance, GuidanceSession, SessionPlace
from eletdesk.domain.labels import choices
from eletdesk.domain.spoken_dates import short_date
from eletdesk.operations.sessions import change_session, hold_planned_session, plan_session
from eletdesk.programmes.definition import Programme
from eletdesk.translation import _
from ui.case.fields import at, choice, day, length, note, tick, words
from ui.case.form_dialog import FormDialog
from ui.case.topics import read_topics, write_topics
from ui.goals.goal_ticks import put_goals, with_goals
from ui.open_case import OpenCase


class PlanSessionDialog(FormDialog):
    """Plan a session: when, how long and where."""

    def __init__(
        self,
        window: QWidget,
        case: OpenCase,
        *,
        on: date | None = None,
        title: str = "",
        programme: Programme | None = None,
        pathway_id: str | None = None,
    ) -> None:
        super().__init__(window, _("Plan a session"))
        self._case = case
        self._for = {"programme": programme} | ({"pathway_id": pathway_id} if pathway_id else {})
        self.put(day("held_on", _("Day"), on, looks="forward", optional=False), at("starts_at", _("Time")))
        self.put(
            length("minutes", _("Length"), 45),
            choice("place", _("Where"), choices("place"), kind=SessionPlace),
        )
        self.put(words("title", _("What about"), title, placeholder=_("for example: return meeting")))
        self.put(note("note", _("Note"), lines=2))
        self.finish(_("Plan"))

    def keep(self) -> str:
        """Plan it."""
        held_on = self.read("held_on") or clock.today()
        self.run(plan_session, **(self.values() | {"held_on": held_on} | self._for))
        return _("Session planned for {date}").format(date=short_date(held_on, clock.today()))


class SessionDialog(FormDialog):
    """A session that was planned or recorded, with everything that can be kept of it."""

    def __init__(
        self, window: QWidget, case: OpenCase, programme: Programme | None, row: GuidanceSession
    ) -> None:
        due = row.attendance is Attendance.planned and row.held_on <= clock.today()
        super().__init__(window, _("How did it go?") if due else row.title or _("Session"), width=600)
        self._case, self._programme, self._row = case, programme, row
        attendance = Attendance.attended if due else row.attendance
        self.put(
            day("held_on", _("Day"), row.held_on, optional=False),
            at("starts_at", _("Time"), row.starts_at),
            length("minutes", _("Length"), row.minutes),
        )
        self.put(
            choice("attendance", _("Came?"), choices("attendance"), attendance, kind=Attendance),
            choice("place", _("Where"), choices("place"), row.place, kind=SessionPlace),
        )
        self.put(note("note", _("Note"), row.note, lines=4))
        self._put_counting(row)
        put_goals(self, case, row.goal_ids)
        self.put(
            words("title", _("What about"), row.title),
            words("topics", _("Topics"), write_topics(row.topics), placeholder="#stage #thuis"),
        )
        self.put(tick("is_in_lesson_time", _("During lessons"), value=row.is_in_lesson_time))
        self.put(
            tick("is_confidential", _("Confidential: never leaves this file"), value=row.is_confidential)
        )
        self.finish(_("Save session"))

    def _put_counting(self, row: GuidanceSession) -> None:
        known = choices("level")
        if self._programme is not None:
            known = [(level.code, level.label.said()) for level in self._programme.levels]
        if row.level not in dict(known):
            known.append((row.level, row.level))
        levels = choice("level", _("For whom"), known, row.level)
        blocks = [("", _("Not said"))]
        if self._programme is not None:
            blocks += [(block.code, block.label.said()) for block in self._programme.building_blocks]
        self.put(levels, choice("building_block", _("Building block"), blocks, row.building_block))

    def keep(self) -> str:
        """Record what became of it, or the change."""
        changes = with_goals(self.values(), self._row.goal_ids)
        changes["topics"] = read_topics(self.read("topics"))
        changes["held_on"] = changes["held_on"] or clock.today()
        was_planned = self._row.attendance is Attendance.planned
        operation = hold_planned_session if was_planned else change_session
        self.run(operation, self._row.id, programme=self._programme, **changes)
        return _("Session saved")
