"""Words for the codes that a programme is written with: units, kinds of question, classes of outcome."""

from eletdesk.programmes.definition_parts import CLOCK_UNITS, OUTCOME_CLASSES, REASON_CATEGORIES
from eletdesk.programmes.facts import QUESTION_KINDS
from eletdesk.translation import N_, _, ngettext

_WORDS = {
    "unit": {
        "days": N_("days"),
        "working_days": N_("working days"),
        "lesson_half_days": N_("half-days of lessons"),
        "weeks": N_("weeks"),
        "months": N_("months"),
        "years": N_("years"),
    },
    "question": {
        "text": N_("some lines of text"),
        "number": N_("a number"),
        "date": N_("a day"),
        "yes_no": N_("yes or no"),
        "choice": N_("one of a list"),
        "many": N_("several of a list"),
    },
    "outcome": {
        "in_education": N_("in education"),
        "in_work": N_("in work"),
        "referred": N_("referred"),
        "stopped": N_("stopped"),
        "not_started": N_("not started"),
        "ongoing": N_("going on"),
        "employment": N_("employment"),
        "education": N_("education"),
        "training": N_("training"),
        "apprenticeship": N_("apprenticeship"),
        "traineeship": N_("traineeship"),
        "social_integration": N_("social integration"),
        "unemployed": N_("unemployed"),
        "inactive": N_("inactive"),
        "none_known": N_("not known"),
    },
    "reason": {
        "ground": N_("a ground of the programme"),
        "push_school": N_("pushed out by school"),
        "push_external": N_("pushed out by something else"),
        "pull_labour_market": N_("drawn to work"),
    },
}
_CODES = {
    "unit": CLOCK_UNITS,
    "question": tuple(QUESTION_KINDS),
    "outcome": OUTCOME_CLASSES,
    "reason": REASON_CATEGORIES,
}


def kind_word(kind: str, code: str) -> str:
    """Return the words for a code; the code itself when there are none."""
    known = _WORDS[kind].get(code)
    return _(known) if known else code


def kind_choices(kind: str) -> list[tuple[str, str]]:
    """Return the codes of a kind with their words."""
    return [(code, kind_word(kind, code)) for code in _CODES[kind]]


def say_amount(amount: int, unit: str) -> str:
    """Say how long a term is."""
    said = {
        "days": ngettext("{count} day", "{count} days", amount),
        "working_days": ngettext("{count} working day", "{count} working days", amount),
        "lesson_half_days": ngettext("{count} half-day of lessons", "{count} half-days of lessons", amount),
        "weeks": ngettext("{count} week", "{count} weeks", amount),
        "months": ngettext("{count} month", "{count} months", amount),
        "years": ngettext("{count} year", "{count} years", amount),
    }
    return said[unit].format(count=amount)
