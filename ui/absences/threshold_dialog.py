"""The thresholds of an organisation: another number, or off; the rule and its source stay in sight."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.desk.absence_thresholds import chosen_thresholds, keep_thresholds
from eletdesk.domain.labels import label
from eletdesk.errors import InvalidInputError
from eletdesk.programmes.law.absence_rules import absence_rules
from eletdesk.translation import _, ngettext
from ui.case.source_note import source_note
from ui.open_desk import OpenDesk
from ui.widgets.buttons import primary
from ui.widgets.check_row import CheckBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, TextField
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, Row


class ThresholdDialog(Dialog):
    """One line for each threshold; what is typed stays when it cannot be kept."""

    saved = Signal(str)

    def __init__(self, window: QWidget, desk: OpenDesk) -> None:
        text = _("These numbers hold for the whole desk. The number of the rule is written below each.")
        super().__init__(window, _("Thresholds of absence"), text=text, width=600)
        self._desk = desk
        self.form = Form(gap=16)
        self.add(self.form)
        own = absence_rules().with_own(chosen_thresholds(desk.desk))
        self.numbers: dict[str, TextField] = {}
        self.switches: dict[str, CheckBox] = {}
        for threshold in own.thresholds:
            name = f"{label('community', threshold.community)} · {threshold.label.said()}"
            self.form.add_widget(Label(name, role="strong", wrap=True))
            number = TextField(str(threshold.half_days))
            self.numbers[threshold.code] = number
            self.form.add(threshold.code, _("Number of half-days"), number)
            number.setAccessibleName(f"{_('Number of half-days')}: {name}")
            self.form.add_widget(self._below(threshold.code, is_on=threshold.is_on))
        self.add_cancel()
        self.save_button = self.add_button(primary(_("Save thresholds"), self.save))

    def _below(self, code: str, *, is_on: bool) -> QWidget:
        rule = absence_rules().threshold(code)
        whole = QWidget()
        column = Column(whole, gap=2)
        row = Row(gap=12)
        box = CheckBox(_("in use"))
        box.setAccessibleName(f"{_('in use')}: {rule.label.said()}")
        box.setChecked(is_on)
        self.switches[code] = box
        row.addWidget(box)
        more = (
            ngettext("more than {count} half-day", "more than {count} half-days", rule.half_days)
            if rule.is_exceeded
            else ngettext("from {count} half-day", "from {count} half-days", rule.half_days)
        )
        said = _("The rule: {number}").format(number=more.format(count=rule.half_days))
        row.addWidget(Label(said, role="small", tone="text2", wrap=True), 1)
        column.addLayout(row)
        column.addWidget(source_note(rule.basis))
        return whole

    def save(self) -> None:
        """Keep the numbers, or say at the field what is wrong."""
        self.form.clear_errors()
        chosen = {}
        for code, field in self.numbers.items():
            text = field.text().strip()
            if not (text.isascii() and text.isdigit()):
                self.form.show_error(code, _("Give a number of half-days between 1 and 400."))
                return
            chosen[code] = (int(text), self.switches[code].isChecked())
        try:
            keep_thresholds(self._desk.desk, chosen)
        except InvalidInputError as error:
            self.form.show_error(error.field, str(error))
            return
        self.saved.emit(_("Thresholds saved"))
        self.accept()
