"""Count the young people of a period into tables; whether a table may leave the desk is decided in safety."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from eletdesk.domain.ages import AGE_BANDS, OTHER_AGE, UNKNOWN_AGE, age_band, age_on
from eletdesk.statistics.facts import Facts, Period
from eletdesk.statistics.population import Counted, population, stage_on
from eletdesk.translation import _

# parts: rows whose sum a reader knows or can compute; "open" means the same people in each table
KNOWN, OPEN, CLOSED = "known", "open", "closed"

CLOSED_ROW, OPEN_ROW, OTHER_ROW, UNKNOWN_ROW = "closed", "open", "other", "unknown"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it counts, in words, and how many young people."""

    code: str
    label: str
    count: int
    part: str = KNOWN


@dataclass(frozen=True, slots=True)
class Table:
    """Young people counted by one property.

    Without is_overlapping each person is in exactly one row and the rows add up to total. With it a person
    can be in several rows, and total is still the number of people.
    """

    code: str
    title: str
    columns: tuple[str, str]
    rows: tuple[Row, ...]
    total: int
    note: str
    unit: str
    is_overlapping: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """The words for codes, in the order of the rows; they come from the programme, not from here."""

    stages: Mapping[str, str]
    genders: Mapping[str, str]
    reasons: Mapping[str, str]
    outcomes: Mapping[str, str]
    #: The programmes that are worked with, when there are several.
    programmes: Mapping[str, str] = field(default_factory=dict)


def summary_tables(facts: Facts, period: Period, labels: Labels) -> tuple[Table, ...]:
    """Return all tables of a summary, exact and unprotected: for the own screen, never for a file."""
    people = population(facts, period)
    return (
        _people_table(people),
        *([_programme_table(people, labels.programmes)] if labels.programmes else []),
        _stage_table(people, period, labels.stages),
        _age_table(people, period),
        _gender_table(people, labels.genders),
        _reason_table(people, labels.reasons),
        _outcome_table(people, labels.outcomes),
    )


def _people_table(people: tuple[Counted, ...]) -> Table:
    """Count everybody."""
    row = Row("people", _("Young people in guidance"), len(people))
    return _table("people", _("Young people"), (row,), people, _("Everybody with a pathway in this period."))


def _programme_table(people: tuple[Counted, ...], labels: Mapping[str, str]) -> Table:
    """Count the programme that each young person is counted with."""
    rows = _rows(people, lambda one: one.pathway.programme, labels)
    note = _("Who had several pathways counts with the one that started last.")
    return _table("programme", _("Programme"), rows, people, note)


def _stage_table(people: tuple[Counted, ...], period: Period, labels: Mapping[str, str]) -> Table:
    """Count the stage on the last day; closed pathways are one row, whatever their last stage was called."""
    open_people = [one for one in people if not one.is_closed]
    rows = _rows(open_people, lambda one: stage_on(one.pathway, period.last_day), labels, part=OPEN)
    closed = Row(CLOSED_ROW, _("Closed in this period"), len(people) - len(open_people), CLOSED)
    return _table("stage", _("Stage"), (*rows, closed), people, _("The stage on the last day of the period."))


def _age_table(people: tuple[Counted, ...], period: Period) -> Table:
    """Count the age band on the last day."""

    def band(one: Counted) -> str:
        birth_on = one.person.birth_on
        found = age_band(None if birth_on is None else age_on(birth_on, period.last_day))
        return "" if found == UNKNOWN_AGE else found

    words = {code: _("{band} years").format(band=code.replace("-", "–")) for code in AGE_BANDS}
    words[OTHER_AGE] = _("Another age")
    rows = [row for row in _rows(people, band, words) if row.code != OTHER_AGE or row.count]
    return _table("age", _("Age"), rows, people, _("The age on the last day of the period."))


def _gender_table(people: tuple[Counted, ...], labels: Mapping[str, str]) -> Table:
    """Count gender."""
    rows = _rows(people, lambda one: "" if one.person.gender == "unknown" else one.person.gender, labels)
    return _table("gender", _("Gender"), rows, people, "")


def _reason_table(people: tuple[Counted, ...], labels: Mapping[str, str]) -> Table:
    """Count who has each reason; somebody with two reasons is in two rows."""
    counts: Counter[str] = Counter()
    for one in people:
        codes = {code if code in labels else OTHER_ROW for code in one.pathway.reasons if code}
        counts.update(codes or {UNKNOWN_ROW})
    note = _("A young person can have several reasons; the total counts people, so the rows add up to more.")
    return _table("reason", _("Reason"), _labelled(counts, labels, KNOWN), people, note, is_overlapping=True)


def _outcome_table(people: tuple[Counted, ...], labels: Mapping[str, str]) -> Table:
    """Count the outcome of pathways closed in the period; all others are one row."""
    closed_people = [one for one in people if one.is_closed]
    rows = _rows(closed_people, lambda one: one.pathway.outcome, labels, part=CLOSED)
    still_open = Row(OPEN_ROW, _("Guidance goes on"), len(people) - len(closed_people), OPEN)
    note = _("The outcome of pathways that were closed in this period.")
    return _table("outcome", _("Outcome"), (*rows, still_open), people, note)


def _table(
    code: str,
    title: str,
    rows: Iterable[Row],
    people: tuple[Counted, ...],
    note: str,
    *,
    is_overlapping: bool = False,
) -> Table:
    """Put a table together; all tables of a summary have the same total."""
    columns = (title, _("Young people"))
    return Table(code, title, columns, tuple(rows), len(people), note, _("young people"), is_overlapping)


def _rows(
    people: Iterable[Counted], code_of: Callable[[Counted], str], labels: Mapping[str, str], part: str = KNOWN
) -> list[Row]:
    """Count people by one code each; '' is not recorded, a code without a label goes to "other"."""
    counts: Counter[str] = Counter()
    for one in people:
        code = code_of(one)
        counts[UNKNOWN_ROW if not code else code if code in labels else OTHER_ROW] += 1
    return _labelled(counts, labels, part)


def _labelled(counts: Mapping[str, int], labels: Mapping[str, str], part: str) -> list[Row]:
    """Return a row per label, also when it counts nobody; "other" and "not recorded" only when needed."""
    shown = {code: label for code, label in labels.items() if code not in (OTHER_ROW, UNKNOWN_ROW)}
    rows = [Row(code, label, counts.get(code, 0), part) for code, label in shown.items()]
    if counts.get(OTHER_ROW) or OTHER_ROW in labels:
        rows.append(Row(OTHER_ROW, labels.get(OTHER_ROW, _("Other")), counts.get(OTHER_ROW, 0), part))
    if counts.get(UNKNOWN_ROW):
        label = labels.get(UNKNOWN_ROW, _("Not recorded"))
        rows.append(Row(UNKNOWN_ROW, label, counts[UNKNOWN_ROW], part))
    return rows
