"""Programmes and dossier kinds as data: read from resources, checked, never written in Python."""
