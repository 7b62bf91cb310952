"""Which pathway and which enrolment count as the present ones: decided here, and in the register's order."""

from sqlalchemy import text
from sqlmodel import Session, col, select

from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.pathway import Pathway
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.own_programme import kept_programme
from eletdesk.queries.present_order import PRESENT_ENROLMENT, PRESENT_PATHWAY


def pathways_in_order(session: Session) -> list[Pathway]:
    """Return all pathways: those that run first, the last started first; the first is the present one."""
    rows = session.exec(
        select(Pathway).where(col(Pathway.deleted_at).is_(None)).order_by(text(PRESENT_PATHWAY))
    )
    return list(rows)


def present_pathway(session: Session, pathway_id: str = "") -> Pathway | None:
    """Return the pathway that is looked at: the one named when it is there, else the present one."""
    pathways = pathways_in_order(session)
    named = [pathway for pathway in pathways if pathway.id == pathway_id]
    return next(iter(named or pathways), None)


def open_pathway(session: Session) -> Pathway | None:
    """Return the pathway that runs; None when the last one is closed."""
    pathway = present_pathway(session)
    return None if pathway is None or pathway.closed_on is not None else pathway


def present_enrolment(session: Session) -> Enrolment | None:
    """Return where the young person is enrolled now, or was last."""
    return session.exec(
        select(Enrolment).where(col(Enrolment.deleted_at).is_(None)).order_by(text(PRESENT_ENROLMENT))
    ).first()


def programme_in_case(session: Session, pathway: Pathway) -> Programme | None:
    """Return the programme of a pathway from the text that travels with the case; None without one."""
    code, version = pathway.programme_code, pathway.programme_version
    kept = session.connection().execute(
        text("SELECT value FROM kept WHERE id = :id"), {"id": f"programme:{code}:{version}"}
    )
    found = kept.scalar()
    return None if found is None else kept_programme(str(found), f"{code}.toml")
