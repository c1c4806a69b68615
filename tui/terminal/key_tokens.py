"""Split terminal input into keys, escape sequences and pastes; drop replies of the terminal.

The grammar is that of ECMA-48: ``ESC [`` opens a control sequence that ends with a letter or one of ``@[\\]^_`{|}~``,
``ESC P``, ``X``, ``]``, ``^`` and ``_`` open a string (DCS, SOS, OSC, PM, APC) that ends with ST or BEL. C1 characters
stand for ``ESC`` and a letter.

Alt with a letter sends the same two characters that open a sequence. Time decides: if nothing follows within
``ESCAPE_DELAY``, it was a key. If something follows, it is a sequence until its end, or until nothing has arrived for
``SILENCE_S``; then it is dropped, and the next character is a key again.
"""

import re
from collections.abc import Generator, Iterator
from typing import Literal, NamedTuple

#: Seconds without input after which an unfinished sequence is dropped: the gaps within a reply are shorter.
SILENCE_S = 0.5
#: Seconds without input after which an open paste is closed: its end was lost.
PASTE_SILENCE_S = 1.5
#: Characters of a control sequence; a longer one is not a key.
MAX_SEQUENCE = 64
ESC = "\x1b"
_PASTE_START, _PASTE_END = "\x1b[200~", "\x1b[201~"
_C1 = {
    "\x8f": "\x1bO",
    "\x90": "\x1bP",
    "\x98": "\x1bX",
    "\x9b": "\x1b[",
    "\x9d": "\x1b]",
    "\x9e": "\x1b^",
    "\x9f": "\x1b_",
}
_STRING_OPENERS = frozenset("PX]^_")
#: Patterns as text: they are compiled when the terminal says something, not before the first screen.
#: ST as one character, BEL, and what cancels a string: CAN, SUB, and ESC (the first of the two characters of ST).
_STRING_END = "[\x07\x18\x1a\x1b\x9c]"
#: The characters between the opening and the last character of a control sequence.
_PARAMETERS = "[ -?]+"
_X10_MOUSE = "\x1b[M"
#: Characters of an X10 mouse report after its opening: button, column, row.
_X10_CHARACTERS = 3
#: The opening of function keys of the Linux console.
_CONSOLE_KEY = "\x1b[["
#: Keys of rxvt, which end with a character that ends nothing elsewhere.
_RXVT_KEY = r"\x1b\[\d+\$"

Kind = Literal["key", "paste"]


class Token(NamedTuple):
    """A piece of input.

    Attributes:
        kind: ``key`` for one character or one escape sequence, also of the mouse; ``paste`` for a text.
        text: The characters.
    """

    kind: Kind
    text: str


class Tokenizer:
    """Splits input that arrives in arbitrary chunks.

    Args:
        escape_delay_s: Seconds after which an escape character on its own is a key.
    """

    def __init__(self, escape_delay_s: float) -> None:
        self._escape_delay_s = escape_delay_s
        self._start("")
        #: The parts of a paste so far; None outside of a paste.
        self._paste: list[str] | None = None
        #: The end of the last part, if the end mark may begin there.
        self._held = ""

    def feed(self, text: str) -> Iterator[Token]:
        """Yield the tokens a chunk completes."""
        at = 0
        while at < len(text):
            if self._paste is not None:
                text = self._held + text[at:]
                at = yield from self._read_paste(text)
            elif self._in_string:
                at = self._skip_string(text, at)
            elif self._is_too_long and (skipped := re.compile(_PARAMETERS).match(text, at)):
                at = skipped.end()
            else:
                yield from self._take(text[at])
                at += 1

    def wait_s(self) -> float | None:
        """Return the seconds without input after which :meth:`expire` has something to do; None for never."""
        if self._paste is not None:
            return PASTE_SILENCE_S
        if not self._sequence:
            return None
        return self._escape_delay_s if self._may_be_typed else SILENCE_S

    def expire(self, silence_s: float) -> Iterator[Token]:
        """Yield the tokens that are complete after some seconds without input; drop incomplete sequences."""
        wait_s = self.wait_s()
        if wait_s is None or silence_s < wait_s:
            return
        if self._paste is not None:
            yield self._end_paste()
            return
        if self._may_be_typed:
            yield Token("key", self._sequence)
        self._start("")

    def _start(self, sequence: str, may_be_typed: bool = False) -> None:
        """Start a sequence; "" for none."""
        #: The beginning of an incomplete sequence, as far as it is needed; "" outside of one.
        self._sequence = sequence
        #: Whether it may also be Esc, or Alt with a letter.
        self._may_be_typed = may_be_typed
        self._in_string = sequence[1:] in _STRING_OPENERS
        #: Whether characters were dropped, so that it cannot be a key.
        self._is_too_long = False
        #: Characters missing from an X10 mouse report.
        self._x10_left = 0

    def _take(self, char: str) -> Iterator[Token]:
        """Read one character outside of strings and pastes."""
        if char in _C1:
            self._start(_C1[char])
        elif self._x10_left:
            yield from self._take_x10(char)
        elif self._sequence == ESC:
            yield from self._take_second(char)
        elif self._sequence.startswith("\x1bO"):
            yield from self._take_ss3(char)
        elif self._sequence:
            yield from self._take_csi(char)
        elif char == ESC:
            self._start(ESC, may_be_typed=True)
        elif not "\x80" <= char <= "\x9f":
            yield Token("key", char)

    def _take_second(self, char: str) -> Iterator[Token]:
        if char == ESC:
            if self._may_be_typed:
                yield Token("key", ESC)
            self._start(ESC, may_be_typed=True)
        elif char in "[O" or char in _STRING_OPENERS:
            self._start(ESC + char, self._may_be_typed)
        else:
            self._start("")
            if char != "\\":  # the end of a string that was cancelled already
                yield Token("key", ESC + char)

    def _take_ss3(self, char: str) -> Iterator[Token]:
        if not " " <= char <= "~":
            yield from self._restart(char)
        elif char in "0123456789;":
            self._append(char)
        else:
            yield from self._complete(char)

    def _take_csi(self, char: str) -> Iterator[Token]:
        sequence = self._sequence + char
        if sequence == _X10_MOUSE:
            self._append(char)
            self._x10_left = _X10_CHARACTERS
        elif not " " <= char <= "~":
            yield from self._restart(char)
        elif (char == "$" and re.fullmatch(_RXVT_KEY, sequence)) or self._sequence == _CONSOLE_KEY:
            yield from self._complete(char)
        elif char < "@" or sequence == _CONSOLE_KEY:
            self._append(char)
        elif sequence == _PASTE_START:
            self._start("")
            self._paste = []
        else:
            yield from self._complete(char)

    def _take_x10(self, char: str) -> Iterator[Token]:
        """Drop a mouse report in the oldest format; it has a NUL for a position out of range."""
        if char < " " and char != "\0":
            yield from self._restart(char)
        elif self._x10_left == 1:
            self._start("")
        else:
            self._x10_left -= 1

    def _append(self, char: str) -> None:
        self._may_be_typed = False
        if len(self._sequence) < MAX_SEQUENCE:
            self._sequence += char
        else:
            self._is_too_long = True

    def _complete(self, char: str) -> Iterator[Token]:
        if not self._is_too_long and self._sequence + char != _PASTE_END:
            yield Token("key", self._sequence + char)
        self._start("")

    def _restart(self, char: str) -> Iterator[Token]:
        """Drop a sequence because of a character that cannot be part of it, and read the character."""
        self._start("")
        yield from self._take(char)

    def _skip_string(self, text: str, at: int) -> int:
        """Skip a string; return where reading goes on."""
        end = re.compile(_STRING_END).search(text, at)
        if end is None:
            self._may_be_typed = False
            return len(text)
        # ESC and a backslash end it; ESC and anything else start something new.
        self._start(ESC if end[0] == ESC else "")
        return end.end()

    def _read_paste(self, text: str) -> Generator[Token, None, int]:
        """Read a part of a paste; return where reading goes on."""
        assert self._paste is not None
        end = text.find(_PASTE_END)
        if end < 0:
            kept = len(text) - _partial_length(text, _PASTE_END)
            self._paste.append(text[:kept])
            self._held = text[kept:]
            return len(text)
        self._paste.append(text[:end])
        yield self._end_paste()
        return end + len(_PASTE_END)

    def _end_paste(self) -> Token:
        pasted = "".join(self._paste or ())
        self._paste, self._held = None, ""
        return Token("paste", pasted)


def _partial_length(text: str, mark: str) -> int:
    """Return how many characters at the end of a text may be the start of a mark."""
    return next((size for size in range(len(mark) - 1, 0, -1) if text.endswith(mark[:size])), 0)
