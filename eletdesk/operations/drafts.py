"""Keep what is being typed."""

from sqlmodel import Session, col, select

from eletdesk import clock
from eletdesk.domain.draft import Draft


def keep_draft(session: Session, *, form: str, values: dict[str, str]) -> Draft:
    """Keep the present content of a form; one draft a form."""
    draft = session.exec(select(Draft).where(Draft.form == form, col(Draft.deleted_at).is_(None))).first()
    if draft is None:
        draft = Draft(form=form, saved_at=clock.now())
        session.add(draft)
    draft.values = dict(values)
    draft.saved_at = clock.now()
    return draft


def drop_draft(session: Session, *, form: str) -> None:
    """Forget a draft whose form was saved or cleared."""
    for draft in session.exec(select(Draft).where(Draft.form == form)):
        session.delete(draft)
