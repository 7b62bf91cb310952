"""start.py can be read by an old Python, says what it does, and changes nothing when all is ready."""

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def start() -> ModuleType:
    """Load start.py as a module without running it."""
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_old_python_can_read_it_and_is_told(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    ast.parse((ROOT / "start.py").read_text("utf-8"), feature_version=(3, 7))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(start.CannotStartError, match=r"needs Python 3\.11 or newer; this is 3\.9"):
        start.check_python()


def test_it_uses_the_standard_library_only() -> None:
    tree = ast.parse((ROOT / "start.py").read_text("utf-8"))
    imported = {
        (name.name if isinstance(node, ast.Import) else node.module or "").partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in node.names
    }
    assert imported <= sys.stdlib_module_names


def test_it_says_what_it_can_do(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "start.py"), "--help"]
    said = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert all(word in said for word in ("--demo", "tour", "test", "bench", "words"))
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_command_is_refused(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "start.py"), "nonsense"]
    result = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert result.returncode == 2
    assert "nonsense" in result.stderr


def test_a_changed_lock_is_installed_again(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "ROOT", tmp_path)
    (tmp_path / "requirements").mkdir()
    lock, project = tmp_path / "requirements" / "run.lock", tmp_path / "pyproject.toml"
    lock.write_text("a==1")
    project.write_text("[project]\nname = 'x'\n[tool.ruff]\nline-length = 1\n")
    before = start.fingerprint("run")
    project.write_text("[project]\nname = 'x'\n[tool.ruff]\nline-length = 2\n")
    assert start.fingerprint("run") == before
    lock.write_text("a==2")
    assert start.fingerprint("run") != before
    lock.write_text("a==1")
    project.write_text("[project]\nname = 'y'\n")
    assert start.fingerprint("run") != before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring these themselves")
def test_a_missing_system_library_is_seen(start: ModuleType) -> None:
    assert start.is_missing("libthere-is-no-such.so.7")
    assert not start.is_missing("libc.so.6")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have one")
def test_a_screen_is_seen(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not start.has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert start.has_screen()


def test_settings_that_lead_packages_astray_are_not_passed_on(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_TARGET", "elsewhere")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert "elsewhere" not in start.surroundings(QT_QPA_PLATFORM="offscreen").values()
    assert start.surroundings(QT_QPA_PLATFORM="offscreen")["QT_QPA_PLATFORM"] == "offscreen"
