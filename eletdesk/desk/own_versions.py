"""Own versions of programmes in the making: the copy that is adapted, and definitions from and to files."""

from pathlib import Path
from typing import TYPE_CHECKING

from eletdesk.desk.drafts import desk_draft, keep_desk_draft
from eletdesk.desk.programmes import keep_definition
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.exports.save_export import save_export
from eletdesk.programmes.adapting import Adaptation
from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.definition import Programme
from eletdesk.storage.driver_errors import plain_errors
from eletdesk.translation import _

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

_LONGEST = 2_000_000


def draft_name(code: str) -> str:
    """Return the name of the draft in the desk file."""
    return f"programme:{code}"


def begin_adaptation(desk: "Desk", programme: Programme) -> tuple[Adaptation, str]:
    """Return a copy to work on, and since when it is worked on; empty for a new one.

    A copy of an older version than the present one is not gone on with: it would undo what came after.
    """
    draft = desk_draft(desk, draft_name(programme.code))
    if draft is None or draft.values.get("version") != str(programme.version):
        return Adaptation.of(programme), ""
    since = numeric_date(draft.saved_at.date())
    return Adaptation.read(draft.values["text"]), _("Not kept yet, since {date}").format(date=since)


def keep_draft(desk: "Desk", adaptation: Adaptation, version: int) -> None:
    """Keep the copy as it stands."""
    values = {"text": adaptation.text(), "version": str(version)}
    keep_desk_draft(desk, draft_name(adaptation.code), values)


def keep_adaptation(desk: "Desk", adaptation: Adaptation) -> Programme:
    """Keep the copy as the newest version and forget the draft; BrokenProgrammeError names file and key."""
    return keep_definition(desk, adaptation.text(), adaptation.name, draft=draft_name(adaptation.code))


def read_definition_file(desk: "Desk", place: Path) -> Programme:
    """Read a definition file and keep it; BrokenProgrammeError names the file and the key."""
    with plain_errors(place), place.open("rb") as file:
        content = file.read(_LONGEST + 1)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BrokenProgrammeError(place.name, "", _("This is not a text file.")) from None
    if len(content) > _LONGEST or "\0" in text:
        raise BrokenProgrammeError(place.name, "", _("This is not a text file."))
    return keep_definition(desk, text, place.name)


def save_definition_file(place: Path, text: str) -> None:
    """Write a definition to a file."""
    save_export(place, text.encode("utf-8"))
