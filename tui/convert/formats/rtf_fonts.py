"""The character sets of Rich Text Format: of a document, and of its fonts."""

from __future__ import annotations

import codecs

_DEFAULT = "cp1252"
#: Codecs of code pages that Python names otherwise, or that are part of a larger one.
_PAGES = {936: "gb18030", 54936: "gb18030", 10008: "gb18030", 10000: "mac_roman", 65001: "utf-8"}
#: Codecs of the character sets of fonts; 0 to 2 say nothing.
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp850",
}  # fmt: skip
_EAST_ASIAN = ("gb18030", "cp950", "cp932", "cp949", "johab")
#: The character set of fonts with pictures for letters.
SYMBOLS = 2
#: Fonts of a document.
_MAX_FONTS = 1 << 16


class Fonts:
    """The character sets of one document."""

    def __init__(self) -> None:
        self._page = _DEFAULT
        self._charsets: dict[int, int] = {}

    def set_page(self, number: int | None) -> None:
        """Set the code page of the document."""
        name = _PAGES.get(number or 0, f"cp{number}")
        try:
            self._page = codecs.lookup(name).name
        except LookupError:
            self._page = _DEFAULT

    def set_charset(self, font: int, charset: int) -> None:
        """Set the character set of a font."""
        if len(self._charsets) < _MAX_FONTS:
            self._charsets[font] = charset

    def is_symbols(self, font: int) -> bool:
        """Return whether the letters of a font are pictures."""
        return self._charsets.get(font) == SYMBOLS

    def codec(self, font: int) -> str:
        """Return the codec of text in a font.

        Word writes Chinese in the code page of the document also where the font for Latin letters is the current one.
        """
        own = _CHARSETS.get(self._charsets.get(font, 0))
        if own in _EAST_ASIAN or self._page not in _EAST_ASIAN:
            return own or self._page
        return self._page
