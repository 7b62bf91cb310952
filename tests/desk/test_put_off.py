"""A matter that was put off waits until its day, and not longer."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk.desk import Desk
from eletdesk.desk.put_off import matters_put_off, put_off, take_up
from eletdesk.errors import InvalidInputError
from tests.desks import make_desk


def go_to(on: date) -> None:
    clock.use_clock(lambda: datetime(on.year, on.month, on.day, 9, 0))  # noqa: DTZ001 - a wall clock


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give an empty desk on 23 November 2026."""
    go_to(date(2026, 11, 23))
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def test_it_waits_until_the_day_and_is_back_on_it(desk: Desk) -> None:
    put_off(desk, "a:silent:", date(2026, 11, 30), " op kamp ")
    assert matters_put_off(desk)["a:silent:"].reason == "op kamp"
    go_to(date(2026, 11, 29))
    assert list(matters_put_off(desk)) == ["a:silent:"]
    go_to(date(2026, 11, 30))
    assert matters_put_off(desk) == {}


def test_it_can_be_taken_up_earlier(desk: Desk) -> None:
    put_off(desk, "a:silent:", date(2026, 11, 30), "op kamp")
    put_off(desk, "b:draft:", date(2026, 12, 1), "later")
    take_up(desk, "a:silent:")
    assert list(matters_put_off(desk)) == ["b:draft:"]


def test_what_is_over_is_not_kept(desk: Desk) -> None:
    put_off(desk, "a:silent:", date(2026, 11, 24), "morgen")
    go_to(date(2026, 11, 25))
    put_off(desk, "b:draft:", date(2026, 12, 1), "later")
    assert "a:silent:" not in desk.file.setting("put_off")


@pytest.mark.parametrize(
    ("until", "reason", "field"),
    [(date(2026, 11, 23), "x", "until"), (None, "x", "until"), (date(2026, 11, 24), "  ", "reason")],
)
def test_it_asks_for_a_day_to_come_and_a_reason(
    desk: Desk, until: date | None, reason: str, field: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        put_off(desk, "a:silent:", until, reason)
    assert refused.value.field == field
    assert matters_put_off(desk) == {}


def test_screens_hear_of_it(desk: Desk) -> None:
    heard: list[frozenset[str]] = []
    desk.subscriptions.subscribe(lambda changes: heard.append(changes.subjects))
    put_off(desk, "a:silent:", date(2026, 11, 30), "op kamp")
    assert heard == [frozenset({"setting"})]
