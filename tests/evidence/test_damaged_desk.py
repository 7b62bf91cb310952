"""A damaged desk file is refused as damage; a damaged register is made again and nobody notices."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from eletdesk.desk.opening import open_desk
from eletdesk.errors import DamagedFileError, EletdeskError
from eletdesk.queries.register.views import index_cards, search_texts
from eletdesk.storage.desk_file import DeskFile
from eletdesk.storage.keys import DeskKey, open_envelope
from tests.desks import PASSPHRASE, add_noor
from tests.evidence.stored_case import desk_with_notes, flipped, page_starts
from tests.figures import Figure

SEED = 20261122
FLIPS, OPENED_WHOLE, REGISTER_FLIPS = 300, 12, 25


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    desk, _case_id = desk_with_notes(tmp_path / "desk")
    add_noor(desk, "Ilyas", "Bensalem")
    desk.close()
    return tmp_path / "desk"


def bits(content: bytes, count: int) -> list[bytes]:
    chance = Random(SEED)
    return [flipped(content, chance.randrange(len(content)), chance.randrange(8)) for _ in range(count)]


def desk_file_verdict(path: Path, key: DeskKey, content: bytes) -> str:
    path.write_bytes(content)
    try:
        DeskFile.open(path, key).close()
    except EletdeskError as error:
        return type(error).__name__
    return "right"


def test_flipped_bits_and_cuts_in_the_desk_file_are_found(folder: Path, figure: Figure) -> None:
    path, key = folder / "desk.db", open_envelope(folder, PASSPHRASE)
    sound = path.read_bytes()
    assert desk_file_verdict(path, key, sound) == "right"
    found = Counter(desk_file_verdict(path, key, content) for content in bits(sound, FLIPS))
    cuts = Counter(desk_file_verdict(path, key, sound[:start]) for start in page_starts(sound))
    figure("flipped bits", dict(found))
    figure("cuts at a page", dict(cuts))
    assert found == {"DamagedFileError": FLIPS}
    assert set(cuts) == {"DamagedFileError"}


def test_opening_a_desk_says_damaged_and_never_wrong_passphrase(folder: Path) -> None:
    path, copy = folder / "desk.db", folder / "desk.db.bak"
    sound, sound_copy = path.read_bytes(), copy.read_bytes()
    copy.unlink()
    for content in [
        *bits(sound, OPENED_WHOLE),
        b"",
        sound[: len(sound) // 2],
        Random(SEED).randbytes(len(sound)),
    ]:
        path.write_bytes(content)
        with pytest.raises(DamagedFileError):
            open_desk(folder, PASSPHRASE)
        assert path.read_bytes() == content
        copy.write_bytes(sound_copy)
        opened = open_desk(folder, PASSPHRASE)
        assert opened.ask(index_cards)
        opened.close()
        copy.unlink()
    path.write_bytes(sound)
    open_desk(folder, PASSPHRASE).close()


def test_a_damaged_register_is_made_again_silently(folder: Path, figure: Figure) -> None:
    desk = open_desk(folder, PASSPHRASE)
    cards, hits = desk.ask(index_cards), desk.ask(search_texts, "proefdraaien")
    desk.close()
    path = folder / "register.db"
    sound = path.read_bytes()
    damaged = bits(sound, REGISTER_FLIPS)
    damaged += [sound[:start] for start in list(page_starts(sound))[::8]]
    damaged += [b"", Random(SEED).randbytes(len(sound)), b"text" * 5000]
    for content in damaged:
        path.write_bytes(content)
        again = open_desk(folder, PASSPHRASE)
        assert again.ask(index_cards) == cards
        assert set(again.ask(search_texts, "proefdraaien")) == set(hits)
        assert again.problems == {}
        again.close()
    figure("damaged registers made again", len(damaged))
