"""Read programme definitions from resources/programmes and refuse any that has a mistake."""

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from eletdesk.errors import NotFoundError
from eletdesk.locations import resources_folder
from eletdesk.programmes import definition as d
from eletdesk.programmes import reading_parts as parts
from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.definition_parts import COLOURS
from eletdesk.programmes.definition_table import DefinitionTable, refuse_doubles
from eletdesk.programmes.facts import ANSWER, KNOWN_FACTS
from eletdesk.programmes.label import Source
from eletdesk.translation import _

COMMUNITIES = (*parts.COMMUNITIES, "both")

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
    label = top.label("label")
    programme = d.Programme(
        code=top.code(),
        version=top.whole("version", least=1),
        label=label,
        short=top.label("short"),
        what=top.label("what", default=label),
        community=top.one_of("community", COMMUNITIES),
        is_compulsory=top.yes("is_compulsory", default=False),
        valid_until=top.day("valid_until") if top.has("valid_until") else None,
        ages=_ages(top),
        dossiers=top.texts("dossiers", default=()),
        words=parts.read_words(top),
        levels=parts.read_levels(top),
        building_blocks=parts.read_choices(top, "building_blocks"),
        reasons=parts.read_reasons(top),
        modes=parts.read_choices(top, "modes"),
        units=parts.read_units(top),
        buckets=parts.read_buckets(top),
        retention=parts.read_retention(top.table("retention")),
        absence=parts.read_absence(top.table("absence")) if top.has("absence") else None,
        school_year=parts.read_school_year(top.table("school_year")),
        report_profile=parts.read_report_profile(top.table("report_profile")),
        sources=sources,
        text=text,
        **_linked_parts(top),
    )
    top.done()
    return programme


def _linked_parts(top: DefinitionTable) -> dict[str, Any]:
    """Read the parts that name one another: stages, gates, clocks, follow-ups, tasks and questions."""
    stages = [table.code() for table in parts.unique_tables(top, "stages")]
    questions = parts.read_questions(top, stages)
    outcomes = parts.read_outcomes(top, "outcomes")
    clocks = parts.read_clocks(top, stages)
    clock_codes = {clock.code for clock in clocks}
    return {
        "stages": _stages(top, [question.code for question in questions]),
        "outcomes": outcomes,
        "clocks": clocks,
        "follow_ups": parts.read_follow_ups(top, clock_codes, outcomes),
        "tasks": parts.read_tasks(top, stages, clock_codes),
        "questions": questions,
    }


def _ages(top: DefinitionTable) -> tuple[int, int] | None:
    """Return the youngest and the oldest age that the programme is for; None for any age."""
    if not top.has("ages"):
        return None
    ages = top.wholes("ages")
    if len(ages) != 2 or not 0 < ages[0] <= ages[1]:
        top.refuse("ages", _("Give two numbers: the youngest and the oldest age."))
    return ages[0], ages[1]


def _stages(top: DefinitionTable, questions: Collection[str]) -> tuple[d.Stage, ...]:
    """Read the stages in their order; the last one, and only that, is final."""
    tables = parts.unique_tables(top, "stages")
    codes = [table.code() for table in tables]
    gates = _gates(top, codes, questions)
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
                code=table.code(),
                label=table.label("label"),
                short=table.label("short"),
                what=table.label("what"),
                colour=table.one_of("colour", COLOURS),
                is_optional=is_optional,
                is_final=is_final,
                gates=tuple(gates.get(code, ())),
                basis=table.basis(),
            )
        )
        table.done()
    return tuple(stages)


def _gates(
    top: DefinitionTable, stages: Collection[str], questions: Collection[str]
) -> Mapping[str, list[d.Gate]]:
    """Read the gates, by the stage that they stand before."""
    known = [*KNOWN_FACTS, *(ANSWER + question for question in questions)]
    gates: dict[str, list[d.Gate]] = {}
    for table in parts.unique_tables(top, "gates", "stage", "needs", least=0):
        stage = table.one_of("stage", stages)
        gate = d.Gate(
            needs=table.one_of("needs", known),
            asks=table.label("asks"),
            to_do=table.label("to_do"),
            reason_field=table.text("reason_field", default="reason"),
            basis=table.basis(),
        )
        table.done()
        gates.setdefault(stage, []).append(gate)
    return gates


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
