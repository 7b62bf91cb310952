"""The words that the quick line knows, in Dutch, French and English at once, without accents and capitals."""

from enum import StrEnum

from eletdesk.translation import N_


class EntryKind(StrEnum):
    """What one line logs."""

    session = "session"
    home_visit = "home_visit"
    call = "call"
    message = "message"
    meeting = "meeting"
    task = "task"
    note = "note"


KIND_NAMES = {
    EntryKind.session: N_("session"),
    EntryKind.home_visit: N_("home visit"),
    EntryKind.call: N_("call"),
    EntryKind.message: N_("message"),
    EntryKind.meeting: N_("meeting"),
    EntryKind.task: N_("task"),
    EntryKind.note: N_("note"),
}
"""What a kind is called on a chip; translate it with _()."""


def _phrases(separated_by_bars: str) -> frozenset[str]:
    """Cut a row of phrases at its bars."""
    return frozenset(separated_by_bars.split("|"))


_KIND_PHRASES = {
    EntryKind.session: (
        "gesprek|gespr|gesprekje|sessie|begeleiding|coaching|entretien|entr|seance|accompagnement"
        "|session|talk|conversation|gesproken"
    ),
    EntryKind.home_visit: "huisbezoek|hb|thuisbezoek|visite a domicile|vad|home visit|house call",
    EntryKind.call: (
        "bel|belde|gebeld|opgebeld|bellen|telefoon|telefoontje|telefonisch|tel|getelefoneerd|appel|appele"
        "|appelee|appeler|telephone|telephoner|coup de fil|call|called|phone|phoned|phone call"
    ),
    EntryKind.message: (
        "bericht|berichtje|sms|smsje|gesmst|ge smst|whatsapp|gewhatsappt|app|appje|geappt|mail|mailtje"
        "|gemaild|e mail|email|ge e maild|message|msg|courriel|texto|text|texted|mailed|emailed|sms gestuurd"
        "|mail gestuurd|bericht gestuurd|sms envoye|mail envoye|gestuurd"
    ),
    EntryKind.meeting: (
        "overleg|teamoverleg|zorgoverleg|mdo|vergadering|rondetafel|rondetafelgesprek|ronde tafel|reunion"
        "|concertation|table ronde|meeting|round table"
    ),
    EntryKind.task: "taak|todo|te doen|tache|a faire|task|to do",
    EntryKind.note: "nota|notitie|note|memo",
}
KIND_OF = {phrase: kind for kind, phrases in _KIND_PHRASES.items() for phrase in phrases.split("|")}

DID_NOT_COME = _phrases(
    "niet gekomen|niet komen opdagen|niet opgedaagd|kwam niet|kwam niet opdagen|daagde niet op|niet aanwezig"
    "|afwezig|was afwezig|no show|noshow|absent|absente|etait absent|etait absente|pas venu|pas venue"
    "|nest pas venu|nest pas venue|pas present|pas presente|did not come|didnt come|not come|did not show up"
    "|didnt show up"
)

MEMBERS = _phrases(
    "mama|moeder|mams|papa|vader|paps|ouder|ouders|oma|opa|grootmoeder|grootvader|broer|zus|tante"
    "|nonkel|oom|voogd|stiefmoeder|stiefvader|plusmama|pluspapa|pleegouders|pleegmoeder|pleegvader|gezin"
    "|school|leerkracht|leraar|lerares|titularis|klastitularis|directie|directeur|directrice|secretariaat"
    "|zorgleerkracht|leerlingenbegeleider|leerlingenbegeleiding|zorgcoordinator|graadcoordinator|clb|naft"
    "|caw|jac|cgg|ocj|vk|vdab|jeugdrechter|consulent|huisarts|psycholoog|stageplaats|werkgever|tolk"
    "|maman|mere|pere|parents|parent|grand mere|grand pere|mamie|papy|frere|soeur|oncle|tuteur|tutrice"
    "|beau pere|belle mere|famille|ecole|prof|professeur|titulaire|direction|educateur|educatrice|cpms|pms"
    "|sas|saj|spj|amo|actiris|forem|medecin|psychologue|employeur|interprete|juge"
    "|mum|mom|mother|dad|father|grandma|grandpa|grandmother|grandfather|brother|sister|aunt|uncle|guardian"
    "|family|teacher|counsellor|coach|employer|doctor"
)
"""People around a young person, by what they are called."""

FILLERS = _phrases(
    "met|aan|naar|bij|van|op|de|het|een|zijn|haar|hun|avec|a|au|aux|chez|le|la|les|l|un|une|du|sa|son|ses|leur"
    "|with|to|at|on|the|his|her|their|by|for|voor"
)
"""Small words that may stand between the words at the beginning of a line."""

AND = frozenset(("en", "et", "and"))
"""What joins two members of the network."""

WITH = _phrases("met|aan|naar|bij|van|avec|a|au|aux|chez|with|to|at")
"""Small words after which a member of the network is named."""

DATE_FILLERS = _phrases("op|voor|tegen|ten laatste|tot|le|pour|avant|on|by|before|until")
"""Small words before the day on which a task is due."""

_DONE = _phrases(
    "besproken|gesproken|afgesproken|geschreven|bezocht|belde|mailde|stuurde|sprak|zag|verwittigd|ontvangen"
    "|appele|appelee|telephone|ecrit|vu|vue|parle|prevenu|prevenue|envoye|recu"
    "|called|phoned|texted|mailed|emailed|wrote|spoke|saw|visited|told|informed|sent"
)
_NOT_DONE_YET = _phrases(
    "doen|gaan|zien|call|phone|mail|email|text|ask|meet|invite|remind|write|visit|send|see|contact|tell|inform"
    "|plan|check|faire|voir|ecrire|prevenir|relancer|sms|geven|gebruiken"
)
_NO_VERB = _phrases(
    "over|onder|later|eerder|verder|zeker|ander|beter|zonder|ver|meer|weer|daar|waar|naar|maar|even|eten|jongeren"
    "|een|geen|tegen|samen|alleen|binnen|buiten|morgen|overmorgen|gisteren|eergisteren|dagen|weken|maanden|ouders"
    "|mensen|vrienden|leerlingen|afspraken|zorgen|redenen|hier|dernier|premier|janvier|fevrier|mere|pere|frere"
    "|contre|entre|votre|notre|lettre|autre|encore|septembre|octobre|novembre|decembre|soir|avenir|papier"
)
_INFINITIVE_ENDINGS = ("en", "er", "ir", "re")


def is_done(word: str) -> bool:
    """Tell whether a word says that something has happened: gebeld, besproken, appele, called."""
    if word in _NOT_DONE_YET:
        return False
    return word in _DONE or (word.startswith("ge") and len(word) > 4 and word.endswith(("d", "t", "en")))


def is_to_do(word: str) -> bool:
    """Tell whether a word is a verb that says what must happen: bellen, appeler, call."""
    if word in _NOT_DONE_YET:
        return True
    return len(word) > 3 and word.endswith(_INFINITIVE_ENDINGS) and word not in _NO_VERB and not is_done(word)
