"""All tables of a case file, so that a file can be made and checked as a whole."""

from sqlmodel import SQLModel

from eletdesk.domain.absence import Absence
from eletdesk.domain.answer import Answer
from eletdesk.domain.assessment import Assessment
from eletdesk.domain.care_step import CareStep
from eletdesk.domain.case_row import CaseRow
from eletdesk.domain.consent import Consent
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.document import Document
from eletdesk.domain.draft import Draft
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.follow_up import FollowUp
from eletdesk.domain.goal import Goal, GoalReview
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.journal_entry import JournalEntry
from eletdesk.domain.network_member import NetworkMember
from eletdesk.domain.pathway import Pathway, StageChange
from eletdesk.domain.referral import Disclosure, Referral
from eletdesk.domain.rights_request import RightsRequest
from eletdesk.domain.situation import Situation
from eletdesk.domain.task import Task
from eletdesk.domain.time_out import TimeOut
from eletdesk.domain.young_person import YoungPerson

SUBJECTS: tuple[type[CaseRow], ...] = (
    YoungPerson, Enrolment, NetworkMember, Consent, Pathway, StageChange, GuidanceSession,
    ContactMoment, TimeOut, Absence, Goal, GoalReview, Assessment, FollowUp, Situation, Answer, CareStep,
    RightsRequest, Referral, Disclosure, Task, Document, Draft,
)  # fmt: skip

BY_TABLE: dict[str, type[CaseRow]] = {str(subject.__tablename__): subject for subject in SUBJECTS}

METADATA = SQLModel.metadata

__all__ = ["BY_TABLE", "METADATA", "SUBJECTS", "JournalEntry"]
