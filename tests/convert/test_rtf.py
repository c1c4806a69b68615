"""Rich Text files: characters in every notation, paragraphs, tables, notes and what is not text."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.rtf import hexadecimal, rtf, unicode_words
from tui.convert.formats.rtf import is_rtf, rtf_text
from tui.convert.formats.rtf_tokens import rtf_tokens
from tui.convert.pipeline import convert
from tui.convert.read_file import read_file
from tui.report.errors import DataError, HuijiError

REPORT = "政府工作报告\n一、回顾\n增长7%，“放管服”改革{0}\n"
RTF = b"{\\rtf1\\ansi\\ansicpg936\\pard a}"


def text(body: str | bytes, page: int = 936) -> str:
    return rtf_text(rtf(body, page), "a.rtf").text


CHARACTERS = {
    "as bytes of the code page": (hexadecimal("惠济区"), "惠济区"),
    "as Unicode with a substitute": (r"\uc1\u24800?\u27982?\u21306?", "惠济区"),
    "as Unicode with two bytes as a substitute": (
        r"\uc2\u24800\'bb\'dd\u27982\'bc\'c3\uc1\u21306?",
        "惠济区",
    ),
    "as Unicode without a substitute": (r"\uc0\u24800\u27982\u21306 1", "惠济区1"),
    "as Unicode whose substitute is missing": (r"\u24800\u27982\par ", "惠济"),
    "as negative numbers": (r"\u-24?", "\uffe8"),
    "in two halves": (r"\u-10179?\u-9086?", "\U0001f482"),
    "as bytes, in two pieces": ("\\'bb\r\n\\'dd", "惠"),
    "as a byte and a letter": (r"\'81@\'81\'40", "丂丂"),
    "as named words": (r"\ldblquote a\rdblquote\emdash\endash\bullet\lquote\rquote", "“a”—–•‘’"),
    "as symbols": (r"a\~b\_c\-d\{\}\\", "a\N{NO-BREAK SPACE}b-cd{}\\"),
    "in a font of another language": (r"{\f1 " + hexadecimal("惠") + "}", "惠"),
}


@pytest.mark.parametrize("name", CHARACTERS)
def test_characters_are_read(name: str) -> None:
    written, read = CHARACTERS[name]
    assert text(written.encode("ascii")).rstrip("\n") == read


@pytest.mark.parametrize(
    ("page", "encoding", "words"),
    [(936, "gb18030", "惠济区，镕"), (950, "cp950", "功許蓋，惠濟區"), (65001, "utf-8", "惠济区")],
)
def test_bytes_are_read_as_they_are_written(page: int, encoding: str, words: str) -> None:
    """The second byte of 功 in Big5 is a backslash."""
    assert text(b"\\f1 " + words.encode(encoding) + b"\\par ", page) == f"{words}\n"


def test_the_character_set_of_a_font_counts_where_the_code_page_is_not_chinese() -> None:
    body = hexadecimal("惠济") + r"{\f1 \'93\'94}"
    assert text(body.encode(), 1252) == "惠济“”\n"


def test_undecodable_bytes_are_counted() -> None:
    extracted = rtf_text(rtf(rb"\'d6\par"), "a.rtf")
    assert (extracted.text, extracted.unread) == ("\N{REPLACEMENT CHARACTER}\n", 1)


@given(
    st.text(
        st.characters(
            codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\\{}\u2028\u2029\x85"
        ),
        min_size=1,
    )
)
def test_every_character_comes_back(words: str) -> None:
    assert text(words) == f"{words}\n"


LINES = {
    "paragraphs": (r"a\par b\par c", "a\nb\nc\n"),
    "a break in a paragraph": (r"a\line b\tab c", "a\nb\tc\n"),
    "lines of the file": ("a\r\nb\n c\\par", "ab c\n"),
    "a row of a table": (r"\trowd\pard\intbl a\cell b\par c\cell\row\pard d", "a\tb c\nd\n"),
    "a table that breaks off": (r"\trowd\pard\intbl a\cell b", "a\tb\n"),
    "a footnote": (r"a{\super\chftn}{\footnote\pard {\super\chftn} n\par m}b\par c", "a[1]b\nc\n注释\n[1]n m\n"),
    "a footnote for newer programs": (r"a{\*\footnote n}b", "a[1]b\n注释\n[1]n\n"),
    "a deleted and a hidden text": (r"a{\deleted b}{\v c}\v d\v0 e{\revised f}", "aef\n"),
    "an automatic number": (r"{\listtext\pard\plain\f0 " + hexadecimal("一、") + r"\tab}a\par {\pntext 2.\tab}b", "一、a\n2.b\n"),
    "a bullet": (r"{\listtext\f2\'6e\tab}a\par {\listtext\'b7\tab}b", "a\nb\n"),
    "a text box": (r"a{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv y}}{\shptxt b\par c}}{\shprslt b}}d\par e", "ad\nb\nc\ne\n"),
    "a field": (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt a}}b", "ab\n"),
    "heads, pictures and properties": (
        r"{\info{\title x}}{\header x}{\footerf x}{\pict\pngblip 89504e47}{\*\unknown x{\b y}}{\*\bkmkstart x}a",
        "a\n",
    ),
    "binary data with braces": (r"{\pict\bin5 }}}\{x}a", "a\n"),
    "two notations of one text": (r"{\upr{a}{\*\ud b}}c", "bc\n"),
    "a group that is never closed": (r"a{\b b", "ab\n"),
    "a group closed twice": (r"a}}b\par", "ab\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_lines_are_read(name: str) -> None:
    written, read = LINES[name]
    assert text(written.encode("ascii")) == read


def test_headings_and_bold_paragraphs_are_told() -> None:
    body = r"\pard\s1 a\par\pard\outlinelevel2 b\par\pard{\b c\~}{\b d}\par\pard{\b e}f\par\pard\plain {\dbch\ab g}\par{\loch\ab h}"
    assert rtf_text(rtf(body), "a.rtf").headings == {"a", "b", "c\N{NO-BREAK SPACE}d", "g"}


def test_a_report_in_rich_text_is_a_report() -> None:
    body = r"\par ".join(unicode_words(REPORT).split("\n")).encode()
    report = convert(rtf(body.replace(b"{0}", b"")), "报告.doc")
    assert [node.heading for node in report.walk() if node.level == "chapter"] == ["回顾"]
    assert report.source.encoding == "rtf"


def test_files_are_recognised_by_their_first_bytes() -> None:
    assert is_rtf(RTF) and is_rtf(b"\xef\xbb\xbf\r\n" + RTF) and not is_rtf(b"a" + RTF)
    assert read_file("一、回顾".encode(), "a.rtf", None).text == "一、回顾"


def test_groups_are_limited_in_depth_and_number(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DataError, match="嵌套超过 1000 层"):
        rtf_text(rtf(b"{" * 2000), "a.rtf")
    monkeypatch.setattr("tui.convert.formats.archive.MAX_NODES", 50)
    with pytest.raises(DataError, match="万个元素"):
        rtf_text(rtf(b"{}" * 60), "a.rtf")


def test_truncated_and_damaged_files_raise_only_the_programs_own_errors() -> None:
    whole = rtf(
        r"\pard a{\footnote b}{\*\shpinst{\shptxt c}}\u24800?\'d6\'d0\cell\row{\pict\bin3 abc}{\b d}\par"
    )
    chance = random.Random(1)
    for end in range(len(whole)):
        changed = bytearray(whole)
        changed[end] = chance.randrange(256)
        for damaged in (whole[:end], bytes(changed)):
            with suppress(HuijiError):
                rtf_text(damaged, "a.rtf")


@given(st.lists(st.sampled_from([b"{", b"}", b"\\*", b"\\u-1 ", b"\\bin9999 ", b"\\'d6", b"\\par", b"\\cell", b"\\row", b"\\footnote", b"\\shptxt", b"\\uc99999 ", b"\\ansicpg0 ", b"\\", b"a", b"\xff"])))  # fmt: skip
def test_any_order_of_words_is_read(pieces: list[bytes]) -> None:
    with suppress(DataError):
        rtf_text(b"{\\rtf1" + b"".join(pieces), "a.rtf")
    assert list(rtf_tokens(b"".join(pieces))) is not None
