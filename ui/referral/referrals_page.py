"""All referrals that are open: dossiers being written, and those whose receiver has not answered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.changes import Changes
from eletdesk.domain.labels import label
from eletdesk.domain.names import first_name_and_initial
from eletdesk.domain.spoken_dates import distance_in_words, short_date
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import index_cards
from eletdesk.translation import _, ngettext
from ui.open_desk import OpenDesk
from ui.referral.reading import BEING_WRITTEN, WAITING
from ui.widgets.buttons import primary
from ui.widgets.card import Card
from ui.widgets.cells import Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Page
from ui.widgets.segmented import Segmented
from ui.widgets.sheet_table import SheetColumn, SheetModel, SheetTable

_SOON_DAYS = 7
_TONES = {"draft": "warn", "ready": "ok", "sent": "info", "accepted": "ok"}
_OPEN = (*BEING_WRITTEN, WAITING)
_FAR = date.max


@dataclass(frozen=True)
class OpenReferral:
    """One line: whose referral, which kind, how it stands and before when."""

    case_id: str
    referral_id: str
    name: str
    school: str
    kind: str
    status: str
    due_on: date | None


def open_referrals(cards: list[IndexCard], *, short_names: bool = False) -> list[OpenReferral]:
    """Return the open referrals, the one that is due first at the top."""
    kinds = _kind_labels()
    found = [
        OpenReferral(
            card.case_id,
            card.referral_id,
            first_name_and_initial(card.given_name, card.family_name) if short_names else card.name,
            card.school,
            kinds.get(card.referral_kind, ""),
            card.referral_status,
            date.fromisoformat(card.referral_due_on) if card.referral_due_on else None,
        )
        for card in cards
        if card.referral_status in _OPEN
    ]
    return sorted(found, key=lambda row: (row.due_on or _FAR, row.name))


def _kind_labels() -> dict[str, str]:
    from eletdesk.programmes.dossier_kinds import load_dossier_kinds  # noqa: PLC0415

    return {code: kind.label.said() for (code, _version), kind in sorted(load_dossier_kinds().items())}


class ReferralsPage(Page):
    """A list that opens a dossier on Enter and the case on P."""

    case_requested = Signal(str)
    dossier_requested = Signal(str, str)
    page_requested = Signal(str)
    count_changed = Signal(str)

    def __init__(self, desk: OpenDesk, *, short_names: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(_("Referrals"), scrolls=False, parent=parent)
        self._desk, self._short_names, self._stale = desk, short_names, False
        self.filter = Segmented(_("Which referrals"))
        for key, text in (
            ("all", _("&All")),
            ("writing", _("Being &written")),
            ("waiting", _("Waiting for an a&nswer")),
        ):
            self.filter.add(key, text)
        self.filter.chosen.connect(self._choose)
        self.add_action(primary(_("New dossier"), self.new_dossier, icon_name="add"))
        self.add(self.filter)
        self.model = SheetModel(_columns())
        self.table = SheetTable(_("Referrals"), self.model)
        self.table.opened.connect(self._open)
        self._card = Card()
        self._card.add_row(self.table, line=False)
        self.add(self._card, 1)
        self._empty = EmptyState(
            _("No open referrals"),
            _("Open a young person and press Ctrl+D to start a referral dossier."),
            icon_name="referrals",
            main=(_("To the young people"), self._to_caseload),
        )
        self.add(self._empty, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.read)
        desk.changed.connect(self._hear)
        self.read()

    def read(self) -> None:
        """Read the register again and show what is open."""
        self._stale = False
        rows = open_referrals(self._desk.ask(index_cards), short_names=self._short_names)
        chosen = self.table.current_row()
        self.model.set_rows(rows)
        if isinstance(chosen, OpenReferral):
            self.table.go_to(_same(chosen))
        writing = sum(row.status in BEING_WRITTEN for row in rows)
        said = ngettext("{count} dossier being written", "{count} dossiers being written", writing)
        waits = ngettext("{count} waits for an answer", "{count} wait for an answer", len(rows) - writing)
        words = f"{said.format(count=writing)} · {waits.format(count=len(rows) - writing)}"
        self.set_title(_("Referrals"), words if rows else "")
        self._empty.setVisible(not rows)
        self._card.setVisible(bool(rows))
        self.filter.setVisible(bool(rows))
        self.count_changed.emit(str(len(rows)) if rows else "")

    def focus_first(self) -> None:
        """Start in the list."""
        if self.model.rows() and self.table.current_row() is None:
            self.table.selectRow(0)
        self.table.setFocus()

    def shown_case(self) -> str:
        """Return the case of the line chosen."""
        row = self.table.current_row()
        return row.case_id if isinstance(row, OpenReferral) else ""

    def open_dossier(self) -> None:
        """Open the dossier of the line chosen."""
        row = self.table.current_row()
        if row is not None:
            self._open(row)

    def new_dossier(self) -> None:
        """Ask for whom and which dossier, and open it; the young person of the line chosen stands first."""
        from ui.referral.kind_dialog import DossierFor, KindDialog  # noqa: PLC0415

        cards = [card for card in self._desk.ask(index_cards) if not card.closed_on]
        people = [
            DossierFor(
                card.case_id,
                first_name_and_initial(card.given_name, card.family_name) if self._short_names else card.name,
                card.programme,
            )
            for card in sorted(cards, key=lambda card: card.name.casefold())
        ]
        if not people:
            self._to_caseload()
            return
        dialog = KindDialog(self.window(), self._desk, people, self.shown_case())
        dialog.begun.connect(self.dossier_requested)
        dialog.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was out of sight."""
        super().showEvent(event)
        if self._stale:
            self.read()

    def _hear(self, changes: Changes) -> None:
        if not changes.subjects & {"referral", "case", "young_person"}:
            return
        if self.isVisible():
            self._soon.start()
        else:
            self._stale = True

    def _choose(self, key: str) -> None:
        wanted = {"writing": BEING_WRITTEN, "waiting": (WAITING,)}.get(key)
        self.model.set_filter(None if wanted is None else lambda row: row.status in wanted)

    def _open(self, row: object) -> None:
        if isinstance(row, OpenReferral):
            self.dossier_requested.emit(row.case_id, row.referral_id)

    def _to_caseload(self) -> None:
        self.page_requested.emit("caseload")


def _same(chosen: OpenReferral) -> Callable[[OpenReferral], bool]:
    return lambda row: row.referral_id == chosen.referral_id


def _columns() -> list[SheetColumn[OpenReferral]]:
    return [
        SheetColumn(
            _("Young person"),
            lambda row: Cell(row.name, row.school, bold=True, avatar=row.name),
            lambda row: row.name.casefold(),
            share=2.0,
        ),
        SheetColumn(_("Dossier"), lambda row: Cell(row.kind), lambda row: row.kind, share=1.4),
        SheetColumn(
            _("Status"),
            lambda row: Cell(label("referral", row.status), chip=_TONES.get(row.status, "neutral")),
            lambda row: _OPEN.index(row.status),
        ),
        SheetColumn(_("Needed before"), _due_cell, lambda row: row.due_on or _FAR, share=1.4),
    ]


def _due_cell(row: OpenReferral) -> Cell:
    today = clock.today()
    if row.due_on is None:
        return Cell(_("no date"), tone="text3")
    is_near = (row.due_on - today).days <= _SOON_DAYS and row.status in BEING_WRITTEN
    return Cell(
        short_date(row.due_on, today),
        distance_in_words(row.due_on, today),
        second_tone="warn" if is_near else "",
        icon="attention" if is_near else "date",
        tone="warn" if is_near else "",
    )
