"""The facts about a pathway that a gate may ask for; who moves a stage hands them to the rules."""

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
"""Code of each fact and what it means; the value counts as known when it is truthy."""


def is_known(facts: Mapping[str, object], code: str) -> bool:
    """Tell whether a fact has been given: a date, a name, a yes, a list that is not empty."""
    return bool(facts.get(code))
