"""The sheet of one organisation: add, change, remove, bring back."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from eletdesk.desk.directory import (
    keep_organisation,
    organisation,
    put_back_organisation,
    remove_organisation,
)
from eletdesk.domain.labels import choices
from eletdesk.domain.organisation import KINDS, Organisation, kind_label, source_label
from eletdesk.domain.phone import tidy_phone
from eletdesk.errors import EletdeskError
from eletdesk.programmes.law.networks import network_of
from eletdesk.translation import _
from ui.case.fields import choice, note, words
from ui.case.form_dialog import FormDialog
from ui.directory.contact_rows import ContactRows
from ui.open_desk import OpenDesk
from ui.widgets.buttons import Button
from ui.widgets.labels import Label


class OrganisationSheet(FormDialog):
    """Everything about one organisation; `saved` carries the sentence."""

    def __init__(self, window: QWidget, desk: OpenDesk, row: Organisation | None = None) -> None:
        super().__init__(window, _("Organisation"), width=620)
        self._desk, self._row = desk, row or Organisation(kind="school", community="flemish")
        self.leaving: Button | None = None
        kept = self._row
        self.put(words("name", _("Name"), kept.name))
        self.put(
            choice("kind", _("Kind"), [(code, kind_label(code)) for code in KINDS], kept.kind),
            words("number", _("Number of the school"), kept.number),
        )
        self.put(words("address", _("Street and number"), kept.address))
        self.put(words("postcode", _("Postcode"), kept.postcode), words("place", _("Place"), kept.place))
        self.put(words("phone", _("Telephone"), kept.phone), words("email", _("E-mail"), kept.email))
        self.put(words("website", _("Website"), kept.website), words("clb", _("CLB"), kept.clb))
        communities = [("", _("Not known")), *choices("community")]
        self.put(
            choice("community", _("Community"), communities, kept.community),
            words("network", _("School network"), kept.network),
        )
        self.contacts = ContactRows(kept.contacts)
        self.form.add_widget(self.contacts)
        self.contacts.more.set_text(self._letters.give(_("Add a person")))
        self.put(note("note", _("Note"), kept.note, lines=2))
        for sentence in self._facts():
            self.form.add_widget(Label(sentence, role="caption", tone="text2", wrap=True))
        if row is not None:
            self._add_leaving()
        self.finish()

    def _facts(self) -> list[str]:
        """Say where it comes from, and its network against early leaving with the source of that rule."""
        row, said = self._row, []
        if row.id:
            said.append(_("Source: {source}").format(source=source_label(row.source)))
        if row.own and row.source:
            said.append(_("What you changed stays yours: a list that is read in again leaves it alone."))
        network = network_of(row.municipality_nis)
        if network is not None:
            text = _("Network against early leaving: {network} ({source})")
            said.append(text.format(network=network.label.said(), source=network.basis.source.title.said()))
        return said

    def _add_leaving(self) -> None:
        back = self._row.is_removed
        text = _("Bring back") if back else _("Remove")
        do = put_back_organisation if back else remove_organisation
        self.leaving = self.add_left(
            self._letters.give(text), lambda: self._turn(do), icon_name="restore" if back else "erase"
        )

    def _turn(self, do: Callable[..., None]) -> None:
        try:
            do(self._desk.desk, self._row.id)
        except EletdeskError as error:
            self.refuse("", str(error))
            return
        removed = do is remove_organisation
        self.saved.emit(removed_sentence() if removed else _("The organisation is back."))
        self.accept()

    def keep(self) -> str:
        """Keep the organisation."""
        found = self.values()
        found["phone"] = tidy_phone(found["phone"])
        row = self._row
        before = organisation(self._desk.desk, row.id) if row.id else row
        keep_organisation(self._desk.desk, replace(before, **found, contacts=self.contacts.contacts()))
        return _("Organisation saved")


def removed_sentence() -> str:
    """Say that it is out of sight."""
    return _("The organisation is removed. Under “Removed” you bring it back.")
