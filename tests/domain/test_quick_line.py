"""The quick line: what it understands, what it leaves in the note, and that no word is ever lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eletdesk.domain.quick_line import (
    EntryKind,
    KnownPerson,
    PeopleIndex,
    QuickLine,
    QuickTask,
    complete_name,
    matching_people,
    parse_quick_line,
)
from eletdesk.translation import speaking

MONDAY = date(2026, 11, 23)
NOOR = KnownPerson("1", "Noor", "Verlinden")
SAM = KnownPerson("2", "Sam", "De Smet")
EMMA_P = KnownPerson("3", "Emma", "Peeters")
EMMA_C = KnownPerson("4", "Emma", "Claes")
JEAN = KnownPerson("5", "Jean-Baptiste", "Öztürk")
LAN = KnownPerson("6", "Lan", "Đỗ")
YASSINE = KnownPerson("7", "Yassine", "El Idrissi")
PEOPLE = PeopleIndex([NOOR, SAM, EMMA_P, EMMA_C, JEAN, LAN, YASSINE])


def read(text: str, default: KnownPerson | None = None) -> QuickLine:
    return parse_quick_line(text, PEOPLE, MONDAY, default)


def chips(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.role) for span in read(text).spans]


def test_the_line_of_the_design() -> None:
    text = "noor gesprek 45m ma stage besproken @mama bellen wo #stage"
    line = read(text)
    assert (line.person, line.kind, line.minutes, line.on) == (NOOR, EntryKind.session, 45, MONDAY)
    assert line.note == "stage besproken"
    assert line.task == QuickTask("mama bellen", date(2026, 11, 25))
    assert line.topics == ("stage",)
    assert (line.attended, line.member, line.candidates) == (True, None, ())
    assert chips(text) == [
        ("noor", "person"),
        ("gesprek", "kind"),
        ("45m", "minutes"),
        ("ma", "date"),
        ("@mama bellen wo", "task"),
        ("#stage", "topic"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "noor verlinden gesprek 45m vr goed gewerkt",
        "Gesprek met Noor, 45 min, vr: goed gewerkt",
        "vr 45m entretien avec VERLINDEN noor goed gewerkt",
        "session 45 noor v. 20/11 goed gewerkt",
        "20 nov verlinden 45m gesprek goed gewerkt",
    ],
)
def test_the_first_words_come_in_any_order_and_in_three_languages(text: str) -> None:
    line = read(text)
    assert (line.person, line.kind, line.minutes) == (NOOR, EntryKind.session, 45)
    assert (line.on, line.note) == (date(2026, 11, 20), "goed gewerkt")


def test_words_after_the_first_unknown_one_stay_in_the_note() -> None:
    line = read("noor gesprek over ma en 45m sam gesprek")
    assert (line.note, line.minutes, line.on) == ("over ma en 45m sam gesprek", None, MONDAY)
    assert read("noor gesprek 8u30 aangekomen").note == "8u30 aangekomen"
    assert read("noor gesprek 12 leerlingen").note == "12 leerlingen"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("noor huisbezoek", EntryKind.home_visit),
        ("noor visite à domicile", EntryKind.home_visit),
        ("noor home visit", EntryKind.home_visit),
        ("noor tel", EntryKind.call),
        ("noor appelé", EntryKind.call),
        ("noor sms", EntryKind.message),
        ("noor e-mail", EntryKind.message),
        ("noor réunion", EntryKind.meeting),
        ("noor nota", EntryKind.note),
        ("noor", EntryKind.session),
    ],
)
def test_kinds_are_known_with_and_without_accents(text: str, kind: EntryKind) -> None:
    assert (read(text).kind, read(text).note) == (kind, "")


@pytest.mark.parametrize(
    "words",
    ["niet gekomen", "no-show", "absent", "afwezig", "n'est pas venue", "n’est pas venu", "did not come"],
)
def test_not_coming_is_understood_among_the_first_words_only(words: str) -> None:
    assert not read(f"noor gesprek vr {words}").attended
    assert read(f"noor gesprek vr {words}").note == ""
    assert read(f"noor gesprek over vorige week {words}").attended


def test_a_name_that_several_people_have_chooses_nobody() -> None:
    line = read("emma gesprek 45m")
    assert (line.person, line.candidates) == (None, (EMMA_C, EMMA_P))
    with speaking("en"):
        assert read("emma gesprek").spans[0].label == "2 people with this name"
    assert read("emma c gesprek").person == EMMA_C
    assert read("peeters gesprek").person == EMMA_P
    assert read("nobody gesprek").person is None


def test_given_names_that_are_also_days_and_family_names_that_are_not() -> None:
    assert (read("sam gesprek").person, read("sam gesprek").on) == (SAM, MONDAY)
    assert read("sam gesprek sam").on == date(2026, 11, 21)
    assert (read("do gesprek").person, read("do gesprek").on) == (None, date(2026, 11, 19))
    assert read("lan do gesprek do").person == LAN


def test_hyphens_accents_and_names_of_two_words_are_free() -> None:
    for written in ("jean-baptiste", "Jean Baptiste", "jean", "ozturk", "Öztürk Jean-Baptiste"):
        assert read(f"{written} gesprek").person == JEAN, written
    assert read("el idrissi 45m").person == YASSINE


def test_the_person_at_hand_is_kept_unless_another_begins_the_line_or_is_named_in_full() -> None:
    assert read("gesprek 45m", NOOR).person == NOOR
    assert read("gesprek 45m", NOOR).spans[0].role == "kind"
    inside = read("gesprek 45m sam was erbij", NOOR)
    assert inside.person == NOOR
    assert read("sam gesprek 45m", NOOR).person == SAM
    assert read("gesprek emma peeters 45m", NOOR).person == EMMA_P
    assert read("emma gesprek", EMMA_P).person == EMMA_P


@pytest.mark.parametrize(
    ("text", "member", "kind", "note"),
    [
        ("noor bel mama 10m over stage", "mama", EntryKind.call, "over stage"),
        ("noor @mama gebeld 10m over stage", "mama", EntryKind.call, "over stage"),
        ("noor mama gebeld 10m over stage", "mama", EntryKind.call, "over stage"),
        ("noor gebeld met mama en papa 10m over stage", "mama en papa", EntryKind.call, "over stage"),
        ("noor appel sa mère 10m over stage", "mère", EntryKind.call, "over stage"),
        ("noor gesprek met mama 10m over stage", "mama", EntryKind.session, "over stage"),
        ("noor gesprek 10m gepraat met @mama", "mama", EntryKind.session, "gepraat met mama"),
    ],
)
def test_a_member_of_the_network_is_found(text: str, member: str, kind: EntryKind, note: str) -> None:
    line = read(text)
    assert (line.member, line.kind, line.note, line.minutes) == (member, kind, note, 10)
    assert line.task is None


def test_a_session_is_not_with_mama_because_she_is_in_the_note() -> None:
    line = read("noor gesprek mama komt niet meer")
    assert (line.member, line.note) == (None, "mama komt niet meer")


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("noor @mama bellen", QuickTask("mama bellen", None)),
        ("noor @mama bellen voor vr", QuickTask("mama bellen", date(2026, 11, 27))),
        ("noor @school morgen mailen over stage", QuickTask("school mailen over stage", date(2026, 11, 24))),
        ("noor @école appeler mardi", QuickTask("école appeler", date(2026, 11, 24))),
        ("noor @dad call by 20 nov", QuickTask("dad call", date(2027, 11, 20))),
        ("noor @clb verslag wo", QuickTask("clb verslag", date(2026, 11, 25))),
    ],
)
def test_somebody_with_a_verb_or_a_day_is_a_task(text: str, task: QuickTask) -> None:
    line = read(text)
    assert (line.task, line.kind, line.person) == (task, EntryKind.task, NOOR)


def test_what_has_happened_is_no_task() -> None:
    assert read("noor gesprek over stage @mama gebeld wo").task is None
    assert read("noor gesprek over stage @mama gebeld wo").note == "over stage mama gebeld wo"


def test_a_line_that_begins_with_task_is_a_task_and_looks_forward() -> None:
    with_day_behind = read("taak noor stagebedrijf bellen wo")
    with_day_before = read("noor wo taak stagebedrijf bellen")
    for line in (with_day_behind, with_day_before):
        assert (line.kind, line.person, line.on, line.note) == (EntryKind.task, NOOR, MONDAY, "")
        assert line.task == QuickTask("stagebedrijf bellen", date(2026, 11, 25))
    assert read("taak").task is None


def test_topics_leave_no_hole_in_a_sentence() -> None:
    line = read("noor gesprek praat over #stage en werk #thuis #stage")
    assert (line.topics, line.note) == (("stage", "thuis"), "praat over stage en werk")


def test_lines_of_the_note_stay_lines() -> None:
    assert read("noor gesprek 45m eerste regel\ntweede  regel").note == "eerste regel\ntweede  regel"


def test_a_name_is_finished_by_its_beginning_then_by_its_sound() -> None:
    assert complete_name("no", 2, PEOPLE) == ("Noor Verlinden ", 15)
    assert complete_name("gesprek noor verl", 17, PEOPLE) == ("gesprek Noor Verlinden ", 23)
    assert complete_name("oztu gesprek", 4, PEOPLE) == ("Jean-Baptiste Öztürk gesprek", 21)
    assert complete_name("45m idrisi", 10, PEOPLE) == ("45m Yassine El Idrissi ", 23)
    for nothing in ("", "noor ", "@no", "#no", "xq"):
        assert complete_name(nothing, len(nothing), PEOPLE) is None
    assert matching_people("em", PEOPLE) == [EMMA_C, EMMA_P]
    assert matching_people("em", PEOPLE, limit=1) == [EMMA_C]
    assert matching_people("Idrisi", PEOPLE) == [YASSINE]
    assert matching_people(" - ", PEOPLE) == []


def test_a_finished_name_is_understood() -> None:
    for person in PEOPLE.people:
        finished = complete_name(f"gesprek {person.full_name[:-1]}", 8 + len(person.full_name) - 1, PEOPLE)
        assert finished is not None
        assert read(finished[0]).person == person


def test_any_collection_of_people_will_do() -> None:
    assert parse_quick_line("noor gesprek", [NOOR, SAM], MONDAY).person == NOOR
    assert parse_quick_line("noor gesprek", [], MONDAY).person is None


FAMILIAR_WORDS = (
    "noor|Noor,|verlinden|emma|c|sam|do|gesprek|bel|gebeld|huisbezoek|visite|à|domicile|taak|nota|45|45m|1u15|1|uur|ma"
    "|mar|20|nov|20/11|31/2|vorige|-2d|v|niet|gekomen|no-show|@mama|@|@mama,|#stage|#|##|met|op|mama|en|papa|bellen"
    "|wo|morgen|voor|stage|-|…|İ|ﬁ|½|\n"
)
FAMILIAR = FAMILIAR_WORDS.split("|")
LINES = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(FAMILIAR), max_size=14).map(" ".join),
    st.lists(st.one_of(st.sampled_from(FAMILIAR), st.text(max_size=5)), max_size=14).map(" ".join),
)


@given(LINES, st.sampled_from([None, NOOR]))
def test_no_line_breaks_it_and_no_word_is_lost(text: str, default: KnownPerson | None) -> None:
    line = read(text, default)
    covered = [position for span in line.spans for position in range(span.start, span.end)]
    assert len(covered) == len(set(covered)), "spans overlap"
    outside = "".join(" " if position in set(covered) else sign for position, sign in enumerate(text)).split()
    note = line.note.split()
    for word in outside:
        assert word in note
        note.remove(word)
    for word in note:
        assert f"#{word}" in text or f"@{word}" in text


@given(LINES)
def test_spans_are_in_order_have_a_label_and_hold_whole_words(text: str) -> None:
    spans = read(text).spans
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    for span in spans:
        assert span.label
        assert span.start == 0 or text[span.start - 1].isspace()
        assert span.end == len(text) or text[span.end].isspace()


@given(LINES, st.integers(-2, 90))
def test_finishing_a_name_never_breaks_and_keeps_the_cursor_inside(text: str, cursor: int) -> None:
    finished = complete_name(text, cursor, PEOPLE)
    if finished is not None:
        assert 0 < finished[1] <= len(finished[0])
        assert finished[0][finished[1] - 1] == " "


def test_a_preposition_on_er_is_no_task() -> None:
    line = parse_quick_line("noor mail @koen over de stage", [NOOR], MONDAY)
    assert line.task is None
