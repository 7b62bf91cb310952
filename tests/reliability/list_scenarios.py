"""Lists, own programmes, destruction and a new spell under interruption: many rows or files, one step."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlmodel import Session

from eletdesk.desk import steps
from eletdesk.desk.absence_import import choose_pupil, import_absences, plan_absence_import
from eletdesk.desk.cases import bin_case
from eletdesk.desk.desk import Desk
from eletdesk.desk.directory import organisations
from eletdesk.desk.directory_import import import_directory, plan_directory
from eletdesk.desk.own_versions import begin_adaptation, keep_adaptation, keep_draft
from eletdesk.desk.retention import destroy_case
from eletdesk.domain.absence import Absence
from eletdesk.domain.pathway import Pathway
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.pathways import close_pathway
from eletdesk.operations.spells import reopen_pathway
from eletdesk.programmes.adapting import in_each_language
from eletdesk.queries.live_rows import live_rows
from tests.reliability.desk_scenarios import add_noor, cut_off, in_desk, look, make_after, only_case, opened
from tests.reliability.scenario import Scenario

_HEAD = "Stamnummer;Naam;Datum;VM;NM;Opmerking\n"
_SCHOOLS = "schoolnummer;naam;intern_vplnummer;straat;postcode;gemeente;onderwijsniveau;telefoon\n"
_DAY = date(2026, 11, 20)


def active(desk: Desk) -> list[str]:
    return sorted(row.case_id for row in desk.file.case_keys() if row.state == "active")


def read_absences(desk: Desk) -> None:
    """Read a list with two days of each of the cases that were there first; a second time nothing is new."""
    cases = active(desk)[:3]
    lines = [
        f"26{at:05};Verlinden Noor;{day}/11/2026;B;Z;{'kwam niet ' * 40}\n"
        for at, _case in enumerate(cases)
        for day in (16, 17)
    ]
    plan = plan_absence_import(desk, (_HEAD + "".join(lines)).encode(), "lijst.csv")
    for pupil in plan.pupils:
        plan = choose_pupil(desk, plan, pupil.place, cases[int(pupil.record_number[-1])])
    import_absences(desk, plan)


def read_directory(desk: Desk) -> None:
    """Read a list of sixty schools; whoever reads it again gets other telephone numbers."""
    known = {one.phone for one in organisations(desk) if one.source == "flemish_list"}
    phone = "09 222 22 22" if known else "09 111 11 11"
    lines = [
        f"{number:06};TA De Linde {number};01;Kerkstraat;9000;Gent;Secundair onderwijs;{phone}\n"
        for number in range(60)
    ]
    plan = plan_directory(desk, (_SCHOOLS + "".join(lines)).encode(), "scholen.csv")
    assert len(plan.read.organisations) == 60, plan
    import_directory(desk, plan, ends_missing=True)


def adapt(desk: Desk) -> None:
    """Keep a next own version of a programme; the draft that it was is forgotten in the same step."""
    newest = max(version for code, version in desk.programmes if code == "sas")
    adaptation, _since = begin_adaptation(desk, desk.programmes[("sas", newest)])
    adaptation.put("outcomes", 0, {"label": in_each_language({"nl": "Terug naar school"})}, _DAY)
    keep_adaptation(desk, adaptation)


def begin_to_adapt(desk: Desk) -> None:
    """Leave a copy half made: it is gone when its version is kept."""
    adaptation, _since = begin_adaptation(desk, desk.programmes[("sas", 1)])
    keep_draft(desk, adaptation, 1)


def close_first(desk: Desk) -> None:
    """Close the pathway of the first case."""
    naft = desk.programmes[("naft", 1)]

    def close(session: Session) -> object:
        (pathway,) = live_rows(session, Pathway)
        return close_pathway(
            session, pathway.id, programme=naft, outcome=naft.outcomes[0].code, on=_DAY, reason="verhuisd"
        )

    desk.run(active(desk)[0], close)


def put_first_aside(desk: Desk) -> None:
    """Take the first step of a destruction."""
    bin_case(desk, active(desk)[0])


def destroy_binned(desk: Desk) -> None:
    """Destroy what lies in the bin, or put the next case there and destroy it."""
    binned = [row.case_id for row in desk.file.case_keys() if row.state == "binned"]
    if not binned:
        if not active(desk):
            return
        bin_case(desk, active(desk)[0])
        binned = [row.case_id for row in desk.file.case_keys() if row.state == "binned"]
    assert destroy_case(desk, binned[0], "nl").startswith(b"%PDF")


def reopen(desk: Desk) -> None:
    """Open the newest closed pathway again as a new spell; one that runs is closed first."""
    naft = desk.programmes[("naft", 1)]

    def spell(session: Session) -> object:
        newest = max(live_rows(session, Pathway), key=lambda row: row.id)
        if newest.closed_on is None:
            close_pathway(
                session, newest.id, programme=naft, outcome=naft.outcomes[0].code, on=_DAY, reason="klaar"
            )
            session.flush()
        return reopen_pathway(session, newest.id, programme=naft, on=_DAY, reason="het liep weer mis " * 50)

    desk.run(only_case(desk), spell)


def said_of_rows(desk: Desk) -> str:
    """Say what stands in the cases and in the desk file beside what every scenario looks at."""
    cases = []
    for case_id in active(desk):
        days = [(str(row.absent_on), row.part, row.code) for row in desk.read(case_id, live_rows, Absence)]
        spells = [
            (row.stage, str(row.closed_on), bool(row.continues_id))
            for row in sorted(desk.read(case_id, live_rows, Pathway), key=lambda row: row.id)
        ]
        cases.append([sorted(days), spells])
    known = sorted((one.number, one.phone, one.is_ended) for one in organisations(desk))
    kept = desk.file.rows("SELECT code, version, length(text) FROM programme ORDER BY version")
    drafts = desk.file.rows("SELECT id FROM desk_draft ORDER BY id")
    erased = [reason for (reason,) in desk.file.rows("SELECT reason FROM erasure")]
    return json.dumps([sorted(cases), known, kept, drafts, erased])


def look_at_rows(folder: Path) -> str:
    """Open, which settles; say what is kept; then everything that every scenario looks at.

    Something is written in each case: that takes away a journal in which the kill left nothing to go back to.
    """
    desk = opened(folder)
    said = said_of_rows(desk)
    for case_id in active(desk):
        desk.run(case_id, record_contact, happened_on=date(2026, 11, 23), with_whom="papa")
    desk.close()
    return said + look(folder)


def _with_rows(scenario: Scenario) -> Scenario:
    return replace(scenario, look=look_at_rows)


_THREE = (add_noor, add_noor)
absences = _with_rows(in_desk(read_absences, make_after(*_THREE)))
absences_undone = _with_rows(in_desk(steps.undo, make_after(*_THREE, read_absences)))
absences_cut_off = _with_rows(cut_off(read_absences, 90, make_after(*_THREE)))
directory = _with_rows(in_desk(read_directory))
directory_again = _with_rows(in_desk(read_directory, make_after(read_directory)))
programme = _with_rows(in_desk(adapt, make_after(begin_to_adapt)))
destruction = _with_rows(in_desk(destroy_binned, make_after(*_THREE, close_first, put_first_aside)))
destruction_cut_off = _with_rows(
    cut_off(destroy_binned, 12, make_after(*_THREE, close_first, put_first_aside))
)
spell = _with_rows(in_desk(reopen))


def adapt_without_sync(desk: Desk) -> None:
    """Keep a version in a desk file that is never synced: what a power cut must find."""
    desk.file.connection.execute("PRAGMA synchronous=OFF")
    adapt(desk)


unsynced_programme = _with_rows(in_desk(adapt_without_sync))


def half_the_directory(desk: Desk) -> None:
    """Read the list in two steps as if it were one: what a sweep must find."""
    lines = "".join(
        f"{number};School {number};01;Kerkstraat;9000;Gent;Secundair onderwijs;1\n" for number in (1, 2)
    )
    plan = plan_directory(desk, (_SCHOOLS + lines).encode(), "scholen.csv")
    for one in plan.added:
        import_directory(desk, replace(plan, added=(one,)), ends_missing=False)


directory_in_halves = _with_rows(in_desk(half_the_directory))
