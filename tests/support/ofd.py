"""Build small OFD files with lines of text at given positions."""

from __future__ import annotations

from collections.abc import Sequence

from tests.support.docx import packed

OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def parts(
    pages: Sequence[str], document: str = "Doc_0/Document.xml", folder: str = "Pages"
) -> dict[str, str]:
    """Return the parts of a file whose pages have this content."""
    places = "".join(
        f'<ofd:Page ID="{number}" BaseLoc="{folder}/Page_{number}/Content.xml"/>'
        for number in range(len(pages))
    )
    root = f"<ofd:OFD {OFD}><ofd:DocBody><ofd:DocRoot>{document}</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    return {
        "OFD.xml": root,
        "Doc_0/Document.xml": f"<ofd:Document {OFD}><ofd:Pages>{places}</ofd:Pages></ofd:Document>",
        **{
            f"Doc_0/Pages/Page_{number}/Content.xml": f"<ofd:Page {OFD}><ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content></ofd:Page>"
            for number, content in enumerate(pages)
        },
    }


def ofd(*pages: str) -> bytes:
    return packed(parts(pages))


def line(x: float, y: float, text: str, more: str = "", size: float = 4) -> str:
    """Return a text object; ``more`` are further attributes of the text."""
    more = more or f'DeltaX="g {max(1, len(text) - 1)} {size}"'
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} 200 {size}" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{size}" {more}>{text}</ofd:TextCode></ofd:TextObject>'
    )
