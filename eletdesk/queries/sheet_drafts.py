"""Find the draft of one form, or the form of one draft."""

from sqlmodel import Session, col, select

from eletdesk.domain.draft import Draft


def draft_of(session: Session, form: str) -> Draft | None:
    """Return what was typed in a form and not saved."""
    return session.exec(select(Draft).where(Draft.form == form, col(Draft.deleted_at).is_(None))).first()


def form_of_draft(session: Session, draft_id: str) -> str:
    """Return the name of the form that a draft belongs to; empty when it is gone."""
    draft = session.get(Draft, draft_id)
    return "" if draft is None else draft.form
