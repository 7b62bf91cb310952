"""The codes of time-outs for the school: only with agreement, logged, and nothing of why in it."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from eletdesk import clock
from eletdesk.desk.code_lines_export import export_code_lines
from eletdesk.desk.desk import Desk
from eletdesk.domain.consent import ConsentGiver, ConsentPurpose
from eletdesk.domain.referral import Disclosure
from eletdesk.domain.school_calendar import Community, SchoolYear
from eletdesk.errors import InvalidInputError, ReasonNeededError
from eletdesk.operations.consents import record_consent
from eletdesk.operations.time_outs import change_time_out, record_time_out
from eletdesk.queries.live_rows import live_rows
from tests.desks import add_noor, make_desk

YEAR = SchoolYear(2026, Community.flemish)
Case = tuple[Desk, str, str, Path]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    clock.use_clock(lambda: datetime(2026, 11, 23, 9, 30))  # noqa: DTZ001 - the wall clock has no zone
    desk = make_desk(tmp_path / "desk")
    noor = add_noor(desk)
    row = desk.run(
        noor, record_time_out,
        starts_on=date(2026, 11, 16), ends_on=date(2026, 11, 17), note="conflict thuis",
    )  # fmt: skip
    yield desk, noor, row.id, tmp_path / "codes.xlsx"
    desk.close()
    clock.use_clock(None)


def releases(desk: Desk) -> list[str]:
    return [kind for (kind,) in desk.file.rows("SELECT kind FROM release")]


def test_without_the_directors_agreement_it_says_so_and_nothing_leaves(case: Case) -> None:
    """Rule 8: code P needs the agreement of the director (agodi.be, codes since 1 September 2019)."""
    desk, noor, _row, path = case
    with pytest.raises(InvalidInputError) as refused:
        export_code_lines(desk, noor, YEAR, path, recipient="TA De Linde", reason="x")
    assert "directie" in str(refused.value)
    assert not path.exists()
    assert releases(desk) == []


def test_the_lines_are_written_and_logged_in_case_and_desk(case: Case) -> None:
    """Rules 8 and 14: half-days with code P; receiver, purpose and consent are kept."""
    desk, noor, row, path = case
    desk.run(noor, change_time_out, row, is_director_agreed=True)
    with pytest.raises(ReasonNeededError):
        export_code_lines(desk, noor, YEAR, path, recipient="TA De Linde")
    desk.run(
        noor, record_consent,
        purpose=ConsentPurpose.share_with_school, given_by=ConsentGiver.young_person,
        given_on=date(2026, 11, 1), name="Noor",
    )  # fmt: skip
    export_code_lines(desk, noor, YEAR, path, recipient="TA De Linde")
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    lines = [row for row in sheet if row[4] == "P"]
    assert [(line[2], line[3]) for line in lines] == [
        (date(2026, 11, 16), "Voormiddag"), (date(2026, 11, 16), "Namiddag"),
        (date(2026, 11, 17), "Voormiddag"), (date(2026, 11, 17), "Namiddag"),
    ]  # fmt: skip
    assert not any("conflict" in str(cell) for row in sheet for cell in row)
    (sent,) = desk.read(noor, live_rows, Disclosure)
    assert (sent.recipient, sent.kind, sent.is_recipient_bound) == ("TA De Linde", "absence_codes", False)
    assert sent.consent_id is not None
    assert sent.content == path.read_bytes()
    assert releases(desk) == ["absence_codes"]
