"""What must not be in the program: running text as code, a network, markup from user text, a second clock."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.structure.house import PROGRAM, ROOT, name_of, parsed, python_files

SOURCES = [*python_files(*PROGRAM, "tools"), ROOT / "start.py"]

MODULES = {
    *("pickle", "shelve", "marshal", "dill", "xmlrpc", "yaml"),
    *("http", "urllib.request", "requests", "httpx", "ssl", "ftplib", "smtplib", "telnetlib", "asyncio"),
    *("PySide6.QtNetwork", "PySide6.QtWebEngineWidgets", "PySide6.QtQml"),
}
CALLS = {"eval", "exec", "__import__", "print_exc", "format_exc"}
ATTRIBUTES = {
    *("extractall", "system", "popen", "openUrl", "setOpenExternalLinks", "setHtml", "insertHtml"),
    *("setMarkdown", "RichText", "AutoText", "MarkdownText", "print_exc", "format_exc"),
}
CLOCK = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")}
ALLOWED = {("eletdesk/clock.py", "datetime.now")}


def forbidden(tree: ast.AST) -> Iterator[str]:
    """Name every forbidden thing in a file."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from (f"import {name}" for name in _imported(node) if _is_forbidden_module(name))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield node.func.id
        elif isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if node.attr in ATTRIBUTES:
                yield node.attr
            if (owner, node.attr) in CLOCK:
                yield f"{owner}.{node.attr}"
        elif isinstance(node, ast.keyword) and node.arg == "shell":
            yield "shell"


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]


def _is_forbidden_module(name: str) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in MODULES)


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_nothing_forbidden_is_used(path: Path) -> None:
    found = {(name_of(path), thing) for thing in forbidden(parsed(path))}
    assert found - ALLOWED == set()


@pytest.mark.parametrize(
    "line",
    [
        "import pickle",
        "from marshal import loads",
        "import urllib.request",
        "from urllib import request",
        "from http.client import HTTPConnection",
        "eval('1')",
        "exec('1')",
        "import yaml; yaml.load(text)",
        "subprocess.run('ls', shell=True)",
        "archive.extractall(folder)",
        "QDesktopServices.openUrl(url)",
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "label.setTextFormat(Qt.RichText)",
        "edit.setHtml(note)",
        "os.system('ls')",
        "datetime.now()",
        "date.today()",
        "traceback.print_exc()",
    ],
)
def test_each_forbidden_thing_would_be_found(line: str) -> None:
    assert list(forbidden(ast.parse(line)))


@pytest.mark.parametrize("line", ["dialog.exec()", "from urllib.parse import quote", "clock.today()"])
def test_what_only_looks_like_it_is_left_alone(line: str) -> None:
    assert not list(forbidden(ast.parse(line)))
