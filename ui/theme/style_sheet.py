"""Write the style sheet from tokens: one text, every size already scaled."""

import re

from ui.theme.sheets import boxes, controls, texts, views
from ui.theme.tokens import Colours

_PARTS = (texts.RULES, controls.RULES, boxes.RULES, views.RULES)


def style_sheet(colours: Colours, text_scale: int) -> str:
    """Return the style sheet for one palette and one text scale (per cent)."""

    def size(found: re.Match[str]) -> str:
        return f"{round(int(found[1]) * text_scale / 100)}px"

    text = re.sub(r"@([a-z0-9_]+)", lambda found: colours.named(found[1]), "\n".join(_PARTS))
    return re.sub(r"\$(\d+)", size, text)
