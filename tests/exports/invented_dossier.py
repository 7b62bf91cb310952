"""A dossier about an invented young person."""

from datetime import date

from eletdesk.exports.dossier_content import DossierContent, DossierSection

NAME = "Mathis Lambert"


def section(**parts: object) -> DossierSection:
    return DossierSection(**{"code": "part", "title": "Onderdeel", **parts})  # type: ignore[arg-type]


def dossier(*sections: DossierSection, **other: object) -> DossierContent:
    parts: dict[str, object] = {
        "kind": "naft_referral",
        "language": "nl",
        "title": "Verwijsdossier NAFT",
        "young_person": NAME,
        "made_by": "An Declercq",
        "organisation": "CLB De Brug",
        "recipient": "Groeikracht vzw",
        "made_on": date(2026, 11, 23),
        "sections": sections or (section(rows=(("Naam", NAME),), paragraphs=("Een gewone zin.",)),),
        "is_draft": False,
        "has_secrecy_note": True,
        "case_title": "ML 2026-014",
        "signatures": ("De jongere", "Een ouder"),
    }
    return DossierContent(**{**parts, **other})  # type: ignore[arg-type]
