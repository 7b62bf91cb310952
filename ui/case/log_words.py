"""What was saved from the log box, in one sentence."""

from eletdesk import clock
from eletdesk.domain.spoken_dates import short_date
from eletdesk.operations.log_entry import LogEntry
from eletdesk.translation import N_, _, ngettext

_NOUNS = {
    "session": N_("Session"),
    "call": N_("Telephone call"),
    "visit": N_("Home visit"),
    "meeting": N_("Consultation"),
}


def say_saved(entry: LogEntry, name: str) -> str:
    """Say what was saved, and the tasks that came with it."""
    if entry.on > clock.today():
        saved = _("Planned with {name}").format(name=name)
    else:
        is_contact = entry.kind in ("call", "meeting")
        text = _("{kind} about {name} saved") if is_contact else _("{kind} with {name} saved")
        saved = text.format(kind=_(_NOUNS[entry.kind]), name=name)
    if not entry.tasks:
        return saved
    if len(entry.tasks) == 1 and entry.tasks[0].due_on:
        due = short_date(entry.tasks[0].due_on, clock.today())
        return _("{saved}, task added for {date}").format(saved=saved, date=due)
    count = len(entry.tasks)
    added = ngettext("{count} task added", "{count} tasks added", count).format(count=count)
    return f"{saved}, {added}"
