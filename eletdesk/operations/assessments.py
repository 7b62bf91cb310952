"""Keep how it goes in the domains of somebody's life, in the eyes of one person."""

from datetime import date
from typing import Any

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.assessment import Assessment
from eletdesk.domain.goal import Perspective
from eletdesk.errors import InvalidInputError
from eletdesk.operations.finding import row_of, write_changes
from eletdesk.programmes.law.life_domains import HIGHEST_SCORE, LOWEST_SCORE, life_domains
from eletdesk.translation import _


def record_assessment(
    session: Session,
    /,
    *,
    scores: dict[str, int],
    assessed_on: date | None = None,
    seen_by: Perspective = Perspective.young_person,
    note: str = "",
    is_confidential: bool = False,
) -> Assessment:
    """Record scores from 0 to 10 by domain; a domain that was not talked about is left out."""
    row = Assessment(
        assessed_on=assessed_on or clock.today(),
        seen_by=seen_by,
        scores=_checked(scores, known=()),
        note=note.strip(),
        is_confidential=is_confidential,
    )
    session.add(row)
    return row


def change_assessment(session: Session, /, assessment_id: str, **changes: Any) -> Assessment:
    """Change an assessment; scores in a domain that left the list are kept when they are given again."""
    row = row_of(session, Assessment, assessment_id)
    if "scores" in changes:
        changes = changes | {"scores": _checked(changes["scores"], known=tuple(row.scores))}
    write_changes(row, changes)
    return row


def _checked(scores: dict[str, int], known: tuple[str, ...]) -> dict[str, int]:
    """Return the scores in the order of the list, or say what is wrong with them."""
    if not scores:
        raise InvalidInputError("scores", _("Give a number in at least one domain."))
    order = [domain.code for domain in life_domains()]
    for code, score in scores.items():
        if code not in order and code not in known:
            raise InvalidInputError("scores", _("This domain is not in the list."))
        if not isinstance(score, int) or not LOWEST_SCORE <= score <= HIGHEST_SCORE:
            raise InvalidInputError("scores", _("Give a number from 0 to 10."))
    return {code: scores[code] for code in (*order, *known) if code in scores}
