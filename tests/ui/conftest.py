"""Give every screen test the light theme at 100 %, and delete afterwards what it closed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ui.theme import current


@pytest.fixture(autouse=True)
def _light_theme(qapp: QApplication) -> Iterator[None]:
    _install(qapp)
    yield
    # Without a running event loop closed widgets stay for ever, and each new theme paints them all again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    _install(qapp)


def _install(qapp: QApplication) -> None:
    """Install the theme, unless it is there: each time it is, every widget is polished anew."""
    if not qapp.styleSheet() or (current().mode, current().text_scale) != ("light", 100):
        current().install(qapp, "light", 100)
