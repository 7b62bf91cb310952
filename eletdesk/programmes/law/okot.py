"""Who may start a qualifying training path (OKOT): each condition met, not met or not known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from eletdesk.programmes.anniversaries import years_later
from eletdesk.programmes.definition_table import DefinitionTable
from eletdesk.programmes.label import Basis, Label
from eletdesk.programmes.law.condition import Condition, Verdict, verdict
from eletdesk.programmes.law.early_leaving import Schooling
from eletdesk.programmes.law.rule_file import house_rules_text, lines_of, opened_rules
from eletdesk.translation import _

FROM_THE_FILE = (
    "age_or_out_of_education",
    "registered_job_seeker",
    "integration_period_ended",
    "no_diploma",
)
DIPLOMAS = ("diploma_so", "cess", "higher")
NOT_SEEKING = ("in_education", "in_training", "apprenticeship", "traineeship", "in_work", "inactive")


@dataclass(frozen=True, slots=True)
class OkotCondition:
    """One condition; asks is the question that the worker answers where the file cannot."""

    code: str
    label: Label
    asks: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class OkotRules:
    """The conditions and their numbers."""

    from_age: int
    years_out_of_education: int
    wait_years: int
    conditions: tuple[OkotCondition, ...]
    basis: Basis

    @property
    def questions(self) -> tuple[str, ...]:
        """Return the codes of what the worker answers."""
        return tuple(one.asks for one in self.conditions if one.asks)


def okot_eligibility(
    school: Schooling, answers: Mapping[str, bool | None], on: date, rules: OkotRules
) -> Verdict:
    """Lay the file beside the conditions of OKOT; a list to talk about, never a refusal."""
    found = {
        "age_or_out_of_education": _age_or_out(school, on, rules),
        "registered_job_seeker": _registered(school, on),
        "integration_period_ended": _integration(school, on),
        "no_diploma": _no_diploma(school),
    }
    conditions = [
        Condition(one.code, *(found.get(one.code) or _answered(answers.get(one.asks))), one.basis, one.asks)
        for one in rules.conditions
    ]
    return verdict(conditions, rules.basis)


def _age_or_out(school: Schooling, on: date, rules: OkotRules) -> tuple[bool | None, str]:
    is_of_age = None if school.birth_on is None else years_later(school.birth_on, rules.from_age) <= on
    if is_of_age:
        return True, _("At least {age} years old.").format(age=rules.from_age)
    if school.is_enrolled:
        is_out: bool | None = False
    elif school.left_on is None:
        is_out = None
    else:
        is_out = years_later(school.left_on, rules.years_out_of_education) <= on
    if is_out:
        return True, _("Out of full-time education for at least {count} years.").format(
            count=rules.years_out_of_education
        )
    if is_of_age is None:
        return None, _("The birth date is not known.")
    if is_out is None:
        return None, _("Not known since when the young person is out of full-time education.")
    return False, _("Younger than {age}, and not out of full-time education for {count} years.").format(
        age=rules.from_age, count=rules.years_out_of_education
    )


def _registered(school: Schooling, on: date) -> tuple[bool | None, str]:
    if school.occupation in NOT_SEEKING:
        return False, _("Is not looking for work now.")
    if school.occupation != "job_seeker":
        return None, _("Not known what the young person does now.")
    if school.registered_on is None:
        return None, _("The day of registration is not known.")
    return school.registered_on <= on, _("Registered as looking for work.")


def _integration(school: Schooling, on: date) -> tuple[bool | None, str]:
    ended_on = school.integration_period_ended_on
    if ended_on is None:
        return None, _("The end of the integration period is not known.")
    if ended_on > on:
        return False, _("The integration period has not ended yet.")
    return True, _("The integration period has ended.")


def _no_diploma(school: Schooling) -> tuple[bool | None, str]:
    if any(code in DIPLOMAS for code in school.qualifications):
        return False, _("Has a diploma of secondary education.")
    if not school.qualifications:
        return None, _("Not known whether there is a qualification.")
    return True, _("No diploma of secondary education.")


def _answered(answer: bool | None) -> tuple[bool | None, str]:
    if answer is None:
        return None, _("Not answered yet.")
    return answer, _("Answered: yes.") if answer else _("Answered: no.")


def read_okot(text: str, name: str) -> OkotRules:
    """Read the rules from a TOML text; a mistake names the file and the key."""
    top = opened_rules(text, name)
    limits = top.table("limits")
    conditions = tuple(_condition(table) for table in lines_of(top, "conditions"))
    rules = OkotRules(
        limits.whole("from_age", least=1),
        limits.whole("years_out_of_education", least=1),
        limits.whole("wait_years", least=1),
        conditions,
        limits.basis(),
    )
    limits.done()
    top.done()
    return rules


@cache
def okot_rules() -> OkotRules:
    """Return the rules that ship with the program."""
    return read_okot(house_rules_text("okot"), "okot.toml")


def _condition(table: DefinitionTable) -> OkotCondition:
    asks = table.code("asks") if table.has("asks") else ""
    code = table.code()
    if not asks and code not in FROM_THE_FILE:
        table.refuse("code", _("This cannot be read from the file: give a question to ask."))
    condition = OkotCondition(code, table.label("label"), asks, table.basis())
    table.done()
    return condition
