"""What a dossier takes over of care, absences and goals: its history, its counters, its chronology."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.domain.care_step import CareActor, CareStep
from eletdesk.domain.goal import Goal, GoalState
from eletdesk.domain.goal_lines import lines_without_goal
from eletdesk.domain.labels import label
from eletdesk.domain.time_out import TimeOut, TimeOutKind
from eletdesk.programmes.law.care_phases import care_phases
from eletdesk.programmes.law.life_domains import life_domain
from eletdesk.queries.absence_list import absence_counters
from eletdesk.queries.dates_in_words import period_in_words
from eletdesk.queries.dossier.draft import PickableItem, SectionPrefill
from eletdesk.queries.dossier.items import pickable_items
from eletdesk.queries.live_rows import live_rows
from eletdesk.translation import _, language, ngettext

if TYPE_CHECKING:
    from eletdesk.queries.dossier.sources import DossierCase

_OF_SCHOOL = (TimeOutKind.internal, TimeOutKind.temporary_exclusion, TimeOutKind.preventive_suspension)


@dataclass(frozen=True, slots=True)
class ChronologyLine:
    """One step: when, whose, and what."""

    on: date
    until: date | None
    actor: CareActor
    said: str


def absences(case: "DossierCase") -> SectionPrefill:
    """Count the half-days of each school year, by code (item 7 of the form)."""
    rows = []
    for one in absence_counters(case.session, clock.today()).years:
        if not one.codes:
            continue
        name = _("Absences {year}").format(year=one.year.label)
        halves = ngettext("{count} half-day not justified", "{count} half-days not justified", one.half_days)
        codes = ", ".join(f"{code} {count}" for code, count in one.codes.items())
        rows.append((name, f"{halves.format(count=one.half_days)} ({codes})"))
    return SectionPrefill(rows=tuple(rows))


def care_steps(case: "DossierCase") -> SectionPrefill:
    """List what was tried in the phases of care, with its effect (item 6 of the form)."""
    bullets = []
    for step in _shown_steps(case):
        phase = care_phases().find(step.phase)
        name = phase.name if phase else step.phase
        bullets.append(f"{period_in_words(step.started_on, step.ended_on)} · {name} · {_said_of(case, step)}")
    return SectionPrefill(bullets=tuple(bullets))


def agreed_goals(case: "DossierCase") -> SectionPrefill:
    """List the goals that are worked on and do not stand in the pathway's text already (item 11)."""
    goals = [goal for goal in live_rows(case.session, Goal) if goal.state is GoalState.open]
    shown = [goal for goal in goals if case.referral.is_recipient_bound or not _is_sensitive(goal)]
    typed = (case.pathway.goals if case.pathway else "").splitlines()
    lines = lines_without_goal("\n".join(" ".join(goal.text.split()) for goal in shown), typed)
    return SectionPrefill(text="\n".join(lines))


def chronology(case: "DossierCase") -> SectionPrefill:
    """Write the steps of school, CLB and external services in order, as lines to go on with (rule 11)."""
    lines = [_line_of(case, item) for item in pickable_items(case.session, case.referral, language()).items]
    lines += [
        ChronologyLine(step.started_on, step.ended_on, step.actor, _what_of(case, step))
        for step in _shown_steps(case)
    ]
    lines += _thresholds(case)
    lines.sort(key=lambda line: line.on)
    return SectionPrefill(
        text="\n".join(
            f"{period_in_words(line.on, line.until)} · {label('care_actor', line.actor)}: {line.said}"
            for line in lines
        )
    )


def _shown_steps(case: "DossierCase") -> list[CareStep]:
    steps = [step for step in live_rows(case.session, CareStep) if not step.is_confidential]
    return sorted(steps, key=lambda step: (step.started_on, step.id))


def _said_of(case: "DossierCase", step: CareStep) -> str:
    return f"{label('care_actor', step.actor)}: {_what_of(case, step)}"


def _what_of(case: "DossierCase", step: CareStep) -> str:
    """Say what was tried; who is not bound by secrecy reads no content of help by others (rule 14)."""
    by = f" ({step.by_whom.strip()})" if step.by_whom.strip() else ""
    if not case.referral.is_recipient_bound and step.actor is not CareActor.school:
        phase = care_phases().find(step.phase)
        return f"{phase.label.said() if phase else _('Step of care')}{by}"
    what = f"{' '.join(step.what.split())}{by}"
    effect = " ".join(step.effect.split())
    return f"{what}. {_('Effect: {effect}').format(effect=effect)}" if effect else what


def _is_sensitive(goal: Goal) -> bool:
    domain = life_domain(goal.life_domain)
    return domain is not None and domain.is_sensitive


def _line_of(case: "DossierCase", item: PickableItem) -> ChronologyLine:
    actor = _worker(case)
    if item.subject == "time_out":
        kinds = {row.id: row.kind for row in live_rows(case.session, TimeOut)}
        actor = CareActor.school if kinds[item.id] in _OF_SCHOOL else CareActor.external
    elif item.subject == "document":
        return ChronologyLine(item.on, None, actor, _("Document: {name}").format(name=item.title))
    said = f"{item.title}: {item.summary}" if item.summary else item.title
    return ChronologyLine(item.on, item.until, actor, said)


def _worker(case: "DossierCase") -> CareActor:
    """Return what the owner of this desk is: of the CLB in the programmes that the dossier is usual in."""
    code = case.pathway.programme_code if case.pathway else ""
    return CareActor.clb if case.kind.suits(code) else CareActor.external


def _thresholds(case: "DossierCase") -> list[ChronologyLine]:
    """Say on which day the school had counted so many half-days that something was due."""
    found = []
    for year in absence_counters(case.session, clock.today()).years:
        for state in year.states:
            if state.reached_on is not None:
                count = state.threshold.reached_at
                half_days = ngettext(
                    "{count} half-day not justified", "{count} half-days not justified", count
                )
                said = f"{half_days.format(count=count)} ({year.year.label})"
                found.append(ChronologyLine(state.reached_on, None, CareActor.school, said))
    return found
