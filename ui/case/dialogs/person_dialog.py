"""What is known of the young person."""

from datetime import date

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.ages import age_on
from eletdesk.domain.labels import choices
from eletdesk.domain.phone import tidy_phone
from eletdesk.domain.young_person import Gender, YoungPerson
from eletdesk.errors import InvalidInputError
from eletdesk.operations.people import change_person
from eletdesk.translation import N_, _, ngettext
from ui.case.career_choices import YES_NO, YES_NO_CODES, municipality_choices, yes_no_choices
from ui.case.fields import FormField, choice, day, note, tick, words
from ui.case.folded_form import FoldedFormDialog
from ui.open_case import OpenCase

YOUNGEST, OLDEST = 10, 27


def say_age(birth_on: date) -> str:
    """Say how old somebody is today."""
    age = age_on(birth_on, clock.today())
    return ngettext("{age} year old", "{age} years old", age).format(age=age)


_BACKGROUND = {
    "has_school_allowance": N_("Gets a school allowance"),
    "has_low_educated_mother": N_("Mother without secondary diploma"),
    "has_other_home_language": N_("Other language at home than at school"),
    "has_lagging_neighbourhood": N_("Neighbourhood with much school delay"),
    "is_newcomer": N_("Newcomer (OKAN, DASPA)"),
}
"""The four indicators of educational disadvantage (Dataloep), and newcomer: yes, no or not known."""


class PersonDialog(FoldedFormDialog):
    """Change the young person's details; the birth date says the age at once."""

    def __init__(self, window: QWidget, case: OpenCase, row: YoungPerson) -> None:
        super().__init__(window, _("Young person"), width=620)
        self._case = case
        self._confirmed: date | None = row.birth_on
        self.put(
            words("given_name", _("Given name"), row.given_name),
            words("family_name", _("Family name"), row.family_name),
        )
        self.put(
            day("birth_on", _("Born on"), row.birth_on, describe=say_age),
            choice("gender", _("Gender"), choices("gender"), row.gender, kind=Gender),
        )
        self.put(
            _answer("is_belgian", _("Belgian"), row.is_belgian),
            words("home_language", _("Language at home"), row.home_language),
        )
        self.put(tick("needs_interpreter", _("Needs an interpreter"), value=row.needs_interpreter))
        self.put(words("street", _("Street and number"), row.street))
        self.put(words("postcode", _("Postcode"), row.postcode), words("place", _("Place"), row.place))
        self.put(words("phone", _("Telephone"), row.phone), words("email", _("E-mail"), row.email))
        self.put(note("strengths", _("Strengths and wishes"), row.strengths, lines=2))
        self.put(note("remarks", _("Remarks"), row.remarks, lines=2))
        self._put_background(row)
        self.finish()

    def _put_background(self, row: YoungPerson) -> None:
        """Add what figures ask for and daily work seldom does."""
        self.fold(_("Background and interpreter"))
        self.put(
            words("interpreter", _("Interpreter"), row.interpreter),
            _of(row, "is_newcomer"),
        )
        for name in _BACKGROUND:
            if name != "is_newcomer":
                self.put(_of(row, name))
        places = municipality_choices(row.municipality_nis)
        self.put(
            choice("municipality_nis", _("Municipality"), places, row.municipality_nis),
            words("school_record_number", _("School record number"), row.school_record_number),
        )

    def keep(self) -> str:
        """Keep the changes; an age that is rare here is asked about once."""
        found = self.values()
        self._ask_about(found["birth_on"])
        found["phone"] = tidy_phone(found["phone"])
        self.run(change_person, **found)
        return _("Details saved")

    def _ask_about(self, birth_on: date | None) -> None:
        if birth_on is None or birth_on == self._confirmed:
            return
        age = age_on(birth_on, clock.today())
        if age < YOUNGEST or age > OLDEST:
            self._confirmed = birth_on
            sentence = _("That makes {age} years old. Save again if this is right.").format(age=age)
            raise InvalidInputError("birth_on", sentence)


def _answer(name: str, text: str, value: bool | None) -> FormField:
    return choice(name, text, yes_no_choices(), YES_NO_CODES[value], kind=YES_NO.__getitem__)


def _of(row: YoungPerson, name: str) -> FormField:
    return _answer(name, _(_BACKGROUND[name]), getattr(row, name))
