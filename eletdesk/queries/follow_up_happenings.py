"""What the timeline shows of follow-up: what was found at a term, and each new situation."""

from collections.abc import Iterator

from sqlmodel import Session

from eletdesk.domain.follow_up import FollowUp
from eletdesk.domain.labels import label
from eletdesk.domain.situation import Situation
from eletdesk.programmes.law.youth_guarantee import youth_guarantee
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.timeline_item import TimelineItem
from eletdesk.translation import _


def follow_up_happenings(session: Session) -> Iterator[TimelineItem]:
    """Yield what was found at each term that is done."""
    rules = youth_guarantee()
    for row in live_rows(session, FollowUp):
        if row.done_on is None:
            continue
        term, finding = rules.term(row.clock), rules.finding(row.outcome)
        said = (term.label.said() if term else "", finding.label.said() if finding else row.outcome)
        detail = " · ".join(part for part in said if part)
        yield TimelineItem(
            "follow_up", row.id, "follow_up", row.done_on, None, _("Follow-up"), detail, row.note
        )


def situation_happenings(session: Session) -> Iterator[TimelineItem]:
    """Yield each situation on the day it began."""
    for row in live_rows(session, Situation):
        yield TimelineItem(
            "situation", row.id, "follow_up", row.since_on, None, _("Situation"),
            label("occupation", row.occupation), row.note,
        )  # fmt: skip
