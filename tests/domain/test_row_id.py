import time
import uuid
from pathlib import Path

import pytest

from eletdesk.domain.row_id import new_id


def test_ids_sort_as_they_were_made_and_never_repeat() -> None:
    made = [new_id() for _time in range(20_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)
    assert {uuid.UUID(one).version for one in made} == {7}
    assert {uuid.UUID(one).variant for one in made} == {uuid.RFC_4122}


def test_an_id_tells_its_moment() -> None:
    before = time.time_ns() // 1_000_000
    moment = uuid.UUID(new_id()).int >> 80
    assert before - 1 <= moment <= time.time_ns() // 1_000_000 + 1


def test_a_clock_that_is_put_back_does_not_turn_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    first = new_id()
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    second, third = new_id(), new_id()
    assert first < second < third


def test_answers_of_one_day_count_in_the_order_they_were_given(tmp_path: Path) -> None:
    from datetime import date

    from eletdesk.domain.consent import ConsentGiver, ConsentPurpose, ConsentState
    from eletdesk.operations.consents import record_consent
    from eletdesk.queries.consent_gap import last_answer
    from eletdesk.storage.case_file import CaseFile, CaseKeys

    case = CaseFile.create(tmp_path / "one.eletcase", "one", CaseKeys.of("one", bytes(range(32))))
    states = [ConsentState.given, ConsentState.refused] * 20
    with case.transaction("record_consent", "Sara") as session:
        for state in states:
            record_consent(
                session,
                purpose=ConsentPurpose.guidance,
                given_by=ConsentGiver.parent,
                given_on=date(2026, 11, 20),
                state=state,
            )
            session.flush()
            answer = last_answer(session, ConsentPurpose.guidance, date(2026, 11, 22))
            assert answer is not None
            assert answer.state is state
    case.close()
