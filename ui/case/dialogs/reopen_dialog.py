"""Open a closed pathway again as a new spell, and let a pathway go on by another version."""

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.operations.spells import move_to_version, reopen_pathway
from eletdesk.programmes.definition import Programme
from eletdesk.translation import _
from ui.case.fields import choice, day, note
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase
from ui.programmes.programme_choice import version_name


class ReopenDialog(FormDialog):
    """Why and from when; the closed pathway stays as it was."""

    def __init__(self, window: QWidget, case: OpenCase, pathway: Pathway, programme: Programme) -> None:
        closed = numeric_date(pathway.closed_on) if pathway.closed_on else ""
        text = _(
            "{programme} was closed on {date}. It stays as it was; a new spell begins and the days add up."
        )
        super().__init__(
            window,
            _("Open again as a new spell"),
            text=text.format(programme=programme.short.said(), date=closed),
        )
        self._case, self._pathway, self._programme = case, pathway, programme
        self.made = ""
        self.put(day("on", _("Starts on"), clock.today(), optional=False))
        stages = [(one.code, one.label.said()) for one in programme.stages if not one.is_final]
        self.put(choice("stage", _("Stage"), stages, programme.first_stage.code))
        self.put(note("reason", _("Why"), lines=2))
        self.finish(_("Open again"))

    def keep(self) -> str:
        """Start the new spell."""
        spell = self.run(
            reopen_pathway,
            self._pathway.id,
            programme=self._programme,
            on=self.read("on") or clock.today(),
            stage=str(self.read("stage")),
            reason=self.reason(),
        )
        self.made = str(spell.id)
        return _("A new spell began")


class VersionDialog(FormDialog):
    """Let a pathway go on by the newest version of its programme; it asks why."""

    def __init__(
        self, window: QWidget, case: OpenCase, pathway: Pathway, programme: Programme, newest: Programme
    ) -> None:
        text = _("Now: {now}. The newest is {newest}. What was recorded stays.")
        super().__init__(
            window,
            _("Go on by another version"),
            text=text.format(now=version_name(programme), newest=version_name(newest)),
        )
        self._case, self._pathway, self._newest = case, pathway, newest
        stages = [(one.code, one.label.said()) for one in newest.stages]
        self.put(choice("stage", _("Stage in that version"), stages, pathway.stage))
        self.put(day("on", _("Day"), clock.today(), optional=False))
        self.put(note("reason", _("Why"), lines=2))
        self.finish(_("Go on by this version"))

    def keep(self) -> str:
        """Move it."""
        self.run(
            move_to_version,
            self._pathway.id,
            programme=self._newest,
            on=self.read("on") or clock.today(),
            stage=str(self.read("stage")),
            reason=self.reason(),
        )
        return _("The pathway goes on by the {version}").format(version=version_name(self._newest))
