"""Work in a thread for the screen: it tells how far it has come, and ends when it is not wanted any more."""

from __future__ import annotations

from collections.abc import Callable

Stop = Callable[[], object]


class Work:
    """Takes the progress of work.

    Args:
        tell: Called with it.
        stop: Called often, and before each telling; raises once the work is not wanted any more.
    """

    def __init__(self, tell: Callable[[str], object] = str, stop: Stop = int) -> None:
        self._tell = tell
        self.stop = stop

    def __call__(self, progress: str) -> None:
        """Tell how far the work has come, if it goes on."""
        self.stop()
        self._tell(progress)
