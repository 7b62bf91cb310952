"""Group activities in the bin, each with a way back."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.groups.activities import restore_activity
from eletdesk.desk.groups.views import binned_activities
from eletdesk.domain.group_activity import GroupActivity
from eletdesk.domain.spoken_dates import short_date
from eletdesk.errors import EletdeskError
from eletdesk.translation import _
from ui.open_desk import OpenDesk
from ui.widgets.buttons import secondary
from ui.widgets.dialog import Dialog
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.layouts import Column, Row, clear_layout


class ActivityBin(Dialog):
    """Lists what was moved to the bin in the last 30 days; `told(sentence)` when something came back."""

    told = Signal(str)

    def __init__(self, window: QWidget, desk: OpenDesk) -> None:
        super().__init__(
            window,
            _("Activities in the bin"),
            text=_("They stay here for 30 days. Everybody's part comes back with them."),
        )
        self._desk = desk
        self._list = Column(gap=8)
        self.body.addLayout(self._list)
        self.problem = Label("", role="small", tone="danger", wrap=True)
        self.problem.hide()
        self.add(self.problem)
        self.add_cancel(_("Close"))
        self._fill()

    def _fill(self) -> None:
        clear_layout(self._list)
        for activity in binned_activities(self._desk.desk):
            self._list.addWidget(self._row(activity))

    def _row(self, activity: GroupActivity) -> QWidget:
        line = QWidget()
        row = Row(line, gap=10)
        name = activity.title or activity.project
        words = Column(gap=1)
        words.addWidget(ElidedLabel(name))
        words.addWidget(ElidedLabel(short_date(activity.held_on, clock.today()), role="small", tone="text2"))
        row.addLayout(words, 1)
        back = secondary(_("Restore"), partial(self._restore, activity), icon_name="restore", sz="s")
        back.setAccessibleDescription(name)
        row.addWidget(back)
        return line

    def _restore(self, activity: GroupActivity) -> None:
        try:
            restore_activity(self._desk.desk, activity.id)
        except EletdeskError as error:
            self.problem.setText(str(error))
            self.problem.show()
            self._fit()
            return
        self.told.emit(_("The activity is back."))
        self.accept()
