"""More pages of the gallery: figures, lists, fields and sheets."""

from datetime import date

from PySide6.QtWidgets import QWidget

from ui.widgets.avatar import Avatar
from ui.widgets.banner import Banner
from ui.widgets.bars import Bar, ColumnChart, ColumnValue, HorizontalBars, Part, StackedBar
from ui.widgets.buttons import danger, icon_button, primary, quiet, secondary, soft
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
from ui.widgets.labels import ElidedLabel
from ui.widgets.layouts import Row
from ui.widgets.page import Page
from ui.widgets.sheet_table import SheetColumn, SheetModel, SheetTable
from ui.widgets.toast import Toasts


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
