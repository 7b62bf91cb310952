"""Read what a note marks: #topics anywhere, and `@mama bellen wo` as a task; the rest stays the note."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from eletdesk.domain.line_tasks import QuickTask, task_for_somebody
from eletdesk.domain.line_words import LineWord, joined, words_of

_ENDS = (".", "!", "?")


@dataclass(frozen=True)
class NoteMarks:
    """What stands in a note: topics, tasks, and the words that are left as the note itself."""

    topics: tuple[str, ...]
    tasks: tuple[QuickTask, ...]
    note: str


def read_note(text: str, today: date) -> NoteMarks:
    """Understand a note at each key; a task ends with its sentence or its line. No word is lost."""
    words = words_of(text)
    topics = [word for word in words if word.topic]
    tasks: list[QuickTask] = []
    taken: set[LineWord] = set()
    for sentence in _sentences_with_mention(text, [word for word in words if not word.topic]):
        task = task_for_somebody(sentence, today, needs_verb=False)
        if task is not None:
            tasks.append(QuickTask(task.text.rstrip(" .!?"), task.due_on))
            taken.update(sentence)
    kept = [word for word in words if word not in taken]
    while kept and kept[-1].topic:
        kept.pop()
    while kept and kept[0].topic:
        kept.pop(0)
    named = dict.fromkeys(word.topic for word in topics if word.topic)
    return NoteMarks(tuple(named), tuple(tasks), joined(text, words, set(kept), set(topics)))


def _sentences_with_mention(text: str, words: Sequence[LineWord]) -> Iterator[list[LineWord]]:
    """Yield from each @somebody to the next one, the end of the sentence or the end of the line."""
    found: list[LineWord] = []
    for word in words:
        breaks = bool(found) and "\n" in text[found[-1].end : word.start]
        if found and (breaks or word.mention or found[-1].typed.endswith(_ENDS)):
            yield found
            found = []
        if found or word.mention:
            found.append(word)
    if found:
        yield found
