"""Build small .docx files: paragraphs, lists, notes, and malformed archives."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of the parts, given by their full names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(body: str, head: str = "", **parts: str) -> bytes:
    """Return a document; ``parts`` holds the content of its other files: styles, numbering, footnotes, endnotes."""
    document = f"{head}<w:document {W} {MC}><w:body>{body}</w:body></w:document>"
    others = {f"word/{name}.xml": f"<w:{name} {W}>{content}</w:{name}>" for name, content in parts.items()}
    return packed({"word/document.xml": document, **others})


def paragraph(*runs: str) -> str:
    return "<w:p><w:pPr><w:jc/></w:pPr>" + "".join(runs) + "</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:rPr/><w:t>{text}</w:t></w:r>"


def bold(text: str, attribute: str = "") -> str:
    return f"<w:r><w:rPr><w:b {attribute}/></w:rPr><w:t>{text}</w:t></w:r>"


def level(at: int, form: str, pattern: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'


def listed(text: str, at: int = 0, number: int = 1) -> str:
    marks = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{marks}</w:pPr>{run(text)}</w:p>"


def one_list(*levels: str) -> str:
    """Return the content of ``numbering.xml`` for list 1 with these levels."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def reference(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def note(number: int, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}">{paragraph(run(text))}</w:{kind}>'


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"
