"""What the young person does now and did before, outside the programme."""

from functools import partial

from PySide6.QtWidgets import QWidget

from eletdesk.domain.spoken_dates import short_date
from eletdesk.queries.follow_up_view import FollowUpView
from eletdesk.translation import _, ngettext
from ui.follow_up.actions import FollowUpActions
from ui.follow_up.rows import situation_row
from ui.widgets.banner import Banner
from ui.widgets.buttons import soft
from ui.widgets.card import Card
from ui.widgets.labels import small


class SituationCard(Card):
    """The present situation first; who left school without a clock is told to start one."""

    def __init__(self, do: FollowUpActions, parent: QWidget | None = None) -> None:
        super().__init__(_("Situation"), parent=parent)
        self._do = do
        self._present_id = ""
        self.add_action(soft(_("Write down a situation"), do.add_situation, icon_name="add", sz="s"))

    def show_follow_up(self, found: FollowUpView) -> None:
        """Show the situations of a case."""
        self.clear()
        present = found.situation.id if found.situation else ""
        self._present_id = present
        if found.left_on is not None and found.is_of_age is not False:
            on = short_date(found.left_on, found.today)
            text = _("Left school on {date}. Does the Youth Guarantee clock run?").format(date=on)
            banner = Banner(text, tone="warn", action=_("Start the clock"), on_action=self._do.start_clock)
            self.add(banner)
        erase = partial(self._do.erase, "situation")
        for row in found.situations:
            self.add_row(
                situation_row(
                    row, self._do.edit_situation, partial(_erase, erase), is_present=row.id == present
                )
            )
        if not found.situations:
            self.add(
                small(_("Nothing is written down yet: at school, at work, looking for work?"), wrap=True)
            )
        if found.spells:
            self.add(small(_say_spells(found), wrap=True))

    def edit_present(self) -> None:
        """Change the present situation, or write down the first one."""
        if self._present_id:
            self._do.edit_situation(self._present_id)
        else:
            self._do.add_situation()


def _erase(erase: partial[None], row_id: str) -> None:
    erase(row_id, _("Situation"))


def _say_spells(found: FollowUpView) -> str:
    days = sum(spell.days for spell in found.spells)
    count = len(found.spells)
    said = ngettext("{count} day", "{count} days", days).format(count=days)
    spells = ngettext("in {count} spell", "in {count} spells", count).format(count=count)
    return _("Out of education: {days} {spells}").format(days=said, spells=spells)
