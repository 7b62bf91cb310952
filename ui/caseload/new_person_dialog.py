"""Open a case for a young person from the little that is known at the start."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.desk.programmes import my_programme, programmes_to_start
from eletdesk.domain.ages import age_on
from eletdesk.domain.labels import choices
from eletdesk.domain.organisation import Organisation
from eletdesk.domain.spoken_dates import describe_date, parse_date
from eletdesk.errors import EletdeskError, InvalidInputError
from eletdesk.translation import _, ngettext
from ui.directory.organisation_field import OrganisationField, known_school
from ui.open_desk import OpenDesk
from ui.programmes.programme_choice import ProgrammeChoice
from ui.widgets.buttons import primary
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, TextField

YOUNGEST, OLDEST = 10, 27


class NewPersonDialog(Dialog):
    """Names, birth date, school, who refers; only one name is needed."""

    def __init__(self, window: QWidget, desk: OpenDesk, opened: Callable[[str], object]) -> None:
        super().__init__(window, _("New young person"), text=_("One name is enough to begin."), width=560)
        self._desk, self._opened = desk, opened
        self._told_age: date | None = None
        self.given, self.family = TextField(), TextField()
        self.birth = DateField(self._parse_birth, self._describe_birth)
        self.gender = ChoiceBox(choices("gender"), value="unknown")
        self.school, self.year, self.study = OrganisationField(desk, ("school",)), TextField(), TextField()
        self.school.chosen.connect(self._take_school)
        self.community = ChoiceBox(choices("community"), value="flemish")
        self.started = DateField(self._parse_start, self._describe_start, value=clock.today())
        self.referrer, self.centre = TextField(), OrganisationField(desk, ("clb", "cpms"))
        self.form = Form(gap=12)
        self.form.add_pair(
            ("given_name", _("&First name"), self.given), ("family_name", _("F&amily name"), self.family)
        )
        self.form.add_pair(("birth_on", _("&Born on"), self.birth), ("gender", _("&Gender"), self.gender))
        self.form.add_pair(
            ("school", _("&School"), self.school), ("community", _("&Community"), self.community)
        )
        self.form.add_pair(("year_label", _("&Year"), self.year), ("study", _("St&udy option"), self.study))
        self.form.add_pair(
            ("referrer", _("&Referred by"), self.referrer), ("referrer_centre", _("C&LB"), self.centre)
        )
        self.programme = ProgrammeChoice(programmes_to_start(desk.desk), my_programme(desk.desk))
        self.programme.chosen.connect(self._follow_programme)
        self._follow_programme()
        self.form.add("programme", _("Progra&mme"), self.programme)
        self.form.add("started_on", _("&Pathway starts on"), self.started)
        self.add(self.form)
        self.add_cancel()
        self.add_button(primary(_("&Open case"), self.save))
        self.on_enter = self.save

    def _follow_programme(self) -> None:
        """Take the community that the programme works with; a programme for both leaves it as it is."""
        chosen = self.programme.programme()
        for community in ("flemish", "french"):
            if chosen.community == community:
                self.community.set_value(community)
        self._fit()

    def _take_school(self, school: Organisation) -> None:
        """Take the community of a school of the directory."""
        if school.community:
            self.community.set_value(school.community)

    def _parse_birth(self, text: str) -> date | None:
        return parse_date(text, clock.today(), "back").on if text.strip() else None

    def _parse_start(self, text: str) -> date | None:
        return parse_date(text, clock.today(), "back").on

    def _describe_birth(self, day: date) -> str:
        age = age_on(day, clock.today())
        return ngettext("{age} year old", "{age} years old", age).format(age=age)

    def _describe_start(self, day: date) -> str:
        return describe_date(day, clock.today())

    def _asks_about_age(self) -> bool:
        """Ask once when the age is unusual; saving again goes through."""
        born = self.birth.day()
        if born is None or born == self._told_age:
            return False
        self._told_age = born
        if YOUNGEST <= age_on(born, clock.today()) <= OLDEST:
            return False
        self.form.show_error("birth_on", _("This age is unusual here. Is the date right? Then save again."))
        return True

    def save(self) -> None:
        """Open the case, or show what is wrong where it is wrong."""
        for field in (self.birth, self.started):
            if not field.check():
                field.setFocus()
                return
        if self._asks_about_age():
            return
        case = NewCase(
            person={
                "given_name": self.given.text(), "family_name": self.family.text(),
                "birth_on": self.birth.day(), "gender": self.gender.value(),
            },
            enrolment={
                "school": self.school.text().strip(), "community": self.community.value(),
                "year_label": self.year.text().strip(), "study": self.study.text().strip(),
            } | known_school(self.school.organisation()),
            pathway={
                "referrer": self.referrer.text().strip(), "referrer_centre": self.centre.text().strip(),
                "referred_on": self.started.day() if self.referrer.text().strip() else None,
            },
        )  # fmt: skip
        try:
            case_id = new_case(self._desk.desk, case, self.programme.code(), started_on=self.started.day())
        except InvalidInputError as error:
            if not self.form.show_error(error.field, str(error)):
                self.form.show_error("given_name", str(error))
            return
        except EletdeskError as error:
            self.form.show_error("given_name", str(error))
            return
        self.accept()
        self._opened(case_id)
