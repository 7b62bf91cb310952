"""The worker's own tags of a case: words to find it again in a filter."""

from PySide6.QtWidgets import QWidget

from eletdesk.domain.names import fold
from eletdesk.domain.young_person import YoungPerson
from eletdesk.operations.people import change_person
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.filter_subjects import tags_of
from eletdesk.queries.register.views import index_cards
from eletdesk.translation import _
from ui.case.fields import words
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase

_MOST, _LONGEST, _SHOWN = 12, 40, 12


class TagsDialog(FormDialog):
    """One line with the tags, a comma between them; tags of other cases are shown to use again."""

    def __init__(self, window: QWidget, case: OpenCase) -> None:
        super().__init__(window, _("Tags"), width=520)
        self._case = case
        kept = case.read(live_rows, YoungPerson)[0].tags
        used = {tag for card in case.desk.ask(index_cards) for tag in tags_of(card)} - set(kept)
        hint = _("A comma between two tags.")
        if used:
            shown = ", ".join(sorted(used, key=fold)[:_SHOWN])
            hint = _("A comma between two tags. Used already: {tags}").format(tags=shown)
        self.put(words("tags", _("Tags"), ", ".join(kept), hint=hint))
        self.finish()

    def keep(self) -> str:
        """Keep the tags."""
        self.run(change_person, tags=read_tags(self.read("tags")))
        return _("Tags saved")


def read_tags(text: str) -> list[str]:
    """Return the tags of a line in their order, each once, whatever its capitals."""
    found: dict[str, str] = {}
    for part in text.replace(";", ",").split(","):
        tag = " ".join(part.split()).lstrip("#")[:_LONGEST].strip()
        if tag:
            found.setdefault(fold(tag), tag)
    return list(found.values())[:_MOST]
