"""Whether somebody is an early leaver by the Flemish definition and by Eurostat's, and why, in words."""

from collections.abc import Iterator
from datetime import date, timedelta

from eletdesk.programmes.anniversaries import years_later
from eletdesk.programmes.law.condition import Condition, Verdict, verdict
from eletdesk.programmes.law.early_leaving import (
    EarlyLeaving,
    EurostatDefinition,
    FlemishDefinition,
    Schooling,
)
from eletdesk.translation import _, ngettext


def flemish_early_leaver(school: Schooling, on: date, rules: EarlyLeaving) -> Verdict:
    """Tell whether the Flemish administrative definition counts somebody as an early school leaver.

    Statistics Flanders: 18 to 25, left a regular qualifying track of Flemish secondary education without
    one of six qualifications; OV1, OV2 and an individually adapted curriculum are not counted (rule 20).
    """
    asked = rules.flemish
    conditions = (
        Condition("age", *_age(school.birth_on, on, asked.from_age, asked.last_age), asked.basis),
        Condition("left", *_left(school), asked.basis),
        Condition("track", *_track(school, asked), asked.basis),
        Condition("qualification", *_flemish_qualification(school, rules), asked.basis),
    )
    return verdict(conditions, asked.basis)


def eurostat_early_leaver(school: Schooling, on: date, rules: EarlyLeaving) -> Verdict:
    """Tell whether Eurostat's definition counts somebody as an early leaver.

    18 to 24, at most ISCED 2, no formal or non-formal education or training in the four weeks before.
    """
    asked = rules.eurostat
    conditions = (
        Condition("age", *_age(school.birth_on, on, asked.from_age, asked.last_age), asked.basis),
        Condition("level", *_level(school, rules), asked.basis),
        Condition("training", *_training(school, on, asked), asked.basis),
    )
    return verdict(conditions, asked.basis)


def compulsory_until(birth_on: date, rules: EarlyLeaving) -> date:
    """Return the birthday on which compulsory education ends."""
    return years_later(birth_on, rules.compulsory.until_age)


def next_change_on(school: Schooling, on: date, rules: EarlyLeaving) -> date | None:
    """Return the first day after `on` on which a flag can change by itself; None when there is none."""
    return min((day for day in _turning_days(school, rules) if day > on), default=None)


def _turning_days(school: Schooling, rules: EarlyLeaving) -> Iterator[date]:
    if school.birth_on is not None:
        ages = (
            rules.flemish.from_age,
            rules.flemish.last_age + 1,
            rules.eurostat.from_age,
            rules.eurostat.last_age + 1,
        )
        yield from (years_later(school.birth_on, age) for age in ages)
    if school.left_on is not None:
        yield school.left_on + timedelta(days=1)
        yield school.left_on + timedelta(days=rules.eurostat.days_without_training + 1)


def _age(birth_on: date | None, on: date, from_age: int, last_age: int) -> tuple[bool | None, str]:
    if birth_on is None:
        return None, _("The birth date is not known.")
    years = on.year - birth_on.year - ((on.month, on.day) < (birth_on.month, birth_on.day))
    said = ngettext("{age} year old", "{age} years old", years).format(age=years)
    is_met = years_later(birth_on, from_age) <= on < years_later(birth_on, last_age + 1)
    if is_met:
        return True, _("{age}, between {first} and {last}.").format(age=said, first=from_age, last=last_age)
    return False, _("{age}, not between {first} and {last}.").format(age=said, first=from_age, last=last_age)


def _left(school: Schooling) -> tuple[bool | None, str]:
    if school.is_enrolled is None:
        return None, _("No school is known.")
    if school.is_enrolled:
        return False, _("Still enrolled at a school.")
    if school.left_on is None:
        return True, _("No longer enrolled at a school.")
    return True, _("Left school on {date}.").format(date=_said(school.left_on))


def _track(school: Schooling, asked: FlemishDefinition) -> tuple[bool | None, str]:
    if not school.community:
        return None, _("No school is known.")
    if school.community != "flemish":
        return False, _("The last school is not of the Flemish Community.")
    if school.training_form in asked.excluded_training_forms:
        return False, _("Special education of form 1 or 2 is not counted.")
    if school.is_individual_curriculum and asked.excludes_individual_curriculum:
        return False, _("An individually adapted curriculum is not counted.")
    return True, _("A track that leads to a qualification.")


def _flemish_qualification(school: Schooling, rules: EarlyLeaving) -> tuple[bool | None, str]:
    known = [found for code in school.qualifications if (found := rules.qualification(code))]
    for found in known:
        if found.counts_flemish:
            return False, _("Has a qualification: {name}.").format(name=found.label.said())
    if not known:
        return None, _("Not known whether there is a qualification.")
    return True, _("Has none of the qualifications that count.")


def _level(school: Schooling, rules: EarlyLeaving) -> tuple[bool | None, str]:
    known = [found for code in school.qualifications if (found := rules.qualification(code))]
    highest = rules.eurostat.highest_isced
    for found in known:
        if found.isced is not None and found.isced > highest:
            return False, _("Has more than lower secondary education: {name}.").format(
                name=found.label.said()
            )
    for found in known:
        if found.isced is None:
            return None, _("The European level of this certificate is not known: {name}.").format(
                name=found.label.said()
            )
    if not known:
        return None, _("Not known whether there is a qualification.")
    return True, _("At most lower secondary education.")


def _training(school: Schooling, on: date, asked: EurostatDefinition) -> tuple[bool | None, str]:
    if school.is_enrolled or school.occupation in asked.in_training:
        return False, _("In education or training now.")
    first = on - timedelta(days=asked.days_without_training)
    if school.left_on is not None and school.left_on >= first:
        return False, _("Was at school in the last four weeks.")
    if school.had_recent_training is None:
        return None, _("Not known whether there was a lesson or training in the last four weeks.")
    if school.had_recent_training:
        return False, _("Had a lesson or training in the last four weeks.")
    return True, _("No lesson or training in the last four weeks.")


def _said(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
