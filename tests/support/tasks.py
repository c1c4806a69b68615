"""Tasks for worker processes that fail in every way a file can make them fail."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

from tui.workers.child import Tell


def echo(arguments: dict[str, Any], payload: bytes, tell: Tell) -> tuple[object, bytes]:
    tell("回声")
    return arguments, payload


def own_pid(arguments: dict[str, Any], payload: bytes, tell: Tell) -> tuple[object, bytes]:
    return os.getpid(), b""


def hang(arguments: dict[str, Any], payload: bytes, tell: Tell) -> tuple[object, bytes]:
    """Report the process id, also in a file if one is named, and never return."""
    tell(f"pid {os.getpid()}")
    if arguments.get("note"):
        Path(arguments["note"]).write_text(str(os.getpid()))
    while True:
        time.sleep(60)


def fall(arguments: dict[str, Any], payload: bytes, tell: Tell) -> tuple[object, bytes]:
    """Do what the arguments ask for: die, raise, use all memory, print, hang, or nothing."""
    match arguments.get("how"):
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "exit":
            os._exit(3)
        case "raise":
            raise ZeroDivisionError("坏\x1b[31m数")
        case "recurse":
            return fall(arguments, payload, tell)
        case "memory":
            return len("x" * (8 << 30)), b""
        case "print":
            print("一行", flush=True)
            os.write(1, b"\0" * 100)
        case "hang":
            return hang(arguments, payload, tell)
    return arguments.get("how"), b""


def use_memory(arguments: dict[str, Any], payload: bytes, tell: Tell) -> tuple[object, bytes]:
    return len("x" * (8 << 30)), b""


def search_or_fall(arguments: dict[str, Any], data: bytes, tell: Tell) -> tuple[object, bytes]:
    """Search a file; if its name is one of the ways to fail, fail."""
    from tui.cli.search import search_file

    _fall(arguments["path"], tell)
    return search_file(arguments, data, tell)


def convert_or_fall(arguments: dict[str, Any], data: bytes, tell: Tell) -> tuple[object, bytes]:
    """Convert a file; if its name is one of the ways to fail, fail."""
    from tui.cli.convert import convert_file

    _fall(arguments["path"], tell)
    return convert_file(arguments, data, tell)


def _fall(path: str, tell: Tell) -> None:
    if Path(path).stem.isascii():
        fall({"how": Path(path).stem}, b"", tell)


def note_and_hang(arguments: dict[str, Any], data: bytes, tell: Tell) -> tuple[object, bytes]:
    """Write the process id beside the file of a report, and never return."""
    return hang({"note": str(Path(arguments["path"]).with_suffix(".pid"))}, data, tell)


def convert_entry_or_fall(arguments: dict[str, Any], payload: bytes, tell: Tell) -> tuple[object, bytes]:
    """Convert a file for a library; of one named ``fall-…``, do what :func:`fall` is asked for."""
    from tui.library.entry import convert_entry

    how = Path(arguments["path"]).stem.partition("fall-")[2]
    return fall({"how": how}, payload, tell) if how else convert_entry(arguments, payload, tell)
