"""The copy of a file that a young person or a parent asked for: made in memory, written down, handed over."""

import hashlib
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.desk.releases import remember_release
from eletdesk.exports.pdf.dossier import render_dossier
from eletdesk.exports.pdf.protect import protect_pdf

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk
    from eletdesk.queries.inspection_copy import Asker


def preview_inspection_copy(desk: "Desk", case_id: str, asker: "Asker", language: str) -> bytes:
    """Return the copy as a PDF in memory; nothing is written anywhere."""
    from eletdesk.queries.inspection_copy import inspection_copy  # noqa: PLC0415

    content = desk.read(
        case_id, inspection_copy, asker, clock.today(),
        language=language, made_by=desk.worker, organisation=str(desk.file.setting("organisation", "")),
    )  # fmt: skip
    return render_dossier(content)


def issue_inspection_copy(
    desk: "Desk", case_id: str, asker: "Asker", language: str, *, password: str = ""
) -> bytes:
    """Return the copy that leaves; the desk remembers that it did, and its hash."""
    pdf = preview_inspection_copy(desk, case_id, asker, language)
    content = protect_pdf(pdf, password) if password else pdf
    digest = hashlib.sha256(content).hexdigest()
    remember_release(desk, "inspection_copy", {"case": case_id, "sha256": digest})
    return content
