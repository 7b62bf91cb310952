"""Compute ages, birthdays that matter and the age bands of figures that leave the desk."""

from datetime import date

from eletdesk.programmes.anniversaries import years_later

AGE_BANDS = ("12-13", "14-15", "16-17", "18-20", "21-24", "25-29")
"""The bands of the disclosure-control rules; ages outside them are `OTHER_AGE`."""

OTHER_AGE = "other"
UNKNOWN_AGE = "unknown"


def turns(birth_on: date, years: int) -> date:
    """Return the day on which somebody reaches an age; 29 February becomes 1 March in ordinary years."""
    return years_later(birth_on, years)


def age_on(birth_on: date, on: date) -> int:
    """Return the age in whole years on a day; negative before birth."""
    return on.year - birth_on.year - ((on.month, on.day) < (birth_on.month, birth_on.day))


def age_band(age: int | None) -> str:
    """Return the band of an age, `other` outside all bands, `unknown` without an age."""
    if age is None:
        return UNKNOWN_AGE
    for band in AGE_BANDS:
        youngest, oldest = band.split("-")
        if int(youngest) <= age <= int(oldest):
            return band
    return OTHER_AGE
