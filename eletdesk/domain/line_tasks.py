"""Find what must still happen in a line: `@mama bellen wo`, `@school morgen mailen over de stage`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from eletdesk.domain.line_words import LONGEST_DATE, LineWord, date_said_by
from eletdesk.domain.quick_line_words import DATE_FILLERS, is_done, is_to_do

_LONGEST_TASK_WITHOUT_VERB = 5


@dataclass(frozen=True)
class QuickTask:
    """Something to do, with the day on which it is due when that was said."""

    text: str
    due_on: date | None


def _due_at_the_end(words: Sequence[LineWord], today: date) -> tuple[date | None, int]:
    """Return the date that the last words say and how many they are, `voor` or `by` before it included."""
    for count in range(min(LONGEST_DATE, len(words) - 1), 0, -1):
        if due_on := date_said_by(words[-count:], today, "forward"):
            has_filler = len(words) > count + 1 and words[-count - 1].plain in DATE_FILLERS
            return due_on, count + has_filler
    return None, 0


def _due_after_the_first(words: Sequence[LineWord], today: date) -> tuple[date | None, int]:
    """Return the date that stands right after the first word, when a verb follows: `mama morgen bellen`."""
    for count in range(min(LONGEST_DATE, len(words) - 2), 0, -1):
        due_on = date_said_by(words[1 : count + 1], today, "forward")
        if due_on and is_to_do(words[count + 1].plain):
            return due_on, count
    return None, 0


def task_of(words: Sequence[LineWord], today: date) -> QuickTask | None:
    """Make a task of all words; the day it is due is taken out of its text. None without words."""
    due_on, count = _due_at_the_end(words, today)
    kept = list(words[: len(words) - count])
    if due_on is None:
        due_on, count = _due_after_the_first(words, today)
        kept = [*words[:1], *words[count + 1 :]]
    text = " ".join(word.typed.removeprefix("@") for word in kept)
    return QuickTask(text, due_on) if text else None


def task_for_somebody(words: Sequence[LineWord], today: date, *, needs_verb: bool) -> QuickTask | None:
    """Make a task of `@somebody ...` when a verb says what to do, or a day ends a few words.

    What says that it has happened (`@mama gebeld`) is no task.
    """
    if len(words) < 2:
        return None
    task = task_of(words, today)
    has_verb = is_to_do(words[1].plain) or _due_after_the_first(words, today)[0] is not None
    if has_verb or task is None:
        return task
    is_short = 2 <= len(task.text.split()) <= _LONGEST_TASK_WITHOUT_VERB
    has_happened = any(is_done(word.plain) for word in words[1:])
    return task if task.due_on and is_short and not has_happened and not needs_verb else None
