"""Extract the text of a web page: a line for each block, without scripts, styles, menus and footers."""

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
#: Elements without text of the report.
CODE = frozenset(["script", "style", "noscript", "template", "head", "svg", "iframe"])
#: Elements around the text of a web page.
_FURNITURE = frozenset(["nav", "header", "footer", "aside", "form", "select", "button"])
_VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"]
)
#: Words in the class or id of elements around a text.
_SURROUNDING = frozenset([
    "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "crumb", "footer", "foot", "header",
    "sidebar", "share", "copyright", "banner", "toolbar", "pagination", "pager", "related", "comment", "comments",
])  # fmt: skip
_KINDS = {
    "a": "link",
    "sup": "sup",
    "b": "bold",
    "strong": "bold",
    **{f"h{level}": "heading" for level in range(1, 7)},
}
_HTML = re.compile(r"\[?\s*<(?:!doctype html|html|head|body|div|p|h\d)\b", re.IGNORECASE)
#: What may come before the first tag: a byte order mark, an XML declaration, a comment such as "saved from url".
_BEFORE_HTML = re.compile(r"[\s\ufeff]+|<\?xml\b[^>]{0,1000}>|<!--(?:(?!-->).){0,1000}-->", re.DOTALL)
_MAX_BEFORE_HTML = 8


def is_html(text: str) -> bool:
    """Return whether a text begins like a web page, or a part of one."""
    at = 0
    for _ in range(_MAX_BEFORE_HTML):
        before = _BEFORE_HTML.match(text, at)
        if not before:
            break
        at = before.end()
    return bool(_HTML.match(text, at, at + 512))


def html_text(page: str) -> ExtractedText:
    """Return the text of a page; white space is as a browser shows it.

    Blocks that are nothing but links, hidden blocks, and those named as menus, footers and the like are left out.
    """
    reader = _read(page, True)
    if reader.dropped > sum(map(len, reader.lines)):  # the text itself is in an element with such a name
        reader = _read(page, False)
    lines = [line for line in reader.lines if line.strip("[]")]
    dropped = (reports.page_furniture_dropped(reader.dropped),) if reader.dropped else ()
    return ExtractedText("".join(f"{line}\n" for line in lines), frozenset(reader.headings), dropped)


def _read(page: str, by_names: bool) -> HtmlReader:
    reader = HtmlReader(by_names)
    read_tags(page, reader)
    reader.close()
    return reader


class HtmlReader:
    """Collects the lines of a page; each block begins a line.

    Args:
        by_names: Whether to leave out elements by their class and id, too.
        keeps_linked_headings: Whether to read headings that are nothing but links.

    Attributes:
        lines: The lines.
        headings: The lines, stripped, that are headings, or bold as a whole.
        dropped: How many characters were left out.
        skipped: Elements to leave out.
    """

    skipped = CODE | _FURNITURE

    def __init__(self, by_names: bool, keeps_linked_headings: bool = False) -> None:
        self._by_names = by_names
        self._keeps_linked_headings = keeps_linked_headings
        self.lines: list[str] = []
        self.headings: list[str] = []
        self.dropped = 0
        self._words: list[str] = []
        #: Characters of the line (``""``), and of those how many are in links, bold, or in a heading.
        self._marks: Counter[str] = Counter()
        self._skipping: list[str] = []
        self._within: Counter[str] = Counter()

    def start_tag(self, tag: str, attributes: Attributes) -> None:
        """Start an element: blocks begin a line."""
        if tag in _VOID:
            if tag in _BLOCKS:
                self.end_line()
        elif self._skipping:
            if tag == self._skipping[0]:
                self._skipping.append(tag)
        elif tag in self.skipped or (self._by_names and _surrounds(tag, attributes)):
            self._skipping.append(tag)
        else:
            if tag in _BLOCKS:
                self.end_line()
            self._within[_KINDS.get(tag, "")] += 1

    def end_tag(self, tag: str) -> None:
        """End an element: blocks end a line."""
        if self._skipping:
            if tag == self._skipping[0]:
                self._skipping.pop()
            return
        if tag in _BLOCKS:
            self.end_line()
        kind = _KINDS.get(tag, "")
        self._within[kind] = max(0, self._within[kind] - 1)

    def text(self, text: str) -> None:
        """Take text outside of skipped elements."""
        size = len("".join(text.split()))
        if self._skipping:
            self.dropped += size if self._skipping[0] not in CODE else 0
            return
        if self._within["sup"] and self._within["link"] and text.strip().isalnum():
            text = f"[{text.strip()}]"  # a reference to a note is no part of the number before it
        self._words.append(text)
        self._marks[""] += size
        self._marks.update({kind: size for kind in ("link", "bold", "heading") if self._within[kind]})

    def close(self) -> None:
        """End the page, with the elements that it leaves open."""
        self.end_line()
        self._skipping.clear()
        self._within.clear()

    def end_line(self) -> None:
        """End the current line."""
        line = re.sub(r"[ \t\r\f\v\n]+", " ", "".join(self._words)).strip(" ")
        size = self._marks[""]
        is_kept = "工作报告" in line or (self._keeps_linked_headings and self._marks["heading"] == size)
        if size and self._marks["link"] == size and not is_kept:
            self.dropped += size
        elif size:
            self.lines.append(line)
            if size in (self._marks["bold"], self._marks["heading"]):
                self.headings.append(line.strip())
        self._words.clear()
        self._marks.clear()


def _surrounds(tag: str, attributes: Attributes) -> bool:
    """Return whether an element is hidden, or named as being around the text."""
    if tag in ("html", "body"):
        return False
    values = {name: value or "" for name, value in attributes}
    names = re.split(
        r"[\s_-]+", f"{values.get('class', '')} {values.get('id', '')} {values.get('role', '')}".lower()
    )
    hidden = "hidden" in values or re.search(r"display\s*:\s*none", values.get("style", ""))
    return bool(hidden) or not _SURROUNDING.isdisjoint(names)
