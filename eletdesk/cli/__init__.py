"""The desk from a terminal, without any window."""

from eletdesk.cli.program import main

__all__ = ["main"]
