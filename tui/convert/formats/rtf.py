"""Extract the text of a Rich Text file: its paragraphs in order, with all tracked changes accepted.

Read here and not with ``striprtf``, which leaves out footnotes and keeps deleted text, does not tell headings, raises
other errors on damaged files, and takes quadratic time on some.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.convert.formats.archive import Budget
from tui.convert.formats.extracted import ExtractedText, with_notes
from tui.convert.formats.flow import Flow
from tui.convert.formats.rtf_fonts import Fonts
from tui.convert.formats.rtf_tokens import Token, rtf_tokens
from tui.convert.formats.xml_reader import MAX_DEPTH
from tui.messages import reports

_SIGNATURE = b"{\\rtf"
#: Words and symbols that stand for text.
_TEXTS = {
    "tab": "\t", "line": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "nestcell": " ",
    "\\~": "\N{NO-BREAK SPACE}", "\\_": "-", "\\\\": "\\", "\\{": "{", "\\}": "}",
}  # fmt: skip
#: Groups that begin with these words hold no text of the report.
_SKIPPED = frozenset([
    "annotation", "atnauthor", "atnid", "author", "background", "bkmkend", "bkmkstart", "colortbl", "comment", "company", "falt",
    "filetbl", "fldinst", "footer", "footerf", "footerl", "footerr", "ftnsep", "ftnsepc", "ftncn", "header", "headerf", "headerl",
    "headerr", "info", "keywords", "listoverridetable", "listtable", "nonesttables", "nonshppict", "objdata", "operator", "pict",
    "private", "revtbl", "rxe", "shprslt", "tc", "template", "title", "txe", "xe",
])  # fmt: skip
#: Groups for newer programs (``\*``) that may hold a text, and the words of groups in which it is.
_WRAPPERS = frozenset(["shpinst", "do", "ud", "upr"])
_BOXES = frozenset(["shptxt", "dptxbxtext"])
_LIST_TEXTS = frozenset(["listtext", "pntext"])
#: Words before the settings for one kind of script.
_SCRIPTS = frozenset(["dbch", "hich", "loch", "ltrch", "rtlch"])
_CHARACTERS_OF_U = 1
_OUTLINE_LEVELS = 9


class _State(NamedTuple):
    """What a group inherits and restores.

    Attributes:
        mode: ``text``; ``wrapper``, in which only inner groups have text; ``fonts``, ``styles`` or ``skip``.
        font: Number of the font.
        is_bold: Whether text is bold.
        is_hidden: Whether text is hidden, or deleted.
        after_unicode: Bytes that follow a Unicode character for programs that do not know it.
        style: Number of the paragraph's style.
        outline: Level of the paragraph in the document's outline, from 0; None for none.
        is_in_table: Whether the paragraph is part of a table.
        is_east_asian: Whether what follows is set for Chinese characters.
    """

    mode: str = "text"
    font: int = 0
    is_bold: bool = False
    is_hidden: bool = False
    after_unicode: int = _CHARACTERS_OF_U
    style: int = 0
    outline: int | None = None
    is_in_table: bool = False
    is_east_asian: bool = False


class _Group(NamedTuple):
    """An open group: the state around it, and what its end completes."""

    state: _State
    kind: str
    flow: Flow


def is_rtf(data: bytes) -> bool:
    """Return whether bytes begin like a Rich Text file."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_SIGNATURE)


def rtf_text(data: bytes, path: str) -> ExtractedText:
    """Return the text of a document, a line for each paragraph and each row of a table.

    Args:
        data: The file's bytes.
        path: What to call it in errors.

    Raises:
        DataError: If it has more groups, or more characters, than a document has.
    """
    reader = _Reader(Budget(path, ".rtf"))
    for token in rtf_tokens(data):
        reader.take(token)
    lines = reader.finish()
    return with_notes(lines, reader.headings, reader.notes, "rtf")._replace(unread=reader.unread)


class _Reader:
    """Reads tokens, with the state of the open groups.

    Attributes:
        headings: The lines that are headings, or bold as a whole.
        notes: The lines of footnotes and endnotes.
        unread: How many places could not be decoded.
    """

    def __init__(self, budget: Budget) -> None:
        self.headings: list[str] = []
        self.notes: list[str] = []
        self.unread = 0
        self._budget = budget
        self._fonts = Fonts()
        self._heading_styles: set[int] = set()
        self._state = _State()
        self._groups: list[_Group] = []
        self._flow = Flow(self.headings)
        self._is_new = self._is_starred = False
        self._bytes = bytearray()
        self._to_skip = 0

    def take(self, token: Token) -> None:
        """Take the next token."""
        word = token.word
        if not word:
            self._take_bytes(token.data)
            return
        self._end_bytes()
        if word == "{":
            self._open_group()
        elif word == "}":
            self._close_group()
        elif word == "\\*":
            self._is_starred = True
            return
        elif self._to_skip and word in _TEXTS:
            self._to_skip -= 1
        else:
            self._to_skip = 0
            self._take_word(word, token.number)
        self._is_new = word == "{"
        self._is_starred = False

    def finish(self) -> list[str]:
        """Return the lines; groups may still be open in a truncated file."""
        self._end_bytes()
        while self._groups:
            self._close_group()
        return self._flow.finish()

    def _take_bytes(self, data: bytes) -> None:
        self._is_new = self._is_starred = False
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        if self._state.mode == "text":
            self._bytes += data

    def _end_bytes(self) -> None:
        """Decode the bytes read so far; a character may have come in two tokens."""
        if not self._bytes:
            return
        text = self._bytes.decode(self._fonts.codec(self._state.font), "replace")
        self._bytes.clear()
        self.unread += text.count("\N{REPLACEMENT CHARACTER}")
        is_bullet = (
            self._groups and self._groups[-1].kind == "list" and self._fonts.is_symbols(self._state.font)
        )
        if not is_bullet:
            self._add(text)

    def _add(self, text: str) -> None:
        if self._state.mode == "text" and not self._state.is_hidden:
            self._budget.spend_characters(len(text))
            self._flow.add(text, self._state.is_bold)

    def _open_group(self) -> None:
        self._budget.spend_nodes(1)
        self._groups.append(_Group(self._state, "", self._flow))
        if len(self._groups) > MAX_DEPTH:
            raise self._budget.refuse(reports.nested_too_deep(MAX_DEPTH))
        self._to_skip = 0

    def _close_group(self) -> None:
        """End a group, and add what it holds to the text around it."""
        self._to_skip = 0
        if not self._groups:
            return
        state, kind, around = self._groups.pop()
        inner, self._flow, self._state = self._flow, around, state
        if kind == "box":
            around.add_box(inner.finish())
        elif kind == "list":
            number = " ".join(inner.finish()).strip()
            if any(character.isalnum() for character in number):
                around.add_mark(number)
        elif kind == "note":
            text = " ".join(filter(None, (line.strip() for line in inner.finish())))
            self.notes.append(f"[{len(self.notes) + 1}]{text}")
            around.add_mark(f"[{len(self.notes)}]")

    def _take_word(self, word: str, number: int | None) -> None:
        state = self._state
        if state.mode == "skip":
            return
        if self._is_new and self._open_destination(word):
            return
        if state.mode in ("fonts", "styles"):
            self._take_table_word(word, number)
        elif state.mode == "text":
            self._take_text_word(word, number)

    def _open_destination(self, word: str) -> bool:
        """Set the mode of a group by its first word; return whether that was all the word says."""
        mode = self._state.mode
        if word in _BOXES and mode in ("text", "wrapper"):
            self._begin("box", "text")
        elif word == "ud" and mode == "wrapper":
            self._state = self._state._replace(mode="text")
        elif word in _WRAPPERS and mode == "text":
            self._state = self._state._replace(mode="wrapper")
        elif mode == "text" and word == "footnote":
            self._begin("note", "text")
        elif word in _SKIPPED or self._is_starred:
            self._state = self._state._replace(mode="skip")
        elif mode == "text" and word in _LIST_TEXTS:
            self._begin("list", "text")
        elif mode == "text" and word in ("fonttbl", "stylesheet"):
            self._state = self._state._replace(mode="fonts" if word == "fonttbl" else "styles")
        else:
            return False
        return True

    def _begin(self, kind: str, mode: str) -> None:
        """Begin a text of its own, which the end of the group completes."""
        self._groups[-1] = self._groups[-1]._replace(kind=kind)
        self._flow = Flow([] if kind == "list" else self.headings)
        self._state = self._state._replace(mode=mode, is_in_table=False, style=0, outline=None)

    def _take_table_word(self, word: str, number: int | None) -> None:
        """Take a word in the table of fonts or styles."""
        state, value = self._state, number or 0
        if state.mode == "fonts" and word == "f":
            self._state = state._replace(font=value)
        elif state.mode == "fonts" and word == "fcharset":
            self._fonts.set_charset(state.font, value)
        elif state.mode == "styles" and word == "s":
            self._state = state._replace(style=value)
        elif state.mode == "styles" and word == "outlinelevel" and 0 <= value < _OUTLINE_LEVELS:
            self._heading_styles.add(state.style)

    def _take_text_word(self, word: str, number: int | None) -> None:
        state, is_on = self._state, number != 0
        if word in _TEXTS:
            self._add(_TEXTS[word])
        elif word == "u":
            self._add(_character(number))
            self._to_skip = state.after_unicode
        elif word in ("par", "sect", "\\\n", "\\\r"):
            is_heading = state.outline is not None or state.style in self._heading_styles
            self._flow.end_paragraph(is_heading, state.is_in_table)
        elif word == "cell":
            self._flow.end_cell()
        elif word == "row":
            self._flow.end_row()
        elif word == "b" or (word == "ab" and state.is_east_asian):
            self._state = state._replace(is_bold=is_on)
        elif word in _SCRIPTS:
            self._state = state._replace(is_east_asian=word == "dbch")
        elif word in ("v", "deleted"):
            self._state = state._replace(is_hidden=is_on)
        elif word == "plain":
            self._state = state._replace(is_bold=False, is_hidden=False)
        else:
            self._take_setting(word, number or 0)

    def _take_setting(self, word: str, value: int) -> None:
        state = self._state
        if word == "f":
            self._state = state._replace(font=value)
        elif word == "uc":
            self._state = state._replace(after_unicode=max(0, value))
        elif word == "pard":
            self._state = state._replace(style=0, outline=None, is_in_table=False)
        elif word == "s":
            self._state = state._replace(style=value)
        elif word == "outlinelevel":
            self._state = state._replace(outline=value if 0 <= value < _OUTLINE_LEVELS else None)
        elif word == "intbl":
            self._state = state._replace(is_in_table=True)
        elif word == "ansicpg":
            self._fonts.set_page(value)


def _character(number: int | None) -> str:
    """Return the character of a ``u`` word: numbers above 32,767 are written as negative ones."""
    value = (number or 0) % 0x10000 if number is None or number < 0x10000 else number
    return chr(value) if 0 < value <= 0x10FFFF else ""
