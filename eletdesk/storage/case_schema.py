"""The tables of a case file, written out as SQL."""

from functools import cache
from typing import Any

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from eletdesk.domain.tables import METADATA, SUBJECTS
from eletdesk.storage.content_seal import ContentSeal

SCHEMA_VERSION = 1

#: Rows that belong to the case but to no subject: the programme definitions it was worked with.
KEPT_TABLE = "CREATE TABLE kept (id TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"

SEALED = (*(str(subject.__tablename__) for subject in SUBJECTS), "kept")
#: A draft is typing, not history.
NOT_JOURNALLED = frozenset({"draft", "kept"})


@cache
def statements() -> tuple[str, ...]:
    """Return the CREATE TABLE statements of the present schema version."""
    dialect = sqlite.dialect()
    tables = [str(CreateTable(table).compile(dialect=dialect)) for table in METADATA.sorted_tables]
    return (*tables, KEPT_TABLE)


def create_tables(connection: Any, seal: ContentSeal) -> None:
    """Make all tables and the seal inside the running transaction."""
    for statement in statements():
        connection.execute(statement)
    seal.create()
