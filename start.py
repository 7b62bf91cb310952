"""Open eletdesk, or work on it, from a machine that has nothing but Python 3.11: python3 start.py --help."""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)

# What Qt opens at start, and the Debian package that brings it.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
# The same for a real window, on X11 or Wayland.
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
# Settings of the owner's own pip that would send packages past the environment.
STRAY_SETTINGS = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PYTHONHOME", "PYTHONPATH")


class CannotStartError(Exception):
    """Something only the person at the keyboard can put right, in one sentence."""


def in_environment(program: str) -> str:
    """Return the full path of a program in the environment."""
    if os.name == "nt":
        return str(ENVIRONMENT / "Scripts" / f"{program}.exe")
    return str(ENVIRONMENT / "bin" / program)


def surroundings(**more: str) -> dict[str, str]:
    """Return the environment variables for a program that we start."""
    kept = {name: value for name, value in os.environ.items() if name not in STRAY_SETTINGS}
    return {**kept, **more}


def run(*command: str | Path, cwd: Path | None = None, **more: str) -> int:
    """Run a program to its end and return its exit code."""
    return subprocess.call([str(part) for part in command], cwd=cwd, env=surroundings(**more))


def check_python() -> None:
    """Refuse a Python that is too old."""
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(str(part) for part in sys.version_info[:2])
        raise CannotStartError(f"eletdesk needs Python 3.11 or newer; this is {found}. Install a newer one.")


def may_install_system_packages() -> bool:
    """Say whether this is root on Debian, Ubuntu or a relative."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def install_system_packages(packages: list[str]) -> bool:
    """Install Debian packages as root and say whether that worked."""
    print("Installing system packages:", *packages, flush=True)
    run("apt-get", "update", "-qq")
    install_now = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
    return run(*install_now, *packages, DEBIAN_FRONTEND="noninteractive") == 0


def make_environment() -> None:
    """Make .venv in this folder, or make it anew when the folder was moved or its Python is gone."""
    home = ENVIRONMENT / "made-for"
    moved = home.exists() and home.read_text("utf-8") != str(ROOT)
    if Path(in_environment("python")).exists() and not moved:
        return
    can_make = importlib.util.find_spec("ensurepip") is not None
    if not can_make and not (may_install_system_packages() and install_system_packages(["python3-venv"])):
        raise CannotStartError(
            "This Python cannot make environments. On Debian or Ubuntu type: "
            "sudo apt-get update && sudo apt-get install -y python3-venv"
        )
    print(f"Making an environment in {ENVIRONMENT}", flush=True)
    if run(sys.executable, "-m", "venv", "--clear", ENVIRONMENT) != 0:
        raise CannotStartError(f"The environment could not be made in {ENVIRONMENT}.")
    home.write_text(str(ROOT), "utf-8")


def fingerprint(lock: str) -> str:
    """Sum up what is to be installed: the lock and the project's own description."""
    project = (ROOT / "pyproject.toml").read_text("utf-8").partition("\n[tool.")[0]
    wanted = (ROOT / "requirements" / f"{lock}.lock").read_bytes() + project.encode()
    return hashlib.sha256(wanted).hexdigest()


def install(lock: str) -> None:
    """Install a lock and the project, unless exactly that was installed before."""
    stamp = ENVIRONMENT / f"installed-{lock}"
    if stamp.exists() and stamp.read_text("utf-8") == fingerprint(lock):
        return
    print("Installing what eletdesk needs. This is done once and can take a few minutes.", flush=True)
    began = time.monotonic()
    pip = (
        in_environment("python"),
        "-m",
        "pip",
        "-qq",
        "--disable-pip-version-check",
        "install",
        "--no-deps",
    )
    pinned = ("--require-hashes", "--only-binary", ":all:", "-r", ROOT / "requirements" / f"{lock}.lock")
    if run(*pip, *pinned) != 0 or run(*pip, "--no-build-isolation", "--no-index", "-e", ROOT) != 0:
        raise CannotStartError(
            "Installing did not work; the lines above say why. Is there a way to the packages?"
        )
    for done in ("run", "dev") if lock == "dev" else ("run",):
        (ENVIRONMENT / f"installed-{done}").write_text(fingerprint(done), "utf-8")
    print(f"Installed in {time.monotonic() - began:.0f} seconds.", flush=True)


def compile_words() -> None:
    """Compile the word catalogues when one of them changed."""
    for path in (ROOT / "resources" / "translations").glob("*/*.po"):
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime_ns != path.stat().st_mtime_ns:
            run(in_environment("python"), "-m", "tools.word_catalogues", "--compile", cwd=ROOT)
            return


def is_missing(library: str) -> bool:
    """Say whether the system cannot load a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def has_screen() -> bool:
    """Say whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def check_qt_libraries() -> None:
    """Install the system libraries that Qt opens, or say the exact command."""
    if not sys.platform.startswith("linux"):
        return
    wanted = {**QT_LIBRARIES, **(WINDOW_LIBRARIES if has_screen() else {})}
    missing = [library for library in wanted if is_missing(library)]
    packages = [wanted[library] for library in missing]
    if not missing or (may_install_system_packages() and install_system_packages(packages)):
        return
    print("These system libraries are missing:", *missing)
    print("On Debian or Ubuntu type: sudo apt-get update && sudo apt-get install -y", *packages, flush=True)
    trial = [in_environment("python"), "-c", "import PySide6.QtWidgets"]
    if subprocess.call(trial, env=surroundings(), stderr=subprocess.DEVNULL) != 0:
        raise CannotStartError("eletdesk cannot show a window without them.")


def prepare(lock: str) -> None:
    """Make everything ready: the environment, the packages, the words and the system libraries."""
    make_environment()
    install(lock)
    compile_words()
    check_qt_libraries()


def open_program(*, demo: bool) -> int:
    """Open the program, or run the tour where no window can be shown."""
    prepare("run")
    if not has_screen():
        print("There is no screen here, so eletdesk shows itself in pictures.")
        return tour(Path("tour"))
    return run(in_environment("python"), "-m", "ui", *(["--demo"] if demo else []))


def tour(folder: Path) -> int:
    """Do the whole main job without a screen and leave pictures and files in a folder."""
    prepare("run")
    folder = folder.resolve()
    print(f"The tour is being written to {folder}", flush=True)
    return run(in_environment("python"), "-m", "ui", "tour", folder, QT_QPA_PLATFORM="offscreen")


def words(arguments: list[str]) -> int:
    """Bring the word catalogues in step with the source."""
    prepare("run")
    return run(in_environment("python"), "-m", "tools.word_catalogues", *arguments, cwd=ROOT)


def checks() -> dict[str, list[str]]:
    """Name the checks that read the source, with their commands."""
    python = in_environment("python")
    return {
        "ruff check": [python, "-m", "ruff", "check", "--quiet", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "--quiet", "."],
        "mypy": [python, "-m", "mypy", "--no-error-summary"],
        "lint-imports": [in_environment("lint-imports")],
        "words": [python, "-m", "tools.word_catalogues", "--check"],
    }


def failed_checks() -> list[str]:
    """Run all checks of the source side by side, show what the failing ones say and return their names."""
    print("Checking the source:", ", ".join(checks()), flush=True)
    running = {
        name: subprocess.Popen(
            command, cwd=ROOT, env=surroundings(), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        for name, command in checks().items()
    }
    failed = []
    for name, process in running.items():
        said, _ = process.communicate()
        if process.returncode != 0:
            failed.append(name)
            print(f"\n--- {name} ---\n{said.rstrip()}", flush=True)
    return failed


def test(arguments: list[str]) -> int:
    """Run all checks and tests; on success pytest's own closing line is the last one."""
    prepare("dev")
    failed = failed_checks()
    # worksteal: the slow tests of the screens would otherwise all be given to one of the two.
    spread = ("-n", "2", "--dist", "worksteal", "-p", "no:benchmark")
    pytest = [in_environment("python"), "-m", "pytest", *spread, *arguments]
    code = run(*pytest, cwd=ROOT, QT_QPA_PLATFORM="offscreen")
    if code != 0:
        failed.append("pytest (no test ran)" if code == 5 else "pytest")
    if failed:
        print("\nNot in order: " + ", ".join(failed))
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """Run the benchmarks."""
    prepare("dev")
    command = (in_environment("python"), "-m", "pytest", "benchmarks", "--benchmark-only", *arguments)
    return run(*command, cwd=ROOT, QT_QPA_PLATFORM="offscreen")


def main(arguments: list[str]) -> int:
    """Understand the command line and do what it asks."""
    check_python()
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    passed_on = {"test": test, "bench": bench, "words": words}
    if command in passed_on:
        return passed_on[command](rest)
    parser = argparse.ArgumentParser(
        prog="start.py",
        description="Open eletdesk; the first time, install what it needs in .venv beside this file.",
        epilog="For whoever works on eletdesk: test [pytest arguments], bench, words [--area NAME], compile.",
    )
    parser.add_argument("--demo", action="store_true", help="open a desk with 40 invented young people")
    parser.add_argument(
        "command", nargs="?", choices=["tour", "compile"], help="tour: show the work in pictures"
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path("tour"), help="where the tour leaves its files"
    )
    chosen = parser.parse_args(arguments)
    if chosen.command == "tour":
        return tour(chosen.folder)
    if chosen.command == "compile":
        prepare("run")
        return 0
    return open_program(demo=chosen.demo)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except CannotStartError as problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
