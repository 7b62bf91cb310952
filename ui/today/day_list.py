"""The sessions of the day as a list: arrows move, Enter logs a planned one or opens a recorded one."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from eletdesk import clock
from eletdesk.domain.labels import label
from eletdesk.domain.spoken_dates import short_date
from eletdesk.domain.spoken_durations import say_minutes
from eletdesk.translation import _
from ui.theme import current
from ui.theme.icons import paint_icon
from ui.today.reading import DayRow, next_row, now_row

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_HEIGHT = 51
_PLACES = ("school", "home", "office", "online", "elsewhere")
_MARKS = {"no_show": ("absence", "warn"), "cancelled": ("close", "text3"), "not_reached": ("call", "warn")}


def second_line(row: DayRow) -> str:
    """Return what happened or will happen there."""
    moment = row.moment
    if moment.kind == "contact":
        what = _("Not reached") if moment.state == "not_reached" else label("medium", moment.state)
        return " · ".join(part for part in (what, moment.title) if part)
    is_place = moment.title in _PLACES
    what = f"{_('Session')} · {label('place', moment.title)}" if is_place else moment.title
    parts = [what, say_minutes(moment.minutes) if moment.minutes else ""]
    return " · ".join(part for part in parts if part)


def _spoken(row: DayRow, *, is_now: bool) -> str:
    state = label("attendance", row.moment.state) if row.moment.kind == "session" else ""
    parts = [row.moment.at, row.moment.name, second_line(row), state, _("now") if is_now else ""]
    return ", ".join(part for part in parts if part)


class _DayModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[DayRow] = []
        self.now: int | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.moment.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row, is_now=index.row() == self.now)
        return row if role == _ROW else None


class _DayDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(current().px(200), current().px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current()
        view = option.widget
        row: DayRow = index.data(_ROW)
        is_now = isinstance(view, DayList) and view.now() == index.row()
        focused = isinstance(view, DayList) and view.hasFocus() and view.currentIndex() == index
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_now:
            painter.fillRect(rect, theme.colour("accent_softer"))
        inner = rect.adjusted(theme.px(16), theme.px(5), -theme.px(16), -theme.px(5))
        right = _paint_mark(painter, inner, row, is_now=is_now)
        inner.setRight(right - theme.px(8))
        _paint_words(painter, inner, row)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(3, 2, -3, -2), theme.px(7), theme.px(7))
        painter.restore()


def _paint_mark(painter: QPainter, rect: QRectF, row: DayRow, *, is_now: bool) -> float:
    """Paint the sign at the right end; return where it begins."""
    theme = current()
    if row.is_planned:
        word = _("not logged") if row.is_late else _("now") if is_now else ""
        return _paint_pill(painter, rect, word, late=row.is_late) if word else rect.right()
    name, colour = _MARKS.get(row.moment.state, ("done", "ok"))
    side = theme.px(20)
    mark = QRectF(rect.right() - side, rect.center().y() - side / 2, side, side)
    paint_icon(painter, mark, name, colour)
    return mark.left()


def _paint_pill(painter: QPainter, rect: QRectF, word: str, *, late: bool) -> float:
    theme = current()
    font = theme.font("caption", bold=True)
    wide = QFontMetrics(font).horizontalAdvance(word) + theme.px(16)
    pill = QRectF(rect.right() - wide, rect.center().y() - theme.px(10), wide, theme.px(20))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("warn_soft" if late else "accent"))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setFont(font)
    painter.setPen(theme.colour("warn" if late else "on_accent"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, word)
    return pill.left()


def _paint_words(painter: QPainter, rect: QRectF, row: DayRow) -> None:
    theme = current()
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    small = theme.font("small")
    painter.setFont(small)
    painter.setPen(theme.colour("text2"))
    when = short_date(row.on, row.on) if row.is_late else row.moment.at or "–"
    left = max(theme.px(52), QFontMetrics(small).horizontalAdvance(when) + theme.px(12))
    painter.drawText(rect, int(middle), when)
    words = rect.adjusted(left, 0, 0, 0)
    half = words.height() / 2
    first, second = words.adjusted(0, 0, 0, -half), words.adjusted(0, half, 0, 0)
    font = theme.font("body", bold=row.is_planned)
    for part, text, shown_font, colour in (
        (first, row.moment.name, font, "text" if row.is_planned else "text2"),
        (second, second_line(row), small, "text2"),
    ):
        painter.setFont(shown_font)
        painter.setPen(theme.colour(colour))
        shown = QFontMetrics(shown_font).elidedText(text, Qt.TextElideMode.ElideRight, int(part.width()))
        painter.drawText(part, int(middle), shown)


class DayList(QListView):
    """The list itself; `log_asked(DayMoment)` for a planned session, `opened(DayMoment)` for the rest."""

    log_asked = Signal(object)
    opened = Signal(object)
    key_pressed = Signal(object, str)
    """A letter on a row: t for a task, d for the dossier."""
    up_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = _DayModel(self)
        self._at = clock.now()
        self.setAccessibleName(_("Sessions of today"))
        self.setModel(self._day)
        self.setItemDelegate(_DayDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._take)
        current().changed.connect(self._fit)

    def show_rows(self, rows: Sequence[DayRow], now: datetime) -> None:
        """Show the day as it is at this moment."""
        before = self.current_row()
        self._at = now
        self._day.beginResetModel()
        self._day.rows = list(rows)
        self._day.now = now_row(rows, now)
        self._day.endResetModel()
        kept = [n for n, row in enumerate(rows) if before and row.moment.row_id == before.moment.row_id]
        if kept:
            self.setCurrentIndex(self._day.index(kept[0]))
        self._fit()

    def now(self) -> int | None:
        """Return which row is going on."""
        return self._day.now

    def current_row(self) -> DayRow | None:
        """Return the row under the keyboard."""
        index = self.currentIndex()
        return self._day.rows[index.row()] if index.isValid() else None

    def focus_next(self) -> bool:
        """Put the focus on the session that work goes on with; False when there are no rows."""
        if not self._day.rows:
            return False
        self.setCurrentIndex(self._day.index(next_row(self._day.rows, self._at) or 0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the session that work goes on with."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._day.rows:
            self.setCurrentIndex(self._day.index(next_row(self._day.rows, self._at) or 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or L logs, Enter on a recorded one opens, Up from the first row goes back to the line."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_L} and not event.modifiers():
            self._take(self.currentIndex())
        elif event.text() in ("t", "d") and (row := self.current_row()) is not None:
            self.key_pressed.emit(row.moment, event.text())
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.up_left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, index: Index) -> None:
        if not index.isValid():
            return
        row = self._day.rows[index.row()]
        (self.log_asked if row.is_planned else self.opened).emit(row.moment)

    def _fit(self) -> None:
        self.setFixedHeight(len(self._day.rows) * current().px(_HEIGHT) + 2)
        self.scheduleDelayedItemsLayout()
