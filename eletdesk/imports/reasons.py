"""The sentences for what could not be read and for rows that are no person."""

from eletdesk.translation import N_, _

_PROBLEMS = {
    "unknown": N_("The list says that this is not known."),
    "not_a_date": N_("This is not a date."),
    "no_such_day": N_("This day does not exist."),
    "year_only": N_("Only the year is given; the day and the month are missing."),
    "incomplete_date": N_("A part of the date is missing."),
    "in_the_future": N_("This day is still to come."),
    "unlikely_year": N_("The year cannot be right."),
    "not_a_number": N_("This is not a number."),
    "not_minutes": N_("This is not a duration."),
    "not_yes_no": N_("This is neither yes nor no."),
    "not_gender": N_("This is no gender that eletdesk knows."),
    "not_nationality": N_("This is no nationality that eletdesk knows."),
    "not_a_phone": N_("This is not a phone number."),
    "not_an_email": N_("This is not an email address."),
    "unknown_stage": N_("This is no stage that eletdesk knows."),
    "too_long": N_("This text is too long for this field."),
    "letters_lost": N_("Letters of this name were lost when the list was made. Correct the name afterwards."),
    "name_order_unsure": N_("It is not sure which part is the first name. Check the name."),
    "no_given_name": N_("The first name is missing."),
    "no_family_name": N_("The family name is missing."),
    "note_cut": N_("This row holds more text than a note can keep. The end is left out."),
    "unknown_code": N_("This is no absence code that eletdesk knows."),
    "no_code": N_("There is no code for the morning or the afternoon."),
    "weekend": N_("This day is in a weekend."),
    "mistyped_national_number": N_("This looks like a national number with a typing error. It is left out."),
}

_SKIPPED = {
    "empty": N_("Empty row"),
    "title": N_("Title above the list"),
    "header": N_("Headings of the columns"),
    "repeated_header": N_("The headings once more"),
    "total": N_("A total"),
    "footnote": N_("A remark under or between the people"),
    "section": N_("A heading between the people"),
    "no_name": N_("No name in this row"),
    "hidden_sheet": N_("The sheet is hidden"),
    "no_people": N_("No column with names on this sheet"),
    "sheet_not_chosen": N_("This sheet was not chosen"),
}


def problem_sentence(reason: str) -> str:
    """Return why a cell could not be read."""
    return _(_PROBLEMS[reason])


def skip_sentence(reason: str) -> str:
    """Return why a row is no person."""
    return _(_SKIPPED[reason])


def problem_reasons() -> tuple[str, ...]:
    """Return every reason that a cell can have."""
    return tuple(_PROBLEMS)


def skip_reasons() -> tuple[str, ...]:
    """Return every reason that a row can have."""
    return tuple(_SKIPPED)
