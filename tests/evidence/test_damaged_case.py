"""A damaged case file: every changed bit and every cut is found when it is opened, and told as damage."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from eletdesk.errors import MissingFileError
from eletdesk.storage.case_file import CaseFile
from tests.evidence.stored_case import (
    PAGE,
    StoredCase,
    desk_with_notes,
    flipped,
    page_starts,
    plain_verdict,
    stored,
    verdict,
)
from tests.figures import Figure

FLIPS, SEED = 1000, 20261122


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> StoredCase:
    desk, case_id = desk_with_notes(tmp_path_factory.mktemp("damage") / "desk")
    case = stored(desk, case_id)
    desk.close()
    return case


@pytest.fixture
def case(made: StoredCase) -> Iterator[StoredCase]:
    """Give the file as it was, and see that no reader left anything beside it."""
    yield made
    made.path.write_bytes(made.content)
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]


def flips(case: StoredCase) -> list[bytes]:
    chance = Random(SEED)
    return [
        flipped(case.content, chance.randrange(len(case.content)), chance.randrange(8)) for _ in range(FLIPS)
    ]


def test_the_file_is_real(case: StoredCase) -> None:
    assert len(case.notes) == 20
    assert sum(len(note) > PAGE for note in case.notes.values()) == 4
    assert verdict(case, case.content) == "right"


def test_a_thousand_flipped_bits_are_all_found(case: StoredCase, figure: Figure) -> None:
    found = Counter(verdict(case, content) for content in flips(case))
    figure("flipped bits", dict(found))
    assert found == {"DamagedFileError": FLIPS}


def test_without_the_checks_flipped_bits_are_missed(case: StoredCase, figure: Figure) -> None:
    """Negative control: the same flips, read with the right key and nothing else."""
    found: Counter[str] = Counter()
    for content in flips(case)[:300]:
        case.path.write_bytes(content)
        found[plain_verdict(case)] += 1
    figure("of 300 flips, without checks", dict(found))
    assert found["right"] > 0


def test_without_the_checks_a_damaged_page_gives_wrong_text(case: StoredCase, figure: Figure) -> None:
    """Negative control: where the last page of an answer is damaged, SQLCipher gives it without an error."""
    found: Counter[str] = Counter()
    for start in page_starts(case.content):
        damaged = flipped(case.content, start + PAGE // 2, 0)
        case.path.write_bytes(damaged)
        found[plain_verdict(case)] += 1
        assert verdict(case, damaged) == "DamagedFileError"
    figure("each page damaged once, without checks", dict(found))
    assert found["WRONG TEXT"] > 0


def test_every_cut_at_a_page_is_found(case: StoredCase, figure: Figure) -> None:
    found = Counter(verdict(case, case.content[:start]) for start in page_starts(case.content))
    figure("cuts at a page, 0 bytes among them", dict(found))
    assert found == {"DamagedFileError": case.pages}


def test_an_empty_file_stays_empty(case: StoredCase) -> None:
    assert verdict(case, b"") == "DamagedFileError"
    assert case.path.read_bytes() == b""


@pytest.mark.parametrize("what", ["noise", "zeros", "text", "a page behind", "half"])
def test_other_content_is_damage_and_kept(case: StoredCase, what: str) -> None:
    size = len(case.content)
    content = {
        "noise": Random(SEED).randbytes(size),
        "zeros": bytes(size),
        "text": b"Beste collega, zie bijlage. " * 2000,
        "a page behind": case.content + Random(SEED).randbytes(PAGE),
        "half": case.content[: size // 2 + 11],
    }[what]
    assert verdict(case, content) == "DamagedFileError"
    assert case.path.read_bytes() == content


def test_the_file_of_another_young_person_is_damage(case: StoredCase, tmp_path: Path) -> None:
    desk, other_id = desk_with_notes(tmp_path / "desk")
    other = stored(desk, other_id)
    desk.close()
    assert verdict(case, other.content) == "DamagedFileError"


def test_a_missing_file_is_missing_and_not_made(case: StoredCase) -> None:
    os.unlink(case.path)  # noqa: PTH108
    with pytest.raises(MissingFileError):
        CaseFile.open(case.path, case.case_id, case.keys)
    assert not case.path.exists()
