"""The terminal driver, which differs from Textual's in this:

* Bytes go through a decoder that drops whatever is not input.
* If the terminal is gone, the program ends; Textual's driver reads on, or waits for ever to write.
* Stopped and continued, however often and in whatever order, it takes the terminal again and redraws everything. The
  threads that read and write go on: nothing is started or waited for because of a signal.
* Leaving does not wait for a timeout of the input thread: a pipe wakes it.
"""

from __future__ import annotations

import os
import select
import shutil
from contextlib import suppress
from threading import Event, Thread
from typing import Any

from textual import constants, events
from textual.geometry import Size
from textual.message import Message
from textual.messages import InBandWindowResize

from tui.terminal.key_decoder import KeyDecoder
from tui.terminal.terminal import Terminal
from tui.terminal.textual_compat import AppDriver
from tui.terminal.writer import TerminalWriter

#: The exit status when the terminal is gone, as after SIGHUP.
HUNG_UP = 129
#: Seconds to wait for what was written before the terminal is restored.
DRAIN_S = 1.0
#: Seconds between two checks whether the first screen is shown.
READY_AGAIN_S = 0.02
_INPUT, _OUTPUT = 0, 2
_CHUNK = 4096
_OTHER_SCREEN = "\x1b[?1049h"
#: Mouse (clicks, movement, two formats of coordinates), no cursor, focus reports, bracketed paste, no line wrap.
_MODES = "\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h\x1b[?25l\x1b[?1004h\x1b[?2004h\x1b[?7l"
#: Disambiguated escape codes, all keys reported, with their text.
_KITTY = "\x1b[>25u"
#: Ask whether the terminal supports synchronized output and in-band size reports.
_ASK_SYNCHRONIZED, _ASK_SIZE = "\x1b[?2026$p", "\x1b[?2048$p"
_FOCUS = (events.AppFocus, events.AppBlur)


class TerminalDriver(AppDriver):
    """Reads keys and mouse reports from the terminal in a thread of its own."""

    def __init__(self, terminal: Terminal, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._terminal = terminal
        self._writer = TerminalWriter(_OUTPUT, self._leave)
        self._messages: list[Message] = []
        self._is_suspended = self._tells_size = False
        self._ended = Event()
        self._wake_read, self._wake_write = os.pipe()
        #: What was typed before the driver was there.
        self._early: bytes | None = None
        self._input_thread = self._new_input_thread()

    def _new_input_thread(self) -> Thread:
        return Thread(target=self._read_input, name="terminal-input")

    # -- what the app calls ------------------------------------------------------------------

    def start_application_mode(self) -> None:
        """Set up the terminal."""
        terminal = self._terminal
        terminal.signals.listen(self, self.loop)
        terminal.width_probe.finish()
        self._early = terminal.width_probe.came
        terminal.modes.make_raw()
        shown, modes = "" if terminal.take_over() else _OTHER_SCREEN, _modes()
        terminal.modes.enter_screen((shown + modes).encode(), again=(_OTHER_SCREEN + modes).encode())
        self._writer.start()
        self.resize()
        self._input_thread.start()

    def write(self, data: str) -> None:
        """Write to the terminal, unless it is suspended."""
        if not self._is_suspended:
            self._writer.write(data)

    def flush(self) -> None:
        """Let the output thread begin to write."""
        if not self._is_suspended:
            self._writer.hand_over()

    def disable_input(self) -> None:
        """End the input thread at once."""
        if self._ended.is_set():
            return
        self._ended.set()
        os.write(self._wake_write, b"\0")
        if self._input_thread.is_alive():
            self._input_thread.join()

    def stop_application_mode(self) -> None:
        """Restore the terminal."""
        self.disable_input()
        self._writer.drain(DRAIN_S)
        self._terminal.modes.restore()

    def close(self) -> None:
        """End the output thread, and the handling of signals."""
        self._writer.stop()
        self._terminal.signals.leave()
        os.close(self._wake_read)
        os.close(self._wake_write)

    # -- another program on the terminal, such as an editor ------------------------------------

    @property
    def can_suspend(self) -> bool:
        """Whether another program can have the terminal for a while."""
        return True

    def suspend_application_mode(self) -> None:
        """Give the terminal to another program: nothing is read or written, and what it is typed does not end this one."""
        self.disable_input()
        self.suspend()
        self._terminal.signals.lend()

    def resume_application_mode(self) -> None:
        """Take the terminal back."""
        self._terminal.signals.take_back()
        os.read(self._wake_read, 1)
        self._ended.clear()
        self._input_thread = self._new_input_thread()
        self.resume()
        self._input_thread.start()

    # -- what signals call, in the event loop ------------------------------------------------

    def end(self, status: int) -> None:
        """End the app as a key does, with the state written. Waits for the first screen: it cannot be left half built."""
        if getattr(self.app, "is_ready", True):
            self.app.exit(return_code=status)
        else:
            self.loop.call_later(READY_AGAIN_S, self.end, status)

    def suspend(self) -> None:
        """Restore the terminal until :meth:`resume`."""
        self._is_suspended = True
        self._writer.drain(DRAIN_S)
        self._terminal.modes.suspend()

    def resume(self) -> None:
        """Set up the terminal again, whoever has changed it meanwhile; not if the program is about to end.

        A terminal that goes away also has its programs continued.
        """
        if not self.is_app_ending:
            self._writer.drain(DRAIN_S)
            self._terminal.modes.resume()
            self._is_suspended = False
            # The app may not have handled an earlier size yet; the last one counts.
            self.resize()
            if self._tells_size or self.app.size == Size(*shutil.get_terminal_size()):
                self.app.refresh()

    def resize(self) -> None:
        """Send the app the size of the terminal, unless the terminal reports it."""
        if not self._tells_size:
            size = Size(*shutil.get_terminal_size())
            self.app.post_message(events.Resize(size, size))

    # -- input -------------------------------------------------------------------------------

    def _read_input(self) -> None:
        try:
            self._decode_input()
        except Exception as error:  # a fault of the program itself
            with suppress(RuntimeError):  # it has ended already
                self.loop.call_soon_threadsafe(self.crash, error)

    def _decode_input(self) -> None:
        decoder = KeyDecoder(self.is_debugging)
        data, self._early = self._early, None
        sources = [_INPUT, self._wake_read]
        while not self._ended.is_set():
            for message in [*decoder.feed(data or b""), *decoder.tick()]:
                self.process_message(message)
            self._post_read()
            ready = select.select(sources, [], [], decoder.wait_s())[0]
            data = _read(_INPUT) if _INPUT in ready else b""
            if data is None:
                sources.remove(_INPUT)
                self._leave()

    def _leave(self) -> None:
        """End the app: the terminal is gone."""
        with suppress(RuntimeError):  # it has ended already
            self.loop.call_soon_threadsafe(self.end, HUNG_UP)

    def process_message(self, message: Message) -> None:
        """Handle a message of the decoder; a terminal that can report its size is asked to."""
        if isinstance(message, InBandWindowResize):
            if not message.supported:
                return
            self._tells_size = True
            self.write("\x1b[?1016h" if message.enabled else "\x1b[?2048h\x1b[?1016h")
            message = InBandWindowResize(True, True)
        super().process_message(message)

    def send_message(self, message: Message) -> None:
        """Collect a message for the app, to be posted with all others of one read."""
        self._messages.append(message)

    def _post_read(self) -> None:
        """Post the messages of one read together: each post waits for the app's thread to release the interpreter."""
        read, self._messages = self._messages, []
        if read:
            with suppress(RuntimeError):  # it has ended already
                self.loop.call_soon_threadsafe(self._post, _without_superseded(read))

    def _post(self, messages: list[Message]) -> None:
        for message in messages:
            self.app.post_message(message)


def driver_class(terminal: Terminal) -> type[TerminalDriver]:
    """Return the class of a driver for a terminal; the app makes its driver itself."""

    class BoundDriver(TerminalDriver):
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(terminal, *arguments, **named)

    return BoundDriver


def _modes() -> str:
    """Return the sequences that set modes and ask for others; Apple's terminal would print one of the questions."""
    is_apple = os.environ.get("TERM_PROGRAM") == "Apple_Terminal"
    keys = "" if constants.DISABLE_KITTY_KEY else _KITTY
    return _MODES + keys + ("" if is_apple else _ASK_SYNCHRONIZED) + _ASK_SIZE


def _read(descriptor: int) -> bytes | None:
    """Return the bytes that can be read; None at the end of input."""
    try:
        return os.read(descriptor, _CHUNK) or None
    except BlockingIOError:  # another program has read it first
        return b""
    except OSError:
        return None


def _without_superseded(messages: list[Message]) -> list[Message]:
    """Return the messages without those a later one supersedes: of focus, and of mouse movement."""
    kept: list[Message] = []
    has_focus = False
    for message in reversed(messages):
        if isinstance(message, _FOCUS):
            if has_focus:
                continue
            has_focus = True
        elif isinstance(message, events.MouseMove) and kept and _is_same_drag(message, kept[-1]):
            continue
        kept.append(message)
    return kept[::-1]


def _is_same_drag(message: events.MouseMove, following: Message) -> bool:
    return isinstance(following, events.MouseMove) and following.button == message.button
