"""The text of a web page: a line for each block, without scripts, styles, and what surrounds the report."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "fieldset",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul", "body", "title",
])  # fmt: skip
#: What holds no text of the report.
_SKIPPED = frozenset([
    "script", "style", "noscript", "template", "head", "nav", "header", "footer", "aside", "form",
    "select", "button", "iframe", "svg",
])  # fmt: skip
_HTML = re.compile(rb"\s*\[?\s*<(?:!doctype html|html|head|body|div|p|h\d)\b", re.IGNORECASE)


def is_html(data: bytes) -> bool:
    """Whether bytes begin as a web page, or a part of one, does."""
    return bool(_HTML.match(data.removeprefix(b"\xef\xbb\xbf")[:512]))


def html_text(page: str) -> str:
    """The text of a page; white space is as a browser shows it."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = (re.sub(r"[ \t\r\f\v\n]+", " ", line).strip(" ") for line in "".join(reader.parts).split("\0"))
    return "".join(f"{line}\n" for line in lines if line.strip("[]"))


class _Reader(HTMLParser):
    """Collects text, with a NUL where a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._skipping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a line; what is skipped is waited out."""
        if tag in _SKIPPED:
            self._skipping.append(tag)
        elif tag in _BLOCKS:
            self.parts.append("\0")

    def handle_endtag(self, tag: str) -> None:
        """A block ends a line."""
        if tag in self._skipping:
            while self._skipping and self._skipping.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self.parts.append("\0")

    def handle_data(self, data: str) -> None:
        """Text, where it is not skipped."""
        if not self._skipping:
            self.parts.append(data.replace("\0", "\N{REPLACEMENT CHARACTER}"))
