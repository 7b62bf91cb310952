"""Rules for what holds other things: pages, cards, chips, banners, overlays."""

RULES = """
QMainWindow, QDialog, QStackedWidget, QWidget[role="page"] { background: @bg; }
QWidget[role="sidebar"] { background: @sunken; border-right: 1px solid @border; }
QFrame[role="card"] { background: @surface; border: 1px solid @border; border-radius: $12; }
QFrame[role="well"] { background: @sunken; border: 1px solid @border; border-radius: $12; }
QFrame[role="divider"] { background: @border; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="overlay"] { background: @raised; border: 1px solid @border_strong; border-radius: $12; }
QFrame[role="banner"] { border: 1px solid transparent; border-radius: $10; background: @accent_softer; }
QFrame[role="banner"][tone="ok"] { background: @ok_soft; }
QFrame[role="banner"][tone="warn"] { background: @warn_soft; }
QFrame[role="banner"][tone="danger"] { background: @danger_soft; }
QFrame[role="banner"][tone="info"] { background: @info_soft; }
QFrame[role="segments"] { background: @sunken; border: 1px solid @border; border-radius: $9; }
QScrollArea { background: transparent; border: none; }
QWidget[role="clear"] { background: transparent; }
QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QProgressBar { border: none; background: @border; border-radius: $3; max-height: $6; min-height: $6; }
QProgressBar::chunk { background: @accent; border-radius: $3; }
QMenu { background: @raised; border: 1px solid @border_strong; border-radius: $8; padding: $5;
  font-size: $14; }
QMenu::item { padding: $7 $24 $7 $12; border-radius: $6; min-height: $18; }
QMenu::item:selected { background: @sel; color: @text; }
QMenu::item:disabled { color: @text3; }
QMenu::separator { height: 1px; background: @border; margin: $4 $6; }
"""
