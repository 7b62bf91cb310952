"""The networks "Samen tegen Schooluitval": which one a municipality belongs to follows from its province."""

from dataclasses import dataclass
from functools import cache

from eletdesk.locations import resources_folder
from eletdesk.programmes.definition_table import refuse_doubles
from eletdesk.programmes.label import Basis, Label
from eletdesk.programmes.reading import opened_definition, read_sources
from eletdesk.programmes.reference import province_of

_FILE = "networks.toml"


@dataclass(frozen=True, slots=True)
class Network:
    """One network and the NIS code of its province or region."""

    code: str
    province: str
    label: Label
    basis: Basis


def read_networks(text: str, name: str = _FILE) -> tuple[Network, ...]:
    """Read the definition; name is the file's name in an error."""
    top = opened_definition(text, name)
    read_sources(top)
    tables = top.tables("networks")
    refuse_doubles(tables)
    refuse_doubles(tables, "province")
    found = []
    for table in tables:
        found.append(Network(table.code(), table.text("province"), table.label("label"), table.basis()))
        table.done()
    top.done()
    return tuple(found)


@cache
def networks() -> tuple[Network, ...]:
    """Return the six networks."""
    path = resources_folder() / "rules" / _FILE
    return read_networks(path.read_text(encoding="utf-8"))


def network_of(municipality_nis: str) -> Network | None:
    """Return the network of a municipality; None outside Flanders and Brussels.

    One network for each province and one for Brussels since September 2016 (samentegenschooluitval-wvl.be).
    """
    province = province_of(municipality_nis)
    if province is None:
        return None
    return next((one for one in networks() if one.province == province[0]), None)
