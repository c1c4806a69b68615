"""Build small Rich Text files."""

from __future__ import annotations

FONTS = rb"{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fswiss\fcharset0 Arial;}{\f2\fnil\fcharset2 Wingdings;}}"
STYLES = rb"{\stylesheet{\s0 Normal;}{\s1\b\outlinelevel0 heading 1;}}"


def rtf(body: str | bytes, page: int = 936) -> bytes:
    """Return a document in a code page; other characters than ASCII in a text are written as ``uN``."""
    content = body if isinstance(body, bytes) else unicode_words(body).encode("ascii")
    return rb"{\rtf1\ansi\ansicpg%d\deff0%b%b\pard %b}" % (page, FONTS, STYLES, content)


def unicode_words(text: str) -> str:
    return "".join(
        character if character.isascii() else "".join(f"\\u{unit}?" for unit in _units(character))
        for character in text
    )


def hexadecimal(text: str, encoding: str = "gb18030") -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))


def _units(character: str) -> list[int]:
    """Return the UTF-16 units of a character as signed numbers."""
    data = character.encode("utf-16-le")
    return [int.from_bytes(data[at : at + 2], "little", signed=True) for at in range(0, len(data), 2)]
