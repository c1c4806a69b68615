"""X19: .docx files that are truncated, changed or inconsistent; each gives an error of one line, or a text."""

from __future__ import annotations

import random
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest

from tests.fuzz.documents import damaged_docx, parts
from tests.support.docx import MC, W, docx, packed, paragraph, run
from tui.convert.formats.docx import docx_text
from tui.report.errors import DataError, HuijiError

ROUNDS = 400
DOCUMENT = f"<w:document {W} {MC}><w:body>{paragraph(run('甲'))}</w:body></w:document>"


def refusal(data: bytes) -> str:
    with pytest.raises(DataError) as caught:
        docx_text(data, "a.docx")
    line = str(caught.value)
    assert "\n" not in line
    return line


def test_x19_damaged_documents_raise_only_the_programs_own_errors() -> None:
    for seed in range(ROUNDS):
        with suppress(HuijiError):
            docx_text(damaged_docx(random.Random(f"docx {seed}")), "a.docx")


def test_x19_a_truncated_download_is_refused() -> None:
    data = packed(parts())
    for end in range(0, len(data), 7):
        assert refusal(data[:end]) == "a.docx: 不是完好的 .docx 文件"


def test_x19_a_flipped_bit_in_the_text_is_noticed() -> None:
    data = docx(paragraph(run("甲" * 1000)))
    begin = data.index(b"word/document.xml") + len(b"word/document.xml")
    end = data.index(b"PK\x01\x02")
    for at in range(begin, end):
        changed = bytearray(data)
        changed[at] ^= 0x10
        with suppress(DataError):
            assert docx_text(bytes(changed), "a.docx").text == "甲" * 1000 + "\n"


@pytest.mark.parametrize(
    "encoding",
    [
        pytest.param(name, id=f"X19-{name or 'empty'}")
        for name in ("utf-7", "utf-32", "gb18030", "latin-1", "idna", "undefined", "unicode_escape", "rot13", "zlib", "nonsense", "", "x" * 500)
    ],
)  # fmt: skip
def test_an_unsupported_encoding_is_refused(encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{DOCUMENT}'.encode()
    assert refusal(packed({"word/document.xml": xml})).startswith(("a.docx: 不是", "a.docx: .docx 文件里"))


@pytest.mark.parametrize("declared", ["UTF-8", "utf-8", "UTF-16"])
def test_x19_a_declared_encoding_is_used(declared: str) -> None:
    xml = f'<?xml version="1.0" encoding="{declared}"?>{DOCUMENT}'.encode(declared)
    assert docx_text(packed({"word/document.xml": xml}), "a.docx").text == "甲\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_x19_supported_encodings_are_read(encoding: str) -> None:
    assert docx_text(packed({"word/document.xml": DOCUMENT.encode(encoding)}), "a.docx").text == "甲\n"


def with_field(data: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    """Return an archive with one field changed in every header of a kind."""
    found = bytearray(data)
    at = -1
    while (at := data.find(signature, at + 1)) >= 0:
        found[at + offset : at + offset + len(value)] = value
    return bytes(found)


CENTRAL, LOCAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
LIES = {
    "encrypted": (CENTRAL, 8, b"\x01\x00"),
    "method": (CENTRAL, 10, b"\x63\x00"),
    "lzma": (CENTRAL, 10, b"\x0e\x00"),
    "crc": (CENTRAL, 16, b"\x00\x00\x00\x00"),
    "shorter": (CENTRAL, 24, b"\x05\x00\x00\x00"),
    "offset": (CENTRAL, 42, b"\xff\xff\xff\x7f"),
    "name": (LOCAL, 30, b"\xff\xfe"),
    "directory-offset": (END, 16, b"\xff\xff\xff\x7f"),
    "directory-size": (END, 12, b"\xff\xff\xff\xff"),
}


@pytest.mark.parametrize("lie", [pytest.param(name, id=f"X19-{name}") for name in LIES])
def test_an_archive_with_wrong_headers_is_refused(lie: str) -> None:
    assert refusal(with_field(docx(paragraph(run("甲"))), *LIES[lie])) == "a.docx: 不是完好的 .docx 文件"


@pytest.mark.parametrize(
    "size", [b"\xfe\xff\xff\x7f", b"\xff\xff\xff\xff"], ids=["X19-longer", "X19-zip64-size"]
)
def test_a_size_that_is_too_large_does_not_matter(size: bytes) -> None:
    assert docx_text(with_field(docx(paragraph(run("甲"))), CENTRAL, 24, size), "a.docx").text == "甲\n"


def test_x19_parts_that_overlap_are_read() -> None:
    """Every entry of the directory points at the same bytes."""
    data = packed({"word/document.xml": DOCUMENT, "word/styles_xml": DOCUMENT})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.getinfo("word/document.xml").header_offset == 0
    overlapping = with_field(data, CENTRAL, 42, b"\x00\x00\x00\x00")
    assert docx_text(overlapping, "a.docx").text == "甲\n"


def test_x19_a_huge_directory_is_refused_before_it_is_read() -> None:
    data = docx(paragraph(run("甲")))
    at = data.index(CENTRAL)
    entry = data[at : data.index(END)]
    assert refusal(data[:at] + entry * 10_001) == "a.docx: 压缩包里超过 10000 个文件"


@pytest.mark.parametrize(
    "name",
    [
        "甲.xml",
        "../../etc/passwd",
        "x" * 60_000,
    ],
)
def test_x19_names_of_other_parts_do_not_matter(name: str) -> None:
    assert docx_text(packed({"word/document.xml": DOCUMENT, name: "x"}), "a.docx").text == "甲\n"


def test_x19_a_name_in_an_unknown_encoding_is_harmless() -> None:
    data = packed({"word/document.xml": DOCUMENT, "甲.xml": "x"}).replace("甲".encode(), b"\xff\xff\xff")
    assert refusal(data) == "a.docx: 不是完好的 .docx 文件"
