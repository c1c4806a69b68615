"""Split Rich Text Format into control words, braces and bytes, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = (
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|(?P<hex>(?:\\'[0-9a-fA-F]{2})+)"
    rb"|\\(?P<symbol>[^a-zA-Z'])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<literal>(?:%b[^\\{}\r\n])+)"
)
_PLAIN = re.compile(_TOKEN % b"", re.DOTALL)
#: In these code pages the second byte of a character may be a backslash or a brace, where a program writes it as it is.
_DOUBLE_BYTE = re.compile(_TOKEN % rb"[\x81-\xfe][\x40-\xfe]|", re.DOTALL)
_DOUBLE_BYTE_PAGES = re.compile(rb"\\ansicpg(?:932|936|949|950)\b")
_HEADER_BYTES = 4096


class Token(NamedTuple):
    """A piece of a file.

    Attributes:
        word: A control word or symbol, or a brace; empty for bytes of text.
        number: The number after a word.
        data: Bytes of text.
    """

    word: str
    number: int | None = None
    data: bytes = b""


def rtf_tokens(data: bytes) -> Iterator[Token]:
    r"""Yield the tokens of a file; the binary data behind ``\bin`` is left out."""
    pattern = _DOUBLE_BYTE if _DOUBLE_BYTE_PAGES.search(data, 0, _HEADER_BYTES) else _PLAIN
    at = 0
    while match := pattern.search(data, at):
        at = match.end()
        word, number, digits, symbol, brace, literal = match.groups()
        if word:
            value = int(number) if number else None
            if word == b"bin" and value is not None:
                at += max(0, value)
            yield Token(word.decode("ascii"), value)
        elif digits:
            yield Token("", data=bytes.fromhex(digits.decode("ascii").replace("\\'", "")))
        elif literal:
            yield Token("", data=literal)
        else:
            yield Token((symbol or brace).decode("latin-1") if brace else "\\" + symbol.decode("latin-1"))
