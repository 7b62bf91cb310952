"""Name the codes of a case file in the words of a dossier."""

from enum import StrEnum

from eletdesk.domain.consent import ConsentGiver, ConsentPurpose, ConsentState
from eletdesk.domain.contact_moment import ContactMedium
from eletdesk.domain.enrolment import Finality
from eletdesk.domain.guidance_session import SessionPlace
from eletdesk.domain.network_member import MemberRole
from eletdesk.domain.time_out import TimeOutKind
from eletdesk.domain.young_person import Gender
from eletdesk.translation import N_, _

_WORDS: tuple[tuple[StrEnum, str], ...] = (
    (Gender.female, N_("Girl")),
    (Gender.male, N_("Boy")),
    (Gender.other, N_("Other")),
    (MemberRole.mother, N_("Mother")),
    (MemberRole.father, N_("Father")),
    (MemberRole.guardian, N_("Guardian")),
    (MemberRole.family, N_("Family")),
    (MemberRole.school_contact, N_("Contact at school")),
    (MemberRole.clb_counsellor, N_("CLB counsellor")),
    (MemberRole.youth_help, N_("Youth help")),
    (MemberRole.employment_service, N_("Employment service")),
    (MemberRole.other, N_("Somebody else")),
    (Finality.transfer, N_("Finality: towards higher education")),
    (Finality.dual, N_("Finality: double")),
    (Finality.labour_market, N_("Finality: towards work")),
    (ContactMedium.phone, N_("Phone call")),
    (ContactMedium.message, N_("Message")),
    (ContactMedium.email, N_("E-mail")),
    (ContactMedium.meeting, N_("Meeting")),
    (ContactMedium.visit, N_("Visit")),
    (ContactMedium.letter, N_("Letter")),
    (SessionPlace.home, N_("Home visit")),
    (SessionPlace.online, N_("Online session")),
    (TimeOutKind.naft, N_("Time-out (NAFT)")),
    (TimeOutKind.internal, N_("Time-out at school")),
    (TimeOutKind.temporary_exclusion, N_("Temporary exclusion")),
    (TimeOutKind.preventive_suspension, N_("Precautionary suspension")),
    (TimeOutKind.sas, N_("Time-out (SAS)")),
    (ConsentPurpose.guidance, N_("Guidance")),
    (ConsentPurpose.share_with_naft, N_("Share with NAFT")),
    (ConsentPurpose.share_with_school, N_("Share with the school")),
    (ConsentPurpose.share_with_clb, N_("Share with the CLB")),
    (ConsentPurpose.share_with_youth_help, N_("Share with youth help")),
    (ConsentPurpose.share_with_employment_service, N_("Share with the employment service")),
    (ConsentGiver.young_person, N_("the young person")),
    (ConsentGiver.parent, N_("a parent")),
    (ConsentGiver.both, N_("the young person and a parent")),
    (ConsentState.refused, N_("refused")),
    (ConsentState.withdrawn, N_("withdrawn")),
)


# Members of different enums with the same value are equal: the type must be part of the key.
_BY_CODE = {(type(code), code.value): word for code, word in _WORDS}


def word_for(code: StrEnum, otherwise: str = "") -> str:
    """Return the word for a code in the language spoken now, or something else for a code without one."""
    word = _BY_CODE.get((type(code), code.value))
    return otherwise if word is None else _(word)
