"""The words that coaches use for the stages of a NAFT pathway, in their own lists."""

from functools import cache

from eletdesk.domain.names import comparable

# Stage codes of resources/programmes/naft.toml; a test holds the two together.
_WORDS = {
    "aanmelding": (
        "aanmelding|aangemeld|aanvraag|wachtlijst|demande|signalement|inscription|application|nieuw|new"
    ),
    "vraagverheldering": (
        "vraagverheldering|intake|kennismaking|rondetafel|startgesprek|clarification"
        "|clarification de la demande|accueil|clarification of the question"
    ),
    "plan": "plan|trajectplan|planning|afspraken|opmaak plan|projet|plan de parcours",
    "uitvoering": (
        "uitvoering|traject|lopend|lopende|bezig|actief|in traject|begeleiding|in begeleiding|en cours"
        "|suivi en cours|parcours|accompagnement|ongoing|running|active|pathway"
    ),
    "tussentijdse_evaluatie": (
        "tussentijdse evaluatie|evaluatie|tussentijds|evaluation|evaluation intermediaire"
    ),
    "afsluitend_rondetafelgesprek": (
        "afronding|afsluitend rondetafelgesprek|afsluiting|afsluitend gesprek|eindgesprek|in afronding"
        "|table ronde de cloture|cloture en cours|rounding off|closing round table"
    ),
    "opvolging": "opvolging|nazorg|suivi|suivi ulterieur|follow up|aftercare",
    "afgesloten": (
        "afgesloten|afgerond|gesloten|gestopt|stopgezet|beeindigd|klaar|gedaan|cloture|cloturee|termine"
        "|terminee|ferme|arrete|closed|finished|done|stopped"
    ),
}


@cache
def _stages() -> dict[str, str]:
    return {word: stage for stage, words in _WORDS.items() for word in words.split("|")}


def stage_codes() -> tuple[str, ...]:
    """Return the stages that a word can lead to."""
    return tuple(_WORDS)


def stage_of_word(text: str) -> str:
    """Return the stage that a word stands for, empty when it is not known."""
    key = comparable(text) if len(text) <= 60 else ""
    return _stages().get(key) or (key.replace(" ", "_") if key.replace(" ", "_") in _WORDS else "")
