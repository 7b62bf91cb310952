"""The clocks: an offer within four months, and a look after 6, 12 and 18 months."""

from PySide6.QtWidgets import QWidget

from eletdesk.operations.follow_ups import EXIT
from eletdesk.programmes.law.youth_guarantee import youth_guarantee
from eletdesk.queries.follow_up_view import FollowUpView
from eletdesk.queries.follow_ups import FollowUpLine
from eletdesk.translation import _
from ui.case.reading import CaseView
from ui.case.source_note import say_basis
from ui.follow_up.actions import FollowUpActions
from ui.follow_up.rows import term_row
from ui.widgets.buttons import secondary, soft
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.labels import caption, small


class TermsCard(Card):
    """Open terms first, with the days that are left and the source of each."""

    def __init__(self, do: FollowUpActions, parent: QWidget | None = None) -> None:
        super().__init__(_("Terms"), parent=parent)
        self._do = do
        self._lines: dict[str, FollowUpLine] = {}
        self.add_action(soft(_("Start a clock"), do.start_clock, icon_name="add", sz="s"))

    def show_follow_up(self, found: FollowUpView, view: CaseView) -> None:
        """Show the terms of a case."""
        self.clear()
        self._lines = {line.row_id: line for line in found.lines}
        for line in found.lines:
            self.add_row(term_row(line, self._do.record, self._erase))
        if not found.lines:
            self.add(
                small(_("No clock runs. One starts when school is left, or when guidance ends."), wrap=True)
            )
        if found.is_of_age is False and found.limit is not None:
            ages = _("The Youth Guarantee is meant for ages {first} to {last}.")
            last = found.limit.until_age - 1
            self.add(small(ages.format(first=found.limit.from_age, last=last), wrap=True))
            self.add(caption(say_basis(found.limit.basis), wrap=True))
        pathway = view.head.pathway
        looks = {term.code for term in youth_guarantee().terms if term.starts == EXIT}
        has_looks = any(line.clock in looks for line in found.lines)
        if pathway is not None and pathway.closed_on is not None and not has_looks:
            text = _("Follow up after 6, 12 and 18 months")
            place = Flow(gap=6)
            place.add(secondary(text, self._do.start_looks, icon_name="aftercare", sz="s"))
            self.add(place)

    def _erase(self, row_id: str) -> None:
        self._do.erase("follow_up", row_id, self._lines[row_id].label)
