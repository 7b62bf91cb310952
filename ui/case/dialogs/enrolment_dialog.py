"""School and study option; the community decides the calendar, the school has free days of its own."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.enrolment import Enrolment, Finality, TrainingForm
from eletdesk.domain.labels import choices
from eletdesk.domain.organisation import Organisation
from eletdesk.domain.school_calendar import Community
from eletdesk.domain.spoken_dates import numeric_date, parse_date
from eletdesk.domain.young_person import YoungPerson
from eletdesk.errors import InvalidInputError
from eletdesk.operations.people import change_enrolment, enrol
from eletdesk.queries.live_rows import live_rows
from eletdesk.translation import _
from ui.case.career_choices import (
    attest_choices,
    delay_of,
    exit_position_choices,
    municipality_choices,
    number_choices,
    qualification_choices,
    say_delay,
    study_domain_choices,
)
from ui.case.fields import choice, day, note, tick, words
from ui.case.folded_form import FoldedFormDialog
from ui.directory.organisation_field import organisation_words
from ui.open_case import OpenCase
from ui.widgets.labels import Label

GRADES, YEARS, MOST_REPEATED = 3, 3, 10


class EnrolmentDialog(FoldedFormDialog):
    """Change the present school, or write down another one; the delay is counted while one chooses."""

    def __init__(self, window: QWidget, case: OpenCase, row: Enrolment | None = None) -> None:
        super().__init__(window, _("School"), width=640)
        self._case, self._row = case, row
        self._birth_on = case.read(live_rows, YoungPerson)[0].birth_on
        kept = row or Enrolment(school="")
        self._put_school(kept)
        self.delay = Label("", role="small", tone="text2", wrap=True)
        self.form.add_widget(self.delay)
        self.fold(_("More about the school"))
        self._put_study(kept)
        self._put_place(kept)
        self.finish()
        for name in ("grade", "grade_year", "community", "repeated_years"):
            self.widget(name).currentIndexChanged.connect(self._count)
        self.widget("year_label").textChanged.connect(self._count)
        self.widget("ended_on").day_changed.connect(self._count)
        for name in ("finality", "training_form"):
            self.widget(name).currentIndexChanged.connect(self._propose)
        self._count()

    def _put_school(self, kept: Enrolment) -> None:
        desk = self._case.desk
        self.put(
            organisation_words(
                "school", _("School"), desk, ("school",), kept.school, chosen=self._take_school,
                hint=_("Begin to type: schools of the directory are offered."),
            )
        )  # fmt: skip
        self.put(
            choice(
                "community", _("Community"), choices("community"), kept.community, kind=Community,
            ),
            choice("finality", _("Finality"), choices("finality"), kept.finality, kind=Finality),
        )  # fmt: skip
        self.put(
            words("year_label", _("Year"), kept.year_label, placeholder="4de jaar"),
            words("study", _("Study option"), kept.study),
        )
        self.put(
            choice("grade", _("Grade"), number_choices(GRADES), str(kept.grade), kind=int),
            choice(
                "grade_year", _("Year of the grade"), number_choices(YEARS), str(kept.grade_year), kind=int
            ),
        )
        self.put(
            day("started_on", _("Enrolled since"), kept.started_on),
            day("ended_on", _("Until"), kept.ended_on),
        )

    def _put_study(self, kept: Enrolment) -> None:
        positions = exit_position_choices(kept.finality, kept.training_form, kept.exit_position)
        self.put(
            choice(
                "study_domain", _("Study domain"), study_domain_choices(kept.study_domain), kept.study_domain
            ),
            choice("exit_position", _("Exit position"), positions, kept.exit_position),
        )
        forms = choices("training_form")
        self.put(
            choice("training_form", _("Training form"), forms, kept.training_form, kind=TrainingForm),
            choice(
                "qualification", _("Qualification"), qualification_choices(kept.qualification),
                kept.qualification,
            ),
        )  # fmt: skip
        self.put(
            tick(
                "is_individual_curriculum",
                _("Individually adapted curriculum (IAC)"),
                value=kept.is_individual_curriculum,
            )
        )
        repeated = number_choices(MOST_REPEATED, "0")
        self.put(
            choice("attest", _("Last certificate"), attest_choices(kept.attest), kept.attest),
            choice("repeated_years", _("Years repeated"), repeated, str(kept.repeated_years), kind=int),
        )

    def _put_place(self, kept: Enrolment) -> None:
        places = municipality_choices(kept.municipality_nis)
        self.put(
            words("school_number", _("School number"), kept.school_number),
            choice("municipality_nis", _("Municipality of the school"), places, kept.municipality_nis),
        )
        self.put(
            note(
                "free_days", _("Free days of this school"), "\n".join(map(_shown, kept.free_days)), lines=2,
                hint=_("One date on each line. They are left out when half-days are counted."),
            )
        )  # fmt: skip

    def _take_school(self, school: Organisation) -> None:
        """Fill in what the directory knows of the school that was chosen."""
        self.widget("school_number").setText(school.number)
        if school.municipality_nis:
            self.widget("municipality_nis").set_value(school.municipality_nis)
        if school.community:
            self.widget("community").set_value(school.community)

    def _count(self, _changed: Any = None) -> None:
        """Say the school delay of what is chosen now."""
        grade = self.read("grade"), self.read("grade_year")
        delay, year = delay_of(
            self._birth_on, self.read("year_label"), grade, self.read("ended_on"), self.read("community"),
            self.read("repeated_years"), clock.today(),
        )  # fmt: skip
        self.delay.setText(say_delay(delay, year))
        self.delay.set_tone("warn" if delay.differs else "text2")
        self.fit()

    def _propose(self, _changed: Any = None) -> None:
        """Put the exit positions that fit the finality in front; what was chosen stays chosen."""
        kept = self.read("exit_position")
        found = exit_position_choices(self.read("finality"), self.read("training_form"), kept)
        self.widget("exit_position").set_choices(found, value=kept)

    def keep(self) -> str:
        """Keep the school."""
        found = self.values() | {"free_days": read_days(self.read("free_days"))}
        if self._row is None:
            self.run(enrol, **found)
        else:
            self.run(change_enrolment, self._row.id, **found)
        return _("School saved")


def _shown(day_text: str) -> str:
    return numeric_date(date.fromisoformat(day_text))


def read_days(text: str) -> list[str]:
    """Return the dates that stand on the lines, in order; a line that is no date is said at the field."""
    found = set()
    for line in text.splitlines():
        if line.strip():
            try:
                found.add(parse_date(line, clock.today(), "forward").on.isoformat())
            except InvalidInputError as error:
                raise InvalidInputError("free_days", f"{line.strip()}: {error}") from None
    return sorted(found)
