"""Rule 11: the zorgwekkend dossier to AGODI, and what care, absences and goals give to a dossier."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from eletdesk.domain.absence import Absence
from eletdesk.domain.contact_moment import ContactMedium
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.referral import Disclosure, Referral
from eletdesk.domain.time_out import TimeOutKind
from eletdesk.errors import InvalidInputError
from eletdesk.operations import goals, referrals
from eletdesk.operations.care_steps import record_care_step
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.pathways import change_pathway
from eletdesk.operations.sessions import record_session
from eletdesk.operations.time_outs import record_time_out
from eletdesk.programmes.dossier_kinds import load_dossier_kinds, newest_dossier_kinds
from eletdesk.queries.dossier.compose import compose_dossier, parts_to_fill, prefill_section
from eletdesk.queries.dossier.draft import SectionPrefill
from eletdesk.queries.live_rows import live_rows
from eletdesk.storage.case_file import CaseFile
from tests.referral_case import KIND as NAFT
from tests.referral_case import TODAY, filled_case, refer, run

KIND = load_dossier_kinds()["agodi_zorgwekkend", 1]
PDF = b"%PDF-1.7 a dossier"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    yield from filled_case(tmp_path)


def start(case: CaseFile, **details: Any) -> str:
    return str(run(case, referrals.start_referral, kind=KIND, recipient="AGODI", **details).id)


def prefilled(case: CaseFile, referral_id: str, section: str, kind: Any = KIND) -> SectionPrefill:
    with case.reading() as session:
        return prefill_section(session, kind, section, session.get_one(Referral, referral_id))


def to_fill(case: CaseFile, referral_id: str) -> list[str]:
    with case.reading() as session:
        states = parts_to_fill(session, session.get_one(Referral, referral_id), KIND)
        return [state.code for state in states]


def write(case: CaseFile, referral_id: str, section: str, text: str) -> None:
    run(case, referrals.write_section, referral_id, kind=KIND, section=section, text=text)


def try_steps(case: CaseFile) -> None:
    run(
        case, record_care_step,
        phase="phase_1", actor="school", by_whom="Mevr. Peeters", what="Volgkaart", effect="Hielp kort.",
        started_on=date(2026, 2, 2), ended_on=date(2026, 3, 20),
    )  # fmt: skip
    run(
        case, record_care_step,
        phase="phase_2", actor="external", by_whom="CAW", what="Gesprekken over thuis",
        started_on=date(2026, 6, 4),
    )  # fmt: skip
    run(
        case, record_care_step,
        phase="phase_2", actor="clb", what="Geheim", started_on=date(2026, 6, 5), is_confidential=True,
    )  # fmt: skip


def test_rule_11_three_parts_each_required() -> None:
    """Rule 11. Source: agodi.be and 5dok.net: situation, chronology, motivation."""
    assert [(part.code, part.is_required) for part in KIND.sections] == [
        ("situation", True),
        ("chronology", True),
        ("motivation", True),
    ]
    assert KIND.needs_all_parts
    assert "agodi.be" in KIND.basis.source.place
    assert KIND.basis.is_sure


def test_rule_11_it_leaves_only_when_all_three_parts_are_filled(case: CaseFile) -> None:
    """Rule 11. Source: agodi.be: a zorgwekkend dossier can be made only when three parts are filled."""
    pathway_id = case_pathway(case)
    run(case, change_pathway, pathway_id, question="")
    referral_id = start(case)
    assert to_fill(case, referral_id) == ["situation", "chronology", "motivation"]
    for section, left in (
        ("motivation", ["situation", "chronology"]),
        ("situation", ["chronology"]),
        ("chronology", []),
    ):
        with pytest.raises(InvalidInputError) as caught:
            run(case, referrals.mark_sent, referral_id, kind=KIND, content=PDF)
        assert caught.value.field == "section"
        write(case, referral_id, section, "Iets wat uitgelegd is.")
        assert to_fill(case, referral_id) == left
    sent = run(case, referrals.mark_sent, referral_id, kind=KIND, content=PDF)
    assert (sent.is_draft, sent.consent_id, sent.sections) == (
        False,
        None,
        ["situation", "chronology", "motivation"],
    )


def test_rule_11_a_part_that_is_kept_home_is_not_filled(case: CaseFile) -> None:
    """Rule 11. Source: agodi.be: all three parts go along."""
    referral_id = start(case)
    for section in ("situation", "chronology", "motivation"):
        write(case, referral_id, section, "Uitgelegd.")
    run(case, referrals.share_section, referral_id, kind=KIND, section="motivation", is_shared=False)
    assert to_fill(case, referral_id) == ["motivation"]
    with pytest.raises(InvalidInputError):
        run(case, referrals.mark_sent, referral_id, kind=KIND, content=PDF)
    with case.reading() as session:
        assert session.exec(select(Disclosure)).all() == []


def test_another_dossier_may_leave_as_a_draft(case: CaseFile) -> None:
    with case.reading() as session:
        referral = session.get_one(Referral, refer(case))
        assert parts_to_fill(session, referral, NAFT) == ()


def case_pathway(case: CaseFile) -> str:
    with case.reading() as session:
        return live_rows(session, Pathway)[0].id


def test_rule_11_the_chronology_names_school_clb_and_external(case: CaseFile) -> None:
    """Rule 11. Source: agodi.be: an overview in time of the steps of school, CLB and external services."""
    try_steps(case)
    with case.transaction("programme", "An") as session:
        live_rows(session, Pathway)[0].programme_code = "clb_truancy"
        for day in range(7, 12):
            session.add(Absence(absent_on=date(2026, 9, day), code="B", school="Lyceum De Kade"))
    run(
        case,
        record_session,
        held_on=date(2026, 9, 20),
        minutes=50,
        title="Gesprek",
        note="Vertelt over thuis.",
    )
    run(case, record_session, held_on=date(2026, 9, 21), minutes=50, note="Geheim", is_confidential=True)
    run(case, record_contact, happened_on=date(2026, 9, 22), medium=ContactMedium.phone, with_whom="school")
    run(
        case, record_time_out,
        starts_on=date(2026, 10, 5), ends_on=date(2026, 10, 6), kind=TimeOutKind.temporary_exclusion,
    )  # fmt: skip
    run(case, record_time_out, starts_on=date(2026, 10, 12), ends_on=date(2026, 10, 16))
    referral_id = start(case)
    lines = prefilled(case, referral_id, "chronology").text.splitlines()
    assert [line for line in lines if "halve dag" not in line] == [
        "2 februari 2026 – 20 maart 2026 · School: Volgkaart (Mevr. Peeters). Effect: Hielp kort.",
        "4 juni 2026 · Externe dienst: Uitbreiding van zorg (CAW)",
        "20 september 2026 · CLB: Gesprek",
        "22 september 2026 · CLB: Telefoon met school",
        "5 – 6 oktober 2026 · School: Tijdelijke uitsluiting: 4 halve lesdagen",
        "12 – 16 oktober 2026 · Externe dienst: Time-out NAFT: 9 halve lesdagen",
    ]
    assert "11 september 2026 · School: 5 halve dagen problematisch (2026-2027)" in lines
    assert "Geheim" not in "\n".join(lines)
    assert "Vertelt" not in "\n".join(lines)
    run(case, referrals.set_recipient, referral_id, recipient="AGODI", is_recipient_bound=True)
    assert "Vertelt over thuis." in prefilled(case, referral_id, "chronology").text
    assert "Gesprekken over thuis (CAW)" in prefilled(case, referral_id, "chronology").text


def test_in_another_programme_the_worker_is_an_external_service(case: CaseFile) -> None:
    run(case, record_session, held_on=date(2026, 11, 20), minutes=50, title="Gesprek")
    text = prefilled(case, start(case), "chronology").text
    assert text == "20 november 2026 · Externe dienst: Gesprek"


def test_the_situation_says_who_and_how_much_absence(case: CaseFile) -> None:
    with case.transaction("absences", "An") as session:
        for day, code in ((7, "B"), (8, "B"), (9, "Z")):
            session.add(Absence(absent_on=date(2026, 9, day), code=code))
    rows = dict(prefilled(case, start(case), "situation").rows)
    assert rows["Naam"] == "Mathis Lambert"
    assert rows["Afwezig 2026-2027"] == "2 halve dagen problematisch (B 2, Z 1)"
    assert dict(prefilled(case, refer(case), "school_career", NAFT).rows)["Afwezig 2026-2027"]


def test_the_dossier_to_naft_takes_over_care_and_goals(case: CaseFile) -> None:
    try_steps(case)
    run(case, goals.add_goal, text="Elke week sporten", life_domain="leisure")
    run(case, goals.add_goal, text="Thuis minder ruzie", life_domain="family")
    run(case, goals.add_goal, text="vier voormiddagen aanwezig.")
    referral_id = refer(case)
    assert prefilled(case, referral_id, "already_done", NAFT).bullets == (
        "2 februari 2026 – 20 maart 2026 · 1 · Verhoogde zorg · School: Volgkaart (Mevr. Peeters). "
        "Effect: Hielp kort.",
        "4 juni 2026 · 2 · Uitbreiding van zorg · Externe dienst: Gesprekken over thuis (CAW)",
    )
    text = prefilled(case, referral_id, "goals", NAFT).text
    assert text.splitlines()[2:] == ["Elke week sporten", "Thuis minder ruzie"]
    run(case, referrals.set_recipient, referral_id, recipient="School", is_recipient_bound=False)
    assert "ruzie" not in prefilled(case, referral_id, "goals", NAFT).text
    assert "over thuis" not in "".join(prefilled(case, referral_id, "already_done", NAFT).bullets)


def test_the_paper_has_three_titles_and_a_list_in_time(case: CaseFile) -> None:
    try_steps(case)
    with case.reading() as session:
        dossier = compose_dossier(session, session.get_one(Referral, start(case)), KIND)
    assert [section.title for section in dossier.sections] == [
        "Situatieschets",
        "Chronologisch overzicht",
        "Motivering",
    ]
    assert dossier.sections[1].is_numbered
    assert dossier.signatures == ("De afzender",)
    assert dossier.is_draft
    assert dossier.made_on == TODAY


def test_kinds_that_suit_the_programme_stand_first() -> None:
    kinds = load_dossier_kinds()
    assert newest_dossier_kinds(kinds, "clb_truancy")[0].code == "agodi_zorgwekkend"
    assert newest_dossier_kinds(kinds, "naft")[-1].code == "agodi_zorgwekkend"
    assert KIND.suits("clb_truancy")
    assert not KIND.suits("naft")
    assert NAFT.suits("naft")
