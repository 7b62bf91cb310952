"""Make a referral dossier: a preview from memory, or the file that leaves, kept and logged."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from eletdesk.exports.dossier_content import DossierContent, DossierSection
from eletdesk.exports.pdf.dossier import render_dossier
from eletdesk.exports.pdf.protect import protect_pdf
from eletdesk.programmes.dossier_kinds import DossierKind, load_dossier_kinds, newest_dossier_kind

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.desk.desk import Desk
    from eletdesk.queries.dossier.draft import DossierDraft


@dataclass(frozen=True)
class IssuedDossier:
    """What left: the file itself, and the log line about it."""

    disclosure_id: str
    content: bytes = field(repr=False)
    sha256: str
    is_draft: bool


def dossier_kind(code: str, version: int) -> DossierKind:
    """Return one kind of dossier."""
    return load_dossier_kinds()[(code, version)]


def newest_kind(code: str) -> DossierKind:
    """Return the newest version of a kind of dossier."""
    return newest_dossier_kind(load_dossier_kinds(), code)


def preview_dossier(
    desk: "Desk",
    case_id: str,
    referral_id: str,
    language: str = "",
    typed: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """Return the dossier as a PDF in memory, as the receiver would see it; nothing is written anywhere.

    Typed are texts of sections that are on the screen and not kept yet.
    """
    return render_dossier(_content(desk.read(case_id, _draft, desk, referral_id, language, typed)))


def issue_dossier(
    desk: "Desk", case_id: str, referral_id: str, *, password: str = "", reason: str = "", language: str = ""
) -> IssuedDossier:
    """Make the file that leaves and keep it in the case with its hash, sections and consent.

    Raises ReasonNeededError when no consent to share holds and no reason is given. The log comes first: a
    file that left without a trace is worse than a trace of a file that did not leave.
    """
    from eletdesk.operations.referrals import mark_sent  # noqa: PLC0415

    with desk.busy:
        pdf = preview_dossier(desk, case_id, referral_id, language)
        content = protect_pdf(pdf, password) if password else pdf
        kind = desk.read(case_id, _kind_of, referral_id)
        sent = desk.run(
            case_id, mark_sent, referral_id,
            kind=kind, content=content, has_password=bool(password), language=language, reason=reason,
        )  # fmt: skip
        return IssuedDossier(sent.id, content, sent.sha256, sent.is_draft)


def issued_file(desk: "Desk", case_id: str, disclosure_id: str) -> bytes:
    """Return a file that left earlier, byte for byte."""
    return desk.read(case_id, _issued, disclosure_id)


def _issued(session: "Session", disclosure_id: str) -> bytes:
    from eletdesk.domain.referral import Disclosure  # noqa: PLC0415
    from eletdesk.operations.finding import row_of  # noqa: PLC0415

    return row_of(session, Disclosure, disclosure_id).content


def _kind_of(session: "Session", referral_id: str) -> DossierKind:
    from eletdesk.domain.referral import Referral  # noqa: PLC0415
    from eletdesk.operations.finding import row_of  # noqa: PLC0415

    referral = row_of(session, Referral, referral_id)
    return dossier_kind(referral.kind, referral.kind_version)


def _draft(
    session: "Session", desk: "Desk", referral_id: str, language: str, typed: Mapping[str, str]
) -> "DossierDraft":
    from eletdesk.domain.referral import Referral  # noqa: PLC0415
    from eletdesk.operations.finding import row_of  # noqa: PLC0415
    from eletdesk.queries.dossier.compose import compose_dossier  # noqa: PLC0415

    kept = row_of(session, Referral, referral_id)
    # A copy outside the session: what is typed is shown, never kept by looking at it.
    shown = Referral(**kept.model_dump() | {"texts": {**kept.texts, **typed}}) if typed else kept
    return compose_dossier(
        session,
        shown,
        _kind_of(session, referral_id),
        language=language,
        made_by=desk.worker,
        organisation=str(desk.file.setting("organisation", "")),
    )


def _content(draft: "DossierDraft") -> DossierContent:
    """Hand the composed dossier to the room that draws: both know the same fields."""
    values = asdict(draft)
    values["sections"] = tuple(DossierSection(**section) for section in values["sections"])
    return DossierContent(**values)
