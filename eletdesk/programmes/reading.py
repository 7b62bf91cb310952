"""Read programme definitions from resources/programmes and refuse any that has a mistake."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from eletdesk.errors import NotFoundError
from eletdesk.locations import resources_folder
from eletdesk.programmes import definition as d
from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.definition_table import DefinitionTable, refuse_doubles
from eletdesk.programmes.facts import KNOWN_FACTS
from eletdesk.programmes.label import Source
from eletdesk.translation import _

COMMUNITIES = ("flemish", "french")
COUNTS = ("pathways", "half_days", "average", "level", "referrer", "school", "open_at_year_end", "outcome")
EXCLUDES = ("no_show", "cancelled")

Programmes = dict[tuple[str, int], d.Programme]


def opened_definition(text: str, name: str) -> DefinitionTable:
    """Return the top table of a definition file, or say where it is not TOML."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = str(error).rpartition("(")[2].rstrip(")")
        raise BrokenProgrammeError(name, place, _("This is not a TOML file.")) from None
    return DefinitionTable(name, "", content)


def read_sources(top: DefinitionTable) -> tuple[Source, ...]:
    """Read the list of sources and make it known to the tables of this file."""
    tables = top.tables("sources")
    refuse_doubles(tables)
    sources = []
    for table in tables:
        sources.append(Source(table.code(), table.label("title"), table.text("place")))
        table.done()
    top.sources = {source.code: source for source in sources}
    return tuple(sources)


def read_programme(text: str, name: str) -> d.Programme:
    """Read one definition; name is the file's name in an error."""
    top = opened_definition(text, name)
    sources = read_sources(top)
    programme = d.Programme(
        code=top.code(),
        version=top.whole("version", least=1),
        label=top.label("label"),
        short=top.label("short"),
        community=top.one_of("community", COMMUNITIES),
        stages=_stages(top),
        levels=tuple(_level(table) for table in _choices(top, "levels")),
        building_blocks=tuple(_choice(table) for table in _choices(top, "building_blocks")),
        reasons=tuple(_reason(table) for table in _choices(top, "reasons")),
        modes=tuple(_choice(table) for table in _choices(top, "modes")),
        outcomes=tuple(_outcome(table) for table in _choices(top, "outcomes")),
        units=tuple(_unit(table) for table in _choices(top, "units")),
        buckets=tuple(_bucket(table) for table in _choices(top, "buckets")),
        clocks=tuple(_clock(table) for table in _choices(top, "clocks", "code", "valid_from")),
        retention=_retention(top.table("retention")),
        absence=_absence(top.table("absence")) if top.has("absence") else None,
        school_year=_school_year(top.table("school_year")),
        report_profile=_report_profile(top.table("report_profile")),
        sources=sources,
    )
    top.done()
    return programme


def _choices(top: DefinitionTable, key: str, *unique: str) -> tuple[DefinitionTable, ...]:
    """Return the tables of one list, none of them twice."""
    tables = top.tables(key)
    refuse_doubles(tables, *unique)
    return tables


def _stages(top: DefinitionTable) -> tuple[d.Stage, ...]:
    """Read the stages in their order; the last one, and only that, is final."""
    tables = _choices(top, "stages")
    codes = [table.code() for table in tables]
    gates = _gates(top, codes)
    stages = []
    for code, table in zip(codes, tables, strict=True):
        is_final = table.yes("is_final", default=False)
        if is_final != (code == codes[-1]):
            table.refuse("is_final", _("The last stage, and only the last, is final."))
        is_optional = table.yes("is_optional", default=False)
        if is_optional and code in {codes[0], codes[-1]}:
            table.refuse("is_optional", _("The first and the last stage cannot be left out."))
        stages.append(
            d.Stage(
                code=code,
                label=table.label("label"),
                short=table.label("short"),
                what=table.label("what"),
                colour=table.one_of("colour", d.COLOURS),
                is_optional=is_optional,
                is_final=is_final,
                gates=tuple(gates.get(code, ())),
                basis=table.basis(),
            )
        )
        table.done()
    return tuple(stages)


def _gates(top: DefinitionTable, stages: list[str]) -> Mapping[str, list[d.Gate]]:
    """Read the gates, by the stage that they stand before."""
    gates: dict[str, list[d.Gate]] = {}
    tables = top.tables("gates", least=0)
    refuse_doubles(tables, "stage", "needs")
    for table in tables:
        stage = table.one_of("stage", stages)
        gate = d.Gate(
            needs=table.one_of("needs", KNOWN_FACTS),
            asks=table.label("asks"),
            to_do=table.label("to_do"),
            reason_field=table.text("reason_field", default="reason"),
            basis=table.basis(),
        )
        table.done()
        gates.setdefault(stage, []).append(gate)
    return gates


def _choice(table: DefinitionTable) -> d.Choice:
    choice = d.Choice(table.code(), table.label("label"), table.basis())
    table.done()
    return choice


def _level(table: DefinitionTable) -> d.Level:
    level = d.Level(table.code(), table.label("label"), table.basis(), table.yes("has_participants"))
    table.done()
    return level


def _reason(table: DefinitionTable) -> d.Reason:
    category = table.one_of("category", d.REASON_CATEGORIES)
    reason = d.Reason(table.code(), table.label("label"), table.basis(), category)
    table.done()
    return reason


def _outcome(table: DefinitionTable) -> d.Outcome:
    outcome_class = table.one_of("class", d.OUTCOME_CLASSES)
    outcome = d.Outcome(table.code(), table.label("label"), table.basis(), outcome_class)
    table.done()
    return outcome


def _unit(table: DefinitionTable) -> d.Unit:
    unit = d.Unit(
        code=table.code(),
        label=table.label("label"),
        basis=table.basis(),
        minutes=table.whole("minutes", least=1),
        step=table.number("step"),
        smallest=table.number("smallest"),
        rounding=table.one_of("rounding", d.ROUNDINGS),
    )
    table.done()
    return unit


def _bucket(table: DefinitionTable) -> d.Bucket:
    least = table.whole("least", least=1)
    bucket = d.Bucket(
        code=table.code(),
        label=table.label("label"),
        basis=table.basis(),
        unit=table.one_of("unit", d.BUCKET_UNITS),
        least=least,
        most=table.whole("most", least=least),
    )
    table.done()
    return bucket


def _clock(table: DefinitionTable) -> d.Clock:
    clock = d.Clock(
        code=table.code(),
        label=table.label("label"),
        basis=table.basis(),
        amount=table.whole("amount", least=1),
        unit=table.one_of("unit", d.CLOCK_UNITS),
    )
    table.done()
    return clock


def _retention(table: DefinitionTable) -> d.Retention:
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


def _absence(table: DefinitionTable) -> d.AbsenceCode:
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


def _school_year(table: DefinitionTable) -> d.SchoolYear:
    month, day = table.whole("month", least=1), table.whole("day", least=1)
    try:
        date(2001, month, day)
    except ValueError:
        table.refuse("day", _("This day does not exist."))
    year = d.SchoolYear(month, day, table.yes("counts_once"), table.basis())
    table.done()
    return year


def _report_profile(table: DefinitionTable) -> d.ReportProfile:
    profile = d.ReportProfile(
        code=table.code(),
        label=table.label("label"),
        counts=table.texts("counts", COUNTS),
        reference_half_days=table.number("reference_half_days"),
        basis=table.basis(),
    )
    table.done()
    return profile


def load_programmes(folder: Path | None = None) -> Programmes:
    """Read every programme of a folder, by code and version; by default those of the house."""
    found: Programmes = {}
    for path in sorted((folder or resources_folder() / "programmes").glob("*.toml")):
        programme = read_programme(path.read_text(encoding="utf-8"), path.name)
        key = (programme.code, programme.version)
        if key in found:
            raise BrokenProgrammeError(path.name, "version", _("This programme and version exist already."))
        found[key] = programme
    return found


@cache
def house_programmes() -> Mapping[tuple[str, int], d.Programme]:
    """Return the programmes of the house, read once."""
    return load_programmes()


def newest_programme(programmes: Mapping[tuple[str, int], d.Programme], code: str) -> d.Programme:
    """Return the newest version of a programme, for a pathway that starts now."""
    versions = [programme for (its_code, _version), programme in programmes.items() if its_code == code]
    if not versions:
        raise NotFoundError(_("This programme is not there."))
    return max(versions, key=lambda programme: programme.version)
