"""A page of the gallery: scores, the picture of change, the course over time, the line of a goal."""

from datetime import date

from PySide6.QtWidgets import QWidget

from eletdesk.domain.change_picture import Change, ScorePoint, say_change
from ui.goals.change_chart import ChangeChart, ChartRow
from ui.goals.course_chart import CourseChart
from ui.goals.score_track import ScoreTrack
from ui.widgets.card import Card
from ui.widgets.form import Form
from ui.widgets.page import Page
from ui.widgets.score_field import ScoreField

TODAY = date(2026, 11, 23)
DAYS = (date(2026, 9, 18), date(2026, 10, 21), date(2026, 11, 20))
SCORES = {
    "School en leren": (3, 4, 7),
    "Een domein met een lange naam die op twee regels staat": (6, 6, 4),
    "Vrienden": (5, 9, 5),
    "Alles bereikt": (0, 5, 10),
    "Eén keer gevraagd": (8,),
}


def rows() -> list[ChartRow]:
    found = []
    for name, scores in SCORES.items():
        points = tuple(ScorePoint(on, score) for on, score in zip(DAYS, scores, strict=False))
        change = Change(name, points)
        found.append(ChartRow(name, change, say_change(change, name, TODAY)))
    return found


def goals_page() -> QWidget:
    """Show everything that is painted for goals."""
    page = Page("Doelen", "Eerst en laatst, in de tijd, en in woorden")
    form = Form()
    for name, score in (("Niets gekozen", None), ("Nul", 0), ("Tien", 10)):
        form.add(name, name, ScoreField(score))
    page.add(form)
    for title, chart in (
        ("Eerst en laatst", ChangeChart("Change", rows())),
        ("In de tijd", CourseChart("Course", rows())),
        ("Niets gevraagd", CourseChart("Empty", [])),
    ):
        card = Card(title)
        card.add(chart)
        page.add(card)
    for row in rows():
        page.add(ScoreTrack(row.change, row.says))
    page.main.addStretch(1)
    return page
