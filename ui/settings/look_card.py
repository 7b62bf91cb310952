"""Choose language, theme, text size and short names; each choice shows at once."""

from dataclasses import replace

from PySide6.QtCore import Signal

from eletdesk.preferences import TEXT_SCALES, Preferences
from eletdesk.translation import _
from ui.theme import current
from ui.widgets.card import Card
from ui.widgets.check_row import CheckRow
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.form import FieldBox
from ui.widgets.segmented import Segmented

LANGUAGES = (("nl", "Nederlands"), ("fr", "Français"), ("en", "English"))


class LookCard(Card):
    """`chosen(Preferences)` after every choice."""

    chosen = Signal(object)

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(_("How it looks"))
        self._preferences = preferences
        self.language = ChoiceBox(LANGUAGES, value=preferences.language)
        self.theme = Segmented(_("Colours"))
        for key, text, icon in (
            ("system", _("As the computer"), ""),
            ("light", _("Light"), "today"),
            ("dark", _("Dark"), "theme"),
        ):
            self.theme.add(key, text, icon)
        self.theme.choose(preferences.theme)
        self.text_scale = ChoiceBox(
            [(scale, f"{scale} %") for scale in TEXT_SCALES], value=preferences.text_scale
        )
        self.short_names = CheckRow(
            _("Short names on the screen"),
            _("First name and initial only, for the train or the staff room."),
            checked=preferences.train_mode,
        )
        self.add(FieldBox(_("&Language"), self.language))
        self.add(FieldBox(_("&Colours"), self.theme))
        self.add(FieldBox(_("&Text size"), self.text_scale, _("Ctrl and + or - do the same anywhere.")))
        self.add(self.short_names)
        self.language.activated.connect(lambda _at: self._choose(language=self.language.value()))
        self.theme.chosen.connect(lambda key: self._choose(theme=key))
        self.text_scale.activated.connect(lambda _at: self._choose(text_scale=self.text_scale.value()))
        self.short_names.toggled.connect(lambda on: self._choose(train_mode=on))
        current().changed.connect(self._follow)

    def _choose(self, **change: object) -> None:
        chosen = replace(self._preferences, **change)  # type: ignore[arg-type]
        if chosen != self._preferences:
            self._preferences = chosen
            self.chosen.emit(chosen)

    def _follow(self) -> None:
        """Follow keys and menus that change theme or size elsewhere."""
        theme = current()
        if theme.text_scale in TEXT_SCALES:
            self._preferences = replace(self._preferences, theme=theme.mode, text_scale=theme.text_scale)
            self.text_scale.set_value(theme.text_scale)
