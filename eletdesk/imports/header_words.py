"""The words that people put above a column, in Dutch, French and English."""

from functools import cache

from eletdesk.domain.names import comparable

# Two words mean different things in different lists: columns.py decides by the other columns.
SOME_NAME = "some_name"
SOME_DATE = "some_date"

_WORDS: dict[str, str] = {
    SOME_NAME: (
        "naam|nom|name|achternaam leerling|naam leerling|naam jongere|nom eleve|nom de l eleve|nom du jeune"
    ),
    SOME_DATE: "datum|date|dag|jour|day",
    "family_name": (
        "familienaam|achternaam|nom de famille|family name|last name|surname|fam naam|naam familie"
    ),
    "given_name": (
        "voornaam|voornamen|prenom|prenoms|first name|given name|forename|voorn|voornaam leerling"
        "|prenom de l eleve|roepnaam"
    ),
    "full_name": (
        "volledige naam|naam en voornaam|naam voornaam|voornaam en naam|voornaam naam|nom et prenom"
        "|nom prenom|prenom et nom|prenom nom|nom complet|full name|leerling|jongere|eleve|jeune|pupil"
        "|student|young person|client|clientnaam|naam client|kind|nom et prenom de l eleve|cursist"
    ),
    "birth_on": (
        "geboortedatum|geb datum|geb dat|geboorte|geboren|geboren op|geboortedag|gebdat|gebdatum"
        "|date de naissance|date naissance|naissance|ne le|nee le|ne e le|date of birth|birth date"
        "|birthdate|dob|born|ddn"
    ),
    "gender": "geslacht|gender|sexe|genre|sex|m v|m v x|m f|m f x|h f|g m",
    "is_belgian": "nationaliteit|nationalite|nationality|belg|belge|belgisch|belg niet belg",
    "national_number": (
        "rr nr|rrnr|rr|rr nummer|rijksregister|rijksregisternummer|rijksregisternr|insz|insz nummer|niss"
        "|registre national|numero national|n national|numero de registre national|numero registre national"
        "|nrn|n registre national|national number|national register number|nn|bis nummer|bisnummer|rijksreg"
        "|rijksreg nr|national registration number"
    ),
    "school_record_number": (
        "stamnummer|stamnr|stam nr|leerlingnummer|leerlingennummer|leerlingnr|matricule|n eleve"
        "|numero eleve|numero d eleve|school record number|student number|pupil number|internnummer"
    ),
    "address": (
        "adres|straat|straat en nummer|straat nr|adresse|rue|rue et numero|address|street|woonadres"
        "|domicilie|domicile"
    ),
    "postcode": "postcode|pc|postnummer|postnr|code postal|cp|postal code|zip|zip code",
    "place": (
        "gemeente|woonplaats|plaats|stad|woongemeente|commune|localite|ville|town|city|municipality|place"
    ),
    "phone": (
        "telefoon|tel|telefoonnummer|gsm|gsm nummer|gsmnummer|gsm leerling|gsm jongere|telephone|portable"
        "|gsm eleve|tel eleve|gsm jeune|phone|mobile|phone number|tel nr|telnr|mobiel|numero de telephone"
    ),
    "email": (
        "e mail|email|mail|mailadres|emailadres|e mailadres|courriel|adresse mail|adresse e mail"
        "|email address"
    ),
    "home_language": (
        "thuistaal|taal|taal thuis|gezinstaal|moedertaal|langue|langue maternelle|langue a la maison"
        "|langue parlee|home language|language|mother tongue"
    ),
    "interpreter": "tolk|tolk nodig|interprete|besoin d un interprete|interpreter|interpreter needed",
    "school": "school|etablissement|ecole|instelling|naam school|schoolnaam|nom de l ecole|school name",
    "year_label": (
        "klas|jaar|leerjaar|klas leerling|studiejaar|annee|annee d etudes|classe|class|year|grade|form|kl"
    ),
    "study": (
        "richting|studierichting|opleiding|option|option d etudes|orientation|filiere|study|study option"
        "|afdeling"
    ),
    "community": "gemeenschap|communaute|community|onderwijsnet taal",
    "started_on": (
        "start|startdatum|begin|begindatum|gestart op|start traject|startdatum traject|opstart|debut"
        "|date de debut|demarrage|start date|started|started on|aangemeld op|datum aanmelding|entree"
    ),
    "stage": "fase|stap|stand|status|etape|phase|statut|etat|stage|step|stand van zaken",
    "reason": (
        "reden|reden aanmelding|aanleiding|problematiek|motif|raison|motif de la demande|reason|vraag"
        "|hulpvraag|probleem|problematique"
    ),
    "referrer": (
        "clb|verwijzer|aanmelder|verwezen door|aangemeld door|clb medewerker|clb begeleider|pms|cpms"
        "|centre pms|envoye par|referent|oriente par|referrer|referred by|clb centrum|ankerfiguur"
    ),
    "contact_name": "contactpersoon|contact|personne de contact|contact person|contactpersoon school",
    "contact_phone": (
        "tel contactpersoon|tel contact|gsm contactpersoon|telefoon contactpersoon|contact phone"
    ),
    "last_contact_on": (
        "laatste contact|laatst gezien|laatste gesprek|laatst contact|dernier contact|dernier entretien"
        "|last contact|last seen|datum laatste contact|date du dernier contact"
    ),
    "absence_half_days": (
        "demi jours injustifies|demi jours|demi jours d absence|nb demi jours|halve dagen b|b codes"
        "|aantal b|halve dagen afwezig|halve lesdagen|b halve dagen|problematische afwezigheden|b code"
        "|absence half days|afwezigheden|absences|absences injustifiees|half days absent"
    ),
    "session_on": (
        "datum gesprek|datum sessie|date de l entretien|date entretien|session date|date of session"
    ),
    "session_minutes": "minuten|duur|duur gesprek|minutes|duree|duration|min|aantal minuten",
    "absence_morning": "vm|voormiddag|am|matin|morning|vm code|code vm|avant midi",
    "absence_afternoon": "nm|namiddag|pm|apres midi|afternoon|nm code|code nm",
    "absence_periods": (
        "periodes|nombre de periodes|nb periodes|periodes d absence|lesuren|aantal lesuren|periods"
    ),
    "absent_on": (
        "datum afwezigheid|afwezig op|date d absence|date de l absence|absent le|date of absence|absent on"
    ),
    "remarks": (
        "verslag|opm|opmerking|opmerkingen|nota|nota s|notitie|notities|commentaar|remarque|remarques"
        "|commentaire|commentaires|notes|note|remark|remarks|comment|comments|bemerking|bemerkingen|varia|observations"
        "|extra|rem"
    ),
    "row_number": "nr|nummer|volgnr|volgnummer|n|no|num|numero|number|ordre|nr crt",
}

_PARENTS = {
    "mother": "mama|moeder|ma|mere|maman|mother|mum|mom",
    "father": "papa|vader|pa|pere|father|dad",
    "guardian": "ouder|ouders|parent|parents|voogd|tuteur|tutrice|guardian|pleegouder|pleegouders|responsable"
    "|opvoedingsverantwoordelijke|opvoeder|oma|opa",
}
_REACH = {
    "phone": "tel|telefoon|telefoonnummer|gsm|telephone|portable|phone|mobile|nummer|nr|numero|mobiel",
    "email": "mail|email|e|mailadres|courriel",
}
_NAME_WORDS = frozenset(
    ["naam", "nom", "name", "en", "et", "prenom", "voornaam", "de", "la", "du", "des", "van"]
)


@cache
def _phrases() -> dict[str, str]:
    """Return each known heading with its field."""
    return {phrase: field for field, phrases in _WORDS.items() for phrase in phrases.split("|")}


def header_key(text: str) -> str:
    """Fold a heading so that GEB.DATUM and geb. datum are the same."""
    spaced = text.replace("'", " ").replace("’", " ")
    return comparable(spaced)


def _parent_field(words: list[str]) -> str:
    """Recognise headings such as tel mama or GSM-nr. vader."""
    for parent, parent_words in _PARENTS.items():
        rest = [word for word in words if word not in parent_words.split("|")]
        if len(rest) == len(words):
            continue
        for reach, reach_words in _REACH.items():
            if any(word in reach_words.split("|") for word in rest):
                return f"{parent}_{reach}"
        return f"{parent}_name" if all(word in _NAME_WORDS for word in rest) else ""
    return ""


def field_of_header(text: str) -> tuple[str, int]:
    """Return the field that a heading names, and how sure that is (0 to 100)."""
    key = header_key(text)
    if not key or len(key) > 60:
        return "", 0
    exact = _phrases().get(key)
    if exact:
        return exact, 100
    words = key.split()
    parent = _parent_field(words)
    if parent:
        return parent, 95
    best, best_score = "", 0
    for phrase, field in _phrases().items():
        if (
            len(phrase) > 3
            and f" {phrase} " in f" {key} "
            and (score := 50 + min(40, len(phrase))) > best_score
        ):
            best, best_score = field, score
    return (best, best_score) if best else _nearly(key)


def _nearly(key: str) -> tuple[str, int]:
    """Recognise a heading with a typing error."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - not needed to start

    if len(key) < 6:
        return "", 0
    found = process.extractOne(key, list(_phrases()), scorer=fuzz.ratio, score_cutoff=86)
    return (_phrases()[found[0]], 45) if found else ("", 0)
