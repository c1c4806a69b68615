"""Copy text out of a terminal in every way available; none of them tells whether it arrived.

OSC 52 asks the terminal, also over ssh. tmux passes it on only when told to, so inside tmux its own buffer
is loaded as well. On a desktop the system's clipboard program is asked. Where none of these may work, a
file in the state folder keeps the text.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tui.messages import state as messages
from tui.report.errors import WriteError
from tui.state.files import write_private

#: Seconds a clipboard program may take.
TIMEOUT_S = 1.0
#: Runs a command with a text as its input, and returns whether it succeeded.
Run = Callable[[Sequence[str], str], bool]

#: Name, command, and the variable that must be set for it to make sense.
_PROGRAMS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("tmux", ("tmux", "load-buffer", "-w", "-"), "TMUX"),
    ("wl-copy", ("wl-copy",), "WAYLAND_DISPLAY"),
    ("xclip", ("xclip", "-selection", "clipboard"), "DISPLAY"),
    ("xsel", ("xsel", "--clipboard", "--input"), "DISPLAY"),
    ("pbcopy", ("pbcopy",), ""),
)


def copy(
    text: str,
    osc52: Callable[[str], None],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    run: Run | None = None,
) -> str:
    """Copy text.

    Args:
        text: The text.
        osc52: Sends it to the terminal.
        folder: The folder of the file that has the text if no program takes it.
        environment: Environment variables; those of this process by default.
        run: Runs a command.

    Returns:
        The ways it was copied, for people: ``终端、tmux``.
    """
    environment = os.environ if environment is None else environment
    osc52(text)
    taken = [messages.TERMINAL]
    for name, command, variable in _PROGRAMS:
        wanted = not variable or environment.get(variable)
        if wanted and shutil.which(command[0]) and (run or _run)(command, text):
            taken.append(name)
            if name != "tmux":
                break
    if taken == [messages.TERMINAL]:
        path = folder / "clipboard.txt"
        try:
            write_private(path, text.encode("utf-8", "replace"))
            taken.append(str(path))
        except WriteError:
            pass
    return messages.ways(taken)


def _run(command: Sequence[str], text: str) -> bool:
    try:
        done = subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT_S,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
