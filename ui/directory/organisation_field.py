"""A line that offers the organisations of the directory while one types; any other name is fine too."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Signal

from eletdesk.desk.changes import Changes
from eletdesk.desk.directory import organisations
from eletdesk.domain.organisation import Organisation, OrganisationIndex
from ui.case.fields import FormField
from ui.open_desk import OpenDesk
from ui.widgets.offer_line import OfferLine

_MOST = 8


class OrganisationField(OfferLine):
    """`text()` is the name as typed; `chosen(Organisation)` when one of the directory is taken.

    `organisation()` is the one taken, until the words are changed. Kinds are codes of
    eletdesk.domain.organisation.KINDS; without them everything is offered.
    """

    chosen = Signal(object)

    def __init__(self, desk: OpenDesk, kinds: Collection[str] = (), text: str = "") -> None:
        super().__init__(text)
        self._desk, self._kinds = desk, tuple(kinds)
        self._index: OrganisationIndex | None = None
        self._taken: Organisation | None = None
        self._offered: list[Organisation] = []
        self.textEdited.connect(self._offer)
        self.offer_taken.connect(self._choose)
        desk.changed.connect(self._hear)

    def organisation(self) -> Organisation | None:
        """Return the organisation of the directory that was taken, while its name still stands there."""
        taken = self._taken
        return taken if taken is not None and taken.name == self.text() else None

    def offered(self) -> list[Organisation]:
        """Return what is offered now."""
        return list(self._offered) if self.is_offering() else []

    def _offer(self, text: str) -> None:
        if self._index is None:
            self._index = OrganisationIndex(organisations(self._desk.desk), self._kinds)
        self._offered = self._index.find(text, _MOST) if text.strip() else []
        self.offer(
            [
                " · ".join(part for part in (one.name, one.whereabouts, one.detail) if part)
                for one in self._offered
            ]
        )

    def _choose(self, place: int) -> None:
        self._taken = self._offered[place]
        self.setText(self._taken.name)
        self.chosen.emit(self._taken)

    def _hear(self, changes: Changes) -> None:
        if "organisation" in changes.subjects:
            self._index = None


def known_school(school: Organisation | None) -> dict[str, str]:
    """Return the fields of an enrolment that the directory fills in: number and municipality."""
    if school is None:
        return {}
    return {"school_number": school.number, "municipality_nis": school.municipality_nis}


def organisation_words(
    name: str,
    label: str,
    desk: OpenDesk,
    kinds: Collection[str] = (),
    value: str = "",
    *,
    hint: str = "",
    chosen: Callable[[Organisation], object] | None = None,
) -> FormField:
    """Make a field of a sheet for the name of an organisation; `chosen` may fill other fields."""
    widget = OrganisationField(desk, kinds, value)
    if chosen is not None:
        widget.chosen.connect(chosen)
    return FormField(name, label, widget, lambda: widget.text().strip(), hint)
