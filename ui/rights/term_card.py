"""How long this file is kept, by which rule, and what is owed at the closing."""

from PySide6.QtWidgets import QWidget

from eletdesk.desk.retention import own_terms
from eletdesk.domain.enrolment import TrainingForm
from eletdesk.domain.spoken_dates import long_date
from eletdesk.programmes.law.retention_rules import retention_rules, retention_term
from eletdesk.queries.present_rows import present_enrolment
from eletdesk.translation import _
from ui.case.icon_row import IconRow
from ui.case.reading import CaseView
from ui.open_case import OpenCase
from ui.widgets.card import Card


class TermCard(Card):
    """The term as it stands today: it moves while the file is open."""

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(_("How long the file is kept"), parent=parent)
        self._case = case

    def show_case(self, view: CaseView) -> None:
        """Show the term by the programmes of this file."""
        self.clear()
        profiles = [
            self._case.programme(one.programme_code, one.programme_version).retention
            for one in view.head.pathways
        ]
        school = self._case.read(present_enrolment)
        special = school is not None and school.training_form is not TrainingForm.none
        term = retention_term(
            profiles,
            view.head.person.birth_on,
            view.today,
            was_in_special_education=special,
            own=own_terms(self._case.desk.desk),
        )
        if term is None:
            self.add(IconRow("warning", _("No term is known"), _("Fill in the birth date."), colour="warn"))
        else:
            source = term.basis.source.title.said()
            own = _("term of your organisation") if term.is_own else source
            text = _("{rule} ({source})").format(rule=term.label.said(), source=own)
            first = _("Until {date}").format(date=long_date(term.ends_on))
            self.add(IconRow("time-out", first, text, wraps=True))
        for duty in retention_rules().duties:
            self.add(IconRow("hint", duty.label.said(), duty.basis.source.title.said(), wraps=True))
