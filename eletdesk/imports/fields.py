"""What a column of a list can mean, how its cells are read, and what it is called on the screen."""

from typing import Literal

from eletdesk.translation import N_, _

Kind = Literal[
    "name", "text", "date", "yes_no", "gender", "belgian", "interpreter", "number", "minutes", "phone",
    "email", "stage", "remark", "absence", "left_out",
]  # fmt: skip

FIELDS: dict[str, tuple[Kind, str]] = {
    "family_name": ("name", N_("Family name")),
    "given_name": ("name", N_("First name")),
    "full_name": ("name", N_("Whole name")),
    "birth_on": ("date", N_("Date of birth")),
    "gender": ("gender", N_("Gender")),
    "is_belgian": ("belgian", N_("Nationality")),
    "school_record_number": ("text", N_("School record number")),
    "address": ("text", N_("Street and number")),
    "postcode": ("text", N_("Postcode")),
    "place": ("text", N_("Town or village")),
    "phone": ("phone", N_("Phone")),
    "email": ("email", N_("Email")),
    "home_language": ("text", N_("Language at home")),
    "interpreter": ("interpreter", N_("Interpreter needed")),
    "school": ("text", N_("School")),
    "year_label": ("text", N_("Year and class")),
    "study": ("text", N_("Study option")),
    "community": ("text", N_("Community of the school")),
    "started_on": ("date", N_("Start of the pathway")),
    "stage": ("stage", N_("Stage")),
    "reason": ("text", N_("Reason")),
    "referrer": ("text", N_("Referred by")),
    "contact_name": ("text", N_("Contact person")),
    "contact_phone": ("phone", N_("Phone of the contact person")),
    "mother_name": ("text", N_("Mother")),
    "mother_phone": ("phone", N_("Phone of the mother")),
    "mother_email": ("email", N_("Email of the mother")),
    "father_name": ("text", N_("Father")),
    "father_phone": ("phone", N_("Phone of the father")),
    "father_email": ("email", N_("Email of the father")),
    "guardian_name": ("text", N_("Parent or guardian")),
    "guardian_phone": ("phone", N_("Phone of the parent or guardian")),
    "guardian_email": ("email", N_("Email of the parent or guardian")),
    "last_contact_on": ("date", N_("Last contact")),
    "absence_half_days": ("number", N_("Half-days absent")),
    "session_on": ("date", N_("Date of the session")),
    "session_minutes": ("minutes", N_("Minutes of the session")),
    "absent_on": ("absence", N_("Day of absence")),
    "absence_morning": ("absence", N_("Code in the morning")),
    "absence_afternoon": ("absence", N_("Code in the afternoon")),
    "absence_periods": ("absence", N_("Periods missed")),
    "remarks": ("remark", N_("Remarks")),
    "row_number": ("left_out", N_("Number of the row (not kept)")),
    "national_number": ("left_out", N_("National number (never kept)")),
}

NAME_FIELDS = ("family_name", "given_name", "full_name")
LONGEST_TEXT = 200
LONGEST_NOTE = 150_000
LONGEST_RAW = 500
LONGEST = {"phone": 60, "contact_phone": 60, "mother_phone": 60, "father_phone": 60, "guardian_phone": 60,
           "postcode": 20, "school_record_number": 20}  # fmt: skip


def kind_of(field: str) -> Kind:
    """Return how cells of this field are read."""
    return FIELDS[field][0]


def label_of(field: str) -> str:
    """Return what this field is called on the screen."""
    return _(FIELDS[field][1])


def longest_of(field: str) -> int:
    """Return how many characters the case file keeps in this field."""
    return LONGEST.get(field, LONGEST_TEXT)
