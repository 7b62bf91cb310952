"""Invented desks to measure on, each made once and kept in a cache folder."""

import os
import shutil
import tempfile
from pathlib import Path

from eletdesk.desk.demo.desk import fill_demo_desk
from tests.desks import make_desk

#: Names the folder in which desks are kept between two runs.
FOLDER_VARIABLE = "ELETDESK_BENCH_FOLDER"
SIZES = (50, 1_000, 10_000)
NOTES = 20
_READY = "ready"


def cache_folder() -> Path:
    """Return the folder in which desks are kept."""
    kept = os.environ.get(FOLDER_VARIABLE)
    return Path(kept) if kept else Path(tempfile.gettempdir()) / "eletdesk-benchmarks"


def desk_folder(people: int) -> Path:
    """Return a folder with a desk of so many people; make it first when it is not there (90 ms a case)."""
    folder = cache_folder() / f"{people}-cases-{NOTES}-notes"
    if (folder / _READY).exists():
        return folder / "desk"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    desk = make_desk(folder / "desk")
    try:
        fill_demo_desk(desk, people, notes=NOTES)
    finally:
        desk.close()
    (folder / _READY).touch()
    return folder / "desk"
