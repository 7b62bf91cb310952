"""Ask what goes to another calendar: which days, with tasks or without, initials or names."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.errors import InvalidInputError
from eletdesk.translation import _, ngettext
from ui.case.fields import day, tick, words
from ui.case.form_dialog import FormDialog
from ui.export_places import export_folder, free_path, remember_folder
from ui.files import choose_place
from ui.open_desk import OpenDesk
from ui.widgets.buttons import secondary
from ui.widgets.labels import Label
from ui.widgets.layouts import LEFT

_WEEKS = 8


class CalendarDialog(FormDialog):
    """The file is not encrypted: initials only, unless the worker chooses names after reading why not."""

    def __init__(self, window: QWidget, desk: OpenDesk, monday: date) -> None:
        text = _(
            "The file can be read by everybody who has it. It never holds a note. "
            "A calendar on the internet keeps what you put in it."
        )
        super().__init__(window, _("To another calendar"), text=text, width=560)
        self._desk = desk
        first = max(monday, clock.today())
        self.put(
            day("first", _("From"), first, looks="forward", optional=False),
            day("last", _("Until"), first + timedelta(weeks=_WEEKS), looks="forward", optional=False),
        )
        self.put(tick("with_tasks", _("Tasks and terms too"), value=True))
        self.put(tick("with_names", _("Full names and what tasks are about, instead of initials")))
        self.warning = Label(
            _("Only do this for a calendar that nobody else can see: the names leave your encrypted desk."),
            role="small", tone="warn", wrap=True,
        )  # fmt: skip
        self.warning.hide()
        self.form.add_widget(self.warning)
        self.widget("with_names").toggled.connect(self._warn)
        proposed = free_path(export_folder(desk), f"agenda_{clock.today().isoformat()}.ics")
        self.put(words("place", _("File"), str(proposed)))
        self.body.addWidget(secondary(_("Choose a place"), self._choose, icon_name="folder", sz="s"), 0, LEFT)
        self.finish(_("Save the file"))

    def _warn(self, yes: bool) -> None:
        self.warning.setVisible(yes)
        self.fit()

    def _choose(self) -> None:
        chosen = choose_place(self, _("Save the calendar"), Path(str(self.read("place"))), "iCalendar")
        if chosen is not None:
            self.widget("place").setText(str(chosen))

    def keep(self) -> str:
        """Write it."""
        from eletdesk.desk.calendar_export import CalendarChoice, export_calendar  # noqa: PLC0415

        said = self.values()
        place = Path(str(said["place"]))
        if not said["place"] or not place.parent.is_dir():
            raise InvalidInputError("place", _("Choose a folder that exists."))
        choice = CalendarChoice(
            said["first"] or clock.today(),
            said["last"] or clock.today(),
            said["with_tasks"],
            said["with_names"],
        )
        count = export_calendar(self._desk.desk, choice, place)
        remember_folder(self._desk, place.parent)
        text = ngettext(
            "{count} entry saved for your calendar", "{count} entries saved for your calendar", count
        )
        return text.format(count=count)
