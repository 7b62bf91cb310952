"""The same work in plain SQL on the same engine: bare driver, equal tables, no checks, seal or journal."""

from contextlib import closing
from datetime import date, timedelta
from typing import Any

from benchmarks.bench import Bench, plain

CASE_TABLES = (
    "young_person", "enrolment", "network_member", "consent", "pathway", "stage_change", "guidance_session",
    "contact_moment", "time_out", "referral", "disclosure", "task", "document", "draft",
)  # fmt: skip
CARDS = "SELECT * FROM card ORDER BY family_name, given_name"
SEARCH = (
    "SELECT r.case_id, c.given_name, c.family_name, r.table_name, r.row_id, r.on_date"
    " FROM (SELECT rowid FROM search_text WHERE search_text MATCH ? LIMIT 50) f"
    " JOIN search_row r ON r.id = f.rowid JOIN card c USING (case_id) ORDER BY r.on_date DESC"
)
#: Column texts of the search, table by table.
TEXTS = {
    "young_person": "given_name || ' ' || family_name || ' ' || remarks",
    "enrolment": "school || ' ' || year_label || ' ' || study",
    "network_member": "name || ' ' || organisation || ' ' || reach_note",
    "pathway": "question || ' ' || goals || ' ' || referrer || ' ' || referrer_centre",
    "guidance_session": "title || ' ' || note || ' ' || topics",
    "contact_moment": "with_whom || ' ' || note || ' ' || topics",
    "task": "title",
}


def unlock_to_today(bench: Bench) -> None:
    """Open both files and read what Today shows."""
    with closing(bench.plain_file("desk.db")) as desk, closing(bench.plain_file("register.db")) as register:
        desk.execute("SELECT * FROM case_key").fetchall()
        read_today(register)


def read_today(register: Any) -> None:
    """Read the rows that Today shows from an open register."""
    today = date.today()  # noqa: DTZ011
    register.execute(CARDS).fetchall()
    register.execute("SELECT * FROM open_task ORDER BY due_on").fetchall()
    for days in range(8):
        on = (today - timedelta(days=days)).isoformat()
        register.execute("SELECT * FROM moment WHERE on_date = ?", (on,)).fetchall()


def list_cards(register: Any) -> list[Any]:
    return list(register.execute(CARDS).fetchall())


def open_a_case(bench: Bench, case_id: str) -> None:
    """Open a case file and read every row of it, attachments apart."""
    with closing(plain(bench.desk.case_path(case_id), bench.case_keys[case_id])) as case:
        for table in CASE_TABLES:
            case.execute(f"SELECT * FROM {table}").fetchall()


class Saving:
    """One session saved three times: in the case, in the desk file's state of it, in list and search."""

    def __init__(self, bench: Bench) -> None:
        self.case = plain(bench.spare_copy, bench.spare_key)
        self.desk = bench.plain_file("desk.db")
        self.register = bench.plain_file("register.db")
        self.number = 0

    def save(self, note: str) -> None:
        self.number += 1
        row = f"row-{id(self)}-{self.number}"
        columns = (
            "id, created_at, held_on, minutes, half_days, level, place, building_block, is_in_lesson_time,"
            " attendance, title, note, topics, is_confidential, goal_ids, activity_id, parents_present,"
            " exclusions"
        )
        self.case.execute(
            f"INSERT INTO guidance_session ({columns}) VALUES (?, ?, ?, 45, 0.5, 'pupil', 'school', '', 0,"
            " 'attended', '', ?, '[]', 0, '[]', '', 0, '[]')",
            (row, "2026-11-22 09:00:00", "2026-11-22", note),
        )
        self.desk.execute("UPDATE case_key SET generation = generation + 1 WHERE rowid = 1")
        self.register.execute("BEGIN IMMEDIATE")
        self.register.execute("UPDATE card SET last_contact_on = '2026-11-22' WHERE rowid = 1")
        self.register.execute(
            "INSERT INTO moment VALUES ('spare', ?, 'session', '2026-11-22', '', 45, 0.5, '', '', '')",
            (row,),
        )
        found = self.register.execute(
            "INSERT INTO search_row (case_id, table_name, row_id, on_date)"
            " VALUES ('spare', 'guidance_session', ?, '2026-11-22')",
            (row,),
        ).lastrowid
        self.register.execute("INSERT INTO search_text (rowid, body) VALUES (?, ?)", (found, note))
        self.register.execute("COMMIT")

    def close(self) -> None:
        for connection in (self.case, self.desk, self.register):
            connection.close()


def rebuild(bench: Bench) -> None:
    """Read every case file and write list, facts and search into a new file with equal tables."""
    path = bench.copies / "rebuilt.db"
    path.unlink(missing_ok=True)
    with closing(bench.plain_file("register.db")) as old, closing(plain(path, bytes(32))) as new:
        new.execute("PRAGMA synchronous = OFF")
        new.execute("BEGIN")
        for name, sql in old.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall():
            if not name.startswith("search_text_"):
                new.execute(sql)
        for case_id in bench.cases:
            bench.desk.close_case(case_id)
            with closing(plain(bench.desk.case_path(case_id), bench.case_keys[case_id])) as case:
                _copy_case(case, new, case_id)
        new.execute("COMMIT")


def _copy_case(case: Any, register: Any, case_id: str) -> None:
    def first(columns: str, table: str) -> tuple[Any, ...]:
        found = case.execute(f"SELECT {columns} FROM {table}").fetchone()
        return tuple(found) if found else ("",) * (columns.count(",") + 1)

    values = [
        case_id,
        *first("given_name, family_name, birth_on, gender", "young_person"),
        *first("school, year_label, study", "enrolment"),
        *first("stage, started_on", "pathway"),
    ]
    register.execute(
        "INSERT INTO card (case_id, given_name, family_name, birth_on, gender, school, year_label, study,"
        " stage, started_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    moments = case.execute("SELECT id, held_on, minutes, half_days FROM guidance_session").fetchall()
    register.executemany(
        "INSERT INTO moment VALUES (?, ?, 'session', ?, '', ?, ?, '', 'attended', '')",
        [(case_id, *moment) for moment in moments],
    )
    for table, text in TEXTS.items():
        for row_id, body in case.execute(f"SELECT id, {text} FROM {table}").fetchall():
            row = register.execute(
                "INSERT INTO search_row (case_id, table_name, row_id, on_date) VALUES (?, ?, ?, '')",
                (case_id, table, row_id),
            ).lastrowid
            register.execute("INSERT INTO search_text (rowid, body) VALUES (?, ?)", (row, body))


def bytes_in_one_database(bench: Bench) -> float:
    """Put the rows of all cases into one encrypted database; return its bytes for each case."""
    path = bench.copies / "one.db"
    with closing(plain(path, bytes(32))) as one:
        one.execute("PRAGMA synchronous = OFF")
        one.execute("BEGIN")
        for number, case_id in enumerate(bench.cases):
            with closing(plain(bench.desk.case_path(case_id), bench.case_keys[case_id])) as case:
                for table in CASE_TABLES:
                    if number == 0:
                        names = ", ".join(
                            f'"{row[1]}"' for row in case.execute(f"PRAGMA table_info({table})")
                        )
                        one.execute(f"CREATE TABLE {table} ({names})")
                    rows = case.execute(f"SELECT * FROM {table}").fetchall()
                    if rows:
                        marks = ", ".join("?" * len(rows[0]))
                        one.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        one.execute("COMMIT")
    size = path.stat().st_size / len(bench.cases)
    path.unlink()
    return size
