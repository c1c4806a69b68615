"""Write a text in the user's editor, which has the terminal meanwhile."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from textual.app import App, SuspendNotSupported

from tui.messages import notes as messages
from tui.notes.store import DRAFTS
from tui.report.errors import UsageError, WriteError, reason
from tui.report.sanitize import clean, one_line
from tui.state.files import make_private_folder

#: Variables that name the editor, and what is looked for if none does.
_VARIABLES, _USUAL = ("VISUAL", "EDITOR"), ("sensible-editor", "nano", "vi")
#: Bytes that are read of what was written: four for each character that a note may have, and more, to tell that it is too long.
_MAX_BYTES = 1024 * 1024


def editor_command() -> list[str]:
    """Return the words that run the user's editor; none if there is none."""
    for name in _VARIABLES:
        try:
            words = shlex.split(os.environ.get(name, ""))
        except ValueError:
            continue
        if words:
            return words
    found = next(filter(None, map(shutil.which, _USUAL)), None)
    return [found] if found else []


class Draft:
    """A file with the text that is written; it is there until :meth:`discard`, so that nothing is lost if the program ends.

    Args:
        folder: Where it is made.
        text: What it begins with.

    Raises:
        WriteError: If it cannot be written.
    """

    def __init__(self, folder: Path, text: str) -> None:
        try:
            make_private_folder(folder)
            begin, _, end = DRAFTS.partition("*")
            descriptor, name = tempfile.mkstemp(prefix=begin, suffix=end, dir=folder)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(f"{text}\n" if text else "")
        except OSError as error:
            raise WriteError(messages.cannot_write(reason(error)), path=one_line(str(folder))) from None
        self.path = Path(name)

    def read(self) -> str:
        """Return what was written.

        Raises:
            WriteError: If it cannot be read.
        """
        try:
            with self.path.open("rb") as file:
                data = file.read(_MAX_BYTES)
        except OSError as error:
            raise WriteError(messages.cannot_write(reason(error)), path=one_line(str(self.path))) from None
        return clean(data.decode("utf-8-sig", "replace")).strip()

    def discard(self) -> None:
        """Delete the file."""
        self.path.unlink(missing_ok=True)


def run_editor(app: App[None], command: Sequence[str], path: Path) -> bool:
    """Have a file edited while the app is suspended; return whether the editor ended well.

    Raises:
        UsageError: If the editor cannot be run.
    """
    if not command:
        raise UsageError(messages.NO_EDITOR)
    fault: OSError | None = None
    status = 0
    try:
        with app.suspend():
            try:
                status = _run([*command, str(path)])
            except OSError as error:  # not to be raised here: the app would stay suspended
                fault = error
    except SuspendNotSupported:
        raise UsageError(messages.EDITOR_NOT_HERE) from None
    if fault is not None:
        raise UsageError(messages.editor_failed(one_line(command[0]), reason(fault)))
    return status == 0


def _run(command: Sequence[str]) -> int:
    """Run a program until it ends; return its exit status. If it is stopped, as by Ctrl+Z, this one is stopped with it."""
    process = subprocess.Popen(command)
    if sys.platform == "win32":
        return process.wait()
    while True:
        _, status = os.waitpid(process.pid, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode
        _stop()
        os.kill(process.pid, signal.SIGCONT)


def _stop() -> None:
    """Stop this process until the shell continues it; the system does not stop one that no shell could continue."""
    stopping = {signal.SIGTSTP}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, stopping)
    os.kill(os.getpid(), signal.SIGTSTP)  # the same as one that an editor has sent to all its group
    signal.pthread_sigmask(signal.SIG_UNBLOCK, stopping)  # the process stops here
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
