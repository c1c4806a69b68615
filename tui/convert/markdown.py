"""The text of a Markdown file without its marks: front matter, heading marks, bold and italics, escapes."""

from __future__ import annotations

import re

from tui.convert.plain import Plain

_FRONT_MATTER = re.compile(r"\A---\n(?:.*\n)*?---\n+")
_TITLE = re.compile(r"^title:[ \t]*(.+)$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE)
#: A line that is a heading, or bold as a whole.
_HEADING_LINE = re.compile(
    r"^[ \t\u3000]*(?:#{1,6}[ \t]+(?P<words>.+)|(?P<mark>\*\*|__)(?P<bold>(?:(?!(?P=mark)).)+)(?P=mark)[ \t]*)$",
    re.MULTILINE,
)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])")


def markdown_text(source: str) -> Plain:
    """The text of a Markdown file; a title that only its front matter has becomes the first line."""
    front = _FRONT_MATTER.match(source)
    text = source[front.end() :] if front else source
    headings = [_unmarked(found["words"] or found["bold"]) for found in _HEADING_LINE.finditer(text)]
    text = _unmarked(_HEADING.sub("", text))
    title = _TITLE.search(front[0]) if front else None
    if title and "工作报告" not in "\n".join(text.split("\n", 4)[:4]):
        text = f"{title[1].strip()}\n\n{text}"
    return Plain(text, frozenset(heading.strip() for heading in headings))


def _unmarked(text: str) -> str:
    text = _STRONG.sub(lambda found: found[2], text)
    return _ESCAPE.sub(lambda found: found[1], text)
