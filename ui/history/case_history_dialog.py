"""Everything that was changed in a case, who and when, by subject when one wants."""

from PySide6.QtWidgets import QWidget

from eletdesk.queries.case_history import CaseChange, case_history
from eletdesk.translation import _
from ui.history.field_words import HIDDEN, SUBJECT_TABLES, subject_word
from ui.history.history_dialog import change_row
from ui.open_case import OpenCase
from ui.widgets.buttons import quiet
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.labels import caption, small

_PAGE = 40


class CaseHistoryDialog(Dialog):
    """The newest changes first; more of them on request."""

    def __init__(self, window: QWidget, case: OpenCase) -> None:
        super().__init__(window, _("History of this case"), width=700)
        self._case = case
        self.changes: list[CaseChange] = []
        subjects = sorted((subject_word(table), table) for table in SUBJECT_TABLES)
        self.subject = ChoiceBox([("", _("Everything")), *((table, word) for word, table in subjects)])
        form = Form()
        form.add("subject", _("Show"), self.subject)
        self.add(form)
        self.card = Card()
        self.add(self.card)
        self.more = quiet(_("Show older changes"), self._read_more)
        self.add(self.more)
        self.add_cancel(_("Close"))
        self.subject.currentIndexChanged.connect(self._start)
        self._start()

    def _start(self, _place: int = 0) -> None:
        self.card.clear()
        self.changes = []
        self._read_more()

    def _read_more(self) -> None:
        table = str(self.subject.value() or "")
        found = self._case.read(case_history, table=table, most=_PAGE, skip=len(self.changes))
        for one in found:
            self.card.add(caption(subject_word(one.table)))
            fields = [field for field in one.change.fields if field.field not in HIDDEN]
            self.card.add(change_row(one.table, one.change, fields))
        self.changes += found
        self.more.setVisible(len(found) == _PAGE)
        if not self.changes:
            self.card.add(small(_("Nothing was written down here."), wrap=True))
        self._fit()
