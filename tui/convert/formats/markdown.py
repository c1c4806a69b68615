"""Extract the text of a Markdown file: without front matter, heading marks, bold and escapes."""

from __future__ import annotations

import re
from bisect import bisect_left

from tui.convert.formats.extracted import ExtractedText

_TITLE = re.compile(r"^title:[ \t]*(.+)$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE)
#: A heading, or a line that is bold as a whole.
_HEADING_LINE = re.compile(
    r"^[ \t\u3000]*(?:#{1,6}[ \t]+(?P<words>.+)|(?P<mark>\*\*|__)(?P<bold>(?:(?!(?P=mark)).)+)(?P=mark)[ \t]*)$",
    re.MULTILINE,
)
#: Where bold text begins, and where it may end; lookaheads, since marks overlap in ``***``.
_OPENING = re.compile(r"(?=(\*\*|__)\S)")
_CLOSINGS = {mark: re.compile(rf"(?<=\S)(?={re.escape(mark)})") for mark in ("**", "__")}
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])")


def markdown_text(source: str) -> ExtractedText:
    """Return the text of a Markdown file; a title found only in its front matter becomes the first line."""
    begin = _front_matter_end(source)
    front, text = source[:begin], source[begin:]
    headings = [_unmarked(match["words"] or match["bold"]) for match in _HEADING_LINE.finditer(text)]
    text = _unmarked(_HEADING.sub("", text))
    title = _TITLE.search(front)
    if title and "工作报告" not in "\n".join(text.split("\n", 4)[:4]):
        text = f"{title[1].strip()}\n\n{text}"
    return ExtractedText(text, frozenset(heading.strip() for heading in headings))


def _front_matter_end(source: str) -> int:
    """Return where the text begins: after the lines between two ``---``, and the empty lines below."""
    close = source.find("\n---\n", 3) if source.startswith("---\n") else -1
    if close < 0:
        return 0
    end = close + len("\n---\n")
    while source.startswith("\n", end):
        end += 1
    return end


def _unmarked(text: str) -> str:
    lines = text.split("\n") if "**" in text or "__" in text else [text]
    return _ESCAPE.sub(lambda match: match[1], "\n".join(map(_without_bold_marks, lines)))


def _without_bold_marks(line: str) -> str:
    """Drop pairs of ``**`` or ``__`` around text that neither begins nor ends with a space.

    One pattern for a pair would search the rest of the line from each opening mark, in quadratic time.
    """
    if "**" not in line and "__" not in line:
        return line
    closings = {mark: [match.start() for match in _CLOSINGS[mark].finditer(line)] for mark in _CLOSINGS}
    kept: list[str] = []
    end = 0
    for opening in _OPENING.finditer(line):
        begin, closes = opening.start(), closings[opening[1]]
        nearest = bisect_left(closes, begin + len("**") + 1)
        if begin >= end and nearest < len(closes):
            kept += line[end:begin], line[begin + 2 : closes[nearest]]
            end = closes[nearest] + 2
    return "".join([*kept, line[end:]])
