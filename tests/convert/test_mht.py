"""Web archives: the page in them, its encoding, and damaged messages."""

from __future__ import annotations

import random
from base64 import encodebytes
from contextlib import suppress
from quopri import encodestring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.convert.formats.mht import is_mht, mht_text
from tui.convert.pipeline import convert
from tui.report.errors import DataError, HuijiError

PAGE = "<html><body><h1>政府工作报告</h1><p>一、回顾</p><p>新增绿地20万平方米。</p></body></html>"
TEXT = "政府工作报告\n一、回顾\n新增绿地20万平方米。\n"


def part(data: bytes, kind: str = "text/html", encoding: str = "base64") -> bytes:
    written = {"base64": encodebytes, "quoted-printable": encodestring}.get(encoding, bytes)(data)
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + written + b"\n"


def mht(*parts: bytes, boundary: str = "----=_x", kind: str = "multipart/related") -> bytes:
    """Return a message of several parts, as browsers write it."""
    head = f'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: {kind};\n\ttype="text/html";\n\tboundary="{boundary}"\n\n\n'
    mark = f"--{boundary}".encode()
    whole = head.encode() + b"".join(mark + b"\n" + piece for piece in parts) + mark + b"--\n"
    return whole.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


PICTURE = part(b"\x89PNG\r\n\x00", "image/png")
FORMS = {
    "base64": part(PAGE.encode()),
    "quoted-printable": part(PAGE.encode(), encoding="quoted-printable"),
    "as it is": part(PAGE.encode(), encoding="8bit"),
    "GB2312, named": part(PAGE.encode("gb18030"), 'text/html; charset="gb2312"'),
    "GB18030, not named": part(PAGE.encode("gb18030")),
    "UTF-8 under a wrong name": part(PAGE.encode(), "text/html; charset=gb2312"),
    "GB18030 under a wrong name": part(PAGE.encode("gb18030"), "text/html;charset=iso-8859-1"),
    "XHTML": part(f'<?xml version="1.0"?>{PAGE}'.encode(), "application/xhtml+xml"),
}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("others", [(), (PICTURE, part(b"a{}", "text/css"))])
def test_the_page_is_read_in_every_encoding(name: str, others: tuple[bytes, ...]) -> None:
    for data in (mht(FORMS[name], *others), mht(*others, FORMS[name]).replace(b"\r\n", b"\n")):
        assert is_mht(data)
        assert mht_text(data, "a.mht").text == TEXT


def test_big5_is_read_where_it_is_named() -> None:
    page = "<html><body><p>惠濟區</p></body></html>"
    assert mht_text(mht(part(page.encode("big5"), "text/html; charset=big5")), "a").text == "惠濟區\n"


def test_the_longest_of_several_frames_is_read() -> None:
    frame = part("<html><body><p>导航</p></body></html>".encode())
    assert mht_text(mht(frame, part(PAGE.encode()), frame), "a").text == TEXT


def test_a_page_in_a_part_of_parts_is_read() -> None:
    inner = mht(
        part(b"plain", "text/plain"), part(PAGE.encode()), boundary="inner", kind="multipart/alternative"
    )
    assert mht_text(mht(inner, PICTURE), "a").text == TEXT


def test_a_message_that_is_one_page_is_read() -> None:
    assert mht_text(b"MIME-Version: 1.0\n" + part(PAGE.encode()), "a").text == TEXT


def test_a_report_in_a_web_archive_is_a_report() -> None:
    report = convert(mht(part(PAGE.encode()), PICTURE), "报告.mht")
    assert [node.heading for node in report.walk() if node.level == "chapter"] == ["回顾"]
    assert report.source.encoding == "mht"


@pytest.mark.parametrize(
    "data", [b"", PAGE.encode(), "MIME-Version: 一、回顾".encode(), b"\nFrom: x\nMIME-Version: 1.0\n", b"Subject: a\n\nMIME-Version: 1.0\nmultipart/related"]
)  # fmt: skip
def test_other_files_are_no_web_archives(data: bytes) -> None:
    assert not is_mht(data)


def test_a_message_without_a_page_is_refused() -> None:
    with pytest.raises(DataError, match="里面没有网页"):
        mht_text(mht(PICTURE), "a.mht")


def test_parts_are_limited_in_number_and_depth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.convert.formats.mht.MAX_PARTS", 3)
    assert mht_text(mht(part(PAGE.encode()), PICTURE), "a").text == TEXT
    with pytest.raises(DataError, match="超过 3 个部分"):
        mht_text(mht(part(PAGE.encode()), PICTURE, PICTURE), "a")
    nested = part(PAGE.encode())
    for level in range(12):
        nested = mht(nested, boundary=f"b{level}b")
    with pytest.raises(DataError, match="嵌套太深"):
        mht_text(nested, "a")


def test_truncated_and_damaged_archives_raise_only_the_programs_own_errors() -> None:
    whole = mht(part(PAGE.encode()), part(PAGE.encode(), encoding="quoted-printable"))
    chance = random.Random(1)
    for end in range(len(whole)):
        changed = bytearray(whole)
        changed[end] = chance.randrange(256)
        for damaged in (whole[:end], bytes(changed)):
            with suppress(HuijiError):
                mht_text(damaged, "a.mht")


@given(st.lists(st.sampled_from([b"MIME-Version: 1.0\n", b"Content-Type: multipart/related; boundary=x\n", b"Content-Type: text/html\n", b"\n", b"--x\n", b"--x--\n", b"<p>a", b"=4", b" ;"])))  # fmt: skip
def test_any_order_of_lines_is_read_or_refused(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    is_mht(data)
    with suppress(DataError):
        mht_text(data, "a.mht")
