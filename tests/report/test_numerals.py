"""Reading and writing Chinese numerals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tui.report.numerals import DIGITS, HALF_WIDTH, chinese_digits, chinese_number, small_number

WRITTEN = {
    0: "零", 1: "一", 2: "二", 9: "九", 10: "十", 11: "十一", 19: "十九", 20: "二十", 21: "二十一", 99: "九十九",
    100: "一百", 101: "一百零一", 105: "一百零五", 110: "一百一十", 111: "一百一十一", 119: "一百一十九", 120: "一百二十",
    999: "九百九十九", 1000: "一千", 1001: "一千零一", 1010: "一千零一十", 1100: "一千一百", 1101: "一千一百零一",
    9999: "九千九百九十九", 10000: "一万", 10001: "一万零一", 10010: "一万零一十", 10999: "一万零九百九十九", 11000: "一万一千",
    11001: "一万一千零一", 20000: "二万", 100000: "十万", 150000: "十五万", 1050000: "一百零五万", 99999999: "九千九百九十九万九千九百九十九",
}  # fmt: skip


@pytest.mark.parametrize(("number", "text"), WRITTEN.items())
def test_a_number_is_written_as_it_is_said(number: int, text: str) -> None:
    assert chinese_digits(number) == text


def test_written_numbers_are_read_back() -> None:
    for number in (*range(12_000), *range(12_000, 10_000_000, 997), *WRITTEN):
        assert chinese_number(chinese_digits(number)) == number
        if number < 10_000:
            assert small_number(chinese_digits(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("23", 23), ("0", 0), ("2024", 2024), ("12345", None), ("２３", 23), ("２０２４", 2024), ("1a", None), ("-1", None), ("²", None),
        ("二〇二四", 2024), ("二○二四", 2024), ("二零二四", 2024), ("二O二四", 2024), ("二Ｏ二四", 2024), ("〇五", 5), ("一二三四五", None),
        ("两", 2), ("两千", 2000), ("二十三", 23), ("十", 10), ("十二", 12), ("二百", 200), ("二百零三", 203), ("一千二百三十四", 1234),
        ("百", 100), ("千", 1000), ("三十百", 130), ("中", None), ("十中", None), ("二十x", None), ("一万", None),
    ],
)  # fmt: skip
def test_a_small_number_is_read(text: str, number: int | None) -> None:
    assert small_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三点五", "3.5"), ("三点零五", "3.05"), ("三点Ｏ五", "3.05"), ("三点○五", "3.05"), ("三点O五", "3.05"), ("零点一二", "0.12"), ("二十", "20"), ("四百七十七万", "4770000"),
        ("九亿五千万", "950000000"), ("一亿", "100000000"), ("一亿零五", "100000005"), ("一万零五", "10005"), ("一万五零", "10050"), ("一万一万", "100010000"), ("一万〇五", "10005"),
        ("三万亿", "3000000000000"), ("一亿二千三百四十五万六千七百八十九", "123456789"), ("二点五亿", "250000000"), ("二点五百", None), ("三点", None), ("点五", None),
        ("三点十", None), ("万", None), ("亿", None), ("", None), ("中", None), ("中万", None), ("一万中", None), ("五万三点二", "50003.2"), ("一万五亿", "1000500000000"),
    ],
)  # fmt: skip
def test_a_chinese_number_is_exact(text: str, number: str | None) -> None:
    expected = None if number is None else Decimal(number)
    assert chinese_number(text) == expected
    assert str(chinese_number(text)) == str(expected)


def test_a_number_has_sixteen_digits_at_most() -> None:
    assert chinese_number("九千万亿") == 9 * 10**15
    assert chinese_number("一亿亿") is None


def test_full_width_characters_become_ascii() -> None:
    assert DIGITS == "〇一二三四五六七八九"
    assert "！０９ＡＺａｚ～　".translate(HALF_WIDTH) == "!09AZaz~ "
    assert sorted(HALF_WIDTH.values()) == list(range(0x20, 0x7F))
    assert all(full - half == 0xFEE0 for full, half in HALF_WIDTH.items() if half != 0x20)
