"""The shape of an anonymised summary, so that exports can write one without importing statistics."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol


class CountRow(Protocol):
    """One row of a table."""

    @property
    def label(self) -> str:
        """Say in words what is counted."""

    @property
    def count(self) -> int:
        """Return the number of young people."""


class CountTable(Protocol):
    """One table that may leave the desk."""

    @property
    def code(self) -> str:
        """Return the name of the table for programs."""

    @property
    def title(self) -> str:
        """Return the name of the table for people."""

    @property
    def columns(self) -> Sequence[str]:
        """Return the headers: what is counted, and the counts."""

    @property
    def rows(self) -> Sequence[CountRow]:
        """Return the rows in their order."""

    @property
    def total(self) -> int:
        """Return the number of young people in all."""

    @property
    def note(self) -> str:
        """Return how the table was counted, or nothing."""


class Description(Protocol):
    """What a release says about itself."""

    @property
    def method(self) -> str:
        """Return the name of the protection."""

    @property
    def threshold(self) -> int:
        """Return the smallest number of people that is shown."""

    @property
    def first_day(self) -> date:
        """Return the first day of the period."""

    @property
    def last_day(self) -> date:
        """Return the last day of the period."""

    @property
    def made_on(self) -> date:
        """Return the day of the release."""

    @property
    def version(self) -> str:
        """Return the version of the program."""

    @property
    def rounded_people(self) -> int | None:
        """Return the number of young people rounded to 5, or None when nothing is published."""


class Release(Protocol):
    """A summary that may leave the desk, and how much of it stays."""

    @property
    def tables(self) -> Sequence[CountTable]:
        """Return the tables that may leave."""

    @property
    def refusals(self) -> Sequence[object]:
        """Return the tables that stay; files tell only how many there are."""

    @property
    def metadata(self) -> Description:
        """Return the description."""
