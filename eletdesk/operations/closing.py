"""Close a pathway together with the date of its closing round table, as one step."""

from datetime import date

from sqlmodel import Session

from eletdesk.domain.pathway import StageChange
from eletdesk.operations.pathways import change_pathway, close_pathway
from eletdesk.programmes.definition import Programme


def close_after_round_table(
    session: Session,
    pathway_id: str,
    *,
    programme: Programme,
    outcome: str,
    on: date,
    closing_round_table_on: date | None = None,
    outcome_note: str = "",
    reason: str = "",
) -> StageChange:
    """Keep the date of the round table and close; without that date it asks why (rule 2).

    A programme that asks for no round table leaves the date as it is.
    """
    if asks_round_table(programme):
        change_pathway(session, pathway_id, closing_round_table_on=closing_round_table_on)
        session.flush()
    return close_pathway(
        session, pathway_id,
        programme=programme, outcome=outcome, on=on, outcome_note=outcome_note, reason=reason,
    )  # fmt: skip


def asks_round_table(programme: Programme) -> bool:
    """Tell whether a programme asks for a closing round table before a pathway is closed (rule 2)."""
    return any(gate.needs == "round_table_on" for gate in programme.final_stage.gates)
