"""Step 1: which language the screen speaks."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.first_run.choices import Draft
from ui.first_run.step import FirstRunStep
from ui.widgets.buttons import Button, primary, secondary

LANGUAGE_NAMES = (("nl", "Nederlands"), ("fr", "Français"), ("en", "English"))


class LanguageStep(FirstRunStep):
    """Three buttons; the words are the languages' own, so that everybody finds theirs."""

    number = 1
    language_chosen = Signal(str)

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft, "Taal · Langue · Language", "", width=320)
        self._buttons: dict[str, Button] = {}
        for code, name in LANGUAGE_NAMES:
            make = primary if code == draft.language else secondary
            button = make(name, partial(self._take, code), sz="l")
            self._buttons[code] = button
            self.body.addWidget(button)

    def first_field(self) -> QWidget | None:
        """Start on the language of now, so that Enter goes on."""
        return self._buttons.get(self.draft.language)

    def _take(self, code: str) -> None:
        self.draft.language = code
        self.language_chosen.emit(code)
