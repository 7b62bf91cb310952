"""Absences of one case, and reading the list of a school."""
