"""Show the stages of a pathway as a bar of parts: done, now, to come, and a pause inside."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from eletdesk.translation import _
from ui.theme import current
from ui.theme.icons import paint_icon


@dataclass(frozen=True)
class Step:
    """One stage: state is done, now or later; `paused` marks a time-out inside the stage now."""

    text: str
    second: str = ""
    state: str = "later"
    paused: bool = False


class Stepper(QWidget):
    """The stages side by side; a tick, a ring or an empty bar says the state besides the colour."""

    def __init__(self, steps: tuple[Step, ...] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)
        self.set_steps(steps)

    def set_steps(self, steps: tuple[Step, ...]) -> None:
        """Show these stages."""
        self._steps = tuple(steps)
        words = {"done": _("done"), "now": _("now"), "later": _("later")}
        said = [
            f"{step.text}, {words[step.state]}" + (f", {step.second}" if step.second else "")
            for step in steps
        ]
        self.setAccessibleName("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for bar, name and date."""
        return QSize(current().px(500), current().px(46))

    def minimumSizeHint(self) -> QSize:
        """Names are cut before the bar disappears."""
        return QSize(current().px(60) * max(1, len(self._steps)), current().px(46))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = current().px(6)
        count = max(1, len(self._steps))
        width = (self.width() - gap * (count - 1)) / count
        for position, step in enumerate(self._steps):
            self._paint_step(painter, QRectF(position * (width + gap), 0, width, self.height()), step)

    def _paint_step(self, painter: QPainter, rect: QRectF, step: Step) -> None:
        theme = current()
        self._paint_bar(painter, QRectF(rect.left(), 0, rect.width(), theme.px(6)), step)
        name = theme.font("small", bold=step.state == "now")
        line = QRectF(rect.left(), theme.px(9), rect.width(), theme.px(19))
        if step.state != "later":
            side = theme.px(13)
            mark = QRectF(line.left(), line.center().y() - side / 2, side, side)
            picture = "tick" if step.state == "done" else ("time-out" if step.paused else "next")
            paint_icon(painter, mark, picture, "warn" if step.paused else "accent")
            line.setLeft(line.left() + side + theme.px(4))
        painter.setFont(name)
        painter.setPen(theme.colour("text" if step.state == "now" else "text2"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(line, flags, _cut(step.text, name, line.width()))
        small = theme.font("caption")
        painter.setFont(small)
        painter.setPen(theme.colour("text3"))
        below = QRectF(rect.left(), theme.px(28), rect.width(), theme.px(17))
        painter.drawText(below, flags, _cut(step.second, small, below.width()))

    def _paint_bar(self, painter: QPainter, bar: QRectF, step: Step) -> None:
        theme = current()
        radius = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("border"))
        if theme.colours.is_high_contrast:
            painter.setPen(QPen(theme.colour("border_strong"), 1))
            painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(bar, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        if step.state == "later":
            return
        share = 1.0 if step.state == "done" else 0.6
        if step.state == "now" and step.paused:
            painter.setBrush(theme.colour("s_out"))
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), radius, radius
            )
            share = 0.48
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(
            QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), radius, radius
        )


def _cut(text: str, font: QFont, width: float) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(width))
