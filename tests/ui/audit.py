"""Audits for any screen: names and reach for a screen reader, hidden rich text, clipped words."""

from collections.abc import Iterator

from PySide6 import QtGui
from PySide6.QtCore import QAbstractListModel, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from ui.widgets.labels import ElidedLabel

_INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
SMALLEST = 24


def visible_parts(widget: QWidget) -> Iterator[QWidget]:
    """Walk a widget and everything visible in it."""
    for part in (widget, *widget.findChildren(QWidget)):
        if part.isVisibleTo(widget.window()):
            yield part


def _is_qts_own(part: QWidget) -> bool:
    """Tell whether Qt made this part itself inside one of its widgets."""
    if isinstance(part, QHeaderView):  # a screen reader hears the titles with the cells
        return True
    in_tabs = isinstance(part, QToolButton) and isinstance(part.parentWidget(), QTabBar)
    return in_tabs or part.objectName().startswith("qt_")


def _called(part: QWidget) -> str:
    text = part.text() if isinstance(part, QAbstractButton | QLabel) else ""
    return f"{type(part).__name__} {part.objectName() or text[:40]!r}"


def audit_accessibility(widget: QWidget) -> list[str]:
    """Return what a keyboard or a screen reader would miss: unnamed, too small, or out of Tab's reach."""
    found: list[str] = []
    for part in visible_parts(widget):
        takes_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if _is_qts_own(part) or not (isinstance(part, _INTERACTIVE) or takes_tab):
            continue
        if part.focusProxy() is not None:
            continue
        interface = QAccessible.queryAccessibleInterface(part)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not name.strip():
            found.append(f"no name: {_called(part)}")
        elif name != name.strip() or "&" in part.accessibleName().replace("& ", ""):
            # the name of a choice is its value on some systems: its own name is what is judged
            found.append(f"unclean name {part.accessibleName() or name!r}: {_called(part)}")
        if part.width() < SMALLEST or part.height() < SMALLEST:
            found.append(f"{part.width()} x {part.height()} is too small: {_called(part)}")
        if part.isEnabled() and not takes_tab:
            found.append(f"Tab does not reach: {_called(part)}")
        if _holds_tab(part):
            found.append(f"holds Tab: {_called(part)}")
    return found


def _holds_tab(part: QWidget) -> bool:
    if isinstance(part, QPlainTextEdit | QTextEdit):
        return not part.tabChangesFocus()
    return isinstance(part, QTableView) and part.tabKeyNavigation()


def find_rich_text(widget: QWidget) -> list[str]:
    """Return every place that would read HTML in somebody's words: labels, tooltips, rich editors."""
    found: list[str] = []
    for part in (widget, *widget.findChildren(QWidget)):
        if isinstance(part, QLabel) and part.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"label reads HTML: {_called(part)}")
        if isinstance(part, QTextEdit) and part.acceptRichText():
            found.append(f"editor takes rich text: {_called(part)}")
        found += [
            f"tooltip reads HTML: {_called(part)}"
            for text in (part.toolTip(), part.whatsThis())
            if _reads_html(text)
        ]
        if isinstance(part, QAbstractItemView):
            found += [
                f"tooltip of a row reads HTML: {_called(part)}"
                for text in _row_tooltips(part)
                if _reads_html(text)
            ]
    return found


def _reads_html(tooltip: str) -> bool:
    """Tell whether a tooltip holds HTML other than our own escaped wrapping."""
    if tooltip.startswith("<span>") and tooltip.endswith("</span>"):
        return "<" in tooltip.removeprefix("<span>").removesuffix("</span>")
    return QtGui.Qt.mightBeRichText(tooltip)


def _row_tooltips(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    for row in range(min(model.rowCount(), 50)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for column in range(columns):
            yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")


def find_clipped_labels(widget: QWidget) -> list[str]:
    """Return labels and buttons whose words do not fit; an elided label with its tooltip is all right."""
    found: list[str] = []
    for part in visible_parts(widget):
        if isinstance(part, ElidedLabel):
            if part.is_elided() and not part.toolTip():
                found.append(f"elided without tooltip: {_called(part)}")
        elif isinstance(part, QLabel) and part.text():
            if part.wordWrap():
                if part.heightForWidth(part.width()) > part.height() + 1:
                    found.append(f"lines cut off: {_called(part)}")
            elif part.minimumSizeHint().width() > part.width() + 1:
                found.append(f"words cut off: {_called(part)}")
        elif (
            isinstance(part, QPushButton)
            and part.text()
            and part.minimumSizeHint().width() > part.width() + 1
        ) or (
            isinstance(part, QAbstractButton) and part.text() and part.sizeHint().width() > part.width() + 1
        ):
            found.append(f"words cut off: {_called(part)}")
    return found


def find_lost_parts(widget: QWidget) -> list[str]:
    """Return pages that are wider than their window while they only scroll up and down."""
    found: list[str] = []
    for part in visible_parts(widget):
        inner = part.widget() if isinstance(part, QScrollArea) else None
        if not isinstance(part, QScrollArea) or inner is None:
            continue
        never = part.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        beyond = inner.width() - part.viewport().width()
        if never and beyond > 0:
            found.append(f"{beyond} pixels out of sight: {_called(part)}")
    return found


def find_double_letters(widget: QWidget) -> list[str]:
    """Return Alt letters that two visible things share."""
    letters: dict[str, list[str]] = {}
    for part in visible_parts(widget):
        texts: list[str] = []
        if isinstance(part, QAbstractButton) or (isinstance(part, QLabel) and part.buddy() is not None):
            texts = [part.text()]
        elif isinstance(part, QTabBar):
            texts = [part.tabText(index) for index in range(part.count())]
        for text in texts:
            bare = text.replace("&&", "")
            if "&" in bare[:-1]:
                letters.setdefault(bare[bare.index("&") + 1].lower(), []).append(text)
    return [f"Alt+{letter}: {texts}" for letter, texts in letters.items() if len(texts) > 1]


class StrayWindows(QObject):
    """Collect what opens as a window of its own in a `with` block: a part shown before it had a parent."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def __enter__(self) -> "StrayWindows":
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        return self

    def __exit__(self, *_error: object) -> None:
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.found.append(_called(watched))
        return False


def lengthen(text: str) -> str:
    """Return a text about 35 % longer, as French is to English."""
    words = text.split(" ")
    return " ".join(word + word[-1:] * max(1, round(len(word) * 0.35)) if word else word for word in words)


def lengthen_words(widget: QWidget) -> None:
    """Make every label and button longer by 35 %, then let the layout settle."""
    for part in visible_parts(widget):
        if isinstance(part, QLabel) and part.text():
            part.setText(lengthen(part.text()))
        elif isinstance(part, QAbstractButton) and part.text():
            part.setText(lengthen(part.text().replace("&", "")))
    settle()


def focused() -> QWidget:
    """Return what has the focus; keys go there."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def settle(rounds: int = 10) -> None:
    """Let the layout come to rest."""
    for _round in range(rounds):
        QApplication.processEvents()
