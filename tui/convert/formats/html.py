"""The text of a web page: a line for each block, without scripts, styles, and what surrounds the report."""

from __future__ import annotations

import re
from collections import Counter

from tui.convert.formats.extracted import ExtractedText
from tui.convert.formats.html_tags import Attributes, read_tags
from tui.messages import reports

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
_CODE = frozenset(["script", "style", "noscript", "template", "head", "svg", "iframe"])
_VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"]
)
#: Words in the class or id of what surrounds a text.
_SURROUNDING = frozenset([
    "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "crumb", "footer", "foot", "header",
    "sidebar", "share", "copyright", "banner", "toolbar", "pagination", "pager", "related", "comment", "comments",
])  # fmt: skip
_KINDS = {"a": "link", "b": "bold", "strong": "bold", **{f"h{level}": "heading" for level in range(1, 7)}}
_HTML = re.compile(rb"\s*\[?\s*<(?:!doctype html|html|head|body|div|p|h\d)\b", re.IGNORECASE)


def is_html(data: bytes) -> bool:
    """Whether bytes begin as a web page, or a part of one, does."""
    return bool(_HTML.match(data.removeprefix(b"\xef\xbb\xbf")[:512]))


def html_text(page: str) -> ExtractedText:
    """The text of a page; white space is as a browser shows it.

    Blocks that are nothing but links, and those that are hidden or named as what surrounds a text, are left out.
    """
    reader = _read(page, True)
    if reader.dropped > sum(map(len, reader.lines)):  # what holds the text is named as what surrounds it
        reader = _read(page, False)
    lines = [line for line in reader.lines if line.strip("[]")]
    dropped = (reports.page_furniture_dropped(reader.dropped),) if reader.dropped else ()
    return ExtractedText("".join(f"{line}\n" for line in lines), frozenset(reader.headings), dropped)


def _read(page: str, by_names: bool) -> _Reader:
    reader = _Reader(by_names)
    read_tags(page, reader)
    reader.end_line()
    return reader


class _Reader:
    """Collects the lines of a page, of which each block begins one.

    Args:
        by_names: Whether what surrounds a text is told by the names of elements too.
    """

    def __init__(self, by_names: bool) -> None:
        self._by_names = by_names
        self.lines: list[str] = []
        self.headings: list[str] = []
        self.dropped = 0
        self._words: list[str] = []
        self._marks: Counter[str] = (
            Counter()
        )  # characters of the line that stand in links, in bold, in a heading
        self._skipping: list[str] = []
        self._within: Counter[str] = Counter()

    def start_tag(self, tag: str, attributes: Attributes) -> None:
        """A block begins a line; what is skipped is waited out."""
        if tag in _VOID:
            if tag in _BLOCKS:
                self.end_line()
        elif self._skipping:
            if tag == self._skipping[0]:
                self._skipping.append(tag)
        elif tag in _SKIPPED or (self._by_names and _surrounds(tag, attributes)):
            self._skipping.append(tag)
        else:
            if tag in _BLOCKS:
                self.end_line()
            self._within[_KINDS.get(tag, "")] += 1

    def end_tag(self, tag: str) -> None:
        """A block ends a line."""
        if self._skipping:
            if tag == self._skipping[0]:
                self._skipping.pop()
            return
        if tag in _BLOCKS:
            self.end_line()
        kind = _KINDS.get(tag, "")
        self._within[kind] = max(0, self._within[kind] - 1)

    def text(self, text: str) -> None:
        """Text, where it is not skipped."""
        size = len("".join(text.split()))
        if self._skipping:
            self.dropped += size if self._skipping[0] not in _CODE else 0
            return
        self._words.append(text)
        self._marks[""] += size
        self._marks.update({kind: size for kind in ("link", "bold", "heading") if self._within[kind]})

    def end_line(self) -> None:
        """Ends the line that is being read."""
        line = re.sub(r"[ \t\r\f\v\n]+", " ", "".join(self._words)).strip(" ")
        size = self._marks[""]
        if size and self._marks["link"] == size and "工作报告" not in line:
            self.dropped += size
        elif size:
            self.lines.append(line)
            if size in (self._marks["bold"], self._marks["heading"]):
                self.headings.append(line.strip())
        self._words.clear()
        self._marks.clear()


def _surrounds(tag: str, attributes: Attributes) -> bool:
    """Whether an element says of itself that it is hidden, or no part of the text."""
    if tag in ("html", "body"):
        return False
    values = {name: value or "" for name, value in attributes}
    names = re.split(
        r"[\s_-]+", f"{values.get('class', '')} {values.get('id', '')} {values.get('role', '')}".lower()
    )
    hidden = "hidden" in values or re.search(r"display\s*:\s*none", values.get("style", ""))
    return bool(hidden) or not _SURROUNDING.isdisjoint(names)
