"""Rule 19: the Youth Guarantee as data - terms from leaving education or from an exit, offers, ages."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from eletdesk.errors import InvalidInputError
from eletdesk.programmes.anniversaries import years_later
from eletdesk.programmes.definition_table import DefinitionTable
from eletdesk.programmes.label import Basis, Label
from eletdesk.programmes.law.month_terms import months_later
from eletdesk.programmes.law.rule_file import house_rules_text, lines_of, opened_rules
from eletdesk.translation import _

REGIONS = ("all", "flanders", "brussels")
STARTS = ("left_education", "exit")
LOOKS_FOR = ("information", "offer", "situation")


@dataclass(frozen=True, slots=True)
class Term:
    """One term in months: what starts it, and whether its end looks for an offer or for how somebody is."""

    code: str
    label: Label
    region: str
    starts: str
    months: int
    looks_for: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Finding:
    """What may be found at the end of a term; occupations are those of a situation that says the same."""

    code: str
    label: Label
    found_by: tuple[str, ...]
    is_positive: bool
    occupations: tuple[str, ...]
    region: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class AgeLimit:
    """From one birthday until the day before another one."""

    region: str
    from_age: int
    until_age: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class AgeBand:
    """A band of ages for figures; until_age itself is not in it."""

    code: str
    from_age: int
    until_age: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class Notice:
    """How long beforehand a term asks for attention; our choice."""

    follow_up_days: int
    offer_weeks: int
    birthday_days: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class AttemptRhythm:
    """After how many days one tries again, after each attempt without an answer; the last one stays."""

    wait_days: tuple[int, ...]
    title: Label
    basis: Basis

    def wait_after(self, attempts: int) -> int:
        """Return the days to wait after so many attempts in a row without an answer, at least one."""
        return self.wait_days[min(max(attempts, 1), len(self.wait_days)) - 1]


Dated = TypeVar("Dated", Term, AgeLimit)


@dataclass(frozen=True, slots=True)
class YouthGuarantee:
    """All rules about the Youth Guarantee, its follow-up and the outreach before it."""

    terms: tuple[Term, ...]
    findings: tuple[Finding, ...]
    ages: tuple[AgeLimit, ...]
    age_bands: tuple[AgeBand, ...]
    notice: Notice
    attempts: AttemptRhythm

    def terms_from(self, starts: str, region: str, on: date) -> tuple[Term, ...]:
        """Return the terms that start on a day, each in the version that holds on it."""
        fitting = [term for term in self.terms if term.starts == starts]
        return _in_force(fitting, region, on, "code")

    def term(self, code: str, on: date | None = None, region: str = "flanders") -> Term | None:
        """Return a term by its code, as it holds in a region on a day; None when it is not ours.

        Who moved away from Brussels keeps the terms that started there.
        """
        found = [term for term in self.terms if term.code == code]
        held = [term for term in found if on is None or term.basis.valid_from <= on] or found
        there = [term for term in held if term.region in ("all", region)]
        return max(there or held, key=lambda term: term.basis.valid_from, default=None)

    def findings_of(self, looks_for: str, region: str) -> tuple[Finding, ...]:
        """Return what may be found at the end of a kind of term in a region."""
        return tuple(
            finding
            for finding in self.findings
            if looks_for in finding.found_by and finding.region in ("all", region)
        )

    def finding(self, code: str) -> Finding | None:
        """Return one finding; None when the code is not ours."""
        return next((finding for finding in self.findings if finding.code == code), None)

    def finding_of(self, occupation: str, looks_for: str) -> Finding | None:
        """Return the finding that says what somebody with this occupation does."""
        fitting = [finding for finding in self.findings if looks_for in finding.found_by]
        return next((finding for finding in fitting if occupation in finding.occupations), None)

    def age_limit(self, region: str, on: date) -> AgeLimit | None:
        """Return the ages for whom the guarantee is meant in a region."""
        return next(iter(_in_force(self.ages, region, on, "region")), None)


def _in_force(lines: Iterable[Dated], region: str, on: date, key: str) -> tuple[Dated, ...]:
    """Return for each key the newest line that holds on a day, in the order of the file."""
    newest: dict[str, Dated] = {}
    for line in lines:
        if line.region not in ("all", region) or line.basis.valid_from > on:
            continue
        before = newest.get(getattr(line, key))
        if before is None or before.basis.valid_from <= line.basis.valid_from:
            newest[getattr(line, key)] = line
    return tuple(newest.values())


def due_on(starts_on: date, term: Term) -> date:
    """Return the last day of a term (rule 19: an offer within four months)."""
    return months_later(starts_on, term.months)


def is_in_age(birth_on: date, on: date, limit: AgeLimit) -> bool:
    """Tell whether somebody is of the age of the guarantee: until the day before the 30th birthday."""
    return years_later(birth_on, limit.from_age) <= on < years_later(birth_on, limit.until_age)


def age_band_of(birth_on: date, on: date, bands: Collection[AgeBand]) -> str:
    """Return the code of the band of ages on a day; empty outside all bands."""
    for band in bands:
        if years_later(birth_on, band.from_age) <= on < years_later(birth_on, band.until_age):
            return band.code
    return ""


def check_finding(rules: YouthGuarantee, term: Term, code: str, region: str) -> Finding:
    """Return the finding of a term, or refuse a code that this term cannot have."""
    for finding in rules.findings_of(term.looks_for, region):
        if finding.code == code:
            return finding
    raise InvalidInputError("outcome", _("Choose what was found."))


def read_youth_guarantee(text: str, name: str) -> YouthGuarantee:
    """Read the rules from a TOML text; a mistake names the file and the key."""
    top = opened_rules(text, name)
    rules = YouthGuarantee(
        tuple(_term(table) for table in lines_of(top, "terms", "code", "region", "valid_from")),
        tuple(_finding(table) for table in lines_of(top, "outcomes")),
        tuple(_age(table) for table in lines_of(top, "ages", "region", "valid_from")),
        tuple(_band(table) for table in lines_of(top, "age_bands")),
        _notice(top.table("notice")),
        _attempts(top.table("attempts")),
    )
    top.done()
    return rules


@cache
def youth_guarantee() -> YouthGuarantee:
    """Return the rules that ship with the program."""
    return read_youth_guarantee(house_rules_text("youth_guarantee"), "youth_guarantee.toml")


def _term(table: DefinitionTable) -> Term:
    term = Term(
        table.code(), table.label("label"), table.one_of("region", REGIONS), table.one_of("starts", STARTS),
        table.whole("months", least=1), table.one_of("looks_for", LOOKS_FOR), table.basis(),
    )  # fmt: skip
    table.done()
    return term


def _finding(table: DefinitionTable) -> Finding:
    finding = Finding(
        table.code(), table.label("label"), table.texts("found_by", LOOKS_FOR), table.yes("is_positive"),
        table.texts("occupations"), table.one_of("region", REGIONS, default="all"), table.basis(),
    )  # fmt: skip
    table.done()
    return finding


def _ages(table: DefinitionTable) -> tuple[int, int]:
    from_age, until_age = table.whole("from_age", least=1), table.whole("until_age", least=1)
    if until_age <= from_age:
        table.refuse("until_age", _("This number is too small."))
    return from_age, until_age


def _age(table: DefinitionTable) -> AgeLimit:
    limit = AgeLimit(table.one_of("region", REGIONS), *_ages(table), table.basis())
    table.done()
    return limit


def _band(table: DefinitionTable) -> AgeBand:
    # The code of a band starts with a digit: it is the name that figures give it.
    band = AgeBand(table.text("code"), *_ages(table), table.basis())
    table.done()
    return band


def _notice(table: DefinitionTable) -> Notice:
    notice = Notice(
        table.whole("follow_up_days"), table.whole("offer_weeks"), table.whole("birthday_days"), table.basis()
    )
    table.done()
    return notice


def _attempts(table: DefinitionTable) -> AttemptRhythm:
    waits = table.wholes("wait_days")
    if not waits or min(waits) < 1:
        table.refuse("wait_days", _("This number is too small."))
    rhythm = AttemptRhythm(waits, table.label("title"), table.basis())
    table.done()
    return rhythm
