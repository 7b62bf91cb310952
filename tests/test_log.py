"""The log says what kind of thing went wrong and where; what people typed never reaches it."""

import logging
import os
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pydantic
import pytest

from eletdesk import clock, log

CANARY = "Noor-de-Kanarie"


class _Person(pydantic.BaseModel):
    born: int


def _key() -> None:
    nobody: dict[str, str] = {}
    nobody[CANARY].strip()


def _number() -> None:
    int(CANARY)


def _file() -> None:
    Path(f"/{CANARY}/x").read_text("utf-8")


def _model() -> None:
    _Person.model_validate({"born": CANARY})


def _encoding() -> None:
    CANARY.encode().decode("utf-16-le").encode("ascii")


def _caused() -> None:
    try:
        int(CANARY)
    except ValueError as error:
        raise RuntimeError(CANARY) from error


def _group() -> None:
    raise ExceptionGroup(CANARY, [ValueError(CANARY)])


def _exit() -> None:
    raise AssertionError(CANARY)


FAULTS = [_key, _number, _file, _model, _encoding, _caused, _group, _exit]


@pytest.fixture
def _log() -> Iterator[None]:
    stop = log.start_log()
    yield
    stop()


def fail_with(fault: Callable[[], None]) -> BaseException:
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - every kind is meant
        fault()
    return caught.value


@pytest.mark.usefixtures("_log")
@pytest.mark.parametrize("fault", FAULTS)
def test_no_value_is_written_or_said(fault: Callable[[], None], capsys: pytest.CaptureFixture[str]) -> None:
    error = fail_with(fault)
    assert CANARY in f"{error!r} {error} {error.__cause__}" or fault is _encoding
    sys.excepthook(type(error), error, error.__traceback__)
    text = log.log_file().read_text("utf-8") + "".join(capsys.readouterr())
    assert type(error).__qualname__ in text
    assert "test_log.py:" in text
    assert CANARY not in text


@pytest.mark.usefixtures("_log")
def test_a_line_has_the_time_the_kind_and_the_places() -> None:
    clock.use_clock(lambda: datetime(2026, 3, 2, 9, 5))  # noqa: DTZ001
    log.note_error(fail_with(_caused))
    line = log.log_file().read_text("utf-8")
    assert line.startswith("2026-03-02T09:05:00 RuntimeError at tests/test_log.py:")
    assert " <- ValueError at tests/test_log.py:" in line
    assert str(Path.cwd()) not in line


@pytest.mark.usefixtures("_log")
def test_what_other_packages_say_is_logged_without_their_words() -> None:
    logging.getLogger("another.package").error("lost %s", CANARY)
    logging.getLogger("another.package").error(CANARY, exc_info=fail_with(_number))
    text = log.log_file().read_text("utf-8")
    assert text.count("error of another.package at tests/test_log.py:") == 2
    assert "ValueError" in text
    assert CANARY not in text


def test_a_warning_is_logged_without_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        stop = log.start_log()
        warnings.warn(CANARY, stacklevel=1)
        stop()
    text = log.log_file().read_text("utf-8") + "".join(capsys.readouterr())
    assert "warning of py.warnings" in text
    assert CANARY not in text


@pytest.mark.usefixtures("_log")
def test_an_error_in_a_thread_is_noted(capsys: pytest.CaptureFixture[str]) -> None:
    error = fail_with(_number)
    threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))
    assert "ValueError" in log.log_file().read_text("utf-8")
    assert CANARY not in capsys.readouterr().err


def test_somebody_can_be_told() -> None:
    told: list[BaseException] = []
    stop = log.start_log(told.append)
    error = fail_with(_number)
    sys.excepthook(type(error), error, None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    stop()
    assert told == [error]


def test_nothing_is_written_before_the_start_or_after_the_end() -> None:
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    log.start_log()()
    log.note_error(fail_with(_number))
    assert not log.log_file().exists()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks


@pytest.mark.usefixtures("_log")
def test_the_log_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "LARGEST_BYTES", 500)
    error = fail_with(_number)
    for _ in range(50):
        log.note_error(error)
    files = sorted(path.name for path in log.log_file().parent.iterdir())
    assert files == ["eletdesk.1.log", "eletdesk.log"]
    assert log.log_file().stat().st_size < 1000


@pytest.mark.usefixtures("_log")
@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes; its user folders are private")
def test_only_the_owner_can_read_the_log() -> None:
    log.note_error(fail_with(_number))
    assert log.log_file().stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("_log")
def test_a_log_that_cannot_be_written_stops_nobody() -> None:
    log.log_file().mkdir()
    log.note_error(fail_with(_number))
    assert log.log_file().is_dir()


def test_a_long_way_down_is_cut() -> None:
    def down(levels: int) -> None:
        if levels:
            down(levels - 1)
        raise ValueError(CANARY)

    described = log.kind_and_places(fail_with(lambda: down(50)))
    assert described.count("test_log.py:") == log.MOST_PLACES
