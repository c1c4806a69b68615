"""The base of a terminal driver."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from typing import Any

from textual.app import App
from textual.driver import Driver


class AppDriver(Driver):
    """Textual's base class with public names for what a driver needs of it and of the app."""

    @property
    def app(self) -> App[Any]:
        """The app."""
        return self._app

    @property
    def loop(self) -> AbstractEventLoop:
        """The event loop of the app."""
        return self._loop

    @property
    def is_debugging(self) -> bool:
        """Whether Textual logs input."""
        return self._debug

    @property
    def is_app_ending(self) -> bool:
        """Whether the app has been asked to end."""
        return self._app._exit

    def crash(self, error: Exception) -> None:
        """End the app because of an exception in another thread; call it in the event loop."""
        self._app._handle_exception(error)
