"""The copy of a file for the young person or a parent, and a list of what was withheld and why (rule 15)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from eletdesk.domain.absence import Absence
from eletdesk.domain.answer import Answer
from eletdesk.domain.answer_words import said_answer
from eletdesk.domain.assessment import Assessment
from eletdesk.domain.consent import Consent
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.goal import Goal, GoalReview
from eletdesk.domain.labels import label
from eletdesk.domain.names import initials
from eletdesk.domain.network_member import MemberRole, NetworkMember
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.referral import Disclosure
from eletdesk.domain.situation import Situation
from eletdesk.domain.task import Task
from eletdesk.domain.young_person import YoungPerson
from eletdesk.programmes.law.life_domains import domain_name
from eletdesk.programmes.law.rights_rules import rights_rules
from eletdesk.queries.dates_in_words import day_in_words, period_in_words
from eletdesk.queries.dossier.draft import DossierDraft, DossierSection
from eletdesk.queries.follow_up_happenings import follow_up_happenings
from eletdesk.queries.inspection import InspectionNote, inspection_notes, withheld
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.other_names import OtherNames
from eletdesk.queries.present_rows import programme_in_case
from eletdesk.translation import _, ngettext, speaking

#: Who lives with the young person, as a rule: their names are no secret to each other.
_HOUSEHOLD = (MemberRole.mother, MemberRole.father, MemberRole.guardian)


@dataclass(frozen=True)
class Asker:
    """For whom the copy is made; a name in it is not left out."""

    name: str = ""
    is_young_person: bool = True


def inspection_copy(
    session: Session, asker: Asker, made_on: date, *, language: str, made_by: str, organisation: str
) -> DossierDraft:
    """Return the copy, ready to be drawn; third parties are left out and their names replaced by a role."""
    with speaking(language):
        person = live_rows(session, YoungPerson)[0]
        name = f"{person.given_name} {person.family_name}".strip()
        members = live_rows(session, NetworkMember)
        household = [member.name for member in members if member.role in _HOUSEHOLD]
        others = OtherNames.of(
            [member for member in members if member.role not in _HOUSEHOLD],
            [name, asker.name, *household],
            [contact.with_whom for contact in live_rows(session, ContactMoment)],
        )
        notes = inspection_notes(session)
        sections = [*_parts(session, person, members, others), *_notes(notes, others)]
        sections.append(_left_out(list(withheld(notes)), others))
        return DossierDraft(
            kind="inspection",
            language=language,
            title=_("Copy of the file"),
            young_person=name,
            made_by=made_by,
            organisation=organisation,
            recipient=asker.name or name,
            made_on=made_on,
            sections=tuple(section for section in sections if not section.is_empty),
            case_title=initials(person.given_name, person.family_name),
        )


def _parts(
    session: Session, person: YoungPerson, members: Sequence[NetworkMember], others: OtherNames
) -> Iterator[DossierSection]:
    """Yield what the file holds beside its notes; what was typed names other people by their role only."""

    def listed(code: str, title: str, lines: Iterable[str]) -> DossierSection:
        return DossierSection(code, title, bullets=tuple(others.without(line) for line in lines))

    guidance = tuple((name, others.without(text)) for name, text in _pathways(session))
    yield DossierSection("details", _("Details"), rows=_details(person, others))
    yield DossierSection("schools", _("Schools"), bullets=tuple(_schools(session)))
    yield DossierSection("pathways", _("Guidance"), rows=guidance)
    yield listed("goals", _("Goals"), _goals(session))
    yield listed("assessments", _("Assessments"), _assessments(session))
    yield listed("answers", _("Answers to questions"), _answers(session))
    yield listed("absences", _("Absences from school"), _absences(session))
    yield listed("consents", _("Consent"), _consents(session))
    yield listed("follow_ups", _("Follow-up"), _follow_ups(session))
    yield listed("tasks", _("Tasks"), (task.title for task in live_rows(session, Task)))
    # Of other people only what they are: their details are about them.
    roles = [", ".join(filter(None, (label("role", m.role), m.organisation))) for m in members]
    yield DossierSection("network", _("People around the young person"), bullets=tuple(roles))
    shared = tuple(_shared(session, others))
    yield DossierSection("shared", _("What was shared, and with whom"), bullets=shared)


def _details(person: YoungPerson, others: OtherNames) -> tuple[tuple[str, str], ...]:
    rows = (
        (_("Name"), f"{person.given_name} {person.family_name}".strip()),
        (_("Born on"), day_in_words(person.birth_on) if person.birth_on else ""),
        (_("Home language"), person.home_language),
        (_("Address"), ", ".join(filter(None, (person.street, f"{person.postcode} {person.place}".strip())))),
        (_("Telephone"), person.phone),
        (_("E-mail"), person.email),
        (_("School record number"), person.school_record_number),
        (_("Strengths"), others.without(person.strengths)),
        (_("Remarks"), others.without(person.remarks)),
    )
    return tuple((name, value) for name, value in rows if value.strip())


def _schools(session: Session) -> Iterator[str]:
    for row in sorted(live_rows(session, Enrolment), key=lambda row: row.started_on or date.min):
        said = ", ".join(filter(None, (row.school, row.year_label, row.study)))
        when = period_in_words(row.started_on, row.ended_on) if row.started_on else ""
        yield " · ".join(filter(None, (said, when)))


def _pathways(session: Session) -> Iterator[tuple[str, str]]:
    for row in sorted(live_rows(session, Pathway), key=lambda row: row.started_on):
        programme = programme_in_case(session, row)
        name = programme.label.said() if programme else row.programme_code
        yield name, period_in_words(row.started_on, row.closed_on)
        for name, text in ((_("The question"), row.question), (_("Goals"), row.goals)):
            if text.strip():
                yield name, text


def _goals(session: Session) -> Iterator[str]:
    reviews = live_rows(session, GoalReview)
    for goal in live_rows(session, Goal):
        scores = [f"{day_in_words(r.reviewed_on)}: {r.score}/10" for r in reviews if r.goal_id == goal.id]
        yield " · ".join([goal.text, label("goal", goal.state), *scores])


def _consents(session: Session) -> Iterator[str]:
    for row in sorted(live_rows(session, Consent), key=lambda row: row.given_on):
        yield " · ".join(
            (label("purpose", row.purpose), label("consent", row.state), day_in_words(row.given_on))
        )


def _assessments(session: Session) -> Iterator[str]:
    for row in live_rows(session, Assessment):
        if not row.exclusions:
            scores = ", ".join(f"{domain_name(domain)} {score}/10" for domain, score in row.scores.items())
            yield " · ".join((day_in_words(row.assessed_on), label("perspective", row.seen_by), scores))


def _answers(session: Session) -> Iterator[str]:
    pathways = {row.id: programme_in_case(session, row) for row in live_rows(session, Pathway)}
    for row in live_rows(session, Answer):
        programme = pathways.get(row.pathway_id)
        asked = programme.question(row.question) if programme else None
        said = (asked.label.said(), said_answer(asked, row.value)) if asked else (row.question, row.value)
        yield " · ".join((day_in_words(row.answered_on), *said))


def _absences(session: Session) -> Iterator[str]:
    for row in sorted(live_rows(session, Absence), key=lambda row: row.absent_on):
        said = (day_in_words(row.absent_on), label("part", row.part), row.code, row.school, row.note)
        yield " · ".join(filter(None, said))


def _follow_ups(session: Session) -> Iterator[str]:
    for found in follow_up_happenings(session):
        yield " · ".join(filter(None, (day_in_words(found.on), found.detail, found.text)))
    for situation in live_rows(session, Situation):
        said = (day_in_words(situation.since_on), label("occupation", situation.occupation), situation.note)
        yield " · ".join(filter(None, said))


def _shared(session: Session, others: OtherNames) -> Iterator[str]:
    """Yield what left; its receiver is told by name, because the young person may know who has it."""
    for row in live_rows(session, Disclosure):
        said = (day_in_words(row.sent_at.date()), row.recipient, others.without(row.purpose))
        yield " · ".join(filter(None, said))


def _notes(notes: Sequence[InspectionNote], others: OtherNames) -> Iterator[DossierSection]:
    shown = [note for note in reversed(notes) if not note.grounds]
    texts = []
    for note in shown:
        head = f"{day_in_words(note.on)} · {others.without(note.title)}"
        texts.append("\n".join(filter(None, (head, others.without(note.text).strip()))))
    yield DossierSection("notes", _("Notes, the oldest first"), paragraphs=tuple(texts))


def _left_out(out: Sequence[InspectionNote], others: OtherNames) -> DossierSection:
    """List what was withheld: the day and the ground, never what it says."""
    grounds = {ground.code: ground.label.said() for ground in rights_rules().exclusions}
    lines = [
        f"{day_in_words(note.on)} · {', '.join(grounds.get(code, code) for code in note.grounds)}"
        for note in reversed(out)
    ]
    said = [
        _("Not in this copy. You may ask why, and the confidant may read what is withheld for your own good.")
        if lines
        else _("No note was withheld.")
    ]
    for role, count in sorted(others.replaced.items()):
        text = ngettext(
            "The name of somebody else ({role}) was left out {count} time.",
            "The name of somebody else ({role}) was left out {count} times.",
            count,
        )
        said.append(text.format(role=role, count=count))
    return DossierSection(
        "withheld", _("What was withheld, and why"), paragraphs=tuple(said), bullets=tuple(lines)
    )
