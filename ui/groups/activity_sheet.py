"""The sheet that records a group activity, plans one, or changes one."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.groups.activities import change_activity, participants_of, record_activity
from eletdesk.desk.groups.views import activity as read_activity
from eletdesk.desk.groups.views import last_activity
from eletdesk.desk.groups.words import newest_programme
from eletdesk.domain.group_activity import GroupActivity, Participant
from eletdesk.domain.spoken_times import say_time
from eletdesk.errors import EletdeskError, InvalidInputError
from eletdesk.translation import _, ngettext
from ui.background import Progress, run_in_background
from ui.case.fields import FormField
from ui.case.form_dialog import FormDialog
from ui.case.sheet_draft import put_back, typed_in
from ui.groups.activity_draft import ActivityDraft
from ui.groups.activity_fields import FOLLOWS_PROJECT, ActivityFields
from ui.groups.participants_field import ParticipantsField
from ui.open_desk import OpenDesk
from ui.widgets.buttons import quiet
from ui.widgets.labels import Label
from ui.widgets.layouts import LEFT


class ActivitySheet(FormDialog):
    """One activity with everybody who took part; saved in the background, because each file is opened.

    `saved(sentence)` when it is kept; `part_requested(case_id)` for the session of one participant only.
    """

    part_requested = Signal()

    def __init__(
        self,
        window: QWidget,
        desk: OpenDesk,
        activity: GroupActivity,
        parts: list[Participant] | None = None,
        *,
        short_names: bool = False,
    ) -> None:
        super().__init__(window, _title(activity), width=640)
        self._desk, self._of, self._short_names = desk, activity, short_names
        self._is_saving = False
        makes = ActivityFields(desk, activity)
        for line in makes.first():
            self.put(*line)
        self.people = ParticipantsField(desk, short_names=short_names)
        self.put(FormField("participants", _("Young people"), self.people, self.people.participants))
        self.people.set_participants(parts if parts is not None else participants_of(desk.desk, activity.id))
        self.people.changed.connect(self._people_changed)
        self._put_same_people()
        for line in (*makes.counts(), *makes.rest()):
            self.put(*line)
        makes.use(self.fields)
        self._prefilled = typed_in(self.fields)
        project: Any = self.widget("project")
        project.offer_taken.connect(lambda _place: self._follow_project())
        project.editingFinished.connect(self._follow_project)
        self._project = activity.project
        self.finish(_("Save activity"))
        self._draft = ActivityDraft(desk, activity.id, self.fields, self.people)

    def offer_draft(self, row_id: str = "") -> None:
        """Put back what was typed here before."""
        kept_at = self._draft.offer()
        if kept_at is not None:
            text = _("Draft kept {time}").format(time=say_time(kept_at.time()))
            self.body.insertWidget(0, Label(text, role="caption", tone="text3"))

    def keep_draft(self) -> None:
        """Keep what is typed, now."""
        if self.isVisible() and not self._is_saving:
            try:
                self._draft.keep()
            except EletdeskError:
                return  # saving says it when that does not work

    def offer_part(self, name: str) -> None:
        """Offer the session of one participant, in whose case this sheet was opened."""
        self.add_left(_("Only {name} …").format(name=name), self._ask_part, "person")

    def save(self) -> None:
        """Record in the background and close, or say at the field what is missing."""
        self.form.clear_errors()
        self.problem.hide()
        if self._is_saving or not self._fields_are_right():
            return
        if self.people.unfinished():
            self.refuse("participants", _("Choose somebody from the list, or clear this line."))
            return
        try:
            activity, parts = self._read_all()
        except InvalidInputError as error:
            self.refuse(error.field, str(error))
            return
        self._set_saving(True)
        desk, known = self._desk.desk, self._of.id

        def work(_progress: Progress) -> GroupActivity:
            if known:
                return change_activity(desk, known, activity, parts)
            return record_activity(desk, activity, parts)

        owner = QCoreApplication.instance()
        assert owner is not None
        run_in_background(owner, work, lambda kept: self._done(kept, len(parts)), self._not_done)

    def _read_all(self) -> tuple[GroupActivity, list[Participant]]:
        values = self.values()
        parts: list[Participant] = values.pop("participants")
        programme = newest_programme(self._desk.desk, values["programme_code"])
        values["programme_version"] = self._version(values["programme_code"], programme)
        values["held_on"] = values["held_on"] or clock.today()
        return replace(self._of, **values), parts

    def _version(self, code: str, programme: Any) -> int:
        """Keep the version of an activity that keeps its programme: its words stay the same."""
        if code == self._of.programme_code and self._of.programme_version:
            return self._of.programme_version
        return programme.version if programme is not None else 0

    def _put_same_people(self) -> None:
        self.same_people = quiet(_("The same as last time"), self._add_last_people, sz="s", icon_name="copy")
        self.form.add_widget(self.same_people)
        layout = self.form.layout()
        if layout is not None:
            layout.setAlignment(self.same_people, LEFT)
        self._people_changed()

    def _last(self) -> GroupActivity | None:
        project = self.widget("project").text().strip() if "project" in self.fields else self._of.project
        return last_activity(self._desk.desk, project)

    def _add_last_people(self) -> None:
        last = self._last()
        if last is not None:
            self.people.add(Participant(part.case_id) for part in participants_of(self._desk.desk, last.id))
            self.people.line.setFocus()

    def _people_changed(self) -> None:
        self.same_people.setVisible(not self._of.id and not self.people.rows)
        if self.isVisible():
            self.fit()

    def _follow_project(self) -> None:
        """Take over what the last activity of a project that is known had, except what was typed here."""
        project = self.widget("project").text().strip()
        last = last_activity(self._desk.desk, project) if project and project != self._project else None
        if last is None or self._of.id:
            return
        self._project = project
        model = ActivityFields(self._desk, last)
        theirs = {
            each.name: each for line in (*model.first(), *model.counts(), *model.rest()) for each in line
        }
        now, shown = typed_in(self.fields), typed_in(theirs)
        for name in FOLLOWS_PROJECT:
            if now[name] == self._prefilled[name]:
                put_back(self.fields, {name: shown[name]})
        self._prefilled |= {name: typed_in(self.fields)[name] for name in FOLLOWS_PROJECT}
        for each in theirs.values():
            each.widget.deleteLater()

    def _ask_part(self) -> None:
        self.reject()
        self.part_requested.emit()

    def _done(self, kept: GroupActivity, people: int) -> None:
        self._is_saving = False
        self.saved.emit(_sentence(kept, people))
        self.accept()

    def _not_done(self, error: Exception) -> None:
        self._set_saving(False)
        field = error.field if isinstance(error, InvalidInputError) else ""
        self.refuse(field, str(error) or _("The activity could not be saved."))

    def _set_saving(self, saving: bool) -> None:
        self._is_saving = saving
        if self.save_button is not None:
            self.save_button.set_text(_("Saving …") if saving else _("Save activity"))

    def reject(self) -> None:
        """Stay while it is being saved."""
        if not self._is_saving:
            super().reject()

    def _drop_draft(self, _saved: bool) -> None:
        try:
            self._draft.drop()
        except EletdeskError:
            return  # on a full disk it is offered once more


def new_activity(desk: OpenDesk, on: datetime | None = None) -> GroupActivity:
    """Return an activity of today, filled with what the last one had and a project mostly keeps."""
    now = on or clock.now()
    last = last_activity(desk.desk)
    if last is None:
        return GroupActivity(
            held_on=now.date(), minutes=60, leader=desk.desk.worker, programme_code=_usual_programme(desk)
        )
    return replace(
        last, id="", held_on=now.date(), title="", note="", participants_without_case=0,
        parents_present=0, costs_cents=None, is_planned=False, created_at=None,
    )  # fmt: skip


def _usual_programme(desk: OpenDesk) -> str:
    code = str(desk.setting("programme", "naft"))
    return code if newest_programme(desk.desk, code) is not None else ""


def changing(desk: OpenDesk, activity_id: str) -> tuple[GroupActivity, list[Participant]] | None:
    """Return an activity with its participants; None when it is not there any more."""
    found = read_activity(desk.desk, activity_id)
    return None if found is None else (found, participants_of(desk.desk, activity_id))


def _title(activity: GroupActivity) -> str:
    if not activity.id:
        return _("Record a group activity")
    if activity.is_planned and activity.held_on <= clock.today():
        return _("How did it go?")
    return activity.title or activity.project


def _sentence(kept: GroupActivity, people: int) -> str:
    if kept.is_planned:
        return _("Activity planned")
    said = ngettext(
        "Activity saved, with {count} young person", "Activity saved, with {count} young people", people
    )
    return said.format(count=people) if people else _("Activity saved")
