"""What happens to each half-day of a list of absences: written, or listed with its reason."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from eletdesk.domain.school_calendar import Community, DayPart, HalfDay
from eletdesk.imports.absence_lines import AbsenceLine
from eletdesk.imports.absence_plan import LEAVE_OUT, ListCell, ListedHalfDay, ListedPupil, UnknownCode
from eletdesk.programmes.law.absence_rules import absence_rules
from eletdesk.queries.noted_absences import NotedAbsences
from eletdesk.queries.school_on import school_on, why_no_lesson
from eletdesk.translation import _

if TYPE_CHECKING:
    from eletdesk.imports.absence_plan import AbsencePlan


def settled(plan: "AbsencePlan") -> tuple[ListedHalfDay, ...]:
    """Settle every half-day of a plan, in the order of the list."""
    sheets = [sheet.name for sheet in plan.caseload.sheets]
    found = [one for pupil in plan.pupils for one in _of_pupil(plan, pupil)]
    found.sort(key=lambda one: (sheets.index(one.cell.place.sheet), one.cell.place.row, _is_second(one)))
    case_of = {pupil.place: pupil.chosen for pupil in plan.pupils}
    same: dict[tuple[str | None, HalfDay | None], list[int]] = {}
    for at, one in enumerate(found):
        if one.state == "written":
            same.setdefault((case_of[one.pupil], one.half_day), []).append(at)
    for (case_id, _half_day), places in same.items():
        _settle_one(plan, found, places, plan.noted.get(case_id or "", NotedAbsences()))
    return tuple(found)


def _is_second(one: ListedHalfDay) -> bool:
    return one.cell.part is DayPart.afternoon


def _of_pupil(plan: "AbsencePlan", pupil: ListedPupil) -> Iterator[ListedHalfDay]:
    for line in pupil.lines:
        halves = line.codes
        if not halves:
            yield _item(ListCell(line.place, None), pupil, line, "", "no_code")
        for part, raw in halves:
            yield _half_day(plan, pupil, line, ListCell(line.place, part), raw)


def _item(cell: ListCell, pupil: ListedPupil, line: AbsenceLine, raw: str, state: str) -> ListedHalfDay:
    half_day = HalfDay(line.on, cell.part or DayPart.morning) if line.on else None
    why = "" if line.on else line.raw_date
    return ListedHalfDay(
        cell, pupil.place, state, raw, half_day=half_day, remark=line.remark, periods=line.periods, why=why
    )


def _half_day(
    plan: "AbsencePlan", pupil: ListedPupil, line: AbsenceLine, cell: ListCell, raw: str
) -> ListedHalfDay:
    """Settle one half-day without looking at the others."""
    one = _item(cell, pupil, line, raw, "written")
    if pupil.chosen is None:
        return replace(one, state="pupil_asked")
    if pupil.chosen == LEAVE_OUT:
        return replace(one, state="pupil_left_out" if pupil.candidates else "nobody")
    if one.half_day is None:
        return replace(one, state="no_date")
    return _with_code(plan, one, one.half_day, plan.noted.get(pupil.chosen, NotedAbsences()))


def _with_code(
    plan: "AbsencePlan", one: ListedHalfDay, half_day: HalfDay, noted: NotedAbsences
) -> ListedHalfDay:
    """Settle the code of a half-day, and whether there were lessons."""
    community = school_on(noted.schools, half_day.on).community
    code = _code_of(plan, one.cell, one.raw, community, half_day)
    one = replace(one, community=community, code=code or "")
    if one.cell in plan.left_out:
        return replace(one, state="left_out")
    if not code:
        return replace(one, state="asked" if code is None else "code_left_out")
    known = absence_rules().code_on(community.value, half_day.on, code)
    if known is not None and known.kind == "present":
        return replace(one, state="present")
    why = why_no_lesson(noted.schools, half_day)
    return replace(one, why=why, state="no_lesson" if why and one.cell not in plan.kept else "written")


def _code_of(
    plan: "AbsencePlan", cell: ListCell, raw: str, community: Community, half_day: HalfDay
) -> str | None:
    """Return the code to write; None when nobody said what the one of the list means."""
    if cell in plan.own_codes:
        return plan.own_codes[cell]
    if absence_rules().code_on(community.value, half_day.on, raw) is not None:
        return raw
    return plan.answers.get(UnknownCode(community, raw))


def _settle_one(
    plan: "AbsencePlan", found: list[ListedHalfDay], places: list[int], noted: NotedAbsences
) -> None:
    """Settle the lines about one half-day of one person: the first stays unless a later one is taken."""
    chosen = [at for at in places if found[at].cell in plan.kept]
    taken = chosen[-1] if chosen else places[0]
    others = [found[at] for at in places if at != taken]
    for at in places:
        if at != taken:
            is_same = found[at].code == found[taken].code
            found[at] = replace(
                found[at],
                state="same_line" if is_same else "other_line",
                other=f"{found[taken].code} ({_('row {row}').format(row=found[taken].cell.place.row)})",
            )
    found[taken] = _against_the_case(plan, _with_others(found[taken], others), noted)


def _with_others(one: ListedHalfDay, others: list[ListedHalfDay]) -> ListedHalfDay:
    """Keep in the remark what other lines of the list say about the same half-day."""
    parts = [one.remark] if one.remark else []
    for other in others:
        if other.code != one.code:
            text = _("In the list also: {code} (row {row})")
            parts.append(text.format(code=other.code, row=other.cell.place.row))
        if other.remark and other.remark not in parts:
            parts.append(other.remark)
    return replace(one, remark="\n".join(parts))


def _against_the_case(plan: "AbsencePlan", one: ListedHalfDay, noted: NotedAbsences) -> ListedHalfDay:
    """Hold one half-day against what the case has already."""
    present = noted.codes.get(one.half_day) if one.half_day else None
    if present is None:
        return one
    if present == one.code:
        return replace(one, state="noted", other=present)
    return replace(one, state="replaces" if one.cell in plan.kept else "noted_other", other=present)
