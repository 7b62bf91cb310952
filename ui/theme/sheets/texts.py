"""Rules for words: label roles and tones."""

RULES = """
QLabel { background: transparent; font-size: $14; }
QLabel[role="hero"] { font-size: $32; font-weight: 700; }
QLabel[role="title"] { font-size: $26; font-weight: 700; }
QLabel[role="h2"] { font-size: $20; font-weight: 700; }
QLabel[role="heading"] { font-size: $16; font-weight: 700; }
QLabel[role="lead"] { font-size: $16; }
QLabel[role="strong"] { font-size: $14; font-weight: 700; }
QLabel[role="body"] { font-size: $14; }
QLabel[role="small"] { font-size: $13; }
QLabel[role="caption"] { font-size: $12; }
QLabel[role="overline"] { font-size: $12; font-weight: 700; color: @text3; }
QLabel[role="figure"] { font-size: $26; font-weight: 700; }
QLabel[tone="text2"] { color: @text2; }
QLabel[tone="text3"] { color: @text3; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="danger"] { color: @danger; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="ok"] { color: @ok; }
QLabel[tone="info"] { color: @info; }
QLabel[tone="on_accent"] { color: @on_accent; }
QLabel:disabled { color: @text3; }
QToolTip { background: @raised; color: @text; border: 1px solid @border_strong; padding: $6; font-size: $13; }
"""
