"""Picture every widget in light, dark and 200 %: `python -m tests.ui.gallery FOLDER`, then look at them."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.gallery_goals import goals_page
from tests.ui.gallery_pages import caseload_page, dialog_page, fields_page, figures_page
from ui.theme import Mode, current
from ui.widgets.buttons import MenuButton, icon_button, primary, secondary, soft
from ui.widgets.card import Card
from ui.widgets.check_row import CheckRow
from ui.widgets.chip import Chip
from ui.widgets.date_field import DateField
from ui.widgets.duration_field import DurationField
from ui.widgets.flow import Flow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Label, overline, small
from ui.widgets.layouts import Column, Row
from ui.widgets.nav_list import NavItem, NavList
from ui.widgets.note_edit import NoteEdit
from ui.widgets.page import Page, has_rail
from ui.widgets.segmented import Segmented
from ui.widgets.stepper import Step, Stepper
from ui.widgets.tab_strip import TabStrip
from ui.widgets.timeline import Timeline, TimelineChip, TimelineItem


def nav() -> QWidget:
    side = QWidget()
    side.setProperty("role", "sidebar")
    side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    rail = has_rail(1280, current().text_scale)
    side.setFixedWidth(current().px(60 if rail else 232))
    column = Column(side, gap=6, margins=12)
    pages = NavList("Pages")
    pages.set_items(
        [
            NavItem("today", "Today", "today", "4"),
            NavItem("caseload", "Young people", "caseload", "34"),
            NavItem("agenda", "Agenda", "agenda"),
            NavItem("tasks", "Tasks", "tasks", "11"),
            NavItem("referrals", "Referrals", "referrals", "3"),
            NavItem("figures", "Figures", "figures"),
        ]
    )
    pages.show_key("caseload")
    pages.set_rail(rail)
    column.addWidget(pages)
    if not rail:
        column.addWidget(overline("Pinned"))
    pinned = NavList("Pinned")
    pinned.set_items([NavItem(name, name, avatar=name) for name in ("Noor Verlinden", "Ilyas Bensalem")])
    column.addWidget(pinned)
    column.addStretch(1)
    return side


def composer() -> QWidget:
    card = Card(padding=13)
    line = Flow()
    kinds = Segmented("Kind")
    for key, text, name in (
        ("session", "Gesprek", "session"),
        ("call", "Bellen", "call"),
        ("visit", "Huisbezoek", "home-visit"),
        ("meeting", "Overleg", "meeting"),
    ):
        kinds.add(key, text, name)
    line.add(kinds)
    day = DateField(lambda text: date(2026, 11, 23), compact=True)
    day.line.setAccessibleName("Day")
    day.set_text("vandaag")
    length = DurationField(45)
    length.line.setAccessibleName("Length")
    line.add(day, length)
    card.add(line)
    note = NoteEdit(
        "Noor vertelt dat de time-out rust geeft. "
        "Ziet terugkeer vrijdag zitten als ze niet meteen in de grote groep moet."
    )
    note.setAccessibleName("Note")
    card.add(note)
    foot = Flow()
    foot.add(Chip("stage", icon_name="tag"))
    foot.add(Chip("taak: mama bellen, wo 25 nov", tone="accent", icon_name="task"))
    foot.add(Label("Concept bewaard 11:42", role="small", tone="text2"))
    foot.add(primary("Bewaar gesprek", sz="s"), KeyHint("Ctrl ↵"))
    card.add(foot)
    return card


def timeline() -> Timeline:
    view = Timeline("Timeline", grows=True)
    view.set_items(
        [
            TimelineItem(
                1,
                "Time-out",
                "do 19 nov",
                "intern, 5 dagen",
                "Afgesproken met leerlingenbegeleider en mama. "
                "Dagstructuur: voormiddag bij NAFT, namiddag thuis.",
                "time-out",
                "warn",
                "Deze week",
            ),
            TimelineItem(
                2,
                "Telefoon mama",
                "do 19 nov 16:10",
                "10 min",
                "Mama is opgelucht dat er een plan is.",
                "call",
                "accent",
                "Deze week",
                is_draft=True,
            ),
            TimelineItem(
                3,
                "Gesprek",
                "vr 13 nov 10:15",
                "50 min · TA De Linde",
                "Conflict met leerkracht praktijk besproken. Noor benoemt zelf wat haar helpt: "
                "vooraf weten wat er komt, en even buiten kunnen.",
                "session",
                "accent",
                "Vorige week",
                (
                    TimelineChip("welbevinden", "neutral", "tag"),
                    TimelineChip("doel 2: spanning herkennen", "ok", "goal"),
                ),
            ),
            TimelineItem(
                4, "Document", "wo 11 nov", "attest stage.pdf", "", "document", "info", "Vorige week"
            ),
        ]
    )
    return view


def case_page() -> QWidget:
    whole = QWidget()
    row = Row(whole, gap=0)
    row.addWidget(nav())
    page = Page(
        "Noor Verlinden",
        "16 jaar · 4de jaar Voeding, TA De Linde · NAFT-traject sinds 14 september",
        side_width=296,
    )
    page.add_action(secondary("Verwijsdossier", icon_name="dossier"))
    more = MenuButton("More", kind="icon", icon_name="more")
    more.add("Close", lambda: None)
    page.add_action(more)
    steps = ("Aanmelding", "14 sep", "done"), ("Intake", "21 sep", "done"), ("Traject", "sinds 5 okt", "now")
    page.add(
        Stepper((*(Step(a, b, c, paused=c == "now") for a, b, c in steps), Step("Afronding"), Step("Nazorg")))
    )
    tabs = TabStrip("Parts of the file")
    for key, text, count in (
        ("line", "Tijdlijn", ""),
        ("tasks", "Taken", "3"),
        ("people", "Contacten", "4"),
        ("docs", "Documenten", "6"),
    ):
        tabs.add(key, text, count)
    page.add(tabs)
    page.add(composer())
    page.add(timeline())
    page.main.addStretch(1)
    next_step = Card()
    next_step.add(
        overline("Volgende stap"),
        Label("Terugkeergesprek", role="heading"),
        small("vr 27 nov, nog geen uur afgesproken", wrap=True),
    )
    plan = soft("Plan moment", icon_name="plan", sz="s")
    next_step.body().addWidget(plan, 0, Qt.AlignmentFlag.AlignLeft)
    page.add_side(next_step)
    tasks = Card("Open taken")
    tasks.add_action(icon_button("add", "Add a task", sz="s"))
    for text, when in (("Bakkerij Het Graan bellen", "di 24 nov"), ("Mama bellen", "wo 25 nov")):
        tasks.add(CheckRow(text, end=small(when)))
    page.add_side(tasks)
    page.side.addStretch(1)
    row.addWidget(page, 1)
    return whole


PAGES: dict[str, Callable[[], QWidget]] = {
    "case": case_page,
    "figures": figures_page,
    "caseload": caseload_page,
    "fields": fields_page,
    "goals": goals_page,
    "dialog": dialog_page,
}

LOOKS = (("light", 100), ("dark", 100), ("light", 200))


def picture(app: QApplication, folder: Path, pages: dict[str, Callable[[], QWidget]]) -> None:
    """Save one picture per page and look."""
    for mode, scale in LOOKS:
        current().install(app, cast("Mode", mode), scale)
        for name, make in pages.items():
            page = make()
            page.resize(1280, 800)
            page.show()
            for _round in range(20):
                app.processEvents()
            page.grab().save(str(folder / f"{name}-{mode}-{scale}.png"))
            page.close()
            page.deleteLater()
            app.processEvents()


if __name__ == "__main__":
    picture(QApplication([]), Path(sys.argv[1]), PAGES)
