"""The questions of the programme: answer those that one knows; nothing has to be filled in."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from eletdesk.domain.pathway import Pathway
from eletdesk.operations.answers import answer_questions
from eletdesk.programmes.answers import NO, YES, field_of
from eletdesk.programmes.definition import Programme, Question
from eletdesk.queries.answers import AnsweredQuestion
from eletdesk.translation import _, ngettext
from ui.case.fields import FormField, choice, day, note, tick, words
from ui.case.form_dialog import FormDialog
from ui.case.question_values import day_of
from ui.case.source_note import source_note
from ui.open_case import OpenCase
from ui.widgets.labels import small


class QuestionsDialog(FormDialog):
    """One field for each question; an answer that is not of its kind is refused at its field."""

    def __init__(
        self,
        window: QWidget,
        case: OpenCase,
        pathway: Pathway,
        programme: Programme,
        asked: Iterable[AnsweredQuestion],
        *,
        stage: str = "",
    ) -> None:
        text = ""
        if stage:
            label = programme.stage(stage).label.said()
            text = _("Asked in the stage {stage}. What you do not know yet can wait.").format(stage=label)
        super().__init__(window, _("Questions of the programme"), text=text, width=620)
        self._case, self._pathway, self._programme = case, pathway, programme
        self._asked = tuple(asked)
        for one in self._asked:
            self._put(one)
        sources = dict.fromkeys(one.question.basis for one in self._asked)
        for basis in list(sources)[:2]:
            self.form.add_widget(source_note(basis))
        self.finish()

    def _put(self, one: AnsweredQuestion) -> None:
        question = one.question
        if question.kind == "many":
            self.form.add_widget(small(question.label.said(), wrap=True))
            for code, text, is_chosen in _many(one):
                self.put(tick(f"{field_of(question.code)}:{code}", text, value=is_chosen))
            return
        self.put(_field(question, one.kept))

    def keep(self) -> str:
        """Keep the answers, all of them or none."""
        values = {one.question.code: self._answer(one.question) for one in self._asked}
        self.run(answer_questions, self._pathway.id, programme=self._programme, values=values)
        count = sum(1 for value in values.values() if value not in (None, "", []))
        return ngettext("{count} answer kept", "{count} answers kept", count).format(count=count)

    def _answer(self, question: Question) -> object:
        name = field_of(question.code)
        if question.kind != "many":
            return self.read(name)
        return [one.code for one in question.choices if self.read(f"{name}:{one.code}")]


def _field(question: Question, kept: str) -> FormField:
    """Return the field for one answer."""
    name, label = field_of(question.code), question.label.said()
    hint = question.help.said() if question.help else ""
    if question.kind == "date":
        return day(name, label, day_of(kept), hint=hint)
    if question.kind == "yes_no":
        return choice(name, label, [("", _("Not known")), (YES, _("Yes")), (NO, _("No"))], kept, hint=hint)
    if question.kind == "choice":
        known = [("", _("Not known")), *((one.code, one.label.said()) for one in question.choices)]
        return choice(name, label, known, kept, hint=hint)
    if question.kind == "number":
        return words(name, label, kept.replace(".", ","), hint=hint)
    return note(name, label, kept, lines=2, hint=hint)


def _many(one: AnsweredQuestion) -> list[tuple[str, str, bool]]:
    chosen = one.kept.split(",")
    return [(choice.code, choice.label.said(), choice.code in chosen) for choice in one.question.choices]
