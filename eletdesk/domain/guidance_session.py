"""A session of guidance: planned, held or missed."""

from datetime import date, time
from enum import StrEnum

from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, TEXT_LENGTH, CaseRow, list_field


class Attendance(StrEnum):
    """Whether it took place; the member names are file format."""

    planned = "planned"
    attended = "attended"
    no_show = "no_show"
    cancelled = "cancelled"


class SessionPlace(StrEnum):
    """Where it took place; the member names are file format."""

    school = "school"
    home = "home"
    office = "office"
    online = "online"
    elsewhere = "elsewhere"


class GuidanceSession(CaseRow, table=True):
    """Time is kept in minutes and counted in guidance half-days (domain rule 3)."""

    __tablename__ = "guidance_session"

    pathway_id: str | None = Field(default=None, foreign_key="pathway.id")
    held_on: date
    starts_at: time | None = None
    minutes: int = Field(default=0, ge=0, le=24 * 60)
    half_days: float = Field(default=0, ge=0, le=6)
    #: Whom it was for, a code of the programme: each session has exactly one level (domain rule 4).
    level: str = Field(default="pupil", max_length=60)
    place: SessionPlace = SessionPlace.school
    building_block: str = Field(default="", max_length=60)
    is_in_lesson_time: bool = False
    attendance: Attendance = Attendance.attended
    title: str = Field(default="", max_length=NAME_LENGTH)
    note: str = Field(default="", max_length=TEXT_LENGTH)
    topics: list[str] = list_field()
    is_confidential: bool = False
    goal_ids: list[str] = list_field()
    #: The group activity of the desk that this is a part in; its time counts once for the provider.
    activity_id: str = Field(default="", max_length=40)
    parents_present: int = Field(default=0, ge=0, le=20)
    #: Grounds on which it stays out of an inspection copy: codes of the rule data (rule 15).
    exclusions: list[str] = list_field()
