"""The tour: does the story to its end, says where everything is, and says at which step it stopped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PROGRAM = """
import sys
from pathlib import Path
from ui.tour.run import run_in_folder
from ui.tour.steps import STORY
def stumble(tour):
    raise ValueError("on purpose")
steps = STORY if sys.argv[2] == "story" else (STORY[0], stumble, STORY[1])
raise SystemExit(run_in_folder(Path(sys.argv[1]), steps))
"""


def run(folder: Path, which: str) -> subprocess.CompletedProcess[str]:
    """Run steps of the tour in a process of their own: the tour makes the one program of its process."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), which],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, text=True, capture_output=True,
        timeout=300, check=False,
    )  # fmt: skip


def test_the_story_leaves_its_files(tmp_path: Path) -> None:
    done = run(tmp_path / "tour", "story")
    assert done.returncode == 0, done.stdout + done.stderr
    files = {path.suffix for path in (tmp_path / "tour" / "files").rglob("*") if path.is_file()}
    assert files >= {".pdf", ".xlsx", ".csv", ".json"}
    named = [line.strip() for line in done.stdout.splitlines() if line.startswith("      ")]
    assert named
    assert not [name for name in named if not (tmp_path / "tour" / name).is_file()]


def test_a_failing_step_stops_the_tour_and_is_named(tmp_path: Path) -> None:
    done = run(tmp_path / "tour", "stumble")
    assert done.returncode == 1
    assert "stumble" in done.stdout
    assert "on purpose" in done.stdout
    assert (tmp_path / "tour" / "pictures").exists()


@pytest.mark.parametrize("name", ["files", "desk", "pictures"])
def test_the_tour_never_touches_what_is_not_its_own(tmp_path: Path, name: str) -> None:
    own = tmp_path / name / "mine.txt"
    own.parent.mkdir()
    own.write_text("keep", "utf-8")
    assert run(tmp_path, "stumble").returncode == 2
    assert own.read_text("utf-8") == "keep"
