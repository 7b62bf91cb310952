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
from eletdesk.translation import _, ngettext
from ui.case.fields import choice, day, note, tick, words
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase

YOUNGEST, OLDEST = 10, 27
_YES_NO = {"": None, "yes": True, "no": False}


def say_age(birth_on: date) -> str:
    """Say how old somebody is today."""
    age = age_on(birth_on, clock.today())
    return ngettext("{age} year old", "{age} years old", age).format(age=age)


class PersonDialog(FormDialog):
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
        belgian = {None: "", True: "yes", False: "no"}[row.is_belgian]
        answers = [("", _("Not known")), ("yes", _("Yes")), ("no", _("No"))]
        self.put(
            choice("is_belgian", _("Belgian"), answers, belgian, kind=_YES_NO.__getitem__),
            words("home_language", _("Language at home"), row.home_language),
        )
        self.put(tick("needs_interpreter", _("Needs an interpreter"), value=row.needs_interpreter))
        self.put(words("street", _("Street and number"), row.street))
        self.put(words("postcode", _("Postcode"), row.postcode), words("place", _("Place"), row.place))
        self.put(words("phone", _("Telephone"), row.phone), words("email", _("E-mail"), row.email))
        self.put(note("strengths", _("Strengths and wishes"), row.strengths, lines=2))
        self.put(note("remarks", _("Remarks"), row.remarks, lines=2))
        self.finish()

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
