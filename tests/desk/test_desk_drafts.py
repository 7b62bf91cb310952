"""Drafts outside any case: kept, replaced, dropped, and never with a national number."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eletdesk.desk.desk import Desk
from eletdesk.desk.drafts import desk_draft, drop_desk_draft, keep_desk_draft
from tests.desks import make_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


def test_the_last_draft_of_a_form_is_kept_until_it_is_dropped(desk: Desk) -> None:
    for text in ("noor", "noor gesprek"):
        keep_desk_draft(desk, "quick line", {"line": text})
    draft = desk_draft(desk, "quick line")
    assert draft is not None
    assert draft.values == {"line": "noor gesprek"}
    drop_desk_draft(desk, "quick line")
    assert desk_draft(desk, "quick line") is None


def test_a_draft_keeps_no_national_number(desk: Desk) -> None:
    keep_desk_draft(desk, "quick line", {"line": "nr 85.07.30-033.28 mama bellen"})
    draft = desk_draft(desk, "quick line")
    assert draft is not None
    assert draft.values == {"line": "nr … mama bellen"}
