"""The words that people use for stages in their own lists, and the stage of a programme that they mean."""

from functools import cache

from eletdesk.domain.names import comparable
from eletdesk.programmes.definition import Programme, Stage
from eletdesk.programmes.reading import house_programmes
from eletdesk.translation import LANGUAGES

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
    """Return the stage that each word means: the words of coaches first, then the names in all programmes."""
    found = {word: stage for stage, words in _WORDS.items() for word in words.split("|")}
    for programme in house_programmes().values():
        for stage in programme.stages:
            for name in _names(stage):
                found.setdefault(name, stage.code)
    return found


def _names(stage: Stage) -> set[str]:
    """Return what a stage is called, in each language, and its code."""
    labels = [label.in_language(language) for label in (stage.label, stage.short) for language in LANGUAGES]
    return {comparable(name) for name in (*labels, stage.code.replace("_", " "))}


def stage_codes() -> tuple[str, ...]:
    """Return the stages that a word of coaches can lead to."""
    return tuple(_WORDS)


def stage_of_word(text: str) -> str:
    """Return the stage that a word stands for, empty when it is not known."""
    key = comparable(text) if len(text) <= 60 else ""
    return _stages().get(key, "")


def stage_in(programme: Programme, stage: str) -> str:
    """Return the stage of one programme that is meant by a stage of any; empty when it has none like it.

    A list that says "intake" means the intake of the programme that the list is read into.
    """
    codes = [one.code for one in programme.stages]
    if stage in codes:
        return stage
    words = {word for word, code in _stages().items() if code == stage}
    alike = [one.code for one in programme.stages if _names(one) & words]
    return alike[0] if alike else ""
