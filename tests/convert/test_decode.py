"""Decoding: the encoding is detected, and files that are no text are refused."""

from __future__ import annotations

import codecs

import pytest

from tui.convert.decode import Decoded, decode
from tui.convert.pipeline import convert
from tui.report.errors import DataError, UsageError
from tui.report.model import Doubt

TEXT = "一、政府工作\n增长7%。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("gbk"), "gb18030"),
        (TEXT.replace("\n", "\r\n").encode(), "utf-8"),
        (TEXT.replace("\n", "\r").encode(), "utf-8"),
    ],
)
def test_text_is_the_same_in_every_encoding(data: bytes, encoding: str) -> None:
    assert decode(data, "a.txt") == Decoded(TEXT, encoding)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x00\x01", TEXT.encode() + b"\xff", b"\xfe\xff\xd8"])
def test_binary_and_undecodable_files_are_refused(data: bytes) -> None:
    with pytest.raises(DataError, match=r"a\.txt"):
        decode(data, "a.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_undecodable_bytes_are_replaced_and_counted(encoding: str) -> None:
    data = (TEXT * 100).encode(encoding)
    found = decode(data[:-1] + b"\xff\xff", "a.txt")
    assert (found.encoding, 1 <= found.bad <= 3) == (encoding, True)
    assert found.text.startswith(TEXT * 99)
    report = convert(data + b"\xff", "a.txt")
    assert Doubt("1 处字节读不懂，以 � 代替") in report.doubts


def test_an_encoding_can_be_named() -> None:
    assert decode(TEXT.encode("big5", "ignore"), "a.txt", "big5")[1] == "big5"
    with pytest.raises(UsageError, match="nonsense"):
        decode(b"", "a.txt", "nonsense")
    for name in ("\udcff", "a\0b", "hex", "编码", ""):
        with pytest.raises(UsageError, match="没有编码"):
            decode(b"a", "a.txt", name)


def test_an_empty_file_and_a_file_of_another_kind_are_refused() -> None:
    with pytest.raises(DataError, match="没有文字"):
        convert(b" \n", "a.txt")
    with pytest.raises(DataError, match="docx"):
        convert(b"PK", "a.docx")
