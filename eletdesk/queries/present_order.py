"""Which row is the present one when there are several: the order of the register and of the case alike."""

PRESENT_PATHWAY = "closed_on IS NOT NULL, started_on DESC, id DESC"
PRESENT_ENROLMENT = "ended_on IS NOT NULL, started_on DESC, id DESC"
