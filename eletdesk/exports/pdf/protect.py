"""Put a password on a PDF."""

import io

from eletdesk.errors import InvalidInputError
from eletdesk.translation import _


def protect_pdf(pdf: bytes, password: str) -> bytes:
    """Return the PDF encrypted with AES-256; only the password opens it; its description is hidden too."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415

    if not password:
        raise InvalidInputError("password", _("Type a password for the document."))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(user_password=password, owner_password=None, algorithm="AES-256")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
