"""The calendar file is read back by another reader's rules: right hours, private, and nobody named."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from eletdesk import clock, translation
from eletdesk.desk.calendar_export import CalendarChoice, calendar_entries, export_calendar
from eletdesk.desk.desk import Desk
from eletdesk.domain.guidance_session import Attendance
from eletdesk.errors import InvalidInputError
from eletdesk.exports.calendar import CalendarEntry, write_calendar
from eletdesk.operations.sessions import plan_session, record_session
from eletdesk.operations.tasks import add_task, finish_task
from eletdesk.operations.time_outs import record_time_out
from tests.desks import add_noor, make_desk

NOW = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - the wall clock of the test
TODAY = NOW.date()
CHOICE = CalendarChoice(TODAY, TODAY + timedelta(weeks=30))
CANARIES = ("Noortje", "Kanariegeel", "Geheimzinnig", "Fatma", "zorgelijk")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a desk with one young person and a little of everything that is planned."""
    clock.use_clock(lambda: NOW)
    translation.use_language("nl")
    opened = make_desk(tmp_path / "desk")
    case = add_noor(opened, "Noortje", "Kanariegeel")
    opened.run(
        case, plan_session,
        held_on=date(2026, 11, 24), starts_at=time(14, 0), minutes=60, title="Geheimzinnig", note="zorgelijk",
    )  # fmt: skip
    opened.run(case, plan_session, held_on=date(2026, 11, 25), minutes=30)
    opened.run(case, add_task, title="Fatma bellen", due_on=date(2026, 11, 26))
    opened.run(
        case, record_time_out,
        starts_on=TODAY, ends_on=date(2026, 11, 27), return_meeting_on=date(2026, 11, 30), note="zorgelijk",
    )  # fmt: skip
    opened.run(
        case, record_session, held_on=TODAY, minutes=45, attendance=Attendance.attended, note="zorgelijk"
    )
    yield opened
    opened.close()


def written(desk: Desk, tmp_path: Path, choice: CalendarChoice = CHOICE) -> str:
    export_calendar(desk, choice, tmp_path / "agenda.ics")
    return (tmp_path / "agenda.ics").read_bytes().decode("utf-8")


def parts(text: str | bytes, name: str) -> list[Any]:
    """Return the parts of a calendar with one name."""
    return list(Calendar.from_ical(text).walk(name))


def unfolded(text: str) -> str:
    """Join lines that were folded at 75 octets, so that no name hides in a fold."""
    return re.sub(r"\r\n[ \t]", "", text)


def test_it_reads_back_with_the_same_days_and_hours(desk: Desk, tmp_path: Path) -> None:
    calendar = written(desk, tmp_path)
    events = {str(one["SUMMARY"]): one for one in parts(calendar, "VEVENT")}
    starts = sorted(str(one["DTSTART"].dt) for one in parts(calendar, "VEVENT"))
    assert starts == ["2026-11-24 14:00:00+01:00", "2026-11-25", "2026-11-30"]
    timed = next(one for one in parts(calendar, "VEVENT") if "14:00" in str(one["DTSTART"].dt))
    assert timed["DTSTART"].params["TZID"] == "Europe/Brussels"
    assert timed["DURATION"].dt == timedelta(hours=1)
    meeting = events["Terugkeergesprek NK"]
    assert meeting["DTEND"].dt == date(2026, 12, 1)
    assert meeting["TRANSP"] == "TRANSPARENT"
    [todo] = parts(calendar, "VTODO")
    assert (todo["SUMMARY"], todo["STATUS"]) == ("Taak NK", "NEEDS-ACTION")
    assert todo["DUE"].dt == date(2026, 11, 26)


def test_nobody_is_named_and_nothing_is_told(desk: Desk, tmp_path: Path) -> None:
    text = unfolded(written(desk, tmp_path))
    assert not [word for word in CANARIES if word.casefold() in text.casefold()]
    assert "DESCRIPTION" not in text
    assert "LOCATION" not in text
    assert "ATTENDEE" not in text
    assert "ORGANIZER" not in text


def test_names_come_only_when_they_are_chosen_and_notes_never(desk: Desk, tmp_path: Path) -> None:
    choice = CalendarChoice(CHOICE.first, CHOICE.last, with_names=True)
    text = unfolded(written(desk, tmp_path, choice))
    assert "Noortje Kanariegeel" in text
    assert "Fatma bellen" in text
    assert "zorgelijk" not in text


def test_every_entry_is_private(desk: Desk, tmp_path: Path) -> None:
    calendar = written(desk, tmp_path)
    found = [*parts(calendar, "VEVENT"), *parts(calendar, "VTODO")]
    assert len(found) == 4
    assert {str(one["CLASS"]) for one in found} == {"PRIVATE"}
    assert all(one["DTSTAMP"].dt == datetime(2026, 11, 23, 8, 0, tzinfo=UTC) for one in found)


def test_the_names_of_entries_are_stable_and_say_nothing(desk: Desk, tmp_path: Path) -> None:
    first = [entry.uid for entry in calendar_entries(desk, CHOICE)]
    assert first == [entry.uid for entry in calendar_entries(desk, CHOICE)]
    assert len(set(first)) == len(first)
    kept = [str(row[0]) for row in desk.register.connection.execute("SELECT row_id FROM moment")]
    kept += [str(row[0]) for row in desk.register.connection.execute("SELECT case_id FROM card")]
    assert all(re.fullmatch(r"[0-9a-f]{32}", uid) for uid in first)
    assert not [one for one in kept if one.replace("-", "")[:8] in "".join(first)]


def test_another_desk_names_the_same_thing_otherwise(desk: Desk, tmp_path: Path) -> None:
    other = make_desk(tmp_path / "other")
    case = add_noor(other, "Noortje", "Kanariegeel")
    other.run(case, add_task, title="Fatma bellen", due_on=date(2026, 11, 26))
    mine = {entry.uid for entry in calendar_entries(desk, CHOICE)}
    assert not mine & {entry.uid for entry in calendar_entries(other, CHOICE)}
    other.close()


def test_what_left_is_remembered_before_it_leaves(desk: Desk, tmp_path: Path) -> None:
    text = written(desk, tmp_path)
    [(kind, payload)] = desk.file.rows("SELECT kind, payload FROM release")
    assert kind == "calendar"
    known = json.loads(payload)
    assert (known["entries"], known["names"]) == (4, False)
    assert "Noortje" not in payload
    assert len(known["sha256"]) == 64
    assert text


def test_tasks_can_stay_out_and_done_ones_always_do(desk: Desk, tmp_path: Path) -> None:
    choice = CalendarChoice(CHOICE.first, CHOICE.last, with_tasks=False)
    assert "VTODO" not in written(desk, tmp_path, choice)
    case_id = next(row[0] for row in desk.register.connection.execute("SELECT case_id FROM card"))
    found = desk.register.connection.execute("SELECT row_id FROM open_task WHERE title LIKE 'Fatma%'")
    task_id = next(row[0] for row in found)
    desk.run(case_id, finish_task, task_id)
    assert "VTODO" not in written(desk, tmp_path)


def test_days_without_anything_are_said(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError) as refused:
        export_calendar(desk, CalendarChoice(date(2030, 1, 1), date(2030, 1, 2)), tmp_path / "a.ics")
    assert refused.value.field == "last"
    with pytest.raises(InvalidInputError):
        export_calendar(desk, CalendarChoice(TODAY, TODAY - timedelta(days=1)), tmp_path / "a.ics")
    assert not (tmp_path / "a.ics").exists()
    assert desk.file.rows("SELECT * FROM release") == []


@pytest.mark.parametrize(
    ("on", "utc_hour"), [(date(2027, 3, 27), 13), (date(2027, 3, 28), 12), (date(2027, 10, 31), 13)]
)
def test_hours_follow_summer_time_with_the_zone_in_the_file(on: date, utc_hour: int) -> None:
    """Brussels: summer time from 28 March 2027, 02:00, to 31 October 2027, 03:00."""
    text = write_calendar([CalendarEntry("a", "Gesprek N.K.", on, time(14, 0), 45)], NOW)
    calendar = text
    [zone] = parts(calendar, "VTIMEZONE")
    assert str(zone["TZID"]) == "Europe/Brussels"
    [event] = parts(calendar, "VEVENT")
    assert event["DTSTART"].dt.astimezone(UTC).hour == utc_hour
    own = zone.to_tz()
    local = datetime.combine(on, time(14, 0))
    assert (
        local.replace(tzinfo=own).utcoffset() == local.replace(tzinfo=ZoneInfo("Europe/Brussels")).utcoffset()
    )


def test_a_hostile_title_stays_one_line_of_text() -> None:
    title = "x\r\nDESCRIPTION:geheim\nBEGIN:VEVENT\x00;,\\" + "lang " * 100
    text = write_calendar([CalendarEntry("a", title, TODAY)], NOW)
    calendar = text
    [event] = parts(calendar, "VEVENT")
    assert "DESCRIPTION" not in event
    assert len(str(event["SUMMARY"])) <= 200
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))


def test_a_session_without_length_takes_the_usual_time() -> None:
    calendar = write_calendar([CalendarEntry("a", "x", TODAY, time(9, 0))], NOW)
    [event] = parts(calendar, "VEVENT")
    assert event["DURATION"].dt == timedelta(minutes=45)
