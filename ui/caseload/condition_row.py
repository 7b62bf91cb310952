"""One condition of a filter: what is asked, whether it must hold, and the values that belong to it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from eletdesk.domain.digit_row import digits_without_shift
from eletdesk.errors import InvalidInputError
from eletdesk.queries.register.case_filter import Around, Condition
from eletdesk.queries.register.filter_subjects import SUBJECTS
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.translation import _
from ui.theme import current
from ui.widgets.buttons import icon_button
from ui.widgets.check_row import CheckBox
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import Flow
from ui.widgets.form import TextField, set_state
from ui.widgets.labels import Label
from ui.widgets.layouts import TOP, Column, Row

_NUMBER_WIDTH, _WORDS_WIDTH = 72, 220
_MOST = 999


class ConditionRow(QWidget):
    """`changed` after each choice, `dropped` when it is taken away, `entered` on Enter in a choice."""

    changed = Signal()
    dropped = Signal()
    entered = Signal()

    def __init__(self, condition: Condition, cards: Sequence[IndexCard], around: Around) -> None:
        super().__init__()
        self._cards, self._around = cards, around
        self.subject = ChoiceBox(
            sorted(((key, _(one.text)) for key, one in SUBJECTS.items()), key=lambda one: one[1].casefold()),
            value=condition.subject,
        )
        self.subject.setAccessibleName(_("What is asked"))
        self.negation = ChoiceBox()
        self.negation.setAccessibleName(_("Must it hold?"))
        for box in (self.subject, self.negation):
            box.installEventFilter(self)
        self._values = Flow(gap=6)
        self.lines: list[TextField] = []
        self.ticks: dict[str, CheckBox] = {}
        column = Column(self, gap=6)
        row = Row(gap=8)
        row.addWidget(self.subject, 3)
        row.addWidget(self.negation, 1)
        row.addWidget(icon_button("erase", _("Take this condition away"), self.dropped.emit), 0, TOP)
        column.addLayout(row)
        column.addWidget(self._values)
        self.problem = Label("", role="caption", tone="danger", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        self._show(condition)
        self.subject.currentIndexChanged.connect(lambda _index: self._turn())
        self.negation.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter from a choice, which would search for it in its list."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:  # type: ignore[attr-defined]
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        self._show(Condition(str(self.subject.value())))
        self.changed.emit()

    def _show(self, condition: Condition) -> None:
        """Put the fields in place that the subject asks for."""
        asked_as = SUBJECTS[condition.subject].asked_as
        yes_no = [(False, _("yes")), (True, _("no"))]
        self.negation.set_choices(
            yes_no if asked_as == "yes" else [(False, _("is")), (True, _("is not"))], value=condition.is_not
        )
        self._values.clear()
        self.lines, self.ticks = [], {}
        self.show_problem("")
        if asked_as == "range":
            self._number(_("from"), condition.low)
            self._number(_("up to"), condition.high)
        elif asked_as == "days":
            self._number(_("days"), condition.low if condition.low is not None else 14)
        elif asked_as == "words":
            self._values.add(self._line(_("Words"), condition.words, _WORDS_WIDTH))
        elif asked_as == "choice":
            self._choices(condition)
        self._values.setVisible(asked_as != "yes")

    def _number(self, label: str, value: int | None) -> None:
        pair = QWidget()
        row = Row(pair, gap=6)
        row.addWidget(Label(label, role="small", tone="text2"))
        row.addWidget(self._line(label, "" if value is None else str(value), _NUMBER_WIDTH))
        self._values.add(pair)

    def _line(self, says: str, text: str, width: int) -> TextField:
        line = TextField(text, sz="s")
        line.setAccessibleName(f"{self.subject.currentText()}: {says}")
        line.setFixedWidth(current().px(width))
        line.textEdited.connect(lambda _text: self.changed.emit())
        self.lines.append(line)
        return line

    def _choices(self, condition: Condition) -> None:
        found = dict(SUBJECTS[condition.subject].choices(self._cards, self._around))
        found |= {code: code for code in condition.codes if code not in found}
        for code, text in found.items():
            tick = CheckBox(text.replace("&", "&&"))
            tick.setAccessibleName(text)
            tick.setChecked(code in condition.codes)
            tick.toggled.connect(lambda _on: self.changed.emit())
            self.ticks[code] = tick
            self._values.add(tick)
        if not found:
            self._values.add(Label(_("There is nothing to choose from yet."), role="small", tone="text2"))

    def condition(self) -> Condition:
        """Return what is asked; raise InvalidInputError when a value is missing or is no number."""
        key, is_not = str(self.subject.value()), bool(self.negation.value())
        asked_as = SUBJECTS[key].asked_as
        if asked_as in ("range", "days"):
            numbers = [self._read_number(line) for line in self.lines]
            low, high = numbers[0], numbers[1] if len(numbers) > 1 else None
            if low is None and high is None:
                raise InvalidInputError("low", _("Give a number."))
            if low is not None and high is not None and high < low:
                raise InvalidInputError("high", _("The second number is smaller than the first."))
            return Condition(key, low, high, is_not=is_not)
        if asked_as == "words":
            if not self.lines[0].text().strip():
                raise InvalidInputError("words", _("Type a word."))
            return Condition(key, words=self.lines[0].text().strip(), is_not=is_not)
        codes = tuple(code for code, tick in self.ticks.items() if tick.isChecked())
        if asked_as == "choice" and not codes:
            raise InvalidInputError("codes", _("Choose at least one."))
        return Condition(key, codes=codes, is_not=is_not)

    def _read_number(self, line: TextField) -> int | None:
        text = digits_without_shift(line.text()).strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and int(text) <= _MOST):
            raise InvalidInputError("low", _("Write a number, such as 15."))
        return int(text)

    def show_problem(self, sentence: str) -> None:
        """Say under the condition what is missing; an empty sentence takes it away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        for line in self.lines:
            set_state(line, "error" if sentence else "")

    def first_field(self) -> QWidget:
        """Return where typing begins."""
        return self.lines[0] if self.lines else next(iter(self.ticks.values()), self.subject)
