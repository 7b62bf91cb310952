"""The lists of the school career as choices of a sheet, and school delay in words."""

from collections.abc import Iterable
from datetime import date

from eletdesk.domain.school_calendar import Community, school_year_of
from eletdesk.programmes.law.early_leaving import early_leaving
from eletdesk.programmes.law.school_career import (
    NamedCode,
    SchoolDelay,
    grade_of_words,
    school_career,
    school_delay,
)
from eletdesk.programmes.reference import all_municipalities
from eletdesk.translation import _, ngettext

Choices = list[tuple[str, str]]

YES_NO_CODES = {None: "", True: "yes", False: "no"}
"""The code of a choice for yes, no or not known."""

YES_NO = {code: value for value, code in YES_NO_CODES.items()}


def yes_no_choices() -> Choices:
    """Return not known, yes and no."""
    return [("", _("Not known")), ("yes", _("Yes")), ("no", _("No"))]


def _named(lines: Iterable[NamedCode], kept: str) -> Choices:
    """Return a list with nothing first; what is kept and not in the list stays a choice."""
    found = [("", _("Not known"))] + [(line.code, line.label.said()) for line in lines]
    return found if kept in dict(found) else [*found, (kept, kept)]


def study_domain_choices(kept: str = "") -> Choices:
    """Return the study domains."""
    return _named(school_career().study_domains, kept)


def attest_choices(kept: str = "") -> Choices:
    """Return the certificates at the end of a year."""
    return _named(school_career().attests, kept)


def qualification_choices(kept: str = "") -> Choices:
    """Return the qualifications that the definitions of early leaving look at."""
    lines = [(one.code, one.label.said()) for one in early_leaving().qualifications]
    found = [("", _("Not known")), *lines]
    return found if kept in dict(found) else [*found, (kept, kept)]


def exit_position_choices(finality: str, training_form: str, kept: str = "") -> Choices:
    """Return the exit positions, those that fit the finality first and named as a proposal."""
    career = school_career()
    proposed = career.proposed_positions(finality, training_form)
    lines = sorted(
        career.exit_positions,
        key=lambda one: proposed.index(one.code) if one.code in proposed else len(proposed),
    )
    found = [("", _("Not known"))]
    for line in lines:
        said = line.label.said()
        fits = _("{position}, fits the finality").format(position=said)
        found.append((line.code, fits if line.code in proposed else said))
    return found if kept in dict(found) else [*found, (kept, kept)]


def municipality_choices(kept: str = "") -> Choices:
    """Return the municipalities of Flanders and Brussels by name."""
    found = [("", _("Not known"))] + [(one.nis, one.name) for one in all_municipalities()]
    return found if kept in dict(found) else [*found, (kept, kept)]


def number_choices(most: int, first: str = "") -> Choices:
    """Return the numbers 1 to most, after what stands for none of them."""
    return [("0", first or _("Not known")), *((str(number), str(number)) for number in range(1, most + 1))]


def delay_of(
    birth_on: date | None,
    year_label: str,
    grade: tuple[int, int],
    ended_on: date | None,
    community: Community,
    repeated: int,
    today: date,
) -> tuple[SchoolDelay, int]:
    """Return the delay of what stands in a sheet, and the school year that it was counted for."""
    rule = school_career().delay
    known = grade if all(grade) else grade_of_words(year_label, rule)
    year = school_year_of(min(today, ended_on or today), community).first_year
    return school_delay(birth_on, *known, year, repeated, rule), year


def say_delay(delay: SchoolDelay, first_year: int) -> str:
    """Say the delay, which of both it comes from, and that they differ."""
    if delay.years is None:
        return _("School delay: not known. Give the birth date and the grade.")
    years = ngettext("{count} year", "{count} years", delay.years).format(count=delay.years)
    said = [_("School delay: {years}").format(years=years if delay.years else _("none"))]
    if delay.used == "birth_year":
        said.append(_("by birth year, school year {year}").format(year=f"{first_year}-{first_year + 1}"))
    else:
        said.append(_("by the years repeated"))
    if delay.differs:
        repeated = ngettext("{count} year", "{count} years", delay.repeated_years)
        said.append(
            _("{years} repeated was written down").format(years=repeated.format(count=delay.repeated_years))
        )
    return " · ".join(said)
