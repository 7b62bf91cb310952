"""After the call no core dump can be written and Linux guards the memory of the process."""

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_core_dumps_are_off_and_memory_is_guarded() -> None:
    program = (
        "import ctypes, resource\n"
        "from eletdesk.storage.process_memory import keep_memory_private\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (1 << 20, resource.getrlimit(resource.RLIMIT_CORE)[1]))\n"
        "prctl = ctypes.CDLL(None).prctl\n"
        "say = lambda: print(resource.getrlimit(resource.RLIMIT_CORE)[0], prctl(3, 0, 0, 0, 0))\n"
        "say(); keep_memory_private(); keep_memory_private(); say()\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == f"{1 << 20} 1\n0 0\n"


@pytest.mark.skipif(sys.platform != "linux", reason="reads the state of the process")
@pytest.mark.parametrize("entry", ["eletdesk.cli", "ui.__main__"])
def test_window_and_terminal_guard_their_memory_before_anything_else(entry: str) -> None:
    program = (
        "import contextlib, ctypes, sys\n"
        "sys.argv = ['eletdesk', '--help']\n"
        f"from {entry} import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(sys.stderr):\n"
        "    main()\n"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "0\n"
