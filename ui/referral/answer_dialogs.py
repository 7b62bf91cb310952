"""Keep what the receiver answered, or stop a referral."""

from datetime import date

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.spoken_dates import describe_date, numeric_date, parse_date
from eletdesk.errors import EletdeskError, InvalidInputError
from eletdesk.translation import _
from ui.open_desk import OpenDesk
from ui.referral.reading import DossierFacts
from ui.widgets.buttons import danger, primary
from ui.widgets.date_field import DateField
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, TextField
from ui.widgets.labels import small
from ui.widgets.segmented import Segmented


def answer_day(text: str) -> date | None:
    """Read the day of an answer: it lies behind us, empty is today."""
    return parse_date(text, clock.today(), "back").on


class _ReasonDialog(Dialog):
    """A form with a reason; a refusal is shown at its field."""

    def __init__(self, window: QWidget, desk: OpenDesk, case_id: str, title: str, text: str) -> None:
        super().__init__(window, title, text=text)
        self._desk, self._case_id = desk, case_id
        self.form = Form(gap=12)
        self.reason = TextField()
        self.problem = small(wrap=True)
        self.problem.set_tone("danger")
        self.problem.hide()
        self.reason.returnPressed.connect(self.keep)

    def keep(self) -> None:
        """Keep it, or say at the field why not."""
        self.form.clear_errors()
        try:
            self.run()
        except InvalidInputError as error:
            if not self.form.show_error(error.field, str(error)):
                self._tell(error)
        except EletdeskError as error:
            self._tell(error)
        else:
            self.accept()
        self._fit()

    def run(self) -> None:
        """Do what the dialog is for."""
        raise NotImplementedError

    def _tell(self, error: EletdeskError) -> None:
        self.problem.setText(str(error))
        self.problem.show()


class AnswerDialog(_ReasonDialog):
    """Accepted or not, on which day, and why not."""

    def __init__(self, window: QWidget, desk: OpenDesk, case_id: str, facts: DossierFacts) -> None:
        super().__init__(window, desk, case_id, _("Answer of the receiver"), facts.recipient)
        self._referral_id = facts.referral_id
        self.answer = Segmented(_("Answer"))
        self.answer.add("accepted", _("Accepted"))
        self.answer.add("rejected", _("Not accepted"))
        self.on = DateField(
            answer_day, lambda day: describe_date(day, clock.today()),
            value=clock.today(), write=numeric_date,
        )  # fmt: skip
        self.add(self.answer)
        self.form.add("answered_on", _("Answered on"), self.on)
        self.form.add("reason", _("What was said"), self.reason)
        self.add(self.form)
        self.add(self.problem)
        self.add_cancel()
        self.add_button(primary(_("Keep the answer"), self.keep))

    def run(self) -> None:
        """Keep the answer."""
        from eletdesk.operations.referrals import answer_referral  # noqa: PLC0415

        if not self.on.check() or self.on.day() is None:
            return
        self._desk.run(
            self._case_id, answer_referral, self._referral_id,
            is_accepted=self.answer.key() == "accepted",
            answered_on=self.on.day() or clock.today(), reason=self.reason.text(),
        )  # fmt: skip


class WithdrawDialog(_ReasonDialog):
    """Stop a referral; after it left, the reason is asked."""

    def __init__(self, window: QWidget, desk: OpenDesk, case_id: str, facts: DossierFacts) -> None:
        text = _("The referral stops. What you wrote and what already left stays in the case file.")
        super().__init__(window, desk, case_id, _("Withdraw this referral?"), text)
        self._referral_id = facts.referral_id
        self.form.add("reason", _("Reason"), self.reason)
        self.add(self.form)
        self.add(self.problem)
        self.add_cancel()
        self.add_button(danger(_("Withdraw"), self.keep))

    def run(self) -> None:
        """Withdraw it."""
        from eletdesk.operations.referrals import withdraw_referral  # noqa: PLC0415

        self._desk.run(self._case_id, withdraw_referral, self._referral_id, reason=self.reason.text())
