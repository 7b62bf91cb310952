"""Put conditions together: who must be seen, with how many they are while one chooses."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from eletdesk.errors import InvalidInputError
from eletdesk.queries.register.case_filter import Around, CaseFilter, Condition, passes
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.translation import _, ngettext
from ui.caseload.condition_row import ConditionRow
from ui.widgets.buttons import primary, quiet
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label
from ui.widgets.layouts import LEFT, Column

_FIRST = "age"


class FilterSheet(Dialog):
    """Edit a filter; `taken(CaseFilter)` is called with it when it is to be used."""

    def __init__(
        self,
        window: QWidget,
        chosen: CaseFilter,
        cards: Sequence[IndexCard],
        around: Callable[[CaseFilter], Around],
        taken: Callable[[CaseFilter], object],
    ) -> None:
        super().__init__(window, _("Filter"), text=_("Only who meets every condition is shown."), width=600)
        self._cards, self._around, self._taken = cards, around, taken
        self.rows: list[ConditionRow] = []
        box = QWidget()  # a widget of its own, so that Tab comes to the conditions before the button
        self._column = Column(box, gap=14)
        self.body.addWidget(box)
        self.more = quiet(_("&Add a condition"), self.add_condition, icon_name="add")
        self.body.addWidget(self.more, 0, LEFT)
        self.count = Label("", role="strong")
        self.buttons.insertWidget(0, self.count)
        self.body.addStretch(1)
        self.add_cancel()
        self.show_button = self.add_button(primary(_("&Show"), self.show_people))
        for condition in chosen.conditions or (Condition(_FIRST, 15, 21),):
            self._put(condition)
        self._count()

    def add_condition(self) -> None:
        """Add one more condition and go there."""
        row = self._put(Condition(_FIRST))
        self._refit()
        row.subject.setFocus()

    def _put(self, condition: Condition) -> ConditionRow:
        row = ConditionRow(condition, self._cards, self._around(CaseFilter()))
        row.changed.connect(self._count)
        row.dropped.connect(lambda: self._drop(row))
        row.entered.connect(self.show_people)
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def _drop(self, row: ConditionRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        row.hide()
        self._column.removeWidget(row)
        row.deleteLater()
        (self.rows[min(place, len(self.rows) - 1)].subject if self.rows else self.more).setFocus()
        self._count()

    def conditions(self, *, say: bool = False) -> CaseFilter | None:
        """Return the filter as it stands; None when a condition is not whole, said there when asked."""
        found = []
        for row in self.rows:
            try:
                found.append(row.condition())
                row.show_problem("")
            except InvalidInputError as error:
                if say:
                    row.show_problem(str(error))
                    row.first_field().setFocus()
                    self._refit()
                return None
        return CaseFilter(tuple(found))

    def _count(self) -> None:
        chosen = self.conditions()
        if chosen is None:
            self.count.setText("")
        else:
            around = self._around(chosen)
            found = sum(passes(chosen, card, around) for card in self._cards)
            said = ngettext("{count} young person", "{count} young people", found)
            self.count.setText(said.format(count=found))
        self._refit()

    def _refit(self) -> None:
        """Take the height that the conditions need, once their fields are laid out."""
        QTimer.singleShot(0, self, self._take_height)

    def _take_height(self) -> None:
        for row in self.rows:
            row.updateGeometry()
        self._column.invalidate()
        self.body.activate()
        self._fit()

    def show_people(self) -> None:
        """Use the filter, or say what is missing."""
        chosen = self.conditions(say=True)
        if chosen is not None:
            self._taken(chosen)
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use the filter on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
            self.show_people()
            return
        super().keyPressEvent(event)
