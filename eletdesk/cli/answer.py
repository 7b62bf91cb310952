"""What a command answers: lines for a person, data for a program."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Answer:
    """The result of one command; code is the exit code."""

    lines: tuple[str, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)
    code: int = 0
