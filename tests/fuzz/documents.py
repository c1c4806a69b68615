"""Damaged .docx files: bytes changed, lost and moved in the archive, and in its parts before they are packed."""

from __future__ import annotations

import random
import struct
import zipfile
from functools import cache

from tests.support.docx import (
    MC,
    W,
    bold,
    level,
    listed,
    note,
    one_list,
    packed,
    paragraph,
    reference,
    row,
    run,
)

_SIGNATURES = (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07")
_EXTREMES = (0, 1, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
_ENCODINGS = (
    "utf-16", "utf-7", "utf-32", "gb18030", "big5", "idna", "punycode", "undefined", "unicode_escape", "rot13", "hex",
    "zlib", "base64", "uu", "mbcs", "cp037", "none", "", "\N{REPLACEMENT CHARACTER}", "x" * 300, "utf_8_sig",
)  # fmt: skip
_XML_PIECES = (
    "<w:p>", "</w:p>", "<w:tr>", "</w:tr>", "<w:tc>", "<w:r>", "<w:t>", "</w:t>", "<w:txbxContent>", "<w:pPr>", "<w:b/>",
    '<w:footnoteReference w:id="2"/>', "<!DOCTYPE x>", "<![CDATA[", "]]>", "<!--", "-->", "<?x", "?>", "&#0;", "&#x110000;", "&lt;", "&x;",
    "<w:p/>", "<w:tr><w:p/></w:tr>", "<w:t>甲</w:t>", "<w:r><w:t>乙</w:t></w:r>", "<w:txbxContent><w:p/></w:txbxContent>", "<w:del/>",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", '<w:footnote w:id="2"/>', "<w:num/>", "<w:lvl/>",
    "<", ">", '"', "'", "\x00", "\x01", "\ufffe", "<w:lvl>", '<w:lvlText w:val="%1%2%9"/>', ' w:val="9"', ' xmlns:w=""', "</w:document>", "𠀀",
)  # fmt: skip


@cache
def parts() -> dict[str, bytes]:
    """Return the parts of an ordinary document."""
    heading = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>' + run("回顾") + "</w:p>"
    table = "<w:tbl>" + row(paragraph(run("指标")), paragraph(run("7%"))) + "</w:tbl>"
    box = f"<w:pict><w:txbxContent>{paragraph(run('文本框'))}</w:txbxContent></w:pict>"
    body = (
        heading
        + listed("工业") * 3
        + paragraph(bold("农业"), box, reference(2))
        + table
        + paragraph(run("正文"))
    )
    inner = {
        "document": f"<w:body>{body * 4}</w:body>",
        "styles": '<w:style w:styleId="a"><w:basedOn w:val="b"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
        "numbering": one_list(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2")),
        "footnotes": note(2, "注"),
        "endnotes": note(2, "尾注", "endnote"),
    }
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return {
        f"word/{name}.xml": f"{head}<w:{name} {W} {MC}>{content}</w:{name}>".encode()
        for name, content in inner.items()
    }


def damaged_docx(chance: random.Random) -> bytes:
    """Return a document with damage in its archive, its XML, or its headers."""
    damages = chance.choice(
        [(_xml,), (_archive,), (_header,), (_truncated,), (_xml, _archive), (_header, _truncated)]
    )
    found = dict(parts())
    if _xml in damages:
        name = chance.choice(sorted(found))
        found[name] = _xml(chance, found[name])
    method = chance.choice(
        [zipfile.ZIP_DEFLATED] * 8 + [zipfile.ZIP_STORED] * 2 + [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2]
    )
    data = packed(found, method)
    for damage in damages:
        if damage is not _xml:
            data = damage(chance, data)
    return data


def _xml(chance: random.Random, xml: bytes) -> bytes:
    """Insert misplaced XML pieces, or declare another encoding."""
    if chance.random() < 0.2:
        name = chance.choice(_ENCODINGS)
        declared = xml.replace(b"UTF-8", name.encode(), 1)
        return (
            declared
            if chance.random() < 0.5
            else declared.decode().encode(chance.choice(["utf-16", "utf-16-be", "utf-32"]))
        )
    found = bytearray(xml)
    for _ in range(chance.choice([1, 2, 8])):
        at = chance.randrange(len(found) + 1)
        end = at + chance.choice([0, 0, 1, 5, 60])
        found[at:end] = chance.choice(_XML_PIECES).encode() * chance.choice([1, 1, 1, 30])
    return bytes(found)


def _archive(chance: random.Random, data: bytes) -> bytes:
    """Flip bits, and delete, replace or move bytes."""
    found = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 30])):
        at, length = chance.randrange(len(found) + 1), chance.choice([1, 1, 4, 40, 400])
        match chance.randrange(4):
            case 0 if at < len(found):
                found[at] ^= 1 << chance.randrange(8)
            case 1:
                del found[at : at + length]
            case 2:
                found[at : at + length] = chance.randbytes(length)
            case _:
                other = chance.randrange(len(found) + 1)
                found[at:at] = found[other : other + length]
    return bytes(found)


def _header(chance: random.Random, data: bytes) -> bytes:
    """Put wrong values into the archive's headers: sizes, offsets, flags, methods, names."""
    found = bytearray(data)
    for _ in range(chance.choice([1, 1, 3])):
        begin = 0
        places = []
        signature = chance.choice(_SIGNATURES)
        while (begin := data.find(signature, begin)) >= 0:
            places.append(begin)
            begin += 1
        if not places:
            continue
        at = chance.choice(places) + 4 + chance.randrange(50)
        form = chance.choice(["<B", "<H", "<I"])
        value = chance.choice(_EXTREMES) & (1 << 8 * struct.calcsize(form)) - 1
        if at + struct.calcsize(form) <= len(found):
            struct.pack_into(form, found, at, value)
    return bytes(found)


def _truncated(chance: random.Random, data: bytes) -> bytes:
    """Drop the end, as an interrupted download does."""
    return data[: chance.randrange(len(data))]
