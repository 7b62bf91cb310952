"""Give every screen test the light theme at 100 %, and put it back afterwards."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import current


@pytest.fixture(autouse=True)
def _light_theme(qapp: QApplication) -> Iterator[None]:
    current().install(qapp, "light", 100)
    yield
    current().install(qapp, "light", 100)
