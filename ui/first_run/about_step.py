"""Step 2, second half: who works here, in which programme, and in which folder the desk lives."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from eletdesk.desk.programmes import DEFAULT_PROGRAMME
from eletdesk.programmes.choosing import newest_of_each
from eletdesk.programmes.reading import house_programmes
from eletdesk.translation import _
from ui.files import choose_folder
from ui.first_run.choices import Draft
from ui.first_run.start_step import ChooseFile
from ui.first_run.step import FirstRunStep
from ui.programmes.programme_choice import ProgrammeChoice
from ui.widgets.buttons import icon_button
from ui.widgets.form import Form, TextField


class FolderField(QLineEdit):
    """A folder as text, with a button to choose another one."""

    def __init__(self, folder: Path, choose: ChooseFile) -> None:
        super().__init__(str(folder))
        self._choose = choose
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 3, 0)
        inside.addStretch(1)
        inside.addWidget(icon_button("folder", _("Choose a folder"), self._ask, sz="s"))
        self.setTextMargins(0, 0, 34, 0)

    def folder(self) -> Path:
        """Return the folder as typed."""
        return Path(self.text().strip()).expanduser()

    def _ask(self) -> None:
        chosen = self._choose(self)
        if chosen is not None:
            self.setText(str(chosen))


class AboutStep(FirstRunStep):
    """Name, organisation, what you do, the programme, and the folder."""

    number = 2

    def __init__(self, draft: Draft, *, choose: ChooseFile = choose_folder) -> None:
        super().__init__(
            draft, _("Who works here?"), _("It stands on dossiers that you make. You can change it later.")
        )
        self.form = Form()
        self.name = TextField(draft.worker_name)
        self.organisation = TextField(draft.organisation)
        self.role = TextField(draft.worker_role, placeholder=_("for example NAFT coach"))
        self.folder = FolderField(draft.folder, choose)
        programmes = newest_of_each(house_programmes(), DEFAULT_PROGRAMME)
        self.form.add("worker_name", _("Your &name"), self.name)
        self.form.add("organisation", _("Your &organisation"), self.organisation)
        self.form.add("worker_role", _("What you &do"), self.role)
        self.programme = ProgrammeChoice(programmes, draft.programme or DEFAULT_PROGRAMME)
        self.form.add("programme", _("Your &programme"), self.programme)
        self.form.add("folder", _("&Folder for your caseload"), self.folder, _("Everything in it is locked."))
        self.body.addWidget(self.form)

    def first_field(self) -> QWidget | None:
        """Start on the name."""
        return self.name

    def keep(self) -> bool:
        """Keep what was typed; only the name and the folder must be there."""
        self.form.clear_errors()
        self.draft.worker_name = " ".join(self.name.text().split())
        self.draft.organisation = " ".join(self.organisation.text().split())
        self.draft.worker_role = " ".join(self.role.text().split())
        self.draft.programme = self.programme.code()
        self.draft.folder = self.folder.folder()
        if not self.draft.worker_name:
            self.form.show_error("worker_name", _("Type your name, then go on."))
            return False
        if not self.folder.text().strip() or not self.draft.folder.is_absolute():
            self.form.show_error("folder", _("Choose the folder with the button at the right."))
            return False
        return True
