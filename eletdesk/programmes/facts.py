"""The codes that a definition may name: facts for gates, starts of clocks, moments for tasks, words."""

from collections.abc import Mapping

KNOWN_FACTS: Mapping[str, str] = {
    "clb_referrer": "the CLB worker who refers, with centre and date (rule 1)",
    "consent": "consent to guidance that is given, not refused, withdrawn or past its last day (rule 13)",
    "plan_goals": "at least one goal agreed with the young person",
    "round_table_on": "the date of the closing round-table meeting (rule 2)",
    "outcome": "the outcome that was chosen for the pathway",
    "director_agreement": "the school director's agreement to absence in lesson time (rule 8)",
    "first_contact_on": "the date of the first contact that was reached",
    "parents_informed": "a contact with a parent or other legal representative that was reached",
}
"""Code of each fact and what it means; the value counts as known when it is truthy.

Beside these, ANSWER and the code of a question of the programme asks for its answer.
"""

ANSWER = "answer:"

CLOCK_STARTS: Mapping[str, str] = {
    "started_on": "the day on which the pathway started",
    "closed_on": "the day on which the pathway was closed",
    "referred_on": "the day of the referral to this programme",
    "left_education_on": "the day on which the young person left education (rule 19)",
    "registered_on": "the day of registration with VDAB, Actiris or another service",
    "last_contact_on": "the day of the last contact or session with the young person",
    "first_contact_on": "the day of the first contact that was reached",
    "consent_given_on": "the day on which consent to guidance was given",
    "round_table_on": "the day of the closing round-table meeting",
}
"""Facts that start a clock. Beside these, "stage_entered:" and the code of a stage of the programme."""

STAGE_ENTERED = "stage_entered:"

CLOCK_KINDS: Mapping[str, str] = {
    "deadline": "something must have happened by then",
    "limit": "it may not last longer; a longer one is kept with the reason why",
    "reminder": "a good moment for something",
    "silence": "nobody heard of the young person for so long",
}

CLOCK_PERIODS: Mapping[str, str] = {
    "period": "each spell on its own, with the renewals that the clock allows",
    "school_year": "all spells of one school year added up",
    "lifetime": "all spells of the young person added up",
}
"""Over what a limit adds up; without one it runs once from its start."""

TASK_MOMENTS: Mapping[str, str] = {
    "started": "the pathway started",
    "closed": "the pathway was closed",
}
"""Moments that set off a task. Beside these, a prefix of TASK_CAUSES with a code."""

TASK_CAUSES: Mapping[str, str] = {
    "stage:": "a stage of the programme was entered",
    "clock:": "a clock of the programme has run out",
    "threshold:": "an absence threshold was reached (KNOWN_THRESHOLDS)",
}

TASK_UNITS = ("days", "working_days", "weeks", "months")

KNOWN_THRESHOLDS: Mapping[str, str] = {
    "flemish_1": "the first problematic half-day of a school year (rule 9)",
    "flemish_5": "5 problematic half-days in a school year (rule 9)",
    "flemish_10": "10 problematic half-days: the old threshold, optional (rule 9)",
    "flemish_30": "30 problematic half-days in a school year (rule 9)",
    "flemish_30_twice": "30 problematic half-days in two school years in a row (rule 9)",
    "french_9": "9 unjustified half-days in the French Community (rule 10)",
    "french_20": "20 unjustified half-days in the French Community (rule 10)",
}

QUESTION_KINDS: Mapping[str, str] = {
    "text": "a text of some lines",
    "number": "a number",
    "date": "a day",
    "yes_no": "yes or no",
    "choice": "one of the choices",
    "many": "any number of the choices",
}

WORD_CODES: Mapping[str, str] = {
    "young_person": "the young person",
    "worker": "the worker",
    "pathway": "the pathway",
    "stage": "a stage",
    "session": "a session",
    "sessions": "sessions",
    "group_activity": "a group activity",
    "referrer": "who refers to the programme",
    "referred_on": "the day of the referral",
    "goals": "the goals",
    "round_table": "the closing round table",
    "plan": "the plan",
}
"""Things for which a programme may have its own word."""


def is_known(facts: Mapping[str, object], code: str) -> bool:
    """Tell whether a fact has been given: a date, a name, a yes, a list that is not empty."""
    return bool(facts.get(code))
