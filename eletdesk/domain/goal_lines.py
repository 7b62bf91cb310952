"""Goals that were typed as lines of a text."""

import re

_NUMBERED = re.compile(r"\s*(?:\d+[.)]|[-–•*])\s+")


def goal_lines(text: str) -> tuple[str, ...]:
    """Return the goals in a text, one on each line, each once, without numbers or dashes before them."""
    lines = (_NUMBERED.sub("", line, count=1).strip() for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def lines_without_goal(text: str, goals: list[str]) -> tuple[str, ...]:
    """Return the lines that no goal has in the same words."""
    there = {goal.strip().casefold() for goal in goals}
    return tuple(line for line in goal_lines(text) if line.casefold() not in there)
