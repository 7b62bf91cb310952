"""Say where a rule comes from, and whether it was looked up: small text under what follows the rule."""

from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.programmes.label import Basis
from eletdesk.translation import N_, _
from ui.widgets.labels import Label
from ui.widgets.tooltips import set_tooltip

_DOUBTS = {
    "inference": N_("reasoned from facts"),
    "unverified": N_("not checked yet"),
    "own_choice": N_("our own choice, can be changed"),
}


def say_basis(basis: Basis) -> str:
    """Say the source, its first day and how sure it is."""
    since = numeric_date(basis.valid_from)
    said = _("Source: {source}, since {date}").format(source=basis.source.title.said(), date=since)
    return said if basis.is_sure else f"{said} · {_(_DOUBTS[basis.certainty])}"


def source_note(basis: Basis) -> Label:
    """Return the source as a caption; where to find it stands in the tooltip."""
    note = Label(say_basis(basis), role="caption", tone="text3", wrap=True)
    set_tooltip(note, basis.source.place)
    return note
