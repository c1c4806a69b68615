"""The steps of a soak test: a few keys, a mouse action, a resize, a paste, a file, or signals."""

from __future__ import annotations

import random
import signal
import termios
import time
from collections.abc import Callable, Sequence

from tests.support.terminal import KEYS, Terminal
from tui.keys.commands import PANES

#: The characters and key sequences for names in the key table.
_NAMED = {
    "↑": "up", "↓": "down", "←": "left", "→": "right", "Enter": "enter", "Tab": "tab", "PgDn": "pagedown",
    "PgUp": "pageup", "Home": "home", "End": "end", "退格": "backspace", "Alt+←": "alt+left", "Alt+→": "alt+right",
    "Shift+Tab": "shift+tab", "Esc": "escape",
}  # fmt: skip
_OTHERS = {"空格": " ", "Ctrl+↑": "\x1b[1;5A", "Ctrl+↓": "\x1b[1;5B"}
_FUNCTION = (
    "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[19~", "\x1b[20~", "\x1b[21~",
    "\x1b[23~", "\x1b[24~",
)  # fmt: skip
#: Quitting is tested at the end of a run.
_LEAVING = {"q", "Ctrl+Q"}
WORDS = (
    "黄河",
    "高质量发展",
    "3.4",
    "in:3 项目",
    ">100亿",
    "huanghe",
    "(a+)+$",
    "[/",
    "zs",
    "2024年",
    "，。",
    "增长",
)
#: Replies that terminals send, requested or not.
REPLIES = (
    "\x1b[?62;22c", "\x1b[>41;354;0c", "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\", "\x1bP1$r0;1m\x1b\\", "\x1b[I", "\x1b[O",
    "\x1b[12;40R", "\x1b]lq q q\x07", "\x1b_Gi=1;OK\x1b\\", "\x1b[?1u", "\x1b[8;40;120t", "\x1b[97;99999999u",
)  # fmt: skip
SIZES = ((120, 35), (80, 24), (60, 20), (160, 45), (100, 30), (39, 9), (200, 12))
#: Seconds after which Esc is a key by itself.
ESCAPED_S = 0.25
#: Timeout for a continued program to take the terminal again.
BACK_S = 10.0
#: Seconds to wait after stopping and continuing, so that all signals have been handled.
SETTLED_S = 0.5
_BOTTOM_ROWS = {rows for _, rows in SIZES} | {34}

Step = Callable[[Terminal, random.Random, Sequence[str]], None]


def all_keys() -> list[str]:
    """Return the input for every key of every pane, except those that quit."""
    names = {key for pane in PANES.values() for command in pane.commands for key in command.keys}
    return [sent for name in sorted(names - _LEAVING) if (sent := _sent(name))]


def _sent(name: str) -> str:
    if name in _NAMED:
        return KEYS[_NAMED[name]]
    if name in _OTHERS:
        return _OTHERS[name]
    if name.startswith("Ctrl+") and len(name) == 6:
        return chr(ord(name[-1]) & 0x1F)
    if name[0] == "F" and name[1:].isdecimal():
        return _FUNCTION[int(name[1:]) - 1]
    return name if len(name) == 1 else ""


KEYS_SENT = all_keys()


def press(terminal: Terminal, chance: random.Random, _: Sequence[str]) -> None:
    """Press a few keys."""
    terminal.send(*chance.choices(KEYS_SENT, k=chance.choice([1, 1, 2, 5, 20])))


def search(terminal: Terminal, chance: random.Random, _: Sequence[str]) -> None:
    """Search, filter, or go to a place."""
    terminal.send(chance.choice("/:c"), chance.choice(WORDS), chance.choice(["\r", "\x1b", "\x1b[B\x1b[B\r"]))


def dialog(terminal: Terminal, chance: random.Random, _: Sequence[str]) -> None:
    """Open a dialog, move in it, and close it."""
    terminal.send(chance.choice(["?", "\x10", "\x1bOQ", "i", "T", "o"]))
    terminal.read(0.05, draw=False)
    terminal.send(*chance.choices(["\x1b[B", "\x1b[6~", "a", "\t"], k=3), "\x1b")


def mouse(terminal: Terminal, chance: random.Random, _: Sequence[str]) -> None:
    """Click, drag, or scroll the wheel."""
    # A click on the bottom row may quit, so rows that are the last one at some size are not clicked.
    row = chance.choice([row for row in range(1, 46) if row not in _BOTTOM_ROWS])
    column = chance.randint(1, 160)
    if chance.random() < 0.5:
        terminal.send(f"\x1b[<{chance.choice([64, 65])};{column};{row}M" * chance.choice([1, 5, 30]))
    else:
        terminal.send(f"\x1b[<0;{column};{row}M\x1b[<32;{column + 3};{row}M\x1b[<0;{column + 3};{row}m")


def paste(terminal: Terminal, chance: random.Random, _: Sequence[str]) -> None:
    """Paste text."""
    pasted = chance.choice([*WORDS, "黄河" * 3000, "a\nb"])
    terminal.send(f"\x1b[200~{pasted}\x1b[201~", "\x1b")


def reply(terminal: Terminal, chance: random.Random, _: Sequence[str]) -> None:
    """Send unrequested replies, cut at any place."""
    text = "".join(chance.choices(REPLIES, k=chance.choice([1, 3, 50])))
    at = chance.randrange(len(text))
    terminal.send(text[:at])
    terminal.read(0.01, draw=False)
    terminal.send(text[at:])


def resize(terminal: Terminal, chance: random.Random, _: Sequence[str]) -> None:
    """Change the size once or several times."""
    for _time in range(chance.choice([1, 1, 10])):
        columns, rows = chance.choice(SIZES)
        terminal.child.setwinsize(rows, columns)


def open_file(terminal: Terminal, chance: random.Random, names: Sequence[str]) -> None:
    """Open a file of the folder."""
    terminal.send("\x1b")
    pause(terminal, ESCAPED_S)
    terminal.send("o", "\x15", chance.choice(names), "\r")


def stop(terminal: Terminal, chance: random.Random, _: Sequence[str]) -> None:
    """Stop and continue, often in quick succession."""
    for _time in range(chance.choice([1, 1, 5])):
        terminal.signal(chance.choice([signal.SIGSTOP, signal.SIGTSTP]))
        terminal.read(chance.choice([0, 0.001, 0.05]), draw=False)
        if chance.random() < 0.3:
            resize(terminal, chance, ())
        terminal.signal(signal.SIGCONT)
    # Until the program has set the terminal to raw mode again, input is echoed and Ctrl+C is a signal.
    pause(terminal, SETTLED_S)
    end = time.monotonic() + BACK_S
    while not is_raw(terminal) and time.monotonic() < end and terminal.read(0.02, draw=False):
        pass


def pause(terminal: Terminal, seconds: float) -> None:
    """Read for a number of seconds."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and terminal.read(left, draw=False):
        pass


def is_raw(terminal: Terminal) -> bool:
    """Return whether the terminal is in raw mode."""
    flags = termios.tcgetattr(terminal.child.child_fd)[3]
    return not flags & (termios.ECHO | termios.ICANON | termios.ISIG)


STEPS: dict[Step, int] = {
    press: 50, search: 12, dialog: 8, mouse: 10, paste: 3, reply: 5, resize: 4, open_file: 4, stop: 4,
}  # fmt: skip
