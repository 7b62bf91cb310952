"""Gather what the page of one case shows."""

from dataclasses import dataclass
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


def read_case(case: OpenCase, today: date) -> CaseView:
    """Read one case."""
    pathway = case.read(case_head, today).pathway
    programme = case.programme(pathway.programme_code, pathway.programme_version) if pathway else None
    overview = case.read(case_overview, today, programme, LOG_FORM)
    return CaseView(overview, programme, case.read(consent_gap, ConsentPurpose.guidance, today), today)
