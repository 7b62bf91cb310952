"""What is asked about a list of absences: unknown codes, and people who may be several or nobody."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.imports.absence_matching import KnownPupil
from eletdesk.imports.absence_plan import LEAVE_OUT, AbsencePlan, ListedPupil, UnknownCode
from eletdesk.imports.place import Place
from eletdesk.programmes.law.absence_rules import absence_rules
from eletdesk.translation import _, ngettext
from ui.absences.words import code_choices
from ui.case.fields import short_choice_box
from ui.case.source_note import source_note
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.form import Form
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, clear_layout

_OPEN = "?"
_LONGEST_NAME = 40


class QuestionsPanel(QWidget):
    """One choice for each question; `code_chosen(UnknownCode, code)` and `pupil_chosen(Place, case_id)`."""

    code_chosen = Signal(object, str)
    pupil_chosen = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = Column(self, gap=12)
        self._codes, self._people, self._none = Column(), Column(), Label("", tone="ok", wrap=True)
        column.addLayout(self._codes)
        column.addLayout(self._people)
        column.addWidget(self._none)
        column.addStretch(1)
        self._asked: tuple[object, ...] = ()
        self.boxes: dict[object, ChoiceBox] = {}

    def show_plan(self, plan: AbsencePlan, *, is_new: bool) -> None:
        """Show the questions; answering one leaves the others where they are."""
        if is_new:
            self.boxes = {}
            self._asked = ()
            self._show_people(plan)
        asked = tuple(plan.unknown_codes.items())
        if is_new or asked != self._asked:
            self._asked = asked
            self._show_codes(plan)
        self._none.setText("" if plan.open_questions else _("Everything is answered. You can read it in."))
        self._none.setVisible(not plan.open_questions)

    def focus_first(self) -> None:
        """Go to the first question."""
        codes_first = sorted(self.boxes.items(), key=lambda item: not isinstance(item[0], UnknownCode))
        waiting = [box for _key, box in codes_first if box.value() == _OPEN]
        next(iter(waiting or [box for _key, box in codes_first]), self).setFocus()

    def _show_codes(self, plan: AbsencePlan) -> None:
        clear_layout(self._codes)
        for key in [key for key in self.boxes if isinstance(key, UnknownCode)]:
            del self.boxes[key]
        if not plan.unknown_codes:
            return
        card = Card(_("Codes that are not in the list"))
        hint = absence_rules().unknown_code
        card.add(Label(hint.label.said(), tone="text2", wrap=True), source_note(hint.basis))
        form = Form(gap=10)
        for unknown, count in plan.unknown_codes.items():
            on = next(one.half_day.on for one in plan.half_days if one.half_day and one.raw == unknown.code)
            choices = [(_OPEN, _("choose ...")), *code_choices(unknown.community, on)]
            choices.append((LEAVE_OUT, _("leave these half-days out")))
            box = short_choice_box(letters=24)
            box.set_choices(choices, value=plan.answers.get(unknown, _OPEN))
            box.currentIndexChanged.connect(partial(self._choose_code, unknown, box))
            text = ngettext(
                "{code}, {count} half-day: what does it mean?",
                "{code}, {count} half-days: what does it mean?",
                count,
            )
            code = unknown.code.replace("&", "&&")
            form.add(f"code_{unknown.community}_{code}", text.format(code=code, count=count), box)
            self.boxes[unknown] = box
        card.add(form)
        self._codes.addWidget(card)

    def _show_people(self, plan: AbsencePlan) -> None:
        clear_layout(self._people)
        asked = [pupil for pupil in plan.pupils if not pupil.chosen]
        if not asked:
            return
        card = Card(_("Who is this?"))
        card.add(Label(_("Nobody is guessed. Who has no case yet can be left out."), tone="text2", wrap=True))
        form = Form(gap=10)
        for pupil in asked:
            box = short_choice_box(letters=24)
            box.set_choices(_people_choices(plan, pupil), value=_OPEN if pupil.chosen is None else LEAVE_OUT)
            box.currentIndexChanged.connect(partial(self._choose_pupil, pupil.place, box))
            form.add(f"pupil_{pupil.place.sheet}_{pupil.place.row}", _pupil_text(pupil), box)
            self.boxes[pupil.place] = box
        card.add(form)
        self._people.addWidget(card)

    def _choose_code(self, unknown: UnknownCode, box: ChoiceBox, _index: int) -> None:
        if box.value() != _OPEN:
            self.code_chosen.emit(unknown, str(box.value()))

    def _choose_pupil(self, place: Place, box: ChoiceBox, _index: int) -> None:
        if box.value() != _OPEN:
            self.pupil_chosen.emit(place, str(box.value()))


def _pupil_text(pupil: ListedPupil) -> str:
    lines = len(pupil.lines)
    text = ngettext("{name} ({number}), {count} line", "{name} ({number}), {count} lines", lines)
    name = (pupil.name if len(pupil.name) <= _LONGEST_NAME else f"{pupil.name[:_LONGEST_NAME]}…").replace(
        "&", "&&"
    )
    return text.format(name=name, number=pupil.record_number or "–", count=lines)


def _people_choices(plan: AbsencePlan, pupil: ListedPupil) -> list[tuple[str, str]]:
    likely = {one.case_id for one in pupil.candidates}
    choices = [(_OPEN, _("choose ..."))] if pupil.chosen is None else []
    choices += [(one.case_id, _person_text(one)) for one in pupil.candidates]
    choices.append((LEAVE_OUT, _("leave this person out")))
    return choices + [(one.case_id, _person_text(one)) for one in plan.known if one.case_id not in likely]


def _person_text(one: KnownPupil) -> str:
    parts = [one.name]
    if one.birth_on:
        parts.append(_("born on {date}").format(date=numeric_date(one.birth_on)))
    if one.record_number:
        parts.append(one.record_number)
    return ", ".join(parts)
