"""Look at another pathway of a case: a list in the head, there as soon as a case has more than one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.pathway import Pathway
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.translation import _
from ui.case.reading import CaseView
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import Label
from ui.widgets.layouts import Row

_LETTERS = 24


class PathwaySwitch(QWidget):
    """The pathways of a case, the present one first; `chosen(pathway_id)` when somebody takes another."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pathway_id = ""
        row = Row(self, gap=8, margins=(0, 4, 0, 0))
        label = Label(_("Pathway shown"), role="small", tone="text2")
        self.box = ChoiceBox()
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_LETTERS)
        self.box.setAccessibleName(_("Pathway shown"))
        label.setBuddy(self.box)
        row.addWidget(label)
        row.addWidget(self.box)
        row.addStretch(1)
        self.box.activated.connect(lambda _at: self.look_at(str(self.box.value())))

    def look_at(self, pathway_id: str) -> None:
        """Take another pathway."""
        self.pathway_id = pathway_id
        self.chosen.emit(pathway_id)

    def show_case(self, view: CaseView) -> None:
        """Show the pathways of a case; nothing when there is only one."""
        shown = view.head.pathway
        choices = [(one.id, _name(view, one)) for one in view.head.pathways]
        self.setVisible(len(choices) > 1)
        if choices and shown is not None:
            self.box.set_choices(choices, value=shown.id)


def _name(view: CaseView, pathway: Pathway) -> str:
    programme = view.programmes.get(pathway.id)
    name = programme.short.said() if programme else pathway.programme_code
    start = numeric_date(pathway.started_on)
    if pathway.closed_on is None:
        return _("{programme}, since {start}").format(programme=name, start=start)
    end = numeric_date(pathway.closed_on)
    return _("{programme}, {start} to {end}").format(programme=name, start=start, end=end)
