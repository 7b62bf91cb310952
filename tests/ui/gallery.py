"""Picture every widget in light, dark and 200 %: `python -m tests.ui.gallery FOLDER`, then look at them."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import Mode, current
from ui.widgets.avatar import Avatar
from ui.widgets.banner import Banner
from ui.widgets.bars import Bar, ColumnChart, ColumnValue, HorizontalBars, Part, StackedBar
from ui.widgets.buttons import MenuButton, danger, icon_button, primary, quiet, secondary, soft
from ui.widgets.card import Card
from ui.widgets.cells import Cell
from ui.widgets.check_row import CheckRow, RadioButton
from ui.widgets.chip import Chip
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.dialog import Dialog
from ui.widgets.duration_field import DurationField
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.form import Form, TextField
from ui.widgets.hatched import Hatched
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import ElidedLabel, Label, overline, small
from ui.widgets.layouts import Column, Row
from ui.widgets.nav_list import NavItem, NavList
from ui.widgets.note_edit import NoteEdit
from ui.widgets.page import Page, has_rail
from ui.widgets.segmented import Segmented
from ui.widgets.sheet_table import SheetColumn, SheetModel, SheetTable
from ui.widgets.stepper import Step, Stepper
from ui.widgets.tab_strip import TabStrip
from ui.widgets.timeline import Timeline, TimelineChip, TimelineItem
from ui.widgets.toast import Toasts


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


def figures_page() -> QWidget:
    page = Page("Netwerkoverzicht", "Regio Brussel-Halle-Vilvoorde · 6 werkingen · anoniem samengevoegd")
    page.add_action(ChoiceBoxed())
    page.add_action(primary("Rapport maken", icon_name="export"))
    page.add(Banner("Geen namen of geboortedata. Aantallen onder 5 zijn verborgen.", action="Hoe werkt dit?"))
    pair = Row(gap=12)
    left = Card("Waar staan jongeren nu", count="n = 128")
    left.add(
        HorizontalBars(
            "Where",
            [
                Bar("Aanmelding", 22, second="17 %", colour="s1"),
                Bar("Traject", 61, second="48 %", colour="s3"),
                Bar("Time-out", 13, second="10 %", colour="s_out"),
                Bar("Afronding", None, "verborgen, beschermt Nazorg"),
                Bar("Nazorg", None, "< 5"),
            ],
        )
    )
    right = Card("Contacten per week")
    weeks = [38, 64, 81, 88, 92, 97, 84, 101, 95, 22, 98, 108]
    right.add(
        ColumnChart("Contacts", [ColumnValue(str(36 + i), n, pale=n == 22) for i, n in enumerate(weeks)])
    )
    pair.addWidget(left, 1)
    pair.addWidget(right, 1)
    page.add(pair)
    load = Card("Mijn caseload", count="34 jongeren")
    load.add(
        StackedBar(
            "My caseload",
            [
                Part("Aanmelding", 4, "s1"),
                Part("Intake", 6, "s2"),
                Part("Traject", 15, "s3"),
                Part("Afronding", 4, "s4"),
                Part("Nazorg", 2, "s5"),
                Part("Time-out", 3, "s_out"),
            ],
        )
    )
    page.add(load)
    hidden = Flow(gap=8)
    hidden.add(Hatched("< 5", says="hidden"))
    hidden.add(Hatched("–", says="hidden"))
    hidden.add(Hatched())
    page.add(hidden)
    page.main.addStretch(1)
    return page


def ChoiceBoxed() -> QWidget:
    box = ChoiceBox([(1, "1 sep – 22 nov 2026"), (2, "vorig schooljaar")])
    box.setAccessibleName("Period")
    return box


def caseload_page() -> QWidget:
    page = Page("Jongeren", "34 actief · 3 in time-out", scrolls=False)
    page.add_action(secondary("Exporteren", icon_name="export"))
    page.add_action(primary("Nieuwe jongere", icon_name="add"))
    people = [
        ("Ilyas Bensalem", "17 jaar · 5de jaar Logistiek", 0.5, "danger"),
        ("Noor Verlinden", "16 jaar", -1.0, ""),
        ("Mathis Lambert", "15 jaar · 3de jaar Mechanica", 0.25, ""),
        ("Rayan El Idrissi", "14 jaar · 2A", 0.0, "warn"),
        ("Yentl De Smet", "16 jaar", 1.0, ""),
    ]
    model: SheetModel[tuple[str, str, float, str]] = SheetModel(
        [
            SheetColumn("Jongere", lambda p: Cell(p[0], p[1], bold=True, avatar=p[0]), share=1.6),
            SheetColumn(
                "Fase",
                lambda p: Cell("Traject", "dag 58", stage=max(0.0, p[2]), paused=p[2] < 0),
                lambda p: p[2],
            ),
            SheetColumn(
                "Laatste contact",
                lambda p: Cell("16 dagen", chip=p[3], icon="silent") if p[3] else Cell("vandaag"),
            ),
            SheetColumn("Aantal", lambda p: Cell("< 5", hatched=True), share=0.6),
        ]
    )
    model.set_rows(people)
    table = SheetTable("Young people", model)
    table.selectRow(1)
    card = Card()
    card.add_row(table)
    page.add(card, 1)
    return page


def fields_page() -> QWidget:
    page = Page("Velden en knoppen", "Alles wat je kan aanraken")
    form = Form()
    form.add("name", "&Naam", TextField("Noor Verlinden"), "Zoals op de identiteitskaart")
    form.add("birth", "Geboren op", DateField(lambda text: date(2010, 3, 4), value=date(2010, 3, 4)))
    form.add_pair(
        ("minutes", "Duur", DurationField(75)), ("kind", "Soort", ChoiceBox([(1, "Gesprek"), (2, "Bellen")]))
    )
    form.box("name").show_error("Dit veld mag niet leeg zijn.")
    page.add(form)
    row = Flow(gap=8)
    for button in (
        primary("Bewaar"),
        secondary("Openen"),
        soft("Plan", icon_name="plan"),
        quiet("Alle taken"),
        danger("Wissen", icon_name="erase"),
        icon_button("close", "Close"),
        primary("Klein", sz="s"),
        primary("Groot", sz="l", icon_name="unlock"),
    ):
        row.add(button)
    off = primary("Kan nog niet")
    off.setEnabled(False)
    row.add(off)
    page.add(row)
    chips = Flow(gap=8)
    for tone in ("neutral", "accent", "ok", "warn", "danger", "info"):
        chips.add(Chip(tone, tone=tone, icon_name="date"))
    chips.add(Chip("nu", strong=True, pill=True))
    for name in ("Noor Verlinden", "Ilyas Bensalem", "Mathis Lambert", "Jef Claes"):
        chips.add(Avatar(name))
    page.add(chips)
    page.add(CheckRow("Oudergesprek", "6 okt · afspraken rond slaap en gsm", checked=True))
    page.add(CheckRow("Huisbezoek", "12 nov", end=Chip("wo 25 nov", tone="warn")))
    radio = RadioButton("Radio")
    radio.setChecked(True)
    page.add(radio)
    page.add(ElidedLabel("Een heel lange zin die niet past " * 8))
    for tone in ("ok", "warn", "danger", "info"):
        page.add(Banner("Wat er is en wat je kan doen", tone=tone))
    page.add(
        EmptyState(
            "Nog geen jongeren",
            "Voeg er een toe of lees je lijst in.",
            icon_name="caseload",
            main=("Nieuwe jongere", lambda: None),
            other=("Lijst inlezen", lambda: None),
        )
    )
    page.main.addStretch(1)
    return page


def dialog_page() -> QWidget:
    whole = figures_page()
    whole.resize(1280, 800)
    toasts = Toasts(whole)
    toasts.tell("Taak afgevinkt", undo=lambda: None)
    toasts.tell("Gesprek met Noor bewaard, taak toegevoegd voor wo 25 nov", undo=lambda: None)
    dialog = Dialog(
        whole, "Dossier wissen?", text="Dit kan je niet terugdraaien. Typ de initialen om door te gaan."
    )
    form = Form()
    form.add("initials", "Initialen", TextField())
    dialog.add(form)
    dialog.add_cancel()
    dialog.add_button(danger("Wissen"))
    dialog.open()
    return whole


PAGES: dict[str, Callable[[], QWidget]] = {
    "case": case_page,
    "figures": figures_page,
    "caseload": caseload_page,
    "fields": fields_page,
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
