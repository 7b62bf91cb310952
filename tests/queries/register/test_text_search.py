"""Words in notes are found without accents, and also when they are spelt almost so."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from eletdesk.desk.desk import Desk
from eletdesk.desk.found_texts import text_of_hit
from eletdesk.operations.documents import add_document
from eletdesk.operations.sessions import record_session
from eletdesk.queries.register.text_search import find_texts, meant_words, snippet
from eletdesk.queries.register.views import search_texts
from tests.desks import add_noor, make_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def note(desk: Desk, case_id: str, text: str, on: date = date(2026, 11, 10), secret: bool = False) -> str:
    naft = desk.programmes[("naft", 1)]
    return desk.run(
        case_id, record_session, held_on=on, minutes=45, note=text, programme=naft, is_confidential=secret
    ).id


def found(desk: Desk, words: str) -> list[str]:
    return [hit.row_id for hit in desk.ask(find_texts, words).hits]


def test_accents_capitals_ligatures_and_turkish_dots_do_not_matter(desk: Desk) -> None:
    case_id = add_noor(desk)
    row = note(desk, case_id, "Élève ÇELİK en Aydın bezoeken het cœur van de Straße")
    for words in ("eleve", "élève", "celik", "aydin", "AYDIN", "coeur", "cœur", "strasse"):
        assert found(desk, words) == [row], words


def test_the_newest_comes_first_however_many_there_are(desk: Desk) -> None:
    case_id = add_noor(desk)
    rows = [note(desk, case_id, "bakkerij", date(2026, 10, day)) for day in (9, 20, 3)]
    assert [hit.row_id for hit in desk.ask(search_texts, "bakkerij", 2)] == [rows[1], rows[0]]


@pytest.mark.parametrize(
    "typed",
    [
        "bakekrij",
        "bakerij",
        "bakkkerij",
        "bakkerij",
        "abkkerij",
        "bakkrei",
        "bekkerij",
        "vakkerij",
        "bakkezij",
    ],
)
def test_a_slip_still_finds_the_note_and_says_what_was_meant(desk: Desk, typed: str) -> None:
    case_id = add_noor(desk)
    row = note(desk, case_id, "Proefdraaien in de bakkerij")
    result = desk.ask(find_texts, typed)
    assert [hit.row_id for hit in result.hits] == [row]
    assert result.meant == ("" if typed == "bakkerij" else "bakkerij")


def test_each_word_of_a_search_is_put_right_by_itself(desk: Desk) -> None:
    case_id = add_noor(desk)
    note(desk, case_id, "Conflict met de leerkracht praktijk")
    assert desk.ask(meant_words, "lerkracht prakijk") == "leerkracht praktijk"
    assert desk.ask(meant_words, "leerkracht praktijk") == ""


def test_short_words_numbers_and_words_that_are_far_off_are_left_alone(desk: Desk) -> None:
    case_id = add_noor(desk)
    note(desk, case_id, "mama belt in 2026 over de bakkerij")
    for words in ("2025", "slagerij", "xyz", "oma"):
        assert desk.ask(meant_words, words) == "", words


def test_what_is_found_as_typed_goes_before_what_may_be_meant(desk: Desk) -> None:
    case_id = add_noor(desk)
    for day in range(1, 6):
        note(desk, case_id, "een stage", date(2026, 10, day))
    result = desk.ask(find_texts, "stage")
    assert (len(result.hits), result.meant) == (5, "")


def test_a_removed_word_is_no_longer_meant(desk: Desk) -> None:
    from eletdesk.operations.bin import delete_row

    case_id = add_noor(desk)
    row = note(desk, case_id, "kanariewoord")
    assert desk.ask(meant_words, "kanarivoord") == "kanariewoord"
    desk.run(case_id, delete_row, "guidance_session", row)
    assert desk.ask(meant_words, "kanarivoord") == ""


def test_names_of_documents_are_found(desk: Desk) -> None:
    case_id = add_noor(desk)
    row = desk.run(case_id, add_document, name="Attest_stage-plaats.pdf", content=b"%PDF-1.4").id
    assert found(desk, "plaats") == [row]
    assert found(desk, "atest") == [row]


def test_the_text_of_a_hit_comes_from_the_case_and_never_when_it_is_confidential(desk: Desk) -> None:
    case_id = add_noor(desk)
    note(desk, case_id, "De bakkerij belt terug")
    note(desk, case_id, "Een geheim over de slagerij", secret=True)
    (open_hit,) = desk.ask(search_texts, "bakkerij")
    (secret,) = desk.ask(search_texts, "slagerij")
    assert "bakkerij belt" in str(text_of_hit(desk, open_hit))
    assert text_of_hit(desk, secret) is None


LONG = (
    "Een lange zin voor wie het weten wil: de élève wil naar de bakkerij en dan naar huis "
    "om te rusten in de stad"
)


@pytest.mark.parametrize(
    ("body", "words", "piece"),
    [
        ("Kort", "kort", "Kort"),
        (LONG, "eleve", "… voor wie het weten wil: de élève wil naar de bakkerij en dan naar huis om te …"),
        ("regel een\nregel twee", "twee", "regel een regel twee"),
        ("niets daarvan", "zzz", "niets daarvan"),
        ("cœur et âme", "ame", "cœur et âme"),
        ("de e\u0301le\u0300ve", "eleve", "de e\u0301le\u0300ve"),
        ("", "x", ""),
    ],
)
def test_a_snippet_shows_the_words_where_they_stand(body: str, words: str, piece: str) -> None:
    assert snippet(body, words) == piece
