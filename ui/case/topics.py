"""Topics as they are typed in a line and as they are kept: #stage #thuis."""

import re
from collections.abc import Iterable

_TOPIC = re.compile(r"[^\s,;#]+")


def read_topics(text: str) -> list[str]:
    """Return the topics of a line, with or without # and commas, each once."""
    return list(dict.fromkeys(_TOPIC.findall(text)))


def write_topics(topics: Iterable[str]) -> str:
    """Return topics as one line."""
    return " ".join(f"#{topic}" for topic in topics)
