"""The words on screen for the codes of the case file."""

from eletdesk.translation import N_, _

_LABELS: dict[str, dict[str, str]] = {
    "gender": {
        "female": N_("Girl / woman"),
        "male": N_("Boy / man"),
        "other": N_("X / other"),
        "unknown": N_("Not known"),
    },
    "place": {
        "school": N_("At school"),
        "home": N_("Home visit"),
        "office": N_("At our office"),
        "online": N_("Online"),
        "elsewhere": N_("Elsewhere"),
    },
    "attendance": {
        "planned": N_("Planned"),
        "attended": N_("Came"),
        "no_show": N_("Did not come"),
        "cancelled": N_("Cancelled"),
    },
    "level": {
        "pupil": N_("Pupil"),
        "group": N_("Group"),
        "teacher": N_("Teacher"),
        "team_school": N_("Team or school"),
    },
    "activity_level": {
        "group": N_("Group of young people"),
        "class": N_("Class"),
        "teacher": N_("Teacher"),
        "team_school": N_("Team or school"),
    },
    "medium": {
        "phone": N_("Telephone"),
        "message": N_("Message"),
        "email": N_("E-mail"),
        "meeting": N_("Meeting"),
        "visit": N_("Visit"),
        "letter": N_("Letter"),
        "unknown": N_("Contact"),
    },
    "role": {
        "mother": N_("Mother"),
        "father": N_("Father"),
        "guardian": N_("Guardian"),
        "family": N_("Family"),
        "school_contact": N_("School contact"),
        "clb_counsellor": N_("CLB counsellor"),
        "school_godparent": N_("School godparent"),
        "interpreter": N_("Interpreter"),
        "youth_help": N_("Youth help"),
        "employment_service": N_("VDAB or Actiris"),
        "other": N_("Other"),
    },
    "time_out": {
        "naft": N_("NAFT time-out"),
        "internal": N_("Time-out at school"),
        "temporary_exclusion": N_("Temporary exclusion"),
        "preventive_suspension": N_("Precautionary suspension"),
        "sas": N_("SAS"),
    },
    "purpose": {
        "guidance": N_("Guidance"),
        "share_with_naft": N_("Sharing with NAFT"),
        "share_with_school": N_("Sharing with the school"),
        "share_with_clb": N_("Sharing with the CLB"),
        "share_with_youth_help": N_("Sharing with youth help"),
        "share_with_employment_service": N_("Sharing with VDAB or Actiris"),
    },
    "consent": {
        "given": N_("Consent given"),
        "refused": N_("Consent refused"),
        "withdrawn": N_("Consent withdrawn"),
    },
    "giver": {
        "young_person": N_("The young person"),
        "parent": N_("A parent"),
        "both": N_("Young person and parent"),
    },
    "referral": {
        "draft": N_("Draft"),
        "ready": N_("Ready"),
        "sent": N_("Sent"),
        "accepted": N_("Accepted"),
        "rejected": N_("Rejected"),
        "in_progress": N_("In progress"),
        "done": N_("Done"),
        "withdrawn": N_("Withdrawn"),
    },
    "finality": {
        "transfer": N_("Transfer finality"),
        "dual": N_("Dual finality"),
        "labour_market": N_("Labour-market finality"),
        "none": N_("No finality"),
    },
    "community": {"flemish": N_("Flemish"), "french": N_("French-speaking")},
    "perspective": {
        "young_person": N_("The young person"),
        "parent": N_("A parent"),
        "school": N_("The school"),
        "worker": N_("I, the worker"),
        "other": N_("Other"),
    },
    "goal": {
        "open": N_("Being worked on"),
        "reached": N_("Achieved"),
        "partly_reached": N_("Partly reached"),
        "dropped": N_("Dropped"),
    },
    "occupation": {
        "in_education": N_("At school"),
        "in_training": N_("In training"),
        "apprenticeship": N_("Apprenticeship"),
        "traineeship": N_("Traineeship"),
        "in_work": N_("At work"),
        "job_seeker": N_("Looking for work"),
        "inactive": N_("None of these"),
        "unknown": N_("Not known"),
    },
    "care_actor": {"school": N_("School"), "clb": N_("CLB"), "external": N_("External service")},
    "training_form": {
        "none": N_("Ordinary education"),
        "ov1": N_("Special education, form 1"),
        "ov2": N_("Special education, form 2"),
        "ov3": N_("Special education, form 3"),
        "ov4": N_("Special education, form 4"),
    },
    "absence_source": {
        "by_hand": N_("Noted by hand"),
        "school_list": N_("List of the school"),
        "young_person": N_("Told by the young person"),
    },
    "request": {
        "inspection": N_("Inspection of the file"),
        "copy": N_("Copy of the file"),
        "correction": N_("Correction or addition"),
        "transfer_objection": N_("Objection to the transfer of the CLB file"),
    },
    "part": {"morning": N_("Morning"), "afternoon": N_("Afternoon")},
}


def label(kind: str, code: str) -> str:
    """Return the word on screen for a code of a kind."""
    return _(_LABELS[kind][str(code)])


def choices(kind: str) -> list[tuple[str, str]]:
    """Return code and word of every choice of a kind, in order."""
    return [(code, _(text)) for code, text in _LABELS[kind].items()]
