"""Who changed one thing, when, and from what to what; or only one of its fields."""

from functools import partial

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.spoken_dates import short_date
from eletdesk.queries.row_history import FieldChange, RowChange, row_history
from eletdesk.translation import N_, _
from ui.case.icon_row import IconRow
from ui.history.field_words import HIDDEN, field_word, subject_word
from ui.history.shown_values import shown_value
from ui.open_case import OpenCase
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.labels import small

KINDS = {
    "new": (N_("Written down"), "add"),
    "changed": (N_("Changed"), "write"),
    "binned": (N_("Moved to the bin"), "erase"),
    "restored": (N_("Taken back from the bin"), "restore"),
}


class HistoryDialog(Dialog):
    """The journal of one row, the newest change first; a choice shows the past of one field alone."""

    def __init__(self, window: QWidget, case: OpenCase, table: str, row_id: str) -> None:
        title = _("History: {what}").format(what=subject_word(table))
        super().__init__(window, title, width=660)
        self._table = table
        self.changes = case.read(row_history, table, row_id)
        fields = sorted({field_word(f.field): f.field for f in self._fields()}.items())
        self.field = ChoiceBox([("", _("Everything")), *((code, word) for word, code in fields)])
        form = Form()
        form.add("field", _("Show the past of"), self.field)
        self.add(form)
        self.card = Card()
        self.add(self.card)
        self.add_cancel(_("Close"))
        self.field.currentIndexChanged.connect(self._chosen)
        self._show()

    def _fields(self) -> list[FieldChange]:
        return [one for change in self.changes for one in change.fields if one.field not in HIDDEN]

    def _chosen(self, _place: int) -> None:
        self._show()
        self._fit()

    def _show(self) -> None:
        self.card.clear()
        wanted = str(self.field.value() or "")
        shown = 0
        for change in self.changes:
            fields = [f for f in change.fields if f.field not in HIDDEN and wanted in ("", f.field)]
            if fields or not wanted:
                self.card.add_row(change_row(self._table, change, fields))
                shown += 1
        if not shown:
            self.card.add(small(_("Nothing was written down here."), wrap=True))


def change_row(table: str, change: RowChange, fields: list[FieldChange]) -> QWidget:
    """Return one change: what happened, when, by whom, and each field before and after."""
    text, icon = KINDS[change.kind]
    when = f"{short_date(change.at.date(), clock.today())} {change.at:%H:%M}"
    say = partial(_say, table, is_new=change.kind == "new")
    said = [say(field) for field in fields]
    first = " · ".join(part for part in (_(text), when, change.worker) if part)
    return IconRow(icon, first, "\n".join(said), wraps=True, margins=(14, 10, 14, 10))


def _say(table: str, field: FieldChange, *, is_new: bool) -> str:
    name, after = field_word(field.field), shown_value(table, field.field, field.after)
    return (
        f"{name}: {after}" if is_new else f"{name}: {shown_value(table, field.field, field.before)} → {after}"
    )
