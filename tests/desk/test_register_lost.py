"""The register is a projection: whatever became of it, the desk opens, closes and makes it again."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from eletdesk.desk.desk import Desk
from eletdesk.desk.opening import open_desk
from eletdesk.desk.refresh import rebuild_register
from eletdesk.queries.register.views import index_cards
from eletdesk.storage.connection import FileKind, create
from eletdesk.storage.keys import derive
from tests.desks import PASSPHRASE, add_noor, make_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


@pytest.mark.parametrize(
    "statement", ["SELECT 1", "CREATE TABLE use_mark (is_open)", "CREATE TABLE card (x)"]
)
def test_a_register_of_which_only_the_beginning_was_written_is_made_again(desk: Desk, statement: str) -> None:
    """What a crash leaves between making the file and making its tables."""
    add_noor(desk)
    before = desk.ask(index_cards)
    desk.close()
    path = desk.folder / "register.db"
    path.unlink()
    key = derive(desk.key, "register.db")
    with closing(create(path, key, kind=FileKind.REGISTER, version=1)) as unfinished:
        unfinished.execute(statement)
    again = open_desk(desk.folder, PASSPHRASE)
    assert again.ask(index_cards) == before
    again.close()


def test_a_desk_closes_and_gives_its_lock_back_when_the_register_cannot_be_written(desk: Desk) -> None:
    add_noor(desk)
    before = desk.ask(index_cards)
    desk.register.connection.execute("PRAGMA query_only=ON")
    desk.close()
    again = open_desk(desk.folder, PASSPHRASE)
    assert again.ask(index_cards) == before
    again.close()


def test_a_register_that_cannot_be_written_any_more_can_be_made_again(desk: Desk) -> None:
    add_noor(desk)
    before = desk.ask(index_cards)
    desk.register.connection.execute("PRAGMA query_only=ON")
    assert rebuild_register(desk) == 1
    assert desk.ask(index_cards) == before
