"""Which of all 1,114,112 characters are replaced, and by what."""

from __future__ import annotations

import json
import unicodedata

import pytest

from tui.report.sanitize import clean, escape_controls, first_control, one_line

#: Characters a terminal obeys or that cannot be drawn, by what Unicode says of them.
CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
#: Format characters of other scripts that are drawn: Arabic and Kaithi marks, hieroglyphs, shorthand, music.
DRAWN = {0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440), *range(0x1BCA0, 0x1BCA4)} | {
    *range(0x1D173, 0x1D17B)
}
SELECTORS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
#: Unassigned ones that are replaced all the same: noncharacters, and the plane of tags.
UNASSIGNED = {0x2065, *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF, *range(0xE0000, 0xE1000)} | {
    *range(0xFFFFE, 0x100000),
    *range(0x10FFFE, 0x110000),
}


def is_replaced(code: int) -> bool:
    if code == 0x0A or code in DRAWN:
        return False
    return unicodedata.category(chr(code)) in CATEGORIES or code in SELECTORS or code in UNASSIGNED


def test_every_character_is_kept_or_replaced_as_unicode_says() -> None:
    replaced, kept = list[str](), list[str]()
    for code in range(0x110000):
        (replaced if is_replaced(code) else kept).append("中" + chr(code))
    first = first_control(text := "".join(kept))
    assert first is None, hex(ord(text[first]))
    assert [hex(ord(pair[1])) for pair in replaced if first_control(pair) != 1] == []


@pytest.mark.parametrize(
    "code", [0x1B, 0x7F, 0x9B, 0x202E, 0xD800, 0xDFFF, 0xE000, 0xFEFF, 0xE0041, 0x10FFFF]
)
def test_escaped_json_reads_as_the_same_without_control_characters(code: int) -> None:
    text = f"中{chr(code)}文“a”"
    escaped = escape_controls(json.dumps([text], ensure_ascii=False))
    assert json.loads(escaped) == [text]
    assert first_control(escaped) is None and "中" in escaped


def test_replacements() -> None:
    codes = [*filter(is_replaced, range(0x110000))]
    shown = clean("".join(f"中{chr(code)}" for code in codes)).split("中")[1:]
    for code, replaced in zip(codes, shown, strict=True):
        if code == 0x09:
            assert replaced == " "
        elif code == 0x0D:
            assert replaced == "\n"
        elif code < 0x20:
            assert replaced == chr(0x2400 + code)
        elif code == 0x7F:
            assert replaced == "␡"
        else:
            assert replaced == ("" if code in SELECTORS else "\ufffd"), hex(code)


@pytest.mark.parametrize("code", [0x61C, 0xFFF9, 0xFFFA, 0xFFFB, 0xE0001, 0xE0020, 0xE0041, 0xE007F])
def test_invisible_marks_among_latin_letters_are_replaced_too(code: int) -> None:
    assert clean(f"a{chr(code)}b") == "a\ufffdb"
    assert first_control(f"ab{chr(code)}b") == 2


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("", ""),
        ("a\r\nb\rc\r\r\nd\n", "a\nb\nc\n\nd\n"),
        ("中\r\n文", "中\n文"),
        ("plain text", "plain text"),
        ("a\tb\x1bc", "a b␛c"),
        ("a\nb\x00", "a\nb␀"),
        ("中\x1b\x1b", "中␛␛"),
    ],
)
def test_line_breaks_are_normalized_and_controls_replaced(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
    assert one_line(text) == cleaned.replace("\n", " ")


@pytest.mark.parametrize(
    "mark", ["\u0300", "\u036f", "\u0483", "\u0489", "\u1ab0", "\u1aff", "\u1dc0", "\u1dff", "\u20d0", "\u20ff", "\ufe20", "\ufe2f"]
)  # fmt: skip
def test_four_marks_on_a_character_are_kept(mark: str) -> None:
    assert clean("e" + mark * 4 + "e") == "e" + mark * 4 + "e"
    assert clean("e" + mark * 5 + "e") == clean("e" + mark * 50 + "e") == "e" + mark * 4 + "e"


@pytest.mark.parametrize(
    "letter", ["\u02ff", "\u0370", "\u0482", "\u048a", "\u1dbf", "\u1e00", "\u20cf", "\u2100", "\ufe30"]
)
def test_letters_next_to_the_ranges_of_marks_are_kept(letter: str) -> None:
    assert clean(letter * 6) == letter * 6


def test_the_offset_of_the_first_control_character() -> None:
    assert (
        first_control("") is first_control("ab") is first_control("a\nb") is first_control("中\n文") is None
    )
    assert first_control("a\nb\x00\x01") == 3
    assert first_control("\x7f") == 0
