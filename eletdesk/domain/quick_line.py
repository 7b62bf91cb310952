"""Read one typed line as a log: who, what, how long, when, what must still happen; the rest is the note.

Only the first words are read as who, what, how long and when, in any order, until the first word that is
none of these; so `ma` is Monday at the beginning and a word in the note. #words are topics anywhere; the last
@somebody with a verb or with a day behind it is a task. No word is lost: each is in a span or in the note.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from eletdesk.domain.line_head import LineHead, Mark, Role, read_head
from eletdesk.domain.line_tasks import QuickTask, task_for_somebody, task_of
from eletdesk.domain.line_words import LineWord, date_said_by, joined, words_of
from eletdesk.domain.people_index import (
    KnownPerson,
    People,
    PeopleIndex,
    as_index,
    complete_name,
    matching_people,
)
from eletdesk.domain.quick_line_words import KIND_NAMES, EntryKind
from eletdesk.domain.spoken_dates import short_date
from eletdesk.domain.spoken_durations import say_minutes
from eletdesk.translation import _, ngettext

__all__ = [
    "EntryKind",
    "KnownPerson",
    "PeopleIndex",
    "QuickLine",
    "QuickTask",
    "Role",
    "Span",
    "complete_name",
    "matching_people",
    "parse_quick_line",
]


_MENTIONS_TRIED = 3


@dataclass(frozen=True)
class Span:
    """Characters of the line that were understood, and what the chip says about them."""

    start: int
    end: int
    role: Role
    label: str


@dataclass(frozen=True)
class QuickLine:
    """A line as it was understood; `person` is None when nobody or more than one (`candidates`) is meant."""

    person: KnownPerson | None
    candidates: tuple[KnownPerson, ...]
    kind: EntryKind
    minutes: int | None
    on: date
    attended: bool
    topics: tuple[str, ...]
    member: str | None
    task: QuickTask | None
    note: str
    spans: tuple[Span, ...]


def parse_quick_line(
    text: str, people: People, today: date, default_person: KnownPerson | None = None
) -> QuickLine:
    """Understand a line at each key; never raises and never loses a word.

    Give a PeopleIndex for `people`. With a `default_person` another person is the first word or in full.
    """
    words = words_of(text)
    topics = [word for word in words if word.topic]
    head = read_head([word for word in words if not word.topic], as_index(people), today, default_person)
    task, task_words = _task(head, today)
    note_words = [word for word in head.rest if word not in task_words]
    bare = {*topics, *_mention_in_note(head, note_words)}
    head.marks.append(("task", tuple(word for word in words if word in task_words)))
    head.marks += [("topic", (word,)) for word in topics]
    note = joined(text, words, {*note_words, *_inside(topics, note_words)}, bare)
    is_task = head.kind is EntryKind.task
    said_on = date_said_by(head.date_words, today, "forward" if is_task else "back")
    is_only_task = task is not None and not note and head.minutes is None and head.attended
    line = QuickLine(
        person=head.person,
        candidates=head.candidates,
        kind=head.kind or (EntryKind.task if is_only_task else EntryKind.session),
        minutes=head.minutes,
        on=today if is_task or said_on is None else said_on,
        attended=head.attended,
        topics=tuple(dict.fromkeys(word.topic for word in topics if word.topic)),
        member=head.member,
        task=task,
        note=note,
        spans=(),
    )
    return replace(line, spans=_spans(line, words, head.marks, said_on or today, today))


def _task(head: LineHead, today: date) -> tuple[QuickTask | None, frozenset[LineWord]]:
    """Return what must still happen and the words that say it: of a `taak ...` line all of them."""
    if head.kind is EntryKind.task:
        task = task_of(head.rest, today)
        if task is not None and task.due_on is None:
            task = replace(task, due_on=date_said_by(head.date_words, today, "forward"))
        return task, frozenset(head.rest)
    at_mentions = [number for number, word in enumerate(head.rest) if word.mention]
    for at in reversed(at_mentions[-_MENTIONS_TRIED:]):
        if task := task_for_somebody(head.rest[at:], today, needs_verb=False):
            return task, frozenset(head.rest[at:])
    return None, frozenset()


def _mention_in_note(head: LineHead, note_words: Sequence[LineWord]) -> list[LineWord]:
    """Let the first @somebody of the note be the member, when none was said before, and return that word."""
    mentions = [word for word in note_words if word.mention]
    if head.member is not None or not mentions:
        return []
    head.member = mentions[0].mention
    head.marks.append(("member", (mentions[0],)))
    return mentions[:1]


def _inside(topics: Sequence[LineWord], note_words: Sequence[LineWord]) -> list[LineWord]:
    """Return the topics in the middle of the note: without them the sentence would have a hole."""
    if not note_words:
        return []
    return [word for word in topics if note_words[0].start < word.start < note_words[-1].start]


def _spans(
    line: QuickLine, words: Sequence[LineWord], marks: Sequence[Mark], said_on: date, today: date
) -> tuple[Span, ...]:
    """Return what was understood in the order of the line; words with others between them give two spans."""
    follows = {after: before for before, after in pairwise(words)}
    spans: list[Span] = []
    for role, marked in marks:
        label = _label(line, role, marked, short_date(said_on, today), today)
        same = frozenset(marked)
        for word in marked:
            before = follows.get(word)
            if before in same and spans and before is not None and spans[-1].end == before.end:
                spans[-1] = replace(spans[-1], end=word.end)
            else:
                spans.append(Span(word.start, word.end, role, label))
    return tuple(sorted(spans, key=lambda span: span.start))


def _label(line: QuickLine, role: Role, marked: Sequence[LineWord], said_on: str, today: date) -> str:
    """Return what the chip of a role says."""
    if role == "person":
        count = len(line.candidates)
        several = ngettext("{count} person with this name", "{count} people with this name", count)
        return line.person.full_name if line.person else several.format(count=count)
    if role == "task":
        due_on = line.task.due_on if line.task else None
        text = line.task.text if line.task else ""
        return text if due_on is None else f"{text}, {short_date(due_on, today)}"
    labels = {
        "kind": _(KIND_NAMES[line.kind]),
        "minutes": say_minutes(line.minutes or 0),
        "date": said_on,
        "member": line.member or "",
        "attendance": _("did not come"),
    }
    return labels.get(role) or marked[0].topic or ""
