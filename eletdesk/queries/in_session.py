"""Run a plain statement in the file of an open session, for queries that the register shares."""

from collections.abc import Iterable
from typing import Any

from sqlmodel import Session

from eletdesk.queries.standing import Execute


def execute_in(session: Session) -> Execute:
    """Return what runs a statement in this session; what was changed before is written first."""

    def execute(sql: str) -> Iterable[Any]:
        session.flush()
        return session.connection().exec_driver_sql(sql)

    return execute
