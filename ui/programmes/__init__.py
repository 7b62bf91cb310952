"""Programmes: choose one, look at its stages and clocks, and adapt it."""
