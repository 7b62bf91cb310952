"""Tell whoever shows something that it changed."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Changes:
    """What one finished operation changed: table names of one case, or of the desk when case_id is None."""

    case_id: str | None
    subjects: frozenset[str]
    #: How many national numbers were taken out of texts: they may not be kept, and the worker is told.
    national_numbers: int = 0


Listener = Callable[[Changes], None]


class Subscriptions:
    """The listeners of a desk; whoever subscribes keeps the function that ends it."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call listener after each change; return the function that ends this."""
        self._listeners.append(listener)

        def cancel() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return cancel

    def tell(self, changes: Changes) -> None:
        """Tell every listener."""
        for listener in tuple(self._listeners):
            listener(changes)
