"""Read the parts of a programme definition, one table at a time."""

from collections.abc import Collection
from datetime import date

from eletdesk.programmes import definition_parts as d
from eletdesk.programmes import facts
from eletdesk.programmes.definition_table import DefinitionTable, refuse_doubles
from eletdesk.programmes.label import Basis
from eletdesk.translation import _

COMMUNITIES = ("flemish", "french")
COUNTS = (
    "pathways",
    "half_days",
    "hours",
    "average",
    "level",
    "referrer",
    "school",
    "open_at_year_end",
    "outcome",
    "attempts",
    "reached",
    "first_contact",
    "offers_in_time",
    "follow_ups",
    "activities",
    "participants",
    "different_participants",
    "parents_reached",
    "in_school",
    "in_school_time",
    "objectives",
    "communes",
    "absences",
    "limits",
)
EXCLUDES = ("no_show", "cancelled")


def unique_tables(
    top: DefinitionTable, key: str, *unique: str, least: int = 1
) -> tuple[DefinitionTable, ...]:
    """Return the tables of one list, none of them twice."""
    tables = top.tables(key, least=least)
    refuse_doubles(tables, *unique)
    return tables


def read_choices(top: DefinitionTable, key: str) -> tuple[d.Choice, ...]:
    """Read a list that may be left out: the building blocks or the modes."""
    return tuple(_choice(table) for table in unique_tables(top, key, least=0))


def _choice(table: DefinitionTable, basis: Basis | None = None) -> d.Choice:
    choice = d.Choice(table.code(), table.label("label"), table.basis(basis))
    table.done()
    return choice


def read_levels(top: DefinitionTable) -> tuple[d.Level, ...]:
    """Read for whom a session can be; the first is the one that is proposed."""
    levels = []
    for table in unique_tables(top, "levels"):
        levels.append(
            d.Level(table.code(), table.label("label"), table.basis(), table.yes("has_participants"))
        )
        table.done()
    return tuple(levels)


def read_reasons(top: DefinitionTable) -> tuple[d.Reason, ...]:
    """Read why a pathway can start."""
    reasons = []
    for table in unique_tables(top, "reasons", least=0):
        category = table.one_of("category", d.REASON_CATEGORIES)
        reasons.append(d.Reason(table.code(), table.label("label"), table.basis(), category))
        table.done()
    return tuple(reasons)


def read_outcomes(top: DefinitionTable, key: str, least: int = 1) -> tuple[d.Outcome, ...]:
    """Read how a pathway can end, or what a follow-up can find."""
    outcomes = []
    for table in unique_tables(top, key, least=least):
        outcome_class = table.one_of("class", d.OUTCOME_CLASSES)
        outcomes.append(d.Outcome(table.code(), table.label("label"), table.basis(), outcome_class))
        table.done()
    return tuple(outcomes)


def read_units(top: DefinitionTable) -> tuple[d.Unit, ...]:
    """Read the units of count; the programme counts in the first."""
    return tuple(_unit(table) for table in unique_tables(top, "units"))


def _unit(table: DefinitionTable) -> d.Unit:
    code = table.one_of("code", d.UNIT_CODES)
    has_minutes = code not in ("day", "month") or table.has("minutes")
    label = table.label("label")
    unit = d.Unit(
        code=code,
        label=label,
        basis=table.basis(),
        minutes=table.whole("minutes", least=1) if has_minutes else 0,
        step=table.number("step") if has_minutes else 1.0,
        smallest=table.number("smallest") if has_minutes else 1.0,
        rounding=table.one_of("rounding", d.ROUNDINGS) if has_minutes else "nearest",
        many=table.label("many", default=label),
    )
    table.done()
    return unit


def read_buckets(top: DefinitionTable) -> tuple[d.Bucket, ...]:
    """Read the labels for how long something lasted."""
    buckets = []
    for table in unique_tables(top, "buckets", least=0):
        least = table.whole("least", least=1)
        buckets.append(
            d.Bucket(
                code=table.code(),
                label=table.label("label"),
                basis=table.basis(),
                unit=table.one_of("unit", d.BUCKET_UNITS),
                least=least,
                most=table.whole("most", least=least),
            )
        )
        table.done()
    return tuple(buckets)


def read_clocks(top: DefinitionTable, stages: Collection[str]) -> tuple[d.Clock, ...]:
    """Read the terms; one code may come back with a later day from which it holds."""
    tables = unique_tables(top, "clocks", "code", "valid_from", least=0)
    return tuple(_clock(table, stages) for table in tables)


def _clock(table: DefinitionTable, stages: Collection[str]) -> d.Clock:
    starts = [*facts.CLOCK_STARTS, *(facts.STAGE_ENTERED + stage for stage in stages)]
    kind = table.one_of("kind", facts.CLOCK_KINDS, default="reminder")
    per = table.one_of("per", facts.CLOCK_PERIODS) if table.has("per") else ""
    if per and kind != "limit":
        table.refuse("per", _("Only a limit adds up over a time."))
    renewals = table.whole("renewals", default=0)
    if renewals and per != "period":
        table.refuse("renewals", _("Only a limit over a period can be renewed."))
    clock = d.Clock(
        code=table.code(),
        label=table.label("label"),
        basis=table.basis(),
        amount=table.whole("amount", least=1),
        unit=table.one_of("unit", d.CLOCK_UNITS),
        starts=table.one_of("starts", starts, default="started_on"),
        kind=kind,
        per=per,
        renewals=renewals,
        warn_at=table.share("warn_at", default=0.0),
    )
    table.done()
    return clock


def read_tasks(
    top: DefinitionTable, stages: Collection[str], clocks: Collection[str]
) -> tuple[d.TaskRule, ...]:
    """Read the tasks that follow by themselves; each moment must exist."""
    codes = {"stage:": stages, "clock:": clocks, "threshold:": facts.KNOWN_THRESHOLDS}
    moments = [*facts.TASK_MOMENTS, *(cause + code for cause, known in codes.items() for code in known)]
    tasks = []
    for table in unique_tables(top, "tasks", least=0):
        tasks.append(
            d.TaskRule(
                code=table.code(),
                label=table.label("label"),
                basis=table.basis(),
                when=table.one_of("when", moments),
                amount=table.whole("amount"),
                unit=table.one_of("unit", facts.TASK_UNITS),
            )
        )
        table.done()
    return tuple(tasks)


def read_follow_ups(
    top: DefinitionTable, clocks: Collection[str], outcomes: Collection[d.Outcome]
) -> tuple[d.FollowUpKind, ...]:
    """Read which clocks ask for a look, and what can be found then: outcomes of closing or its own."""
    own = read_outcomes(top, "follow_up_outcomes", least=0)
    by_code = {outcome.code: outcome for outcome in (*outcomes, *own)}
    found = []
    for table in unique_tables(top, "follow_ups", "clock", least=0):
        codes = table.texts("outcomes", by_code)
        if not codes:
            table.refuse("outcomes", _("This list has too few lines."))
        clock = table.one_of("clock", clocks)
        found.append(d.FollowUpKind(clock, tuple(by_code[code] for code in codes), table.basis()))
        table.done()
    return tuple(found)


def read_questions(top: DefinitionTable, stages: Collection[str]) -> tuple[d.Question, ...]:
    """Read what the programme asks; a choice takes its source from the question when it names none."""
    return tuple(_question(table, stages) for table in unique_tables(top, "questions", least=0))


def _question(table: DefinitionTable, stages: Collection[str]) -> d.Question:
    kind = table.one_of("kind", facts.QUESTION_KINDS)
    basis = table.basis()
    chooses = kind in ("choice", "many")
    if table.has("choices") and not chooses:
        table.refuse("choices", _("Only a question of kind choice or many has choices."))
    choices = unique_tables(table, "choices", least=2) if chooses else ()
    question = d.Question(
        code=table.code(),
        label=table.label("label"),
        basis=basis,
        help=table.label("help") if table.has("help") else None,
        kind=kind,
        choices=tuple(_choice(choice, basis) for choice in choices),
        stage=table.one_of("stage", stages) if table.has("stage") else "",
        is_required=table.yes("is_required", default=False),
    )
    table.done()
    return question


def read_words(top: DefinitionTable) -> tuple[d.Word, ...]:
    """Read the programme's own words for things of the program."""
    if not top.has("words"):
        return ()
    table = top.table("words")
    words = tuple(d.Word(code, table.label(code)) for code in facts.WORD_CODES if table.has(code))
    table.done()
    return words


def read_retention(table: DefinitionTable) -> d.Retention:
    """Read how long a closed file is kept."""
    retention = d.Retention(
        code=table.code(),
        label=table.label("label"),
        basis=table.basis(),
        until_age=table.whole("until_age", default=0),
        years_after_contact=table.whole("years_after_contact", default=0),
    )
    if not retention.until_age and not retention.years_after_contact:
        table.refuse("until_age", _("Give an age, years after the last contact, or both."))
    table.done()
    return retention


def read_absence(table: DefinitionTable) -> d.AbsenceCode:
    """Read the school's code for a pupil who is with the programme during lessons (rule 8)."""
    absence = d.AbsenceCode(
        code=table.text("code"),
        label=table.label("label"),
        basis=table.basis(),
        community=table.one_of("community", COMMUNITIES),
        needs_agreement=table.yes("needs_agreement"),
        excludes=table.texts("excludes", EXCLUDES),
    )
    table.done()
    return absence


def read_school_year(table: DefinitionTable) -> d.SchoolYear:
    """Read the day on which a new reporting year starts (rule 6)."""
    month, day = table.whole("month", least=1), table.whole("day", least=1)
    try:
        date(2001, month, day)
    except ValueError:
        table.refuse("day", _("This day does not exist."))
    year = d.SchoolYear(month, day, table.yes("counts_once"), table.basis())
    table.done()
    return year


def read_report_profile(table: DefinitionTable) -> d.ReportProfile:
    """Read what a summary counts."""
    profile = d.ReportProfile(
        code=table.code(),
        label=table.label("label"),
        counts=table.texts("counts", COUNTS),
        reference_half_days=table.number("reference_half_days", default=0.0),
        basis=table.basis(),
    )
    table.done()
    return profile
