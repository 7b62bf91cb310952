"""Rule 13: at which birthdays consent is asked again (decree of 7 May 2004, art. 4; of age at 18)."""

from datetime import date

from eletdesk.domain.ages import turns
from eletdesk.programmes.law.rights_rules import rights_rules


def asked_again_since(birth_on: date, given_on: date, on: date) -> int | None:
    """Return the age that was reached since an answer and asks it anew; None when the answer still holds.

    An answer given on the birthday itself is an answer at the new age.
    """
    reached = [
        deciding.age
        for deciding in rights_rules().ages
        if deciding.asks_consent_again and given_on < turns(birth_on, deciding.age) <= on
    ]
    return max(reached, default=None)


def next_deciding_age(birth_on: date, on: date, days: int) -> tuple[int, date] | None:
    """Return the age and the day when consent is asked again within so many days; None when not soon."""
    for deciding in sorted(rights_rules().ages, key=lambda one: one.age):
        day = turns(birth_on, deciding.age)
        if deciding.asks_consent_again and on < day and (day - on).days <= days:
            return deciding.age, day
    return None
