"""The sentences about a plan of absences, for the screen and the terminal."""

from eletdesk.domain.labels import label
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.imports.absence_plan import AbsencePlan, ListedHalfDay
from eletdesk.imports.describe import place_text
from eletdesk.imports.place import Place
from eletdesk.imports.reasons import skip_sentence
from eletdesk.translation import N_, _, ngettext

STATES = {
    "written": N_("is written"),
    "replaces": N_("replaces {other} in the case"),
    "asked": N_("what does {raw} mean?"),
    "code_left_out": N_("{raw} is left out"),
    "left_out": N_("left out"),
    "no_code": N_("no code in this line"),
    "no_date": N_("no date that can be read"),
    "no_lesson": N_("no lessons: {why}"),
    "present": N_("was present"),
    "same_line": N_("the same as {other}"),
    "other_line": N_("for this half-day {other} is taken"),
    "noted": N_("is in the case already"),
    "noted_other": N_("the case has {other} for this half-day"),
    "pupil_asked": N_("who is this?"),
    "pupil_left_out": N_("this person is left out"),
    "nobody": N_("nobody with this name or number has a case"),
}
TONES = {"written": "ok", "replaces": "info", "asked": "warn", "pupil_asked": "warn"}
CAN_BE_KEPT = frozenset({"no_lesson", "other_line", "noted_other", "left_out", "code_left_out"})


def state_text(one: ListedHalfDay) -> str:
    """Say what happens to one half-day."""
    return _(STATES[one.state]).format(raw=one.raw, other=one.other, why=one.why)


def half_day_text(one: ListedHalfDay) -> str:
    """Name a half-day: 14/09/2026, morning."""
    if one.half_day is None:
        return one.why or "?"
    day = numeric_date(one.half_day.on)
    return f"{day}, {label('part', one.half_day.part).lower()}" if one.cell.part else day


def where_text(plan: AbsencePlan, place: Place) -> str:
    """Name a row of the list."""
    return place_text(plan.caseload, place)


def describe_absences(plan: AbsencePlan) -> list[str]:
    """Say in a few sentences what reading the list would do, the most important first."""
    halves = plan.half_days
    written = sum(one.is_written for one in halves)
    people = len({plan.pupil(one.pupil).chosen for one in halves if one.is_written})
    said = [
        ngettext("{count} half-day is written", "{count} half-days are written", written).format(
            count=written
        )
        + " "
        + ngettext("for {count} young person.", "for {count} young people.", people).format(count=people),
        _questions(plan),
        _left(plan),
    ]
    counts: dict[str, int] = {}
    for row in plan.caseload.skipped:
        counts[row.reason] = counts.get(row.reason, 0) + 1
    for reason, count in counts.items():
        text = ngettext("{count} row is skipped: {reason}.", "{count} rows are skipped: {reason}.", count)
        sentence = skip_sentence(reason)
        said.append(text.format(count=count, reason=sentence[:1].lower() + sentence[1:]))
    if plan.caseload.national_numbers:
        count = plan.caseload.national_numbers
        text = ngettext(
            "{count} national number was recognised. It is not stored.",
            "{count} national numbers were recognised. They are not stored.",
            count,
        )
        said.append(text.format(count=count))
    return [sentence for sentence in said if sentence]


def answer_first(plan: AbsencePlan) -> str:
    """Say that questions wait; empty when nothing does."""
    count = plan.open_questions
    text = ngettext(
        "Answer {count} question first: nothing is guessed.",
        "Answer {count} questions first: nothing is guessed.",
        count,
    )
    return text.format(count=count) if count else ""


def _questions(plan: AbsencePlan) -> str:
    count = plan.open_questions
    text = ngettext("{count} question is still open.", "{count} questions are still open.", count)
    return text.format(count=count) if count else ""


def _left(plan: AbsencePlan) -> str:
    count = sum(not one.is_written for one in plan.half_days)
    text = ngettext(
        "{count} half-day or line is listed with its reason.",
        "{count} half-days or lines are listed with their reason.",
        count,
    )
    return text.format(count=count) if count else ""
