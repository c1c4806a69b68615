"""Build small OpenDocument texts."""

from __future__ import annotations

import zipfile

from tests.support.docx import packed

_NAMES = {
    "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing", "fo": "xsl-fo-compatible",
}  # fmt: skip
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in _NAMES.items()
)
MIME_TYPE = "application/vnd.oasis.opendocument.text"


def odt(body: str, styles: str = "", head: str = "") -> bytes:
    """Return a document; ``styles`` is the content of ``content.xml`` before the text, ``head`` comes first in it."""
    content = (
        f"{head}<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": MIME_TYPE, "content.xml": content}, zipfile.ZIP_STORED)


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def listed(*items: str, more: str = "") -> str:
    """Return a list of items in the style ``L``; ``more`` are further attributes."""
    return f'<text:list text:style-name="L" {more}>{"".join(f"<text:list-item>{item}</text:list-item>" for item in items)}</text:list>'


def note(text: str) -> str:
    return (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p(text)}</text:note-body></text:note>"
    )
