"""Add or change somebody in the network around the young person."""

from typing import Any

from PySide6.QtWidgets import QWidget

from eletdesk.domain.labels import choices
from eletdesk.domain.network_member import MemberRole, NetworkMember
from eletdesk.domain.phone import tidy_phone
from eletdesk.operations.people import BOUND_BY_SECRECY, PARENTS, add_member, change_member
from eletdesk.translation import _
from ui.case.fields import choice, tick, words
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase


class MemberDialog(FormDialog):
    """Name, role, how to reach them, and what they may know."""

    def __init__(self, window: QWidget, case: OpenCase, row: NetworkMember | None = None) -> None:
        super().__init__(window, row.name if row else _("Add somebody to the network"), width=600)
        self._case, self._row = case, row
        kept = row or NetworkMember(name="", role=MemberRole.mother, has_authority=True)
        self.put(
            words("name", _("Name"), kept.name),
            choice("role", _("Role"), choices("role"), kept.role, kind=MemberRole),
        )
        self.put(words("organisation", _("Organisation or job"), kept.organisation))
        self.put(words("phone", _("Telephone"), kept.phone), words("email", _("E-mail"), kept.email))
        self.put(
            words("language", _("Language"), kept.language),
            words("reach_note", _("When or how to reach"), kept.reach_note),
        )
        self.put(tick("is_confidant", _("Confidant of the young person"), value=kept.is_confidant))
        self.put(tick("has_authority", _("Has parental authority"), value=kept.has_authority))
        self.put(
            tick("is_bound_by_secrecy", _("Bound by professional secrecy"), value=kept.is_bound_by_secrecy)
        )
        self.finish()
        self.widget("phone").editingFinished.connect(self._tidy_phone)
        self.widget("role").currentIndexChanged.connect(self._follow_role)

    def _tidy_phone(self) -> None:
        field = self.widget("phone")
        field.setText(tidy_phone(field.text()))

    def _follow_role(self, _at: Any = None) -> None:
        """Propose what mostly goes with a role; the worker has the last word."""
        role = self.read("role")
        self.widget("has_authority").setChecked(role in PARENTS)
        self.widget("is_bound_by_secrecy").setChecked(role in BOUND_BY_SECRECY)

    def keep(self) -> str:
        """Keep them."""
        found = self.values()
        found["phone"] = tidy_phone(found["phone"])
        if self._row is None:
            self.run(add_member, **found)
            return _("Added to the network")
        self.run(change_member, self._row.id, **found)
        return _("Changed in the network")
