"""The words for the lanes of the picture."""

from eletdesk.translation import N_, _

_NAMES = {
    "stages": N_("Stages"),
    "sessions": N_("Sessions"),
    "contacts": N_("Contacts"),
    "time_outs": N_("Time-outs"),
    "absences": N_("Absences"),
    "goals": N_("Goals"),
    "referrals": N_("Referrals"),
}


def lane_name(lane: str) -> str:
    """Return the name of a lane."""
    return _(_NAMES[lane])
