"""What a stage still asks for before a pathway enters it."""

from datetime import date

from sqlmodel import Session

from eletdesk.domain.pathway import Pathway
from eletdesk.errors import NotFoundError
from eletdesk.programmes.definition import Gate, Programme
from eletdesk.programmes.rules import missing_for
from eletdesk.queries.pathway_facts import pathway_facts


def stage_gaps(
    session: Session, pathway_id: str, programme: Programme, to_stage: str, on: date
) -> tuple[Gate, ...]:
    """Return the gates that are not met on a day, those of stages passed over included (rules 1 and 2)."""
    pathway = session.get(Pathway, pathway_id)
    if pathway is None or pathway.deleted_at is not None:
        raise NotFoundError
    return missing_for(programme, to_stage, pathway_facts(session, pathway, on), pathway.stage)
