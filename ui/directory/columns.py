"""What the directory shows of each organisation."""

from eletdesk.domain.names import comparable
from eletdesk.domain.organisation import Organisation, kind_label
from eletdesk.programmes.law.networks import network_of
from eletdesk.translation import _
from ui.widgets.cells import Cell
from ui.widgets.sheet_table import SheetColumn

WIDE_ONLY = (3, 4)
"""Telephone and network step back when there is little room."""


def organisation_columns() -> list[SheetColumn[Organisation]]:
    """Return the columns of the list."""
    return [
        SheetColumn(_("Name"), _name, lambda one: comparable(one.name), share=1.9),
        SheetColumn(_("Kind"), _kind, share=1.1),
        SheetColumn(
            _("Place"),
            lambda one: Cell(one.whereabouts or "–", one.address),
            lambda one: (one.postcode or "~", comparable(one.place)),
            share=1.3,
        ),
        SheetColumn(_("Telephone"), lambda one: Cell(one.phone or "–", tone="text2"), share=0.9),
        SheetColumn(_("Network"), _network, share=0.8),
    ]


def _name(one: Organisation) -> Cell:
    return Cell(one.name, one.detail or one.network, bold=True)


def _kind(one: Organisation) -> Cell:
    if one.is_removed:
        return Cell(kind_label(one.kind), _("removed"), second_tone="danger")
    if one.is_ended:
        return Cell(kind_label(one.kind), _("stopped"), second_tone="warn")
    return Cell(kind_label(one.kind), _("example") if one.is_example else "", tone="text2")


def _network(one: Organisation) -> Cell:
    network = network_of(one.municipality_nis)
    return Cell(network.label.said() if network else "–", tone="text2")
