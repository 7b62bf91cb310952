"""The fields of the activity sheet, filled from an activity and read into one."""

from collections.abc import Callable
from typing import Any

from eletdesk.desk.groups.views import known_words
from eletdesk.desk.groups.words import choices_for, level_choices, newest_programme
from eletdesk.domain.group_activity import GroupActivity
from eletdesk.domain.organisation import Organisation
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.reference import all_municipalities
from eletdesk.translation import _
from ui.case.fields import FormField, at, choice, day, length, note, tick, words
from ui.directory.organisation_field import organisation_words
from ui.groups.words_field import count, euros, offered
from ui.open_desk import OpenDesk

FOLLOWS_PROJECT = (
    "programme_code", "call_period", "objective", "level", "starts_at", "minutes", "place", "school",
    "municipality_nis",
    "leader", "is_in_school", "is_in_school_time",
)  # fmt: skip
"""What is taken over from the last activity of a project, as long as it was not typed otherwise."""


class ActivityFields:
    """Makes the fields in the order of the sheet: first what changes each time, then what mostly stays."""

    def __init__(self, desk: OpenDesk, activity: GroupActivity) -> None:
        self._desk, self._of = desk, activity
        self.programme: Callable[[], Programme | None] = lambda: newest_programme(
            desk.desk, activity.programme_code
        )

    def first(self) -> tuple[tuple[FormField, ...], ...]:
        """Return the lines above the participants."""
        of = self._of
        return (
            (offered("title", _("Title"), self._before("title"), of.title),),
            (offered("project", _("Project"), self._before("project"), of.project),),
            (
                day("held_on", _("Day"), of.held_on, optional=False),
                at("starts_at", _("Time"), of.starts_at),
                length("minutes", _("Length"), of.minutes),
            ),
        )

    def counts(self) -> tuple[tuple[FormField, ...], ...]:
        """Return the lines right below the participants."""
        of = self._of
        return (
            (
                count("participants_without_case", _("Came, without a file"), of.participants_without_case),
                count("parents_present", _("Parents, not ticked above"), of.parents_present),
            ),
            (tick("is_in_school", _("In the school"), value=of.is_in_school),),
            (tick("is_in_school_time", _("During school time"), value=of.is_in_school_time),),
        )

    def rest(self) -> tuple[tuple[FormField, ...], ...]:
        """Return the lines that mostly stay the same in a project."""
        of = self._of
        return (
            (
                choice("programme_code", _("Programme"), self._programmes(), of.programme_code),
                choice("level", _("For whom"), self._levels(), of.level),
            ),
            (offered("objective", _("Objective"), self._asked("objective"), of.objective),),
            (offered("call_period", _("Call period"), self._asked("call_period"), of.call_period),),
            (
                organisation_words(
                    "school", _("School"), self._desk, ("school", "sas"), of.school, chosen=self._at_school
                ),
                offered(
                    "municipality_nis", _("Municipality"), _municipalities, of.municipality_nis,
                    only_known=_("Choose a municipality of Flanders or Brussels from the list."),
                ),
            ),
            (
                words("place", _("Where"), of.place),
                offered("leader", _("Led by"), self._before("leader"), of.leader),
            ),
            (euros("costs_cents", _("Costs in euro"), of.costs_cents),),
            (
                note(
                    "note", _("Note about the group"), of.note,
                    hint=_("Stays with the activity: it is not in anybody's file."),
                ),
            ),
        )  # fmt: skip

    def use(self, fields: dict[str, FormField]) -> None:
        """Let the choice of programme say what is offered."""
        box: Any = fields["programme_code"].widget
        self.programme = lambda: newest_programme(self._desk.desk, str(box.value() or ""))
        self._municipality: Any = fields["municipality_nis"].widget
        levels: Any = fields["level"].widget
        box.currentIndexChanged.connect(
            lambda _at: levels.set_choices(level_choices(self.programme()), value=levels.value())
        )

    def _at_school(self, school: Organisation) -> None:
        if school.municipality_nis and not self._municipality.text().strip():
            self._municipality.set_value(school.municipality_nis)

    def _before(self, name: str) -> Callable[[], list[tuple[str, str]]]:
        known = known_words(self._desk.desk, name)
        return lambda: [(word, word) for word in known]

    def _asked(self, name: str) -> Callable[[], list[tuple[str, str]]]:
        """Offer what the programme asks; where it asks nothing, what was filled in before."""
        known = known_words(self._desk.desk, name)

        def now() -> list[tuple[str, str]]:
            return choices_for(self.programme(), name) or [(word, word) for word in known]

        return now

    def _programmes(self) -> list[tuple[str, str]]:
        codes = dict.fromkeys(code for code, _version in sorted(self._desk.desk.programmes))
        named = [(code, newest_programme(self._desk.desk, code)) for code in codes]
        found = [(code, programme.short.said()) for code, programme in named if programme is not None]
        return [("", _("None")), *sorted(found, key=lambda pair: pair[1].casefold())]

    def _levels(self) -> list[tuple[str, str]]:
        return level_choices(self.programme())


def _municipalities() -> list[tuple[str, str]]:
    return [(each.nis, each.name) for each in all_municipalities()]
