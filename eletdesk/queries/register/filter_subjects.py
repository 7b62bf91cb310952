"""What a filter can ask of a case: each subject with its words, its choices and how it is answered."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from eletdesk.domain.ages import age_on
from eletdesk.domain.labels import choices
from eletdesk.domain.names import fold
from eletdesk.programmes.law.networks import network_of, networks
from eletdesk.programmes.reference import municipality_named
from eletdesk.queries.register.case_filter import Around, Condition
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import days_since
from eletdesk.translation import N_, _

if TYPE_CHECKING:
    from eletdesk.programmes.definition import Programme

AskedAs = Literal["range", "days", "choice", "yes", "words"]
Choice = tuple[str, str]
Cards = Iterable[IndexCard]

#: Finalities of what is called vocational: dual and labour-market (tso, bso and kso before 2021).
VOCATIONAL = frozenset({"dual", "labour_market"})
_VOCATIONAL_POSITIONS = frozenset({"tso", "bso", "kso", "dbso", "leertijd", "buso_ov3"})
_LEARNING = frozenset({"in_education", "in_training", "apprenticeship"})


@dataclass(frozen=True)
class Subject:
    """One thing that can be asked: its words, how it is asked, the answer for a card, and its choices."""

    text: str
    asked_as: AskedAs
    holds: Callable[[IndexCard, Condition, Around], bool]
    choices: Callable[[Cards, Around], list[Choice]] = lambda _cards, _around: []


def age_of(card: IndexCard, today: date) -> int | None:
    """Return somebody's age in whole years."""
    return age_on(date.fromisoformat(card.birth_on), today) if card.birth_on else None


def tags_of(card: IndexCard) -> tuple[str, ...]:
    """Return the worker's own tags of a case."""
    return tuple(json.loads(card.tags or "[]"))


def silent_days(card: IndexCard, today: date) -> int | None:
    """Return the days without contact of a running pathway; None when it is closed or has no start."""
    if card.closed_on or not card.stage:
        return None
    return days_since(card.last_contact_on or card.started_on, today)


def is_in_time_out(card: IndexCard, today: date) -> bool:
    """Tell whether a time-out is running."""
    return bool(card.time_out_until) and card.time_out_from <= today.isoformat() <= card.time_out_until


def is_vocational(card: IndexCard) -> bool:
    """Tell whether the present or last study leads to a trade: by its finality, else by the old form.

    The new finalities are laid beside the old forms as in the figures of the Flemish Department of Education.
    """
    return card.finality in VOCATIONAL or card.exit_position in _VOCATIONAL_POSITIONS


def has_left_school(card: IndexCard) -> bool:
    """Tell whether somebody is in no school and in no training now."""
    if card.situation and card.situation != "unknown":
        return card.situation not in _LEARNING
    return bool(card.left_school_on) or not card.school


def _between(value: int | None, asked: Condition) -> bool:
    if value is None:
        return False
    return (asked.low is None or value >= asked.low) and (asked.high is None or value <= asked.high)


def _one_of(value: str, asked: Condition) -> bool:
    return value in asked.codes


def _said_in(text: str, asked: Condition) -> bool:
    folded = fold(text)
    return all(word in folded for word in fold(asked.words).split())


def _pathway_state(card: IndexCard) -> str:
    return "none" if not card.stage else "closed" if card.closed_on else "running"


def _has_matter(card: IndexCard, around: Around, start: str) -> bool:
    found = around.matters.get(card.case_id, ())
    return any(kind.startswith(start) and not kind.endswith(":near") for kind in found)


def _lacks_consent(card: IndexCard, around: Around) -> bool:
    ended = bool(card.consent_until) and card.consent_until < around.today.isoformat()
    return card.consent_state != "given" or ended


def _network_code(card: IndexCard) -> str:
    network = network_of(card.municipality_nis)
    return network.code if network else ""


def _in_use(cards: Cards, around: Around) -> "dict[str, Programme]":
    """Return the newest version of each programme that somebody follows, of all when nobody does."""
    newest = {code: one for (code, _version), one in sorted(around.programmes.items(), key=itemgetter(0))}
    used = {card.programme for card in cards}
    return {code: one for code, one in newest.items() if code in used} or newest


def _programmes(cards: Cards, around: Around) -> list[Choice]:
    return [(code, programme.short.said()) for code, programme in _in_use(cards, around).items()]


def _stages(cards: Cards, around: Around) -> list[Choice]:
    newest = _in_use(cards, around)
    return [
        (f"{code}/{stage.code}", f"{programme.short.said()}: {stage.short.said()}")
        for code, programme in newest.items()
        for stage in programme.stages
    ]


def _municipalities(cards: Cards, _around: Around) -> list[Choice]:
    found = {card.municipality_nis for card in cards if card.municipality_nis}
    named = [(nis, place.name) for nis in found if (place := municipality_named(nis))]
    return sorted(named, key=lambda one: fold(one[1]))


def _tags(cards: Cards, _around: Around) -> list[Choice]:
    found = {tag for card in cards for tag in tags_of(card)}
    return [(tag, tag) for tag in sorted(found, key=fold)]


def _words_of(kind: str) -> Callable[[Cards, Around], list[Choice]]:
    return lambda _cards, _around: list(choices(kind))


def _pathway_states(_cards: Cards, _around: Around) -> list[Choice]:
    return [("running", _("Running")), ("closed", _("Closed")), ("none", _("No pathway"))]


def _networks(_cards: Cards, _around: Around) -> list[Choice]:
    return [(one.code, one.label.said()) for one in networks()]


SUBJECTS: dict[str, Subject] = {
    "age": Subject(
        N_("Age"), "range", lambda card, asked, around: _between(age_of(card, around.today), asked)
    ),
    "pathway": Subject(
        N_("Pathway"), "choice", lambda card, asked, _: _one_of(_pathway_state(card), asked), _pathway_states
    ),
    "programme": Subject(
        N_("Programme"), "choice", lambda card, asked, _: _one_of(card.programme, asked), _programmes
    ),
    "stage": Subject(
        N_("Stage"), "choice",
        lambda card, asked, _: _one_of(f"{card.programme}/{card.stage}", asked), _stages,
    ),
    "silent": Subject(
        N_("No contact for at least"), "days",
        lambda card, asked, around: _between(silent_days(card, around.today), asked),
    ),
    "time_out": Subject(
        N_("In a time-out now"), "yes", lambda card, _, around: is_in_time_out(card, around.today)
    ),
    "absence": Subject(
        N_("Absence threshold reached"), "yes", lambda card, _, around: _has_matter(card, around, "absence:")
    ),
    "consent": Subject(N_("Consent is missing"), "yes", lambda card, _, around: _lacks_consent(card, around)),
    "follow_up": Subject(
        N_("Follow-up is due"), "yes",
        lambda card, _, around: "" < card.follow_up_due_on <= around.today.isoformat(),
    ),
    "referral": Subject(
        N_("Open referral"), "choice", lambda card, asked, _: _one_of(card.referral_status, asked),
        lambda _cards, _around: [
            one for one in choices("referral") if one[0] not in ("done", "withdrawn", "rejected")
        ],
    ),
    "referrer_known": Subject(
        N_("There is a referrer"), "yes", lambda card, _asked, _: bool(card.referrer or card.referrer_centre)
    ),
    "referrer": Subject(
        N_("Referrer"), "words",
        lambda card, asked, _: _said_in(f"{card.referrer} {card.referrer_centre}", asked),
    ),
    "school": Subject(N_("School"), "words", lambda card, asked, _: _said_in(card.school, asked)),
    "vocational": Subject(N_("Vocational study"), "yes", lambda card, _asked, _: is_vocational(card)),
    "finality": Subject(
        N_("Finality"), "choice", lambda card, asked, _: _one_of(card.finality or "none", asked),
        _words_of("finality"),
    ),
    "left_school": Subject(
        N_("Dropped out, or in no school"), "yes", lambda card, _asked, _: has_left_school(card)
    ),
    "situation": Subject(
        N_("Situation"), "choice", lambda card, asked, _: _one_of(card.situation or "unknown", asked),
        _words_of("occupation"),
    ),
    "school_delay": Subject(
        N_("Years behind at school"), "range", lambda card, asked, _: _between(card.school_delay, asked)
    ),
    "municipality": Subject(
        N_("Municipality"), "choice", lambda card, asked, _: _one_of(card.municipality_nis, asked),
        _municipalities,
    ),
    "network": Subject(
        N_("Network against early leaving"), "choice",
        lambda card, asked, _: _one_of(_network_code(card), asked), _networks,
    ),
    "tag": Subject(
        N_("Tag"), "choice", lambda card, asked, _: any(tag in asked.codes for tag in tags_of(card)), _tags
    ),
    "gender": Subject(
        N_("Gender"), "choice", lambda card, asked, _: _one_of(card.gender, asked), _words_of("gender")
    ),
}  # fmt: skip
"""Every subject by its code; the codes are kept in desks and never change."""

NEEDS_MATTERS = frozenset({"absence"})
"""Subjects that ask what needs attention today."""


def say_condition(condition: Condition, cards: Cards, around: Around) -> str:
    """Say a condition in a few words: `Age 15 to 21`."""
    subject = SUBJECTS[condition.subject]
    text = _(subject.text)
    if subject.asked_as in ("range", "days"):
        said = f"{text} {_say_bounds(condition, in_days=subject.asked_as == 'days')}"
    elif subject.asked_as == "choice":
        known = dict(subject.choices(cards, around))
        words = f" {_('or')} ".join(known.get(code, code) for code in condition.codes)
        said = f"{text}: {words}"
    elif subject.asked_as == "words":
        said = f"{text}: {condition.words}"
    else:
        said = text
    return _("not: {condition}").format(condition=said) if condition.is_not else said


def _say_bounds(condition: Condition, *, in_days: bool) -> str:
    low, high = condition.low, condition.high
    if in_days:
        return _("{count} days").format(count=low or 0)
    if low is not None and high is not None:
        return str(low) if low == high else _("{low} to {high}").format(low=low, high=high)
    if low is not None:
        return _("from {low}").format(low=low)
    return _("up to {high}").format(high=high) if high is not None else ""
