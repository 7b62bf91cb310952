"""Agenda: a week of sessions, meetings, terms and tasks."""
