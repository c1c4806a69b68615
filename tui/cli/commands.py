"""Look up commands by name.

Each is a module with a function ``run``, which takes the parsed arguments, prints data on standard output and returns the
exit code. It is imported when it is called: importing all of them takes longer than most of them run.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from importlib import import_module
from typing import cast


def command(name: str) -> Callable[[Namespace], int]:
    """Return the function that runs a command."""
    return cast(Callable[[Namespace], int], import_module(f"tui.cli.{name}").run)
