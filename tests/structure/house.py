"""Where the source of the project is, for the tests that read it."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("eletdesk", "ui")


@cache
def tracked_files() -> tuple[Path, ...]:
    """Return every file that git keeps or would keep, or all files of an unpacked copy without git."""
    if not (ROOT / ".git").exists():
        hidden = {".venv", "__pycache__", "build", "dist"}
        return tuple(p for p in sorted(ROOT.rglob("*")) if p.is_file() and not hidden & set(p.parts))
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode()
    return tuple(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())


def python_files(*folders: str) -> list[Path]:
    """Return the Python files of these folders."""
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def name_of(path: Path) -> str:
    """Name a file as people know it: its path inside the project."""
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    """Read one Python file as a syntax tree."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """Count the lines from the name to the end."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method."""
    yield from (node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    """Yield every class."""
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
