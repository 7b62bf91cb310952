"""Remember what leaves the desk: when, what kind of thing and which one, never what it says."""

import hashlib
import json
from typing import TYPE_CHECKING, Any

from eletdesk import clock
from eletdesk.domain.row_id import new_id

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk


def remember_release(desk: "Desk", kind: str, payload: dict[str, Any]) -> None:
    """Write down that something leaves; before it does, because a trace too many is better than none."""
    text = json.dumps(payload, default=str)
    with desk.busy, desk.file.transaction() as execute:
        execute("INSERT INTO release VALUES (?, ?, ?, ?)", (new_id(), clock.now().isoformat(), kind, text))


def copy_of_document(desk: "Desk", case_id: str, document_id: str) -> bytes:
    """Return a document for a copy outside the desk."""
    from eletdesk.queries.kept_files import document_content  # noqa: PLC0415

    content = desk.read(case_id, document_content, document_id)
    _remember_copy(desk, "document", case_id, document_id, content)
    return content


def copy_of_issued(desk: "Desk", case_id: str, disclosure_id: str) -> bytes:
    """Return a dossier that left earlier, for one more copy outside the desk."""
    from eletdesk.desk.dossier_files import issued_file  # noqa: PLC0415 - brings the PDF room along

    content = issued_file(desk, case_id, disclosure_id)
    _remember_copy(desk, "dossier", case_id, disclosure_id, content)
    return content


def _remember_copy(desk: "Desk", kind: str, case_id: str, row_id: str, content: bytes) -> None:
    digest = hashlib.sha256(content).hexdigest()
    remember_release(desk, kind, {"case": case_id, "row": row_id, "sha256": digest})
