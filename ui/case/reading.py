"""Gather what the page of one case shows."""

from dataclasses import dataclass, field
from datetime import date

from eletdesk.domain.consent import ConsentPurpose
from eletdesk.domain.names import first_name_and_initial
from eletdesk.operations.log_entry import LOG_FORM
from eletdesk.programmes.definition import Programme
from eletdesk.queries.case_head import CaseHead, case_head
from eletdesk.queries.case_overview import CaseOverview, case_overview
from eletdesk.queries.consent_gap import consent_gap
from ui.open_case import OpenCase


@dataclass(frozen=True)
class CaseView:
    """One case on one day: its rows, the programme it is worked with, and what its consent misses."""

    overview: CaseOverview
    programme: Programme | None
    gap: str
    today: date
    #: The programme of each pathway, by the id of the pathway.
    programmes: dict[str, Programme] = field(default_factory=dict)

    @property
    def head(self) -> CaseHead:
        """Return who it is about."""
        return self.overview.head

    @property
    def name(self) -> str:
        """Return the whole name."""
        return f"{self.head.person.given_name} {self.head.person.family_name}".strip()

    @property
    def short_name(self) -> str:
        """Return what a passer-by may read: given name and one letter."""
        return first_name_and_initial(self.head.person.given_name, self.head.person.family_name)

    @property
    def open_pathway(self) -> bool:
        """Tell whether a pathway runs."""
        return self.head.pathway is not None and self.head.pathway.closed_on is None


def read_case(case: OpenCase, today: date, pathway_id: str = "") -> CaseView:
    """Read one case with its present pathway, or with the one named."""
    head = case.read(case_head, today, pathway_id)
    programmes = {one.id: case.programme(one.programme_code, one.programme_version) for one in head.pathways}
    programme = programmes[head.pathway.id] if head.pathway else None
    labels = {
        f"{one}:{stage.code}": stage.label.said() for one, of in programmes.items() for stage in of.stages
    }
    overview = case.read(case_overview, today, programme, LOG_FORM, pathway_id, labels)
    gap = case.read(consent_gap, ConsentPurpose.guidance, today)
    return CaseView(overview, programme, gap, today, programmes)
