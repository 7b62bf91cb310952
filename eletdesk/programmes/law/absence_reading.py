"""Read resources/rules/absences.toml and refuse any mistake in it, named by file and key."""

from datetime import date

from eletdesk.programmes.definition_table import DefinitionTable, refuse_doubles
from eletdesk.programmes.law import absence_rules as a
from eletdesk.programmes.reading import COMMUNITIES, opened_definition, read_sources
from eletdesk.translation import _

_LONGEST_CODE = 10
TIME_OUTS = ("naft", "internal", "temporary_exclusion", "preventive_suspension", "sas")


def read_absence_rules(text: str, name: str) -> a.AbsenceRules:
    """Read the rules from a TOML text; a mistake names the file and the key."""
    top = opened_definition(text, name)
    read_sources(top)
    unknown = top.table("unknown_code")
    rules = a.AbsenceRules(
        tuple(_code(table) for table in _lines(top, "codes", "community", "code", "valid_from")),
        tuple(_conversion(table) for table in _lines(top, "conversions", "community", "valid_from")),
        tuple(_threshold(table) for table in _lines(top, "thresholds", "code")),
        tuple(
            _time_out_code(table)
            for table in _lines(top, "time_out_codes", "community", "kind", "valid_from")
        ),
        a.UnknownCode(unknown.label("label"), unknown.basis()),
    )
    unknown.done()
    top.done()
    return rules


def _lines(top: DefinitionTable, key: str, *unique: str) -> tuple[DefinitionTable, ...]:
    tables = top.tables(key)
    refuse_doubles(tables, *unique)
    return tables


def _until(table: DefinitionTable) -> date | None:
    """Return the first day on which a line holds no more, None where it still does."""
    if not table.has("valid_until"):
        return None
    until = table.day("valid_until")
    if until <= table.day("valid_from"):
        table.refuse("valid_until", _("The end is before the start."))
    return until


def _letters(table: DefinitionTable) -> str:
    """Return a code as schools write it: a few signs, not only letters."""
    code = table.text("code")
    if len(code) > _LONGEST_CODE or code != code.strip().upper():
        table.refuse("code", _("A code is at most 10 signs, in capitals."))
    return code


def _code(table: DefinitionTable) -> a.AbsenceCode:
    code = a.AbsenceCode(
        table.one_of("community", COMMUNITIES), _letters(table), table.one_of("kind", a.KINDS),
        table.label("label"), table.basis(), _until(table), table.yes("is_offered", default=True),
    )  # fmt: skip
    table.done()
    return code


def _conversion(table: DefinitionTable) -> a.Conversion:
    conversion = a.Conversion(
        table.code(), table.one_of("community", COMMUNITIES), table.one_of("method", a.METHODS),
        table.label("label"), table.basis(), table.whole("periods", least=1, default=1),
        table.whole("unknown_periods", least=1, default=1), _until(table),
    )  # fmt: skip
    table.done()
    return conversion


def _threshold(table: DefinitionTable) -> a.Threshold:
    threshold = a.Threshold(
        code=table.code(),
        community=table.one_of("community", COMMUNITIES),
        half_days=table.whole("half_days", least=1),
        action=table.one_of("action", a.ACTIONS),
        label=table.label("label"),
        basis=table.basis(),
        years=table.whole("years", least=1, default=1),
        is_exceeded=table.yes("is_exceeded", default=False),
        is_on=table.yes("is_on", default=True),
        valid_until=_until(table),
    )
    table.done()
    return threshold


def _time_out_code(table: DefinitionTable) -> a.TimeOutCode:
    code = a.TimeOutCode(
        table.one_of("community", COMMUNITIES), table.one_of("kind", TIME_OUTS), _letters(table),
        table.yes("asks_agreement", default=False), table.basis(), _until(table),
    )  # fmt: skip
    table.done()
    return code
