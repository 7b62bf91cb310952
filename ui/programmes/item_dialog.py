"""Change one line of a programme in an ordinary form: a stage, a clock, an outcome, a reason, a question."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from eletdesk.errors import InvalidInputError
from eletdesk.programmes.adapting import Item, code_from, in_each_language
from eletdesk.translation import LANGUAGES, N_, _
from ui.case.fields import FormField, choice, note, tick, words
from ui.case.form_dialog import FormDialog
from ui.programmes.kind_words import kind_choices
from ui.theme import current
from ui.widgets.page import columns_for

TITLES = {
    "stages": N_("Stage"),
    "clocks": N_("Clock or term"),
    "outcomes": N_("How it can end"),
    "reasons": N_("Why it starts"),
    "questions": N_("Question"),
    "building_blocks": N_("Building block"),
    "modes": N_("Mode"),
    "levels": N_("For whom a session is"),
    "programme": N_("Name of the programme"),
}
_LANGUAGE_NAMES = {"nl": N_("in Dutch"), "fr": N_("in French"), "en": N_("in English")}


class ItemDialog(FormDialog):
    """The fields of one line; `changes` holds what was filled in when it closes with yes."""

    def __init__(
        self, window: QWidget, kind: str, item: Mapping[str, Any] | None, stages: list[tuple[str, str]]
    ) -> None:
        text = _("A name that you leave empty takes the word of your own language.")
        super().__init__(window, _(TITLES[kind]), text=text, width=680)
        self._kind, self._item = kind, dict(item or {})
        self.changes: dict[str, Any] = {}
        self._labels: list[str] = []
        self._is_wide = columns_for(window.width(), current().text_scale) == 2
        self._put_label("label", _("Name"))
        if kind in ("stages", "programme"):
            self._put_label("short", _("Short name"))
        if kind in ("stages", "programme"):
            self._put_label("what", _("What it is"))
        if kind == "stages":
            is_optional = bool(self._item.get("is_optional"))
            self.put(tick("is_optional", _("May be left out"), value=is_optional))
        elif kind == "clocks":
            self._put_clock()
        elif kind == "outcomes":
            counted = kind_choices("outcome")
            self.put(choice("class", _("Counted as"), counted, self._item.get("class", "in_education")))
        elif kind == "reasons":
            counted = kind_choices("reason")
            self.put(choice("category", _("Counted as"), counted, self._item.get("category", "ground")))
        elif kind == "questions":
            self._put_question(stages)
        self.finish(_("Take over"))

    def _put_label(self, key: str, label: str) -> None:
        self._labels.append(key)
        now = self._item.get(key, {})
        fields: list[FormField] = []
        for each in LANGUAGES:
            said = _("{name} {language}").format(name=label, language=_(_LANGUAGE_NAMES[each]))
            name = f"{key}:{each}"
            long = key == "what" or self._kind == "questions"
            fields.append(
                note(name, said, now.get(each, ""), lines=2) if long else words(name, said, now.get(each, ""))
            )
        if self._is_wide:
            self.put(*fields)
            return
        for each_field in fields:
            self.put(each_field)

    def _put_clock(self) -> None:
        self.put(
            words("amount", _("How many"), str(self._item.get("amount", ""))),
            choice("unit", _("Unit"), kind_choices("unit"), self._item.get("unit", "days")),
        )

    def _put_question(self, stages: list[tuple[str, str]]) -> None:
        asked = [("", _("At any time")), *stages]
        self.put(
            choice("kind", _("Answered with"), kind_choices("question"), self._item.get("kind", "text")),
            choice("stage", _("Asked in"), asked, self._item.get("stage", "")),
        )
        lines = "\n".join(_said(one["label"]) for one in self._item.get("choices", []))
        hint = _("One on each line. In three languages: nl | fr | en.")
        self.put(note("choices", _("The list to choose from"), lines, lines=3, hint=hint))

    def keep(self) -> str:
        """Gather what was filled in."""
        found = self.values()
        changes: dict[str, Any] = {
            key: in_each_language({each: found.pop(f"{key}:{each}") for each in LANGUAGES})
            for key in self._labels
        }
        if not changes["label"]["nl"]:
            raise InvalidInputError(f"label:{LANGUAGES[0]}", _("Give it a name."))
        for key in self._labels:
            if not changes[key]["nl"]:  # a short name or a text that nobody wrote
                changes[key] = dict(changes["label"])
        if self._kind == "clocks":
            found["amount"] = _whole(str(found["amount"]))
        if self._kind == "questions":
            found["choices"] = self._choices(str(found["choices"]), str(found["kind"]))
        self.changes = changes | found
        return ""

    def _choices(self, text: str, kind: str) -> list[Item]:
        """Return the list to choose from; a line that was there before keeps its code."""
        if kind not in ("choice", "many"):
            return []
        known = {_said(one["label"]): one for one in self._item.get("choices", [])}
        found: list[Item] = []
        for line in [line.strip() for line in text.splitlines() if line.strip()]:
            label = _label_of(line)
            taken = [one["code"] for one in found]
            code = known[line]["code"] if line in known else code_from(label["nl"])
            if code in taken:
                raise InvalidInputError("choices", _("The same thing stands here twice."))
            found.append({**known.get(line, {}), "code": code, "label": label})
        if len(found) < 2:
            raise InvalidInputError("choices", _("Give at least two lines to choose from."))
        return found


def _said(label: Mapping[str, str]) -> str:
    words_in = [label[each] for each in LANGUAGES]
    return words_in[0] if len(set(words_in)) == 1 else " | ".join(words_in)


def _label_of(line: str) -> dict[str, str]:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) == len(LANGUAGES):
        return in_each_language(dict(zip(LANGUAGES, parts, strict=True)))
    return dict.fromkeys(LANGUAGES, line)


def _whole(text: str) -> int:
    if not text.strip().isdecimal() or not 0 < int(text) < 10_000:
        raise InvalidInputError("amount", _("Type a whole number."))
    return int(text)
