"""A coach's own list as a workbook, as untidy as real ones; everybody in it is invented."""

import io
from datetime import date, timedelta

from eletdesk import clock
from eletdesk.desk.demo.people import FIRST_NAMES, LAST_NAMES, SCHOOLS, STUDIES

HEADERS = (
    "Nr", "Naam", "Voornaam", "geb.datum", "RR nr", "m/v/x", "School", "klas", "CLB", "mama", "tel mama",
    "start", "fase", "laatste contact", "reden", "opm.",
)  # fmt: skip
ROWS = 26
_STAGES = ("traject", "intake", "TRAJECT", "plan", "traject", "afronding", "Intake ", "lopend")
_REASONS = ("schoolmoe", "conflict leerkracht", "spijbelen + thuissituatie", "psychisch", "geen stageplek")
_REMARKS = ("wil naar bakkerij", "", "tolk Turks nodig", "mama liefst na 16u", "zie mail\nCLB An", "", "—")
_MOTHERS = ("Fatma", "Claire", "An", "Elif", "Nadia")
_GENDERS = {"female": "v", "male": "m", "other": "x"}

Cell = str | int | date


def demo_list() -> bytes:
    """Return the workbook: a title, gaps, a total, mixed dates, one person twice, national numbers."""
    import xlsxwriter  # noqa: PLC0415

    into = io.BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(into, safe) as book:
        sheet = book.add_worksheet("lopend")
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_string(0, 0, f"Opvolging jongeren NAFT {clock.today().year} (Sara)", bold)
        for column, title in enumerate(HEADERS):
            sheet.write_string(2, column, title, bold)
        for row, cells in enumerate(_rows(), start=3):
            for column, value in enumerate(cells):
                if isinstance(value, date):
                    sheet.write_datetime(row, column, value, day)
                else:
                    sheet.write(row, column, value)
        sheet.set_column(1, 2, 16)
    return into.getvalue()


def _rows() -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for number in range(ROWS):
        rows.append(_person(number))
        if number % 10 == 9:
            rows.append([])
    rows.append(_the_same_again(rows[4]))
    rows.append(["", "TOTAAL", ROWS])
    return rows


def _person(number: int) -> list[Cell]:
    today = clock.today()
    gender, given = FIRST_NAMES[number % len(FIRST_NAMES)]
    family = LAST_NAMES[(number * 7) % len(LAST_NAMES)]
    born = today - timedelta(days=14 * 366 + (800 + number * 613) % 1500)
    national_number = _national_number(born, number) if number % 4 == 2 else ""
    year, study, _finality = STUDIES[number % len(STUDIES)]
    return [
        number + 1, family, given, _as_typed(born, number), national_number,
        _GENDERS[gender], SCHOOLS[number % len(SCHOOLS)], f"{year} {study}".strip(),
        "CLB De Brug, An Declercq" if number % 3 else "GO! CLB",
        f"{_MOTHERS[number % len(_MOTHERS)]} {family}", f"0470/12.34.{number:02}",
        _as_typed(today - timedelta(days=20 + number * 6), number + 1), _STAGES[number % len(_STAGES)],
        _as_typed(today - timedelta(days=number % 19), number + 2),
        _REASONS[number % len(_REASONS)], _REMARKS[number % len(_REMARKS)],
    ]  # fmt: skip


def _as_typed(day: date, number: int) -> Cell:
    """Write a date as people do: as a date, with slashes, points or dashes, or one that does not exist."""
    if number == 8:
        return "31/02/" + str(day.year)
    return (day, f"{day:%d/%m/%Y}", day, f"{day.day}.{day.month}.{day.year}", f"{day:%d-%m-%y}")[number % 5]


def _the_same_again(cells: list[Cell]) -> list[Cell]:
    """Write somebody a second time: in capitals, with a later contact."""
    again = list(cells)
    again[0], again[1], again[2] = ROWS + 1, str(cells[1]).upper(), str(cells[2]).lower()
    again[13], again[15] = clock.today(), "staat dubbel?"
    return again


def _national_number(born: date, number: int) -> str:
    """Return a number that passes its check (97 minus the rest by 97) and belongs to nobody."""
    digits = f"{born:%y%m%d}{900 + number:03}"
    check = 97 - int(("2" if born.year >= 2000 else "") + digits) % 97
    return f"{digits}{check:02}"
