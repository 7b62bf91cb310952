"""Set tooltips that are always plain text, whatever a user typed into them."""

from html import escape

from PySide6.QtWidgets import QWidget


def tooltip_text(text: str) -> str:
    """Return the text so that Qt shows it letter by letter; Qt reads tooltips as HTML otherwise."""
    return f"<span>{escape(text)}</span>" if text else ""


def set_tooltip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip with exactly this text."""
    widget.setToolTip(tooltip_text(text))
