"""Outreach: attempts without an answer, the first contact that was accepted, when to try again."""

from PySide6.QtWidgets import QWidget

from eletdesk.domain.spoken_dates import short_date
from eletdesk.queries.contact_attempts import ContactAttempts
from eletdesk.queries.follow_up_view import FollowUpView
from eletdesk.translation import _, ngettext
from ui.follow_up.actions import FollowUpActions
from ui.widgets.buttons import soft
from ui.widgets.card import Card
from ui.widgets.labels import Label, small


class AttemptsCard(Card):
    """One button for an attempt without an answer; the next one becomes a task."""

    def __init__(self, do: FollowUpActions, parent: QWidget | None = None) -> None:
        super().__init__(_("Seeking contact"), parent=parent)
        self.no_answer = soft(_("No answer"), do.log_no_answer, icon_name="silent", sz="s")
        self.add_action(self.no_answer)

    def show_follow_up(self, found: FollowUpView) -> None:
        """Show what outreach has come to."""
        self.clear()
        attempts = found.attempts
        self.add(Label(_first(attempts), role="strong", wrap=True))
        second = _second(found)
        if second:
            self.add(small(second, wrap=True))


def _first(attempts: ContactAttempts) -> str:
    count = attempts.since_reached
    if not attempts.total and attempts.first_reached_on is None:
        return _("Nothing tried yet")
    if not count:
        return _("Reached at the last attempt")
    text = ngettext("{count} attempt without an answer", "{count} attempts without an answer", count)
    return text.format(count=count)


def _second(found: FollowUpView) -> str:
    attempts, today = found.attempts, found.today
    said = []
    if attempts.silent_days:
        days = ngettext("silent for {count} day", "silent for {count} days", attempts.silent_days)
        said.append(days.format(count=attempts.silent_days))
    if attempts.first_reached_on is not None:
        first = _("first contact {date}").format(date=short_date(attempts.first_reached_on, today))
        before = attempts.attempts_before_first
        if before:
            after = ngettext("after {count} attempt", "after {count} attempts", before).format(count=before)
            first = f"{first} {after}"
        said.append(first)
    if attempts.next_on is not None:
        said.append(_("try again {date}").format(date=short_date(attempts.next_on, today)))
    return " · ".join(said)
