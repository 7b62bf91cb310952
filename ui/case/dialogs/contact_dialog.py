"""Record or change a contact with parents or network, also when nobody was reached."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.contact_moment import ContactDirection, ContactMedium, ContactMoment
from eletdesk.domain.labels import choices, label
from eletdesk.domain.network_member import NetworkMember
from eletdesk.operations.contacts import change_contact, record_contact
from eletdesk.translation import _
from ui.case.fields import at, choice, day, length, note, tick, words
from ui.case.form_dialog import FormDialog
from ui.case.topics import read_topics, write_topics
from ui.open_case import OpenCase


def member_choices(members: Sequence[NetworkMember]) -> list[tuple[str, str]]:
    """Return the network as choices, and nobody of it first."""
    named = [(one.id, f"{one.name}, {label('role', one.role).lower()}") for one in members]
    return [("", _("Somebody else")), *named]


class ContactDialog(FormDialog):
    """One contact or attempt; without a row a new one, with the member that was chosen."""

    def __init__(
        self,
        window: QWidget,
        case: OpenCase,
        members: Sequence[NetworkMember],
        row: ContactMoment | None = None,
        *,
        member_id: str = "",
    ) -> None:
        super().__init__(window, _("Contact") if row else _("Record a contact"), width=600)
        self._case, self._row = case, row
        kept = row or ContactMoment(happened_on=clock.today(), member_id=member_id or None)
        self.put(
            choice("member_id", _("With"), member_choices(members), kept.member_id or "", kind=_member),
            words("with_whom", _("Name of somebody else"), kept.with_whom),
        )
        self.put(
            choice("medium", _("How"), choices("medium"), kept.medium, kind=ContactMedium),
            choice("direction", _("Who asked"), _directions(), kept.direction, kind=ContactDirection),
        )
        self.put(
            day("happened_on", _("Day"), kept.happened_on, optional=False),
            at("happened_at", _("Time"), kept.happened_at),
            length("minutes", _("Length"), kept.minutes),
        )
        self.put(tick("is_reached", _("Reached"), value=kept.is_reached))
        self.put(note("note", _("Note"), kept.note))
        self.put(words("topics", _("Topics"), write_topics(kept.topics), placeholder="#stage #thuis"))
        self.put(
            tick("is_confidential", _("Confidential: never leaves this file"), value=kept.is_confidential)
        )
        self.finish(_("Save contact"))

    def keep(self) -> str:
        """Record it."""
        found = self.values() | {"topics": read_topics(self.read("topics"))}
        found["happened_on"] = found["happened_on"] or clock.today()
        if self._row is None:
            self.run(record_contact, **found)
        else:
            self.run(change_contact, self._row.id, **found)
        return _("Contact saved") if found["is_reached"] else _("Attempt saved: not reached")


def _member(code: str) -> str | None:
    return code or None


def _directions() -> list[tuple[str, str]]:
    return [("outgoing", _("I did")), ("incoming", _("They did"))]
