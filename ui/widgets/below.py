"""Keep what lies below a sheet or a layer out of reach: its Alt letters, its Tab stops and its clicks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget


class Below:
    """What one layer of a window holds; layers may close in any order."""

    def __init__(self, layer: QWidget, window: QWidget) -> None:
        self._layer = layer
        self._window = window
        self._held: list[QWidget] = []

    def hold(self) -> None:
        """Put everything below out of reach; a screen reader then also knows that it waits."""
        found = [part for part in self._parts() if part.isEnabled()]
        self._held += found
        for part in found:
            part.setEnabled(False)

    def let_go(self) -> None:
        """Give back what this layer held, unless another layer still lies over it.

        A sheet that asked the next question may be gone by now: what is not there any more is left alone.
        """
        held, self._held = self._held, []
        for part in self._parts():
            if part in held:
                part.setEnabled(True)
        for layer in self._layers():
            if layer is not self._layer and layer.isVisible() and layer.isEnabled():
                _below(layer).hold()

    def _parts(self) -> list[QWidget]:
        centre = self._window.centralWidget() if isinstance(self._window, QMainWindow) else None
        others = self._layers() if centre is not None else _children(self._window)
        parts = [part for part in others if part is not self._layer and not part.isWindow()]
        return parts if centre is None else [centre, *parts]

    def _layers(self) -> list[QWidget]:
        return [child for child in _children(self._window) if _is_layer(child)]


def top_layers(window: QWidget) -> list[QWidget]:
    """Return the layers in sight over a window, the lowest first."""
    return [child for child in _children(window) if _is_layer(child) and child.isVisible()]


def stops_of(layer: QWidget) -> list[QWidget]:
    """List what Tab reaches inside a layer, from top to bottom.

    Not by nextInFocusChain: PySide makes what it returns a child of the asker and takes it down with it.
    """
    return [
        part
        for part in layer.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and part.isEnabled()
        and part.isVisibleTo(layer)
    ]


def _children(window: QWidget) -> list[QWidget]:
    return window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _is_layer(widget: QWidget) -> bool:
    return isinstance(getattr(widget, "below", None), Below)


def _below(layer: QWidget) -> Below:
    found = getattr(layer, "below", None)
    assert isinstance(found, Below)
    return found
