"""Rules for what is pressed or typed in: buttons, fields, check boxes, combo boxes."""

RULES = """
QPushButton { font-size: $14; border: 1px solid @border; border-radius: $8; background: @surface;
  color: @text;
  padding: 0 $14; min-height: $34; }
QPushButton:hover { background: @accent_softer; border-color: @border_strong; }
QPushButton:pressed { background: @accent_soft; }
QPushButton:focus { border: 2px solid @focus; padding: 0 $13; min-height: $32; }
QPushButton:disabled { color: @text3; background: @sunken; }
QPushButton[kind="primary"] { background: @accent; color: @on_accent; border: 1px solid @accent;
  font-weight: 700; }
QPushButton[kind="primary"]:hover { background: @accent_hover; }
QPushButton[kind="primary"]:pressed { background: @accent_press; }
QPushButton[kind="primary"]:disabled { background: @sunken; color: @text3; border-color: @border; }
QPushButton[kind="secondary"] { font-weight: 700; }
QPushButton[kind="soft"] { background: @accent_soft; color: @accent; border: 1px solid @accent_soft;
  font-weight: 700; }
QPushButton[kind="soft"]:hover { border-color: @accent; }
QPushButton[kind="danger"] { color: @danger; font-weight: 700; }
QPushButton[kind="danger"]:hover { background: @danger_soft; border-color: @danger; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; color: @text2; }
QPushButton[kind="quiet"]:hover { background: @sunken; color: @text; }
QPushButton[kind="quiet"][state="chosen"] { color: @text; font-weight: 700; }
QPushButton[kind="icon"] { background: transparent; border: 1px solid transparent; padding: 0;
  min-width: $34; }
QPushButton[kind="icon"]:hover { background: @sunken; }
QPushButton[kind="primary"]:focus, QPushButton[kind="soft"]:focus, QPushButton[kind="danger"]:focus,
QPushButton[kind="secondary"]:focus, QPushButton[kind="quiet"]:focus { border: 2px solid @focus;
  padding: 0 $13; }
QPushButton[kind="icon"]:focus { border: 2px solid @focus; padding: 0; min-width: $32; }
QPushButton[sz="s"] { font-size: $13; min-height: $28; padding: 0 $11; border-radius: $7; }
QPushButton[sz="s"]:focus { min-height: $26; padding: 0 $10; }
QPushButton[kind="icon"][sz="s"] { padding: 0; min-width: $28; }
QPushButton[kind="icon"][sz="s"]:focus { padding: 0; min-width: $26; }
QPushButton[sz="l"] { font-size: $15; min-height: $42; }
QPushButton[sz="l"]:focus { min-height: $40; }
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit { font-size: $14; background: @surface; color: @text; border: 1px solid @border_strong;
  border-radius: $8;
  padding: 0 $10; min-height: $34; selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit:focus { border: 2px solid @focus; padding: 0 $9; min-height: $32; }
QLineEdit[state="error"] { border: 2px solid @danger; padding: 0 $9; min-height: $32; }
QLineEdit:disabled, QLineEdit:read-only { background: @sunken; color: @text2; }
QLineEdit[sz="s"] { min-height: $28; font-size: $13; }
QLineEdit[sz="s"]:focus { min-height: $26; }
QLineEdit[sz="l"] { min-height: $42; font-size: $16; }
QLineEdit[sz="l"]:focus, QLineEdit[sz="l"][state="error"] { min-height: $40; }
QLineEdit[kind="bare"] { border: none; background: transparent; padding: 0; min-height: $28; font-size: $16; }
QLineEdit QToolButton { border: none; padding: 0; background: transparent; }

QPlainTextEdit, QTextEdit { font-size: $14; background: @surface; color: @text;
  border: 1px solid @border_strong;
  border-radius: $8; padding: $7 $8; selection-background-color: @accent; selection-color: @on_accent; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @focus; padding: $6 $7; }
QPlainTextEdit[state="error"] { border: 2px solid @danger; padding: $6 $7; }

QComboBox { font-size: $14; background: @surface; color: @text; border: 1px solid @border_strong;
  border-radius: $8;
  padding: 0 $10; min-height: $34; }
QComboBox:focus { border: 2px solid @focus; padding: 0 $9; min-height: $32; }
QComboBox[state="error"] { border: 2px solid @danger; }
QComboBox::drop-down { border: none; width: $28; subcontrol-position: center right; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @border_strong; outline: 0; padding: $4;
  selection-background-color: @sel; selection-color: @text; }
QComboBox QAbstractItemView::item { min-height: $30; padding: 0 $8; border-radius: $6; }

QSpinBox { font-size: $14; background: @surface; border: 1px solid @border_strong; border-radius: $8;
  padding: 0 $8;
  min-height: $34; }
QSpinBox:focus { border: 2px solid @focus; min-height: $32; }

QCheckBox, QRadioButton { font-size: $14; spacing: $10; min-height: $24; background: transparent;
  border: 2px solid transparent; border-radius: $6; }
QCheckBox:focus, QRadioButton:focus { border-color: @focus; }
QCheckBox::indicator, QRadioButton::indicator { width: $18; height: $18; border: 1px solid @border_strong;
  background: @surface; }
QCheckBox::indicator { border-radius: $5; }
QRadioButton::indicator { border-radius: $9; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
"""
