"""Say how each section of a dossier stands: icon, tone, a word at the end and the sentence behind it."""

from eletdesk.queries.dossier.draft import ReadyState, SectionState
from eletdesk.translation import _
from ui.referral.reading import DossierFacts
from ui.referral.section_list import SectionRow

RECEIVER = "receiver"
"""Key of the first line, which is not a section: who receives the dossier, in which language, before when."""


def section_rows(facts: DossierFacts) -> list[SectionRow]:
    """Return the receiver and then every section of the dossier."""
    return [_receiver(facts), *(_row(facts, state) for state in facts.states)]


def ready_count(facts: DossierFacts) -> tuple[int, int]:
    """Return how many sections are ready, and how many there are."""
    return sum(state.state is ReadyState.ready for state in facts.states), len(facts.states)


def readiness_note(facts: DossierFacts) -> str:
    """Return what still has to be done, in one sentence; empty when the dossier is complete."""
    missing = [f"{state.label}: {state.why}" for state in facts.missing]
    if not facts.recipient:
        missing.insert(0, _("Say who receives the dossier."))
    if not missing:
        return ""
    if len(missing) == 1:
        return _("One step to go. {what}").format(what=missing[0])
    return _("{count} steps to go. First: {what}").format(count=len(missing), what=missing[0])


def _receiver(facts: DossierFacts) -> SectionRow:
    text = _("Receiver and language")
    if facts.recipient:
        return SectionRow(RECEIVER, text, "done", "ok", why=facts.recipient)
    return SectionRow(RECEIVER, text, "attention", "warn", _("missing"))


def _row(facts: DossierFacts, state: SectionState) -> SectionRow:
    section = facts.kind.section(state.code)
    may = facts.may_change and section.may_be_shared_with(facts.is_bound)
    if state.state is ReadyState.ready:
        return SectionRow(state.code, state.label, "done", "ok", why=state.why, may_toggle=may)
    if state.state is ReadyState.missing:
        return SectionRow(state.code, state.label, "attention", "warn", _("missing"), state.why, may)
    if state.code in facts.shared:
        return SectionRow(state.code, state.label, "done", "text3", _("empty"), state.why, may)
    return SectionRow(state.code, state.label, "not-shared", "text3", _("not shared"), state.why, may)
