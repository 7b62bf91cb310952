"""Start eletdesk, or work on it: python3 start.py [words|compile]."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> int:
    """Run a development command with the environment's own Python."""
    python = ROOT / ".venv" / "bin" / "python"
    if Path(sys.prefix) != ROOT / ".venv":
        return subprocess.call([str(python), str(ROOT / "start.py"), *sys.argv[1:]])
    from tools import word_catalogues  # noqa: PLC0415

    if sys.argv[1:2] == ["words"]:
        return word_catalogues.main(sys.argv[2:])
    if sys.argv[1:2] == ["compile"]:
        word_catalogues.compile_catalogues()
        return 0
    return 2


if __name__ == "__main__":
    sys.exit(main())
