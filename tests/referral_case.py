"""A real encrypted case file with a young person, a pathway and a network, to make dossiers from."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.network_member import MemberRole
from eletdesk.domain.referral import Referral
from eletdesk.domain.row_id import new_id
from eletdesk.operations.pathways import start_pathway
from eletdesk.operations.people import add_member, enrol, register_person
from eletdesk.operations.referrals import start_referral
from eletdesk.programmes.dossier_kinds import DossierKind, load_dossier_kinds
from eletdesk.programmes.reading import load_programmes
from eletdesk.queries.dossier.compose import compose_dossier, prefill_section, readiness
from eletdesk.queries.dossier.draft import DossierSection, PickableItems, ReadyState, SectionPrefill
from eletdesk.queries.dossier.items import pickable_items
from eletdesk.storage.case_file import CaseFile, CaseKeys

TODAY = date(2026, 11, 23)
KIND = load_dossier_kinds()["naft", 1]


def bare_case(folder: Path) -> CaseFile:
    """Make a case file with nothing in it."""
    case_id = new_id()
    return CaseFile.create(folder / f"{case_id}.eletcase", case_id, CaseKeys.of(case_id, bytes(range(32))))


def filled_case(folder: Path) -> Iterator[CaseFile]:
    """Give a filled case file on 23 November 2026, and close it afterwards."""
    clock.use_clock(lambda: datetime(2026, 11, 23, 11, 48))  # noqa: DTZ001
    case = bare_case(folder)
    run(case, fill)
    yield case
    case.close()


def fill(session: Session) -> None:
    register_person(
        session,
        given_name="Mathis",
        family_name="Lambert",
        birth_on=date(2011, 3, 4),
        postcode="1070",
        place="Anderlecht",
        home_language="Frans, Nederlands",
        strengths="Sterk in tekenen en techniek.",
    )
    enrol(
        session,
        school="Lyceum De Kade",
        year_label="2A",
        attest="A-attest",
        started_on=date(2025, 9, 1),
        ended_on=date(2026, 8, 31),
    )
    enrol(
        session,
        school="Lyceum De Kade",
        year_label="3de jaar",
        study="Mechanica",
        started_on=date(2026, 9, 1),
    )
    enrol(
        session,
        school="Basisschool",
        year_label="1A",
        started_on=date(2024, 9, 2),
        ended_on=date(2025, 8, 31),
    )
    add_member(session, name="Claire Lambert", role=MemberRole.mother, phone="0470 00 00 00")
    add_member(session, name="Tante Sophie", role=MemberRole.family)
    add_member(session, name="Els", role=MemberRole.youth_help, organisation="CAW")
    start_pathway(
        session,
        programme=load_programmes()["naft", 1],
        started_on=date(2026, 11, 11),
        reasons=["social", "personal"],
        question="Afwezig in de namiddag.",
        goals="Vier voormiddagen aanwezig.\n2. Een beroep verkennen.",
        referrer="An Declercq",
        referrer_centre="CLB De Brug",
        referred_on=date(2026, 11, 10),
        mode="preventive",
    )


def refer(case: CaseFile, **details: Any) -> str:
    with case.transaction("start_referral", "An") as session:
        return start_referral(session, kind=KIND, recipient="Groeikracht vzw", **details).id


def run(case: CaseFile, operation: Any, *args: Any, **details: Any) -> Any:
    with case.transaction(operation.__name__, "An") as session:
        return operation(session, *args, **details)


def section_of(
    case: CaseFile, referral_id: str, code: str, kind: DossierKind = KIND
) -> DossierSection | None:
    with case.reading() as session:
        dossier = compose_dossier(session, session.get_one(Referral, referral_id), kind)
    return next((section for section in dossier.sections if section.code == code), None)


def prefill(case: CaseFile, referral_id: str, code: str, language: str = "") -> SectionPrefill:
    with case.reading() as session:
        return prefill_section(session, KIND, code, session.get_one(Referral, referral_id), language)


def states(case: CaseFile, referral_id: str) -> dict[str, tuple[ReadyState, str]]:
    with case.reading() as session:
        found = readiness(session, session.get_one(Referral, referral_id), KIND)
    return {state.code: (state.state, state.why) for state in found}


def items(case: CaseFile, referral_id: str) -> PickableItems:
    with case.reading() as session:
        return pickable_items(session, session.get_one(Referral, referral_id))


def values_of(filled: SectionPrefill) -> list[str]:
    return [value for _label, value in filled.rows]


def everything(case: CaseFile, referral_id: str) -> str:
    with case.reading() as session:
        return repr(compose_dossier(session, session.get_one(Referral, referral_id), KIND))


def is_draft(case: CaseFile, referral_id: str) -> bool:
    with case.reading() as session:
        return compose_dossier(session, session.get_one(Referral, referral_id), KIND).is_draft
