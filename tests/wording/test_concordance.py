"""Concordances: what stands around hits, and the orders of lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.wording.concordance import (
    CONCORDANCE_ORDERS,
    ConcordanceOrder,
    PlacedLine,
    concordance,
    left_key,
    right_key,
    sorted_lines,
    sorted_placed,
)
from tui.wording.model import ConcordanceLine

_TEXT = "发展经济。\n壮大“经济”实力,做强经济\n县域经济实力"


def lines_of(text: str, word: str) -> list[ConcordanceLine]:
    starts = [at for at in range(len(text)) if text.startswith(word, at)]
    return concordance(text, ((at, at + len(word)) for at in starts))


def test_context_ends_with_the_paragraph() -> None:
    assert [(line.left, line.right) for line in lines_of(_TEXT, "经济")] == [
        ("发展", "。"),
        ("壮大“", "”实力,做强经济"),
        ("壮大“经济”实力,做强", ""),
        ("县域", "实力"),
    ]


def test_context_is_as_long_as_is_asked_for() -> None:
    (line,) = concordance("一二三经济四五六", [(3, 5)], 2)
    assert (line.left, line.right) == ("二三", "四五")


def test_a_hit_over_a_line_break_has_context_in_both_paragraphs() -> None:
    (line,) = concordance("甲\n发展经\n济实力\n乙", [(4, 7)])
    assert (line.left, line.right) == ("发展", "实力")


def test_marks_next_to_a_hit_do_not_count_in_sorting() -> None:
    _, quoted, _, plain = lines_of(_TEXT, "经济")
    assert right_key(quoted) == "实力,做强经济"
    assert right_key(plain) == "实力"
    assert left_key(quoted) == "大壮"
    assert left_key(plain) == "域县"
    assert right_key(ConcordanceLine(0, 1, "", "”。")) == ""


def test_left_context_is_compared_from_its_last_character() -> None:
    lines = [
        ConcordanceLine(at, at + 1, left, "") for at, left in enumerate(("甲丙", "乙甲", "丁丙", "丙甲"))
    ]
    assert [line.left for line in sorted_lines(lines, "left")] == ["丁丙", "甲丙", "丙甲", "乙甲"]


def placed(place: str, year: int | None, start: int, right: str) -> PlacedLine:
    return PlacedLine(ConcordanceLine(start, start + 1, "", right), "", 1, "", place, "", year)


def test_lines_of_several_reports_are_sorted_by_place_year_or_context() -> None:
    one, two, three = placed("乙市", 2023, 5, "b"), placed("乙市", 2024, 1, "a"), placed("甲市", 2024, 3, "a")
    lines = [one, three, two]
    expected: dict[ConcordanceOrder, list[PlacedLine]] = {
        "text": [one, three, two],
        "place": [two, one, three],
        "year": [three, two, one],
        "right": [three, two, one],
        "left": [one, three, two],
    }
    for order in CONCORDANCE_ORDERS:
        assert sorted_placed(lines, order) == expected[order]


def test_reports_without_a_year_come_last() -> None:
    lines = [placed("甲市", None, 0, ""), placed("甲市", 2020, 0, "")]
    assert [line.year for line in sorted_placed(lines, "year")] == [2020, None]


_texts = st.text("经济发展。”\n ", max_size=30)


@given(_texts)
def test_every_hit_is_a_line_and_joins_to_its_paragraph(text: str) -> None:
    for order in CONCORDANCE_ORDERS:
        lines = sorted_lines(lines_of(text, "经济"), order)
        assert sorted(line.start for line in lines) == [
            at for at in range(len(text)) if text.startswith("经济", at)
        ]
        for line in lines:
            assert line.left + text[line.start : line.end] + line.right in text.split("\n")


@given(_texts)
def test_lines_that_are_alike_stay_in_the_order_of_the_text(text: str) -> None:
    lines = sorted_lines(lines_of(text, "经济"), "right")
    keys = [(right_key(line), line.start) for line in lines]
    assert keys == sorted(keys)
