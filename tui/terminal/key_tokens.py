"""Split terminal input into keys, escape sequences and pastes; drop replies that are no input.

The grammar is that of ECMA-48: ``ESC [`` opens a control sequence that ends with a letter or one of ``@[\\]^_`{|}~``,
``ESC P``, ``X``, ``]``, ``^`` and ``_`` open a string (DCS, SOS, OSC, PM, APC) that ends with ST or BEL. C1 characters
stand for ``ESC`` and a letter.

A person who holds Alt types the same two characters that open a sequence. Time decides: where nothing follows within
``ESCAPE_DELAY`` it was a key. Where something has followed, it is a sequence until its end comes or nothing has come
for ``SILENCE_S``; then it is dropped, and the next character is a key again.
"""

import re
from collections.abc import Generator, Iterator
from typing import Literal, NamedTuple

#: Seconds without input after which an unfinished sequence is dropped: the gaps within a reply are shorter.
SILENCE_S = 0.5
#: Seconds without input after which an open paste is taken to be over: its end was lost.
PASTE_SILENCE_S = 1.5
#: Characters kept of a control sequence; a longer one is no key.
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
#: ST as one character, BEL, and what cancels a string: CAN, SUB, and any ESC (ST as two characters begins with one).
_STRING_END = "[\x07\x18\x1a\x1b\x9c]"
#: What may stand between the opening and the last character of a control sequence.
_PARAMETERS = "[ -?]+"
_X10_MOUSE = "\x1b[M"
#: Characters of an X10 mouse report behind its opening: the button, the column, the row.
_X10_CHARACTERS = 3
#: What the function keys of the Linux console begin with.
_CONSOLE_KEY = "\x1b[["
#: Keys of rxvt, which end with what is no end elsewhere.
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
    """Splits input that comes in chunks cut anywhere.

    Args:
        escape_delay_s: Seconds after which an escape character that nothing follows is a key.
    """

    def __init__(self, escape_delay_s: float) -> None:
        self._escape_delay_s = escape_delay_s
        self._begin("")
        #: What was pasted so far; None outside of a paste.
        self._paste: list[str] | None = None
        #: The end of what was pasted, if the end of the paste may begin there.
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
        """Yield what is complete because nothing has followed for some seconds; drop sequences that were cut."""
        wait_s = self.wait_s()
        if wait_s is None or silence_s < wait_s:
            return
        if self._paste is not None:
            yield self._end_paste()
            return
        if self._may_be_typed:
            yield Token("key", self._sequence)
        self._begin("")

    def _begin(self, sequence: str, may_be_typed: bool = False) -> None:
        """Begin a sequence; "" for none."""
        #: What came of a sequence that is not complete, as far as it is needed; "" outside of one.
        self._sequence = sequence
        #: Whether it is Esc, or Alt and a letter, as far as it has come.
        self._may_be_typed = may_be_typed
        self._in_string = sequence[1:] in _STRING_OPENERS
        #: Whether characters of it were left out, so that it cannot be a key.
        self._is_too_long = False
        #: Characters still to come of an X10 mouse report.
        self._x10_left = 0

    def _take(self, char: str) -> Iterator[Token]:
        """Read one character outside of strings and pastes."""
        if char in _C1:
            self._begin(_C1[char])
        elif self._x10_left:
            yield from self._take_x10(char)
        elif self._sequence == ESC:
            yield from self._take_second(char)
        elif self._sequence.startswith("\x1bO"):
            yield from self._take_ss3(char)
        elif self._sequence:
            yield from self._take_csi(char)
        elif char == ESC:
            self._begin(ESC, may_be_typed=True)
        elif not "\x80" <= char <= "\x9f":
            yield Token("key", char)

    def _take_second(self, char: str) -> Iterator[Token]:
        if char == ESC:
            if self._may_be_typed:
                yield Token("key", ESC)
            self._begin(ESC, may_be_typed=True)
        elif char in "[O" or char in _STRING_OPENERS:
            self._begin(ESC + char, self._may_be_typed)
        else:
            self._begin("")
            if char != "\\":  # the end of a string that was dropped already
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
            self._begin("")
            self._paste = []
        else:
            yield from self._complete(char)

    def _take_x10(self, char: str) -> Iterator[Token]:
        """Drop a mouse report of the oldest kind; a position beyond its range is sent as NUL."""
        if char < " " and char != "\0":
            yield from self._restart(char)
        elif self._x10_left == 1:
            self._begin("")
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
        self._begin("")

    def _restart(self, char: str) -> Iterator[Token]:
        """Drop a sequence in which a character came that cannot be part of one, and read that."""
        self._begin("")
        yield from self._take(char)

    def _skip_string(self, text: str, at: int) -> int:
        """Skip a string; return where reading goes on."""
        end = re.compile(_STRING_END).search(text, at)
        if end is None:
            self._may_be_typed = False
            return len(text)
        # ESC and a backslash end it; ESC and anything else begin something new.
        self._begin(ESC if end[0] == ESC else "")
        return end.end()

    def _read_paste(self, text: str) -> Generator[Token, None, int]:
        """Read what is pasted; return where reading goes on."""
        assert self._paste is not None
        end = text.find(_PASTE_END)
        if end < 0:
            kept = len(text) - _begun(text, _PASTE_END)
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


def _begun(text: str, mark: str) -> int:
    """Return how many characters at the end of a text may be the beginning of a mark."""
    return next((size for size in range(len(mark) - 1, 0, -1) if text.endswith(mark[:size])), 0)
