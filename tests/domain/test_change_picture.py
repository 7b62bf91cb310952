"""Scores become a picture of change, and the same thing in words."""

from datetime import date

from eletdesk.domain.change_picture import (
    Change,
    ScorePoint,
    changes_by_domain,
    say_by,
    say_change,
    say_every_point,
)
from eletdesk.domain.goal_lines import goal_lines, lines_without_goal

TODAY = date(2026, 11, 23)
SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 10), date(2026, 10, 12), date(2026, 11, 20)


def change(*scores: int) -> Change:
    days = (SEPTEMBER, OCTOBER, NOVEMBER)
    return Change("school", tuple(ScorePoint(on, score) for on, score in zip(days, scores, strict=False)))


def test_first_and_last_of_each_domain_in_the_order_of_the_list() -> None:
    found = changes_by_domain(
        [
            (NOVEMBER, {"school": 7, "home": 2}),
            (SEPTEMBER, {"home": 6, "school": 3}),
            (OCTOBER, {"lost": 5, "school": 4}),
        ],
        ["school", "home", "never"],
    )
    assert [(one.code, [point.score for point in one.points]) for one in found] == [
        ("school", [3, 4, 7]),
        ("home", [6, 2]),
        ("lost", [5]),
    ]
    school, home, lost = found
    assert (school.first.on, school.last.on, school.by) == (SEPTEMBER, NOVEMBER, 4)
    assert (home.by, lost.by, lost.has_moved) == (-4, 0, False)


def test_a_difference_has_a_sign() -> None:
    assert [say_by(change(*scores)) for scores in ((3, 7), (7, 3), (5, 5), (5,))] == [
        "+4",
        "\N{MINUS SIGN}4",
        "=",
        "",
    ]


def test_the_picture_in_words() -> None:
    said = [say_change(change(*scores), "School", TODAY) for scores in ((3, 4, 7), (7, 3), (5, 5), (5,))]
    assert said == [
        "School: van 3 op do 10 sep naar 7 op vr 20 nov, 4 hoger.",
        "School: van 7 op do 10 sep naar 3 op ma 12 okt, 4 lager.",
        "School: 5 op do 10 sep en 5 op ma 12 okt, hetzelfde.",
        "School: 5 op 10 op do 10 sep.",
    ]
    assert say_every_point(change(3, 4, 7), "School", TODAY) == (
        "School: 3 (do 10 sep), 4 (ma 12 okt), 7 (vr 20 nov)"
    )


def test_goals_typed_as_lines() -> None:
    text = "1. Op tijd\n\n- Sporten\n2) op tijd \n* Sporten\n 3 halve dagen"
    assert goal_lines(text) == ("Op tijd", "Sporten", "op tijd", "3 halve dagen")
    assert lines_without_goal(text, ["OP TIJD ", "3 halve dagen"]) == ("Sporten",)
