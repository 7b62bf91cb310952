"""The people to ask for at an organisation: a few lines of name, job, telephone and mail."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from eletdesk.domain.organisation import OrganisationContact
from eletdesk.domain.phone import tidy_phone
from eletdesk.translation import _
from ui.widgets.buttons import icon_button, quiet
from ui.widgets.form import TextField
from ui.widgets.labels import small
from ui.widgets.layouts import LEFT, TOP, Column, Grid, Row


class ContactRow(QWidget):
    """One person; empty ones are not kept."""

    def __init__(self, contact: OrganisationContact, number: int) -> None:
        super().__init__()
        self.lines: dict[str, TextField] = {}
        row = Row(self, gap=6)
        grid = Grid(gap=6)
        row.addLayout(grid, 1)
        texts = {"name": _("Name"), "role": _("Job"), "phone": _("Telephone"), "email": _("E-mail")}
        for place, (field, text) in enumerate(texts.items()):
            line = TextField(getattr(contact, field), placeholder=text, sz="s")
            line.setAccessibleName(_("{field} of person {number}").format(field=text, number=number))
            self.lines[field] = line
            grid.addWidget(line, place // 2, place % 2)
        self.drop = icon_button("erase", _("Take person {number} away").format(number=number), sz="s")
        row.addWidget(self.drop, 0, TOP)

    def contact(self) -> OrganisationContact:
        """Return the person as typed, with a tidy telephone number."""
        texts = {field: line.text().strip() for field, line in self.lines.items()}
        return OrganisationContact(**(texts | {"phone": tidy_phone(texts["phone"])}))


class ContactRows(QWidget):
    """All people of an organisation."""

    def __init__(self, contacts: Iterable[OrganisationContact]) -> None:
        super().__init__()
        self.rows: list[ContactRow] = []
        column = Column(self, gap=8)
        column.addWidget(small(_("Who to ask for")))
        box = QWidget()  # a widget of its own, so that Tab comes to the people before the button
        self._column = Column(box, gap=8)
        column.addWidget(box)
        self.more = quiet(_("Add a person"), self.add_person, icon_name="add", sz="s")
        column.addWidget(self.more, 0, LEFT)
        for contact in contacts:
            self._put(contact)

    def add_person(self) -> None:
        """Add an empty line and go there."""
        self._put(OrganisationContact()).lines["name"].setFocus()

    def _put(self, contact: OrganisationContact) -> ContactRow:
        row = ContactRow(contact, len(self.rows) + 1)
        row.drop.clicked.connect(lambda _checked=False: self._drop(row))
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def _drop(self, row: ContactRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.more.setFocus()

    def contacts(self) -> tuple[OrganisationContact, ...]:
        """Return everybody of whom something is known."""
        found = (row.contact() for row in self.rows)
        return tuple(contact for contact in found if contact != OrganisationContact())
