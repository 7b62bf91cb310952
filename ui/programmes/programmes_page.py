"""The programmes of the desk: look at one, adapt it to one's own organisation, read or write a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from eletdesk.desk.changes import Changes
from eletdesk.desk.drafts import drop_desk_draft
from eletdesk.desk.own_versions import (
    begin_adaptation,
    draft_name,
    keep_adaptation,
    keep_draft,
    read_definition_file,
    save_definition_file,
)
from eletdesk.desk.programmes import my_programme, programme_problems, programmes_to_start
from eletdesk.errors import EletdeskError
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.own_programme import version_shown
from eletdesk.translation import _
from ui.files import choose_definition, choose_place
from ui.open_desk import OpenDesk
from ui.programmes.adapt_view import AdaptView
from ui.programmes.programme_choice import version_name
from ui.programmes.programme_list import ProgrammeList
from ui.programmes.programme_view import ProgrammeView
from ui.widgets.banner import Banner
from ui.widgets.buttons import primary, quiet, secondary
from ui.widgets.labels import small
from ui.widgets.layouts import Column, clear_layout
from ui.widgets.page import Page

ChoosePlace = Callable[[QWidget, str, Path, str], Path | None]


class ProgrammesPage(Page):
    """A list; from there one programme to look at, or a copy to adapt."""

    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)
    page_requested = Signal(str)

    def __init__(
        self,
        desk: OpenDesk,
        *,
        choose: Callable[[QWidget], Path | None] = choose_definition,
        choose_new: ChoosePlace = choose_place,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Programmes"), parent=parent)
        self._desk, self._choose, self._choose_new = desk, choose, choose_new
        self.shown: Programme | None = None
        self.adapting: AdaptView | None = None
        self.back = quiet(_("&Back"), self.go_back, icon_name="back")
        self.read_file = secondary(_("&Read a definition file"), self.read_definition, icon_name="import")
        self.save_file = secondary(_("&Save as file"), self.save_definition, icon_name="export")
        self.throw_away = quiet(_("&Throw changes away"), self.drop_changes, icon_name="erase")
        self.adapt = primary(_("&Adapt"), lambda: self.adapt_programme(self._code()), icon_name="write")
        self.keep = primary(_("&Keep as new version"), self.keep_version)
        for button in (self.back, self.read_file, self.save_file, self.throw_away, self.adapt, self.keep):
            self.add_action(button)
        self.banner = Banner("", tone="danger")
        self.add(self.banner)
        self.list = ProgrammeList()
        self.list.look_asked.connect(self.look_at)
        self.list.adapt_asked.connect(self.adapt_programme)
        self._content = Column(gap=12)
        self.add(self.list)
        self.add(self._content)
        self.main.addStretch(1)
        desk.changed.connect(self._hear)
        self.show_list()

    def _code(self) -> str:
        return self.shown.code if self.shown is not None else ""

    # What is shown

    def show_list(self) -> None:
        """Show all programmes."""
        self._turn(None, None)
        self.set_title(_("Programmes"))
        programmes = programmes_to_start(self._desk.desk)
        self.list.show_programmes(programmes, my_programme(self._desk.desk))
        self.say("\n".join(programme_problems(self._desk.desk).values()))

    def look_at(self, code: str) -> None:
        """Show one programme."""
        programme = self._newest(code)
        self._turn(programme, None)
        self.set_title(programme.label.said(), version_name(programme))
        self._content.addWidget(ProgrammeView(programme))
        self.focus_first()

    def adapt_programme(self, code: str) -> None:
        """Adapt a programme; a copy that was begun before goes on."""
        programme = self._newest(code)
        adaptation, begun = begin_adaptation(self._desk.desk, programme)
        view = AdaptView(adaptation)
        self._turn(programme, view)
        self.set_title(_("Adapt: {programme}").format(programme=programme.short.said()), begun)
        text = _(
            "New pathways follow the new version. Pathways that run keep theirs, until you move one yourself."
        )
        self._content.addWidget(small(text, wrap=True))
        self._content.addWidget(view)
        view.changed.connect(self._keep_draft)
        view.check()
        self.focus_first()

    def _newest(self, code: str) -> Programme:
        known = programmes_to_start(self._desk.desk)
        return next(one for one in known if one.code == code)

    def _turn(self, shown: Programme | None, adapting: AdaptView | None) -> None:
        self.shown, self.adapting = shown, adapting
        clear_layout(self._content)
        self.list.setVisible(shown is None)
        self.read_file.setVisible(shown is None)
        self.save_file.setVisible(shown is not None)
        self.adapt.setVisible(shown is not None and adapting is None)
        self.keep.setVisible(adapting is not None)
        self.throw_away.setVisible(adapting is not None)
        self.say("")
        self.scroller.verticalScrollBar().setValue(0)

    def say(self, sentence: str) -> None:
        """Say what is wrong, above everything; an empty sentence takes it away."""
        self.banner.set_text(sentence)
        self.banner.setVisible(bool(sentence))

    # What can be done

    def go_back(self) -> None:
        """Go from a programme to the list, and from the list to the settings."""
        if self.shown is None:
            self.page_requested.emit("settings")
            return
        code = self._code()
        self.show_list()
        self.list.cards[code].setFocus()

    def keep_version(self) -> None:
        """Keep the copy as the newest version; a mistake in it is told with its place and nothing is lost."""
        if self.adapting is None:
            return
        try:
            kept = keep_adaptation(self._desk.desk, self.adapting.adaptation)
        except EletdeskError as error:
            self.say(str(error))
            self.scroller.verticalScrollBar().setValue(0)
            return
        self.look_at(kept.code)
        self._tell(_("Kept: {version}").format(version=version_name(kept)))

    def drop_changes(self) -> None:
        """Forget the copy that was begun."""
        drop_desk_draft(self._desk.desk, draft_name(self._code()))
        self.go_back()

    def read_definition(self) -> None:
        """Read a definition from a file and keep it as a version."""
        place = self._choose(self)
        if place is None:
            return
        try:
            kept = read_definition_file(self._desk.desk, place)
        except EletdeskError as error:
            self.say(str(error))
            return
        self.look_at(kept.code)
        self._tell(_("Kept: {version}").format(version=version_name(kept)))

    def save_definition(self) -> None:
        """Write the programme that is shown, or the copy that is adapted, to a file."""
        if self.shown is None:
            return
        text = self.adapting.adaptation.text() if self.adapting else self.shown.text
        name = f"{self.shown.code}_{version_shown(self.shown.version)}.toml"
        place = self._choose_new(self, _("Save the definition"), Path.home() / name, "TOML")
        if place is None:
            return
        try:
            save_definition_file(place, text)
        except EletdeskError as error:
            self.problem_requested.emit(str(error))
            return
        self._tell(_("Definition saved"))

    def _keep_draft(self) -> None:
        if self.adapting is None or self.shown is None:
            return
        try:
            keep_draft(self._desk.desk, self.adapting.adaptation, self.shown.version)
        except EletdeskError as error:
            self.problem_requested.emit(str(error))

    def _tell(self, sentence: str) -> None:
        self.toast_requested.emit(sentence, False)

    # What the window asks of a page

    def focus_first(self) -> None:
        """Start at the way back, or at the first programme."""
        if self.shown is not None:
            self.back.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the list anew when it is seen."""
        super().showEvent(event)
        if self.shown is None:
            self.show_list()

    def _hear(self, changes: Changes) -> None:
        if "programme" in changes.subjects and self.shown is None and self.isVisible():
            self.show_list()
