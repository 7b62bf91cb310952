"""Answers to the questions that a programme asks and no other subject holds."""

from datetime import date

from sqlmodel import Field

from eletdesk.domain.case_row import TEXT_LENGTH, CaseRow


class Answer(CaseRow, table=True):
    """One answer; question is a code of the programme that the pathway keeps."""

    __tablename__ = "answer"

    pathway_id: str = Field(foreign_key="pathway.id")
    question: str = Field(max_length=60)
    value: str = Field(default="", max_length=TEXT_LENGTH)
    answered_on: date
