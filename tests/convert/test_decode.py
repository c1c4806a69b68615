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


TRADITIONAL = (
    "各位代表：現在，我代表區人民政府向大會報告工作。過去一年，我們堅持穩中求進，經濟社會發展取得新的成績，"
    "完成固定資產投資五十億元，新建道路三十公里，群眾生活持續改善。"
)
SIMPLIFIED = (
    "各位代表：现在，我代表区人民政府向大会报告工作。过去一年，我们坚持稳中求进，经济社会发展取得新的成绩，"
    "完成固定资产投资五十亿元，新建道路三十公里，群众生活持续改善。"
)


@pytest.mark.parametrize(
    ("text", "written", "encoding"),
    [
        (TRADITIONAL, "big5", "cp950"),
        (TRADITIONAL + "\n匯報完畢嘅。", "big5hkscs", "big5hkscs"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL[:60], "big5", "cp950"),
        (SIMPLIFIED[:60], "gb18030", "gb18030"),
    ],
)
def test_big5_and_gb18030_are_told_apart_by_common_characters(text: str, written: str, encoding: str) -> None:
    assert decode(text.encode(written), "a.txt") == Decoded(text, encoding)


def test_big5_with_a_few_undecodable_bytes_is_still_big5() -> None:
    decoded = decode((TRADITIONAL * 10).encode("big5") + b"\xff", "a.txt")
    assert (decoded.encoding, decoded.bad) == ("cp950", 1)
    assert decoded.text.startswith(TRADITIONAL)


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
