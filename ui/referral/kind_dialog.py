"""Which dossier, and for whom: the sheet before a referral that is begun."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.operations.referrals import start_referral
from eletdesk.programmes.dossier_kinds import DossierKind, load_dossier_kinds, newest_dossier_kinds
from eletdesk.translation import _
from ui.case.fields import choice
from ui.case.form_dialog import FormDialog
from ui.case.source_note import say_basis
from ui.open_case import OpenCase
from ui.open_desk import OpenDesk
from ui.widgets.labels import Label
from ui.widgets.tooltips import set_tooltip


@dataclass(frozen=True)
class DossierFor:
    """A young person for whom a dossier may be begun, and the programme they are in."""

    case_id: str
    name: str
    programme: str


class KindDialog(FormDialog):
    """`begun(case_id, referral_id)`; kinds that are usual in the programme stand first."""

    begun = Signal(str, str)

    def __init__(
        self, window: QWidget, desk: OpenDesk, people: Iterable[DossierFor], case_id: str = ""
    ) -> None:
        super().__init__(window, _("Which dossier?"), width=520)
        self._desk = desk
        self._people = {one.case_id: one for one in people}
        first = case_id if case_id in self._people else next(iter(self._people))
        self._only = first
        if len(self._people) > 1:
            names = [(one.case_id, one.name) for one in self._people.values()]
            self.put(choice("person", _("For whom"), names, first))
            self.widget("person").currentIndexChanged.connect(self._offer)
        self._kinds: dict[str, DossierKind] = {}
        self.put(choice("kind", _("Kind of dossier"), []))
        self.about = Label("", role="small", tone="text2", wrap=True)
        self.source = Label("", role="caption", tone="text3", wrap=True)
        self.form.add_widget(self.about)
        self.form.add_widget(self.source)
        self.finish(_("Begin"))
        self._offer()
        self.widget("kind").currentIndexChanged.connect(self._describe)
        self._describe()

    def person(self) -> DossierFor:
        """Return for whom the dossier is."""
        chosen = str(self.read("person")) if "person" in self.fields else self._only
        return self._people[chosen]

    def _offer(self, _index: int = 0) -> None:
        kinds = newest_dossier_kinds(load_dossier_kinds(), self.person().programme)
        self._kinds = {kind.code: kind for kind in kinds}
        self.widget("kind").set_choices([(kind.code, kind.label.said()) for kind in kinds])

    def _describe(self, _index: int = 0) -> None:
        kind = self._kinds.get(str(self.read("kind")))
        if kind is None:
            return
        said = [_("Parts: {parts}.").format(parts=", ".join(part.label.said() for part in kind.sections))]
        if kind.needs_all_parts:
            said.append(_("It leaves only when all parts are filled."))
        if not kind.suits(self.person().programme):
            said.append(_("This is not usual in this programme."))
        self.about.setText(" ".join(said))
        self.source.setText(say_basis(kind.basis))
        set_tooltip(self.source, kind.basis.source.place)
        self.fit()

    def keep(self) -> str:
        """Begin the dossier."""
        case_id, kind = self.person().case_id, self._kinds[str(self.read("kind"))]
        self._case = OpenCase(self._desk, case_id, self)
        referral = self.run(start_referral, kind=kind)
        self.closed.connect(lambda _yes: self.begun.emit(case_id, referral.id))
        return ""


def asks_kind(programme: str) -> bool:
    """Tell whether more than one kind of dossier is usual in a programme."""
    return sum(kind.suits(programme) for kind in newest_dossier_kinds(load_dossier_kinds(), programme)) > 1
