"""Words by which people call somebody of the network without a name: mama, titularis, CLB."""

from eletdesk.domain.network_member import MemberRole

_ROLE_WORDS = {
    MemberRole.mother: "mama mams moeder maman mere mum mom mother",
    MemberRole.father: "papa paps vader pere dad father",
    MemberRole.guardian: "voogd tuteur tutrice guardian",
    MemberRole.school_contact: (
        "school leerkracht leraar lerares titularis klastitularis directie directeur directrice"
        " leerlingenbegeleider leerlingenbegeleiding zorgcoordinator ecole prof professeur titulaire"
        " direction educateur educatrice teacher counsellor"
    ),
    MemberRole.clb_counsellor: "clb cpms pms",
    MemberRole.youth_help: "caw jac cgg ocj vk consulent sas saj spj amo",
    MemberRole.employment_service: "vdab actiris forem",
}
ROLE_OF = {word: role for role, words in _ROLE_WORDS.items() for word in words.split()}
"""The role that a word means, in comparable form."""
