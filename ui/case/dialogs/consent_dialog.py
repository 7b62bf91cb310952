"""Record an answer to a question for consent: a yes, a no, or a yes that is taken back."""

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.consent import ConsentGiver, ConsentPurpose, ConsentState
from eletdesk.domain.labels import choices
from eletdesk.errors import InvalidInputError
from eletdesk.operations.consents import record_consent
from eletdesk.programmes.law.rights_rules import rights_rules
from eletdesk.translation import _
from ui.case.consent_card import ANSWERS
from ui.case.fields import choice, day, note, tick, words
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase


def age_rule(age: int | None) -> str:
    """Say whose consent counts at this age (decree of 7 May 2004, art. 4)."""
    if age is None:
        return _("From 12 years on the young person consents; before that a parent does.")
    if age >= rights_rules().age("capable").age:
        return _("{age} years old: the young person's own consent counts, from 12 years on.").format(age=age)
    return _("{age} years old: under 12 a parent gives consent.").format(age=age)


class ConsentDialog(FormDialog):
    """What it is for, how it stands, who said so and until when."""

    def __init__(
        self,
        window: QWidget,
        case: OpenCase,
        age: int | None,
        *,
        purpose: ConsentPurpose = ConsentPurpose.guidance,
        state: ConsentState | None = None,
    ) -> None:
        super().__init__(window, _("Consent"), text=age_rule(age), width=600)
        self._case = case
        by_age = age is not None and age < rights_rules().age("capable").age
        giver = ConsentGiver.parent if by_age else ConsentGiver.young_person
        self.put(choice("purpose", _("What for"), choices("purpose"), purpose, kind=ConsentPurpose))
        self.put(
            choice(
                "state",
                _("Answer"),
                # Nobody says yes by pressing Enter twice: the answer is chosen.
                [("", _("Choose the answer")), *((code, _(text)) for code, text in ANSWERS.items())],
                state or "",
            ),
            choice("given_by", _("By"), choices("giver"), giver, kind=ConsentGiver),
        )
        self.put(words("name", _("Name"), placeholder=_("who said it")))
        self.put(
            day("given_on", _("Day"), clock.today(), optional=False),
            day("valid_until", _("Valid until"), looks="forward"),
        )
        self.put(tick("is_written", _("In writing")))
        self.put(tick("is_assessed_incapable", _("Assessed as not able to judge")))
        self.put(words("assessed_by", _("Assessed by")), day("assessed_on", _("Assessed on")))
        self.put(note("assessment_ground", _("On what ground"), lines=2))
        self.put(tick("is_compulsory", _("Compulsory guidance: needs no consent")))
        self.put(note("note", _("Note"), lines=2))
        self.finish(_("Save answer"))
        self.widget("is_assessed_incapable").toggled.connect(self._show_assessment)
        self._show_assessment(False)

    def _show_assessment(self, is_assessed: bool) -> None:
        for name in ("assessed_by", "assessed_on", "assessment_ground"):
            self.form.box(name).setVisible(is_assessed)
        self.fit()

    def keep(self) -> str:
        """Record it; a refusal is put in the file as well."""
        found = self.values()
        if not found["state"]:
            raise InvalidInputError("state", _("Choose what the answer was."))
        found["state"] = ConsentState(found["state"])
        found["given_on"] = found["given_on"] or clock.today()
        reason = str(found.pop("reason", ""))
        self.run(record_consent, reason=reason, **found)
        return _("Answer on consent saved")
