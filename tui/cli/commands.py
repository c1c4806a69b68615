"""The commands by their names. Each takes its parsed words, prints data on standard output, returns the exit status."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from importlib import import_module
from typing import cast

#: The module of each command: loading all of them takes longer than most of them run.
_MODULES = {
    "outline": "reading",
    "show": "reading",
    "search": "searching",
    "metrics": "figures",
    "compare": "figures",
    "convert": "converting",
    "check": "checking",
    "keys": "checking",
}


def command(name: str) -> Callable[[Namespace], int]:
    """The function that runs a command."""
    module = import_module(f"tui.cli.{_MODULES[name]}")
    return cast(Callable[[Namespace], int], getattr(module, name))
