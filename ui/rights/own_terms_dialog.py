"""The terms that an organisation puts in the place of those of its programmes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.desk.retention import keep_own_terms, own_terms
from eletdesk.errors import EletdeskError
from eletdesk.programmes.definition import Retention
from eletdesk.programmes.law.retention_rules import OwnTerm
from eletdesk.translation import _
from ui.open_desk import OpenDesk
from ui.widgets.buttons import primary
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, TextField
from ui.widgets.labels import small

_MOST = 99


class OwnTermsDialog(Dialog):
    """One pair of fields for each retention profile; empty means: as the programme says. `kept()`."""

    kept = Signal()

    def __init__(self, window: QWidget, desk: OpenDesk) -> None:
        text = _("An empty field follows the programme. Ask your organisation before you change a term.")
        super().__init__(window, _("Terms of your organisation"), text=text, width=620)
        self._desk = desk
        self.form = Form(gap=12)
        self.fields: dict[str, tuple[TextField, TextField]] = {}
        own = own_terms(desk.desk)
        for profile in _profiles(desk):
            term = own.get(profile.code)
            age, years = TextField(_shown(term, "until_age")), TextField(_shown(term, "years_after_contact"))
            self.fields[profile.code] = (age, years)
            self.form.add_widget(
                small(f"{profile.label.said()} ({profile.basis.source.title.said()})", wrap=True)
            )
            self.form.add_pair(
                (f"{profile.code}:age", _("Until this age"), age),
                (f"{profile.code}:years", _("Years after the last contact"), years),
            )
            for field, what in ((age, _("Until this age")), (years, _("Years after the last contact"))):
                field.setAccessibleName(f"{what}: {profile.label.said()}")
        self.add(self.form)
        self.add_cancel()
        self.add_button(primary(_("Save"), self.keep))
        self.on_enter = self.keep

    def keep(self) -> None:
        """Keep what is filled in; a number that cannot be is refused at its field."""
        self.form.clear_errors()
        terms: dict[str, OwnTerm] = {}
        for code, (age, years) in self.fields.items():
            numbers = []
            for name, field in ((f"{code}:age", age), (f"{code}:years", years)):
                text = field.text().strip()
                if text and not (text.isascii() and text.isdigit() and 0 < int(text) <= _MOST):
                    self.form.show_error(name, _("Give a number of years, from 1 to 99, or leave it empty."))
                    return
                numbers.append(int(text or 0))
            if any(numbers):
                terms[code] = OwnTerm(*numbers)
        try:
            keep_own_terms(self._desk.desk, terms)
        except EletdeskError as error:
            self.form.show_error(next(iter(self.fields)) + ":age", str(error))
            return
        self.kept.emit()
        self.accept()


def _shown(term: OwnTerm | None, name: str) -> str:
    value = getattr(term, name) if term is not None else 0
    return str(value) if value else ""


def _profiles(desk: OpenDesk) -> list[Retention]:
    """Return each retention profile once, by code."""
    found = {programme.retention.code: programme.retention for programme in desk.desk.programmes.values()}
    return [found[code] for code in sorted(found)]
