"""The whole main job without a screen: real windows, driven with keys, with a picture of every step."""

from pathlib import Path


def run_tour(folder: Path) -> int:
    """Do the tour in a folder, print what was done and where it is, and return the exit code."""
    from ui.tour.run import run_in_folder  # noqa: PLC0415 - only the tour needs Qt's test module

    return run_in_folder(folder)
