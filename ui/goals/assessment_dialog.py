"""One sheet for how it goes in every domain of life: a digit in each, and Tab to the next."""

from functools import partial

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.assessment import Assessment
from eletdesk.domain.goal import Perspective
from eletdesk.domain.labels import choices
from eletdesk.operations.assessments import change_assessment, record_assessment
from eletdesk.programmes.law.life_domains import LifeDomain, domain_name, life_domains
from eletdesk.translation import _, ngettext
from ui.case.fields import FormField, choice, day, note, tick
from ui.case.form_dialog import FormDialog
from ui.case.source_note import source_note
from ui.open_case import OpenCase
from ui.widgets.labels import Label
from ui.widgets.layouts import MIDDLE, Column, Grid
from ui.widgets.score_field import ScoreField

_SCORE = "score:"


class AssessmentDialog(FormDialog):
    """Scores from 0 to 10 in the eyes of one person; what was not talked about is left out."""

    def __init__(
        self,
        window: QWidget,
        case: OpenCase,
        row: Assessment | None = None,
        seen_by: Perspective = Perspective.young_person,
    ) -> None:
        hint = _(
            "0 is very bad, 10 is very good. Type a number, Tab goes on; leave out what you did not ask."
        )
        super().__init__(window, _("How does it go?"), width=680)
        self.form.add_widget(Label(hint, role="small", tone="text2", wrap=True))
        self._case, self._row = case, row
        kept = row or Assessment(assessed_on=clock.today(), seen_by=seen_by)
        self.put(
            choice("seen_by", _("In the eyes of"), choices("perspective"), kept.seen_by, kind=Perspective),
            day("assessed_on", _("Day"), kept.assessed_on, optional=False),
        )
        self.scores: dict[str, ScoreField] = {}
        self.form.add_widget(self._make_scores(kept))
        self.said = Label("", role="small", tone="text2", wrap=True)
        self.form.add_widget(self.said)
        self.put(note("note", _("Note"), kept.note, lines=2))
        self.put(
            tick("is_confidential", _("Confidential: never leaves this file"), value=kept.is_confidential)
        )
        self.form.add_widget(source_note(life_domains()[0].basis))
        self.finish(_("Save"))
        self._count()

    def _make_scores(self, kept: Assessment) -> QWidget:
        box = QWidget()
        grid = Grid(box, gap=6)
        grid.setColumnStretch(0, 1)
        codes = [domain.code for domain in life_domains()]
        lost = [code for code in kept.scores if code not in codes]
        for at, code in enumerate([*codes, *lost]):
            domain = next((one for one in life_domains() if one.code == code), None)
            field = ScoreField(kept.scores.get(code))
            field.setAccessibleName(_spoken_name(code, domain))
            field.score_changed.connect(partial(self._count))
            self.scores[code] = field
            self.fields[_SCORE + code] = FormField(_SCORE + code, "", field, field.score)
            grid.addWidget(_named(code, domain), at, 0)
            grid.addWidget(field, at, 1, MIDDLE)
        return box

    def _count(self, _score: object = None) -> None:
        given = sum(field.score() is not None for field in self.scores.values())
        words = ngettext("{count} domain has a number.", "{count} domains have a number.", given)
        self.said.setText(words.format(count=given))
        self.said.set_tone("text2")

    def keep(self) -> str:
        """Keep it."""
        found = {
            "seen_by": self.read("seen_by"),
            "assessed_on": self.read("assessed_on") or clock.today(),
            "note": self.read("note"),
            "is_confidential": self.read("is_confidential"),
            "scores": {
                code: value for code, field in self.scores.items() if (value := field.score()) is not None
            },
        }
        if self._row is None:
            self.run(record_assessment, **found)
        else:
            self.run(change_assessment, self._row.id, **found)
        return _("Assessment saved")

    def refuse(self, field: str, sentence: str) -> None:
        """Say under the scores what is wrong with them."""
        if field == "scores":
            self.said.setText(sentence)
            self.said.set_tone("danger")
            next(iter(self.scores.values())).setFocus()
            self.fit()
        else:
            super().refuse(field, sentence)


def _spoken_name(code: str, domain: LifeDomain | None) -> str:
    return f"{domain.label.said()}: {domain.covers.said()}" if domain else domain_name(code)


def _named(code: str, domain: LifeDomain | None) -> QWidget:
    box = QWidget()
    column = Column(box, gap=0)
    column.addWidget(Label(domain_name(code), wrap=True))
    if domain:
        column.addWidget(Label(domain.covers.said(), role="caption", tone="text3", wrap=True))
    return box
