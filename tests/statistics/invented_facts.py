"""Invented facts for the tests: any shape by hypothesis, or a caseload of a given mix."""

from datetime import date, timedelta

from hypothesis import strategies as st

from eletdesk.statistics.facts import Facts, PathwayFact, Period, PersonFact
from eletdesk.statistics.tables import Labels, Row, Table

PERIOD = Period(date(2026, 9, 1), date(2026, 12, 31))
LABELS = Labels(
    stages={"start": "Start", "plan": "Plan", "guidance": "Guidance"},
    genders={"female": "Girl", "male": "Boy", "other": "Other"},
    reasons={"social": "Social", "emotional": "Emotional", "legal": "Legal"},
    outcomes={"school": "Back to school", "work": "Work", "stopped": "Stopped"},
)


def _days() -> st.SearchStrategy[date]:
    return st.dates(date(2026, 6, 1), date(2027, 2, 28))


@st.composite
def any_facts(draw: st.DrawFn, most: int = 12) -> Facts:
    """Facts of any shape: unknown codes, several pathways, missing people, closed before they started."""
    people = tuple(
        PersonFact(
            f"case-{number}",
            draw(st.none() | st.dates(date(1995, 1, 1), date(2016, 12, 31))),
            draw(st.sampled_from(("female", "male", "other", "unknown", "", "new-code"))),
        )
        for number in range(draw(st.integers(0, most)))
    )
    pathways = tuple(
        PathwayFact(
            f"case-{draw(st.integers(0, most))}",
            f"pathway-{number}",
            "naft",
            draw(_days()),
            draw(st.none() | _days()),
            draw(st.sampled_from(("school", "work", "stopped", "", "new-code"))),
            tuple(draw(st.lists(st.sampled_from(("social", "emotional", "legal", "new-code")), max_size=3))),
            tuple(
                draw(
                    st.lists(
                        st.tuples(st.sampled_from(("start", "plan", "guidance", "new-code")), _days()),
                        max_size=3,
                    )
                )
            ),
        )
        for number in range(draw(st.integers(0, most)))
    )
    return Facts(people, pathways)


@st.composite
def large_facts(draw: st.DrawFn) -> Facts:
    """Facts made in groups of like young people, so that many tables are safe and some just not."""
    people: list[PersonFact] = []
    pathways: list[PathwayFact] = []
    for _group in range(draw(st.integers(1, 8))):
        gender = draw(st.sampled_from(("female", "male", "other")))
        birth_on = draw(st.sampled_from((date(2009, 5, 1), date(2011, 5, 1), date(2013, 5, 1))))
        stage = draw(st.sampled_from(("start", "plan", "guidance")))
        reasons = tuple(draw(st.lists(st.sampled_from(("social", "emotional", "legal")), unique=True)))
        outcome = draw(st.sampled_from(("", "", "school", "work")))
        for _person in range(draw(st.integers(1, 14))):
            case_id = f"case-{len(people)}"
            people.append(PersonFact(case_id, birth_on, gender))
            started_on = PERIOD.first_day + timedelta(days=len(people))
            closed_on = PERIOD.last_day if outcome else None
            stages = ((stage, started_on),)
            pathways.append(
                PathwayFact(case_id, case_id, "naft", started_on, closed_on, outcome, reasons, stages)
            )
    return Facts(tuple(people), tuple(pathways))


def table_of(
    *counts: int, code: str = "gender", is_overlapping: bool = False, total: int | None = None
) -> Table:
    """A table with the counts given."""
    rows = tuple(Row(f"row-{place}", f"Row {place}", count) for place, count in enumerate(counts))
    in_all = sum(counts) if total is None else total
    return Table(code, "Title", ("Title", "Young people"), rows, in_all, "", "young people", is_overlapping)
