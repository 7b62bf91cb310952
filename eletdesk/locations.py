"""Know where data, resources and logs live: in a checkout, installed or frozen."""

import os
import sys
from pathlib import Path


def resources_folder() -> Path:
    """Return the folder with programmes, translations and reference data."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen or Path(__file__).resolve().parent.parent) / "resources"


def settings_folder() -> Path:
    """Return the folder for settings that identify nobody; ELETDESK_HOME moves it."""
    home = os.environ.get("ELETDESK_HOME")
    if home:
        return Path(home)
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_config_dir("eletdesk", appauthor=False))


def default_desk_folder() -> Path:
    """Return the place that is proposed for a new desk."""
    home = os.environ.get("ELETDESK_HOME")
    if home:
        return Path(home) / "desk"
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_documents_dir()) / "eletdesk"
