"""How it goes in the domains of a young person's life, on one day, in the eyes of one person."""

from datetime import date

from sqlmodel import Field

from eletdesk.domain.case_row import TEXT_LENGTH, CaseRow, list_field, mapping_field
from eletdesk.domain.goal import Perspective


class Assessment(CaseRow, table=True):
    """Scores by code of life domain, 0 to 10; a domain that was not talked about has none."""

    __tablename__ = "assessment"

    assessed_on: date
    seen_by: Perspective = Perspective.young_person
    scores: dict[str, int] = mapping_field()
    note: str = Field(default="", max_length=TEXT_LENGTH)
    is_confidential: bool = False
    #: Grounds on which it stays out of an inspection copy: codes of the rule data (rule 15).
    exclusions: list[str] = list_field()
