"""A demo desk with forty invented young people; every date hangs on today."""

from datetime import date, time, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from eletdesk import clock
from eletdesk.desk.cases import open_cases
from eletdesk.desk.demo.goals import fill_care, fill_goals
from eletdesk.desk.demo.groups import fill_groups
from eletdesk.desk.demo.people import FIRST_NAMES, LAST_NAMES, NOTES, SCHOOLS, STUDIES, TASKS
from eletdesk.desk.demo.school import fill_absences, fill_after, fill_school
from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import NewCase, fill_case, present_programme
from eletdesk.desk.opening import DeskOwner, create_desk
from eletdesk.programmes.definition import Programme
from eletdesk.storage.slots import Kdf

if TYPE_CHECKING:
    from sqlmodel import Session

DEMO_PASSPHRASE = "vijf rustige woorden voor oefenen"  # noqa: S105 - everybody may know it
PEOPLE = 40
_SEED = 20261123
_STAGE_OF = (
    "uitvoering", "vraagverheldering", "plan", "uitvoering", "aanmelding", "afsluitend_rondetafelgesprek",
    "opvolging", "afgesloten",
)  # fmt: skip
_AGES = (16, 14, 15, 17, 18, 16, 14, 15, 17, 19)
"""Who is where, and how old: so that no stage and no age band of forty people counts one to four."""


def make_demo_desk(folder: Path, people: int = PEOPLE, kdf: Kdf | None = None) -> Desk:
    """Make a desk in which everybody is invented, and say so in the desk itself."""
    owner = DeskOwner("Sara Maes", "NAFT-coach", "Groeikracht", "Demo")
    desk = create_desk(folder, DEMO_PASSPHRASE, None, owner, is_demo=True, kdf=kdf)
    fill_demo_desk(desk, people)
    return desk


def fill_demo_desk(desk: Desk, people: int = PEOPLE, notes: int | None = None) -> None:
    """Open invented cases in one step; notes fixes how many sessions each case has."""
    programme = present_programme(desk, "naft")
    random = Random(_SEED)  # noqa: S311 - invented people, no secret
    fills = [_fill(Random(random.random()), index, programme, notes) for index in range(people)]  # noqa: S311
    opened = open_cases(desk, fills, operation="demo")
    fill_groups(desk, opened.case_ids)
    with desk.file.transaction() as execute:
        execute("DELETE FROM step")


def _fill(random: Random, index: int, programme: Programme, notes: int | None) -> Any:
    today = clock.today()
    stage = _STAGE_OF[index % len(_STAGE_OF)]
    behind = [one.code for one in programme.stages if not one.is_optional].index(stage)
    started = today - timedelta(days=random.randint(4, 12) + behind * 19)
    person = _person(random, index, today)

    def fill(session: "Session") -> None:
        fill_case(session, person, programme, started)
        _history(session, random, programme, started, notes, index)
        _stages(session, random, programme, started, stage)
        chance = Random(index)  # noqa: S311 - apart, so that the rest stays as it was
        fill_care(session, chance, started)
        fill_school(session, chance)
        fill_absences(session, chance, index)
        fill_after(session, chance, is_closed=stage == "afgesloten")
        if behind > 1:
            fill_goals(session, chance, started)

    return fill


_PLACES = (
    ("1070", "Anderlecht"), ("1080", "Molenbeek"), ("1500", "Halle"),
    ("1800", "Vilvoorde"), ("2060", "Antwerpen"), ("9000", "Gent"),
)  # fmt: skip


def _person(random: Random, index: int, today: date) -> NewCase:
    gender, given = FIRST_NAMES[index % len(FIRST_NAMES)]
    family = LAST_NAMES[(index * 7 + index // len(LAST_NAMES)) % len(LAST_NAMES)]
    age = _AGES[index % len(_AGES)]
    year, study, finality = random.choice(STUDIES)
    postcode, place = random.choice(_PLACES)
    return NewCase(
        person={
            "given_name": given, "family_name": family, "gender": gender,
            "birth_on": today - timedelta(days=age * 365 + random.randint(5, 360)),
            "is_belgian": random.random() < 0.75,
            "home_language": random.choice(("Nederlands", "Nederlands", "Frans", "Turks", "Arabisch")),
            "postcode": postcode, "place": place,
        },
        enrolment={
            "school": random.choice(SCHOOLS), "year_label": year, "study": study, "finality": finality,
        },
        members=(
            {"name": f"{random.choice(('Fatma', 'Claire', 'An', 'Elif'))} {family}", "role": "mother",
             "phone": "0470 12 34 56", "reach_note": "na 16 u"},
            {"name": "Koen Peeters", "role": "school_contact", "organisation": "leerlingenbegeleiding"},
            {"name": "An Declercq", "role": "clb_counsellor", "organisation": "CLB De Brug"},
        ),
        pathway={
            "reasons": random.sample(("social", "emotional", "pedagogical", "personal"), 2),
            "question": "Opnieuw ritme en zin vinden in school.", "referrer": "An Declercq",
            "referrer_centre": "CLB De Brug",
        },
    )  # fmt: skip


def _history(
    session: "Session", random: Random, programme: Programme, started: date, notes: int | None, index: int
) -> None:
    from eletdesk.domain.consent import ConsentGiver, ConsentPurpose  # noqa: PLC0415
    from eletdesk.operations.consents import record_consent  # noqa: PLC0415

    today = clock.today()
    if random.random() < 0.85:
        for purpose in (ConsentPurpose.guidance, ConsentPurpose.share_with_naft):
            record_consent(
                session, purpose=purpose, given_by=ConsentGiver.both, given_on=started, is_written=True
            )
    _moments(session, random, programme, started, notes)
    _ahead(session, random, today, index)


def _stages(session: "Session", random: Random, programme: Programme, started: date, stage: str) -> None:
    from eletdesk.domain.pathway import Pathway  # noqa: PLC0415
    from eletdesk.operations.pathways import change_pathway, close_pathway, move_stage  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

    today = clock.today()
    pathway = live_rows(session, Pathway)[0]
    goals = "1. Vier van de vijf voormiddagen aanwezig.\n2. Eén beroep verkennen met een proefdag."
    change_pathway(session, pathway.id, goals=goals, referred_on=started)
    codes = [one.code for one in programme.stages if not one.is_optional and not one.is_final]
    is_closed = stage not in codes
    on = started
    for code in codes[1 : len(codes) if is_closed else codes.index(stage) + 1]:
        on = min(on + timedelta(days=random.randint(9, 19)), today)
        change_pathway(session, pathway.id, closing_round_table_on=on)
        move_stage(session, pathway.id, programme=programme, to_stage=code, on=on, reason="afgesproken")
    if is_closed:
        outcome = random.choice([outcome.code for outcome in programme.outcomes[:5]])
        close_pathway(
            session, pathway.id, programme=programme, outcome=outcome, on=today, reason="afgesproken"
        )


def _moments(
    session: "Session", random: Random, programme: Programme, started: date, notes: int | None
) -> None:
    from eletdesk.domain.contact_moment import ContactMedium  # noqa: PLC0415
    from eletdesk.domain.guidance_session import Attendance  # noqa: PLC0415
    from eletdesk.operations.contacts import record_contact  # noqa: PLC0415
    from eletdesk.operations.sessions import record_session  # noqa: PLC0415

    days = max((clock.today() - started).days, 1)
    count = notes if notes is not None else random.randint(1, 3 + days // 8)
    silent = random.choice((0, 1, 1, 2, 2, 3, 4, 5, 6, 9, 17, 33))
    for number in range(count):
        ago = silent if number == 0 else random.randint(silent, max(days, silent))
        on = max(started, clock.today() - timedelta(days=ago))
        if random.random() < 0.75:
            is_missed = number > 0 and random.random() < 0.1
            attendance = Attendance.no_show if is_missed else Attendance.attended
            record_session(
                session, held_on=on, minutes=random.choice((30, 45, 50, 60, 90)), programme=programme,
                note=random.choice(NOTES), attendance=attendance,
                topics=[random.choice(("stage", "welbevinden"))],
                is_confidential=random.random() < 0.08,
            )  # fmt: skip
        else:
            record_contact(
                session, happened_on=on, with_whom="mama", medium=random.choice(list(ContactMedium)),
                minutes=10, note=random.choice(NOTES), is_reached=random.random() < 0.8,
            )  # fmt: skip


def _ahead(session: "Session", random: Random, today: date, index: int) -> None:
    from eletdesk.domain.time_out import TimeOutKind  # noqa: PLC0415
    from eletdesk.operations.sessions import plan_session  # noqa: PLC0415
    from eletdesk.operations.tasks import add_task  # noqa: PLC0415
    from eletdesk.operations.time_outs import record_time_out  # noqa: PLC0415

    if index % 8 == 0:
        at = time(9 + (index // 8) * 2 % 8, 15 * (index // 8 % 3))
        plan_session(session, held_on=today, starts_at=at, minutes=45, title="Gesprek")
    if index % 3 == 0:
        add_task(session, title=random.choice(TASKS), due_on=today + timedelta(days=random.randint(0, 12)))
    if index % 9 == 1:
        record_time_out(
            session, kind=TimeOutKind.naft, starts_on=today - timedelta(days=random.randint(3, 9)),
            ends_on=today + timedelta(days=random.randint(2, 9)), agreed_with="leerlingenbegeleider en mama",
            is_director_agreed=True, note="Voormiddag bij NAFT, namiddag thuis.",
        )  # fmt: skip
