"""Write down that something went wrong and where, in a local file: kinds and places, never a value."""

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from eletdesk import clock
from eletdesk.locations import settings_folder

LARGEST_BYTES = 200_000
MOST_PLACES = 12
MOST_CAUSES = 5

_started = False
_writing = threading.Lock()


def log_file() -> Path:
    """Return where the log is kept; the one before it lies beside it as eletdesk.1.log."""
    return settings_folder() / "eletdesk.log"


def note_error(error: BaseException) -> None:
    """Write down the kind of an error and the lines it came through; without start_log nothing is written."""
    if _started:
        _write(kind_and_places(error))


def kind_and_places(error: BaseException) -> str:
    """Describe an error and its causes by kind and place alone, innermost place first."""
    return " <- ".join(_one_error(cause) for cause in _causes(error))


def start_log(tell: Callable[[BaseException], None] | None = None) -> Callable[[], None]:
    """Log every error that nobody catches, then tell it; return the function that stops this again."""
    global _started  # noqa: PLW0603
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook, logging.raiseExceptions)
    listener = _ValuelessListener()
    logging.getLogger().addHandler(listener)
    logging.captureWarnings(capture=True)
    logging.raiseExceptions = False

    def uncaught(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            return
        note_error(error)
        print(kind_and_places(error), file=sys.stderr)  # noqa: T201 - no value, unlike Python's own words
        if tell is not None:
            tell(error)

    def uncaught_elsewhere(found: "threading.ExceptHookArgs | sys.UnraisableHookArgs") -> None:
        if found.exc_value is not None:
            uncaught(type(found.exc_value), found.exc_value, None)

    def stop() -> None:
        global _started  # noqa: PLW0603
        _started = False
        sys.excepthook, threading.excepthook, sys.unraisablehook, logging.raiseExceptions = before
        logging.captureWarnings(capture=False)
        logging.getLogger().removeHandler(listener)

    sys.excepthook = uncaught
    threading.excepthook = sys.unraisablehook = uncaught_elsewhere
    _started = True
    return stop


class _ValuelessListener(logging.Handler):
    """Take what other packages log, without their words: those may hold a value."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        where = f"{record.levelname.lower()} of {record.name} at {_short(record.pathname)}:{record.lineno}"
        _write(f"{where}: {kind_and_places(error)}" if error else where)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Follow an error to what caused it."""
    seen: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in seen and len(seen) < MOST_CAUSES:
        yield following
        seen.append(following)
        hidden = following.__suppress_context__
        following = following.__cause__ or (None if hidden else following.__context__)


def _one_error(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    places = []
    trace = error.__traceback__
    while trace is not None:
        places.append(f"{_short(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{kind} at {' < '.join(places[: -MOST_PLACES - 1 : -1])}" if places else kind


def _short(path: str) -> str:
    """Name a source file by its last folder and name: the whole path holds the user's name."""
    return "/".join(Path(path).parts[-2:])


def _write(line: str) -> None:
    """Add one line; a log that cannot be written is no reason to stop anybody's work."""
    path = log_file()
    try:
        with _writing:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if path.exists() and path.stat().st_size > LARGEST_BYTES:
                path.replace(path.with_name("eletdesk.1.log"))
            handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as log:
                log.write(f"{clock.now().isoformat(timespec='seconds')} {line}\n")
    except OSError:
        return
