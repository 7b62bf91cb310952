"""Rules for lists, tables, tabs, calendars and scroll bars."""

RULES = """
QAbstractItemView { background: transparent; border: none; outline: 0; font-size: $14;
  selection-background-color: @sel; selection-color: @text; }
QTableView { background: transparent; gridline-color: @border; }
QTableView::item { padding: 0 $8; border-bottom: 1px solid @border; }
QTableView::item:selected { background: @sel; color: @text; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: @text3; font-size: $12;
  font-weight: 700; border: none; border-bottom: 1px solid @border; padding: $8 $8 $8 $14; min-height: $24; }
QTableCornerButton::section { background: @surface; border: none; }
QScrollBar:vertical { background: transparent; width: $12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $12; margin: 0; }
QScrollBar::handle { background: @hatch; border-radius: $4; margin: $2; }
QScrollBar::handle:vertical { min-height: $32; }
QScrollBar::handle:horizontal { min-width: $32; }
QScrollBar::handle:hover { background: @border_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @surface; }
QCalendarWidget QToolButton { background: transparent; color: @text; border: none; border-radius: $6;
  padding: $4;
  min-height: $24; min-width: $24; font-size: $14; }
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus { background: @accent_soft; }
QCalendarWidget QAbstractItemView { background: @surface; color: @text; selection-background-color: @accent;
  selection-color: @on_accent; font-size: $13; }
QCalendarWidget QAbstractItemView:disabled { color: @text3; }
"""
