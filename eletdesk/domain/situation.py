"""What a young person does outside the programme: at school, at work, looking for work, or none of these."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, TEXT_LENGTH, CaseRow


class Occupation(StrEnum):
    """What somebody mainly does; the member names are file format."""

    in_education = "in_education"
    in_training = "in_training"
    apprenticeship = "apprenticeship"
    traineeship = "traineeship"
    in_work = "in_work"
    job_seeker = "job_seeker"
    inactive = "inactive"
    unknown = "unknown"


class Situation(CaseRow, table=True):
    """From one day on; the last one without an end is the present one.

    had_recent_training answers the question of the European survey: any lesson or training, also
    not formal, in the four weeks before (Eurostat, early leavers from education and training).
    """

    __tablename__ = "situation"

    occupation: Occupation = Occupation.unknown
    since_on: date
    until_on: date | None = None
    registered_with: str = Field(default="", max_length=NAME_LENGTH)
    registered_on: date | None = None
    integration_period_ended_on: date | None = None
    had_recent_training: bool | None = None
    note: str = Field(default="", max_length=TEXT_LENGTH)
