"""The network of a municipality (samentegenschooluitval-wvl.be: one for each province, one for Brussels)."""

import csv

import pytest

from eletdesk.locations import resources_folder
from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.law.networks import network_of, networks, read_networks


@pytest.mark.parametrize(
    ("nis", "network"),
    [
        ("11002", "antwerpen"), ("24062", "vlaams_brabant"), ("31005", "west_vlaanderen"),
        ("44021", "oost_vlaanderen"), ("71016", "limburg"), ("21004", "brussel"), ("21015", "brussel"),
    ],
)  # fmt: skip
def test_the_network_follows_from_the_province(nis: str, network: str) -> None:
    found = network_of(nis)
    assert found is not None
    assert found.code == network


def test_every_municipality_of_flanders_and_brussels_has_one_and_others_none() -> None:
    path = resources_folder() / "reference" / "municipalities_vlg_bru_2025.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["nis"] for row in rows if network_of(row["nis"]) is None} == set()
    assert {one.code for row in rows if (one := network_of(row["nis"]))} == {one.code for one in networks()}
    assert network_of("62063") is None
    assert network_of("") is None


def test_a_broken_list_names_file_and_key() -> None:
    text = (resources_folder() / "rules" / "networks.toml").read_text(encoding="utf-8")
    with pytest.raises(BrokenProgrammeError, match=r"networks\.toml.*province"):
        read_networks(text.replace('province = "20001"', 'province = "10000"'))
