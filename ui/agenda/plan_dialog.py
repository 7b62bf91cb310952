"""Plan a session on a half-day of the agenda, with anybody of the caseload."""

from datetime import date, time
from typing import Any

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.guidance_session import SessionPlace
from eletdesk.domain.labels import choices
from eletdesk.domain.spoken_dates import short_date
from eletdesk.errors import InvalidInputError
from eletdesk.operations.sessions import plan_session
from eletdesk.translation import _
from ui.agenda.reading import MORNING
from ui.case.fields import at, choice, day, length, words
from ui.case.form_dialog import FormDialog
from ui.open_desk import OpenDesk
from ui.tasks.people import people_to_choose

_USUAL = {MORNING: time(9, 0), "afternoon": time(13, 30)}


class PlanDialog(FormDialog):
    """With whom, when, how long, where and what about."""

    def __init__(
        self,
        window: QWidget,
        desk: OpenDesk,
        on: date,
        part: str,
        case_id: str = "",
        *,
        short_names: bool = False,
    ) -> None:
        super().__init__(window, _("Plan a session"))
        self._desk = desk
        people = [("", _("Choose who")), *people_to_choose(desk, short_names=short_names)]
        self.put(choice("person", _("With whom"), people, case_id))
        self.put(
            day("held_on", _("Day"), on, looks="forward", optional=False),
            at("starts_at", _("Time"), _USUAL.get(part)),
        )
        self.put(
            length("minutes", _("Length"), 45),
            choice("place", _("Where"), choices("place"), kind=SessionPlace),
        )
        self.put(words("title", _("What about"), placeholder=_("for example: return meeting")))
        self.finish(_("Plan"))

    def keep(self) -> str:
        """Plan it in the case of the person."""
        said: dict[str, Any] = self.values()
        case_id = str(said.pop("person"))
        if not case_id:
            raise InvalidInputError("person", _("Choose who this is with."))
        said["held_on"] = said["held_on"] or clock.today()
        self._desk.run(case_id, plan_session, **said)
        return _("Session planned for {date}").format(date=short_date(said["held_on"], clock.today()))
