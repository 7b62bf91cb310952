"""Say what a timeline shows: one item, its chips, and the list model that holds them."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class TimelineChip:
    """A small fact under an item."""

    text: str
    tone: str = "neutral"
    icon: str = ""


@dataclass(frozen=True)
class TimelineItem:
    """One thing that happened; items with the same group follow each other under one small heading."""

    key: object
    title: str
    when: str = ""
    subtitle: str = ""
    text: str = ""
    icon: str = "session"
    tone: str = "accent"
    group: str = ""
    chips: tuple[TimelineChip, ...] = ()
    is_draft: bool = False
    says: str = ""

    def spoken(self) -> str:
        """Return the sentence a screen reader says for it."""
        parts = (
            self.title,
            self.subtitle,
            self.when,
            self.text,
            *(chip.text for chip in self.chips),
            self.says,
        )
        return ", ".join(part for part in parts if part)


class TimelineModel(QAbstractListModel):
    """Hold the items in order; knows where a group begins and ends."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[TimelineItem] = []

    def set_items(self, items: list[TimelineItem]) -> None:
        """Hold other items."""
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def items(self) -> list[TimelineItem]:
        """Return the items in order."""
        return list(self._items)

    def item(self, row: int) -> TimelineItem:
        """Return one item."""
        return self._items[row]

    def row_of(self, key: object) -> int:
        """Return the row of a key, or -1."""
        return next((row for row, item in enumerate(self._items) if item.key == key), -1)

    def begins_group(self, row: int) -> bool:
        """Tell whether a group heading stands above this row."""
        group = self._items[row].group
        return bool(group) and (row == 0 or self._items[row - 1].group != group)

    def ends_group(self, row: int) -> bool:
        """Tell whether the rail stops after this row."""
        return row == len(self._items) - 1 or self.begins_group(row + 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of items."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for a row."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            group = f"{item.group}: " if self.begins_group(index.row()) else ""
            return group + item.spoken()
        return item if role == ITEM else None
