from datetime import date
from pathlib import Path

from eletdesk.locations import resources_folder
from eletdesk.operations.pathways import start_pathway
from eletdesk.operations.people import register_person
from eletdesk.programmes.reading import load_programmes
from eletdesk.storage.case_file import CaseFile, CaseKeys


def test_a_pathway_brings_the_text_of_its_programme_into_the_case(tmp_path: Path) -> None:
    naft = load_programmes()[("naft", 1)]
    case = CaseFile.create(tmp_path / "one.eletcase", "one", CaseKeys.of("one", bytes(range(32))))
    with case.transaction("open_case", "Sara") as session:
        register_person(session, given_name="Noor")
    assert case.kept("programme:naft:1") is None
    for _time in range(2):
        with case.transaction("start_pathway", "Sara") as session:
            start_pathway(session, programme=naft, started_on=date(2026, 9, 14))
    shipped = resources_folder() / "programmes" / "naft.toml"
    assert case.kept("programme:naft:1") == shipped.read_text("utf-8")
    case.close()
