"""What is measured: each piece of work of a day, and the same work in plain SQL beside it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from typing import Any

from benchmarks import plain_work
from benchmarks.bench import Bench
from eletdesk import clock
from eletdesk.desk.refresh import rebuild_register
from eletdesk.operations.sessions import record_session
from eletdesk.queries.case_head import case_head, case_sides
from eletdesk.queries.register.text_search import find_texts
from eletdesk.queries.register.views import index_cards, search_texts
from eletdesk.queries.timeline import timeline

NOTE = "Vertelt dat de voormiddagen beter lukken. Wil woensdag proefdraaien bij de bakkerij. " * 3

Work = Callable[[], Any]
Prepared = tuple[Work, Work, Work]
"""What comes before each time, the work itself, and what comes after all."""


@dataclass(frozen=True)
class Measure:
    """One piece of work: how it is prepared on a desk, ours and plain, and how often it is done."""

    name: str
    ours: Callable[[Bench], Prepared]
    plain: Callable[[Bench], Prepared]
    rounds: Callable[[int], int]


def nothing() -> None:
    """Do nothing."""


def often(people: int) -> int:
    return 25 if people <= 1000 else 9


def seldom(people: int) -> int:
    return {50: 5, 1000: 2}.get(people, 1)


def _unlock(bench: Bench) -> Prepared:
    from ui.open_desk import OpenDesk
    from ui.today.reading import read_today

    def before() -> None:
        bench.desk.close()

    def work() -> None:
        bench.reopen()
        read_today(OpenDesk(bench.desk), clock.today())

    return before, work, nothing


def _today(bench: Bench) -> Prepared:
    """Read all that Today shows on a desk that is open: what needs attention, tasks, sessions, stages."""
    from ui.open_desk import OpenDesk
    from ui.today.reading import read_today

    desk = OpenDesk(bench.desk)
    return nothing, lambda: read_today(desk, clock.today()), nothing


def _plain_today(bench: Bench) -> Prepared:
    register = bench.plain_file("register.db")
    return nothing, lambda: plain_work.read_today(register), register.close


def _tasks_shown(bench: Bench) -> Prepared:
    from shiboken6 import delete

    from ui.open_desk import OpenDesk
    from ui.tasks.tasks_page import TasksPage

    assert bench.app
    page = TasksPage(OpenDesk(bench.desk))
    page.resize(1048, 800)
    page.show()
    bench.app.processEvents()

    def before() -> None:
        page.words.setText("zzzz")
        bench.app.processEvents()

    def work() -> None:
        page.words.clear()
        bench.app.processEvents()
        page.grab()

    return before, work, lambda: delete(page)


def _caseload_shown(bench: Bench) -> Prepared:
    from PySide6.QtWidgets import QMainWindow, QWidget
    from shiboken6 import delete

    from ui.caseload.caseload_page import CaseloadPage
    from ui.open_desk import OpenDesk

    assert bench.app
    desk = OpenDesk(bench.desk)
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()

    def before() -> None:
        window.setCentralWidget(QWidget())
        bench.app.processEvents()

    def work() -> None:
        window.setCentralWidget(CaseloadPage(desk))
        bench.app.processEvents()
        window.grab()

    def after() -> None:
        delete(window)  # at once: a page in sight would read the list again whenever something is saved

    return before, work, after


def _cards(bench: Bench) -> Prepared:
    return nothing, lambda: bench.desk.ask(index_cards), nothing


def _plain_cards(bench: Bench) -> Prepared:
    register = bench.plain_file("register.db")
    return nothing, lambda: plain_work.list_cards(register), register.close


def _each_case(bench: Bench) -> Iterator[str]:
    return cycle(bench.cases)


def _open_case(bench: Bench) -> Prepared:
    cases = _each_case(bench)
    chosen: list[str] = []

    def before() -> None:
        chosen[:] = [next(cases)]
        bench.desk.close_case(chosen[0])

    def work() -> None:
        bench.desk.case(chosen[0])
        bench.desk.read(chosen[0], case_head, clock.today())
        bench.desk.read(chosen[0], case_sides)
        bench.desk.read(chosen[0], timeline)

    return before, work, nothing


def _plain_open_case(bench: Bench) -> Prepared:
    cases = _each_case(bench)
    for case_id in bench.cases[:50]:
        bench.desk.close_case(case_id)
    return nothing, lambda: plain_work.open_a_case(bench, next(cases)), nothing


def _save(bench: Bench) -> Prepared:
    naft = bench.desk.programmes[("naft", 1)]
    bench.desk.case(bench.spare)

    def work() -> None:
        bench.desk.run(
            bench.spare, record_session, held_on=clock.today(), minutes=45, note=NOTE, programme=naft
        )

    return nothing, work, nothing


def _plain_save(bench: Bench) -> Prepared:
    saving = plain_work.Saving(bench)
    return nothing, lambda: saving.save(NOTE), saving.close


def _search(words: str) -> Callable[[Bench], Prepared]:
    return lambda bench: (nothing, lambda: bench.desk.ask(search_texts, words), nothing)


def _tolerant(words: str) -> Callable[[Bench], Prepared]:
    return lambda bench: (nothing, lambda: bench.desk.ask(find_texts, words), nothing)


def _palette(words: str) -> Callable[[Bench], Prepared]:
    def prepare(bench: Bench) -> Prepared:
        from ui.open_desk import OpenDesk
        from ui.palette.entries import Offers

        offers = Offers(OpenDesk(bench.desk), (), (), lambda case_id, row_id: None)
        return nothing, lambda: offers.find(words), nothing

    return prepare


def _plain_search(terms: str) -> Callable[[Bench], Prepared]:
    def prepare(bench: Bench) -> Prepared:
        register = bench.plain_file("register.db")
        return nothing, lambda: register.execute(plain_work.SEARCH, (terms,)).fetchall(), register.close

    return prepare


def _rebuild(bench: Bench) -> Prepared:
    return nothing, lambda: rebuild_register(bench.desk), nothing


def _plain_rebuild(bench: Bench) -> Prepared:
    for case_id in bench.cases:
        bench.desk.close_case(case_id)
    return nothing, lambda: plain_work.rebuild(bench), nothing


MEASURES = (
    Measure(
        "unlock to Today", _unlock, lambda b: (nothing, lambda: plain_work.unlock_to_today(b), nothing), often
    ),
    Measure("Today read", _today, _plain_today, often),
    Measure("tasks shown", _tasks_shown, _plain_today, often),
    Measure("caseload read", _cards, _plain_cards, often),
    Measure("caseload shown", _caseload_shown, _plain_cards, often),
    Measure("case opened", _open_case, _plain_open_case, often),
    Measure("session saved", _save, _plain_save, often),
    Measure("search, common word", _search("bakkerij"), _plain_search('"bakkerij"*'), often),
    Measure(
        "search, two words", _search("leerkracht praktijk"), _plain_search('"leerkracht"* "praktijk"*'), often
    ),
    Measure("search, misspelt word", _tolerant("bakekrij"), _plain_search('"bakkerij"*'), often),
    Measure("search, a name in the palette", _palette("verlnden"), _plain_cards, often),
    Measure("register rebuilt", _rebuild, _plain_rebuild, seldom),
)
