"""Write a file whole or not at all, so that two people who work at once never read half of one."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes, *, modified_ns: int | None = None) -> None:
    """Put the content beside the target first, then move it into place in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(beside).chmod(0o644)
        if modified_ns is not None:
            os.utime(beside, ns=(modified_ns, modified_ns))
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
