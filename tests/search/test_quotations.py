"""Whether quotations are in a text, and what was changed in them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import SMALL, huiji
from tui.search.quotations.checking import check, is_short
from tui.search.quotations.model import Passage
from tui.search.quotations.passages import read_passages, unquoted
from tui.search.quotations.source import Quotation, QuotedText
from tui.search.quotations.squeezed import SqueezedText, cuts_number, squeeze
from tui.search.quotations.tokens import other_writings, same_value

TEXT = """\
全县地区生产总值增长7.5%左右，一般公共预算收入完成8.2亿元。
建成标准厂房12万平方米，签约项目3、5个，带动就业3000人；投资1,200万元。
我们坚持“项目为王”，着力培育主导产业，推动产业集群加快发展。第十五届人民代表大会召开三次会议。
附件1
2024年实事清单
"""
SOURCE = QuotedText(TEXT)


def found(quotation: str) -> Passage | None:
    return check(Quotation(quotation), SOURCE)


@pytest.mark.parametrize(
    ("quotation", "apart"),
    [
        ("全县地区生产总值增长7.5%左右", ()),
        ("地区生产总值增长7.5%左右，一般公共预算收入完成8.2亿元。", ()),
        ("全县地区生产总值增长7.5%左右,一般公共预算收入完成8.2亿元", ("width",)),
        ("全县地区生产总值增长７.５％左右、一般公共预算收入", ("punctuation", "width")),
        ("全县地区生产 总值增长7.5%左右", ("spaces",)),
        ("我们坚持项目为王着力培育主导产业", ("punctuation",)),
        ("我們堅持“項目為王”", ("script",)),
        ("投资1200万元", ("punctuation",)),
        ("推动产业集群加快发展。第十五届人民代表大会", ()),
        ("全县地区生产总值……完成8.2亿元", ("elision",)),
        ("建成标准厂房十二万平方米", ("numerals",)),
        ("建成标准厂房120000平方米", ("numerals",)),
        ("建成标准厂房１２万平方米", ("width",)),
        ("全县地区生产总值增长百分之七点五左右", ("numerals",)),
        ("第15届人民代表大会召开3次会议", ("numerals",)),
        ("就业三千人", ("numerals",)),
    ],
)
def test_what_is_in_the_text_is_exact_apart_from_what_is_said(quotation: str, apart: tuple[str, ...]) -> None:
    passage = found(quotation)
    assert passage is not None
    assert (passage.kind, set(passage.apart_from)) == ("exact", set(apart))


@pytest.mark.parametrize(
    ("quotation", "numbers"),
    [
        ("全县地区生产总值增长7%左右", [("7.5%", "7%")]),
        ("全县地区生产总值增长75%左右", [("7.5%", "75%")]),
        ("一般公共预算收入完成8.2万元", [("8.2亿元", "8.2万元")]),
        ("全县地区生产总值增长8%左右，一般公共预算收入完成8.3亿元", [("7.5%", "8%"), ("8.2亿元", "8.3亿元")]),
        ("建成标准厂房12万平方米，签约项目35个", [("3、5", "35")]),
        ("建成标准厂房12万平方公里", [("12万平方米", "12万平方公里")]),
        ("第十四届人民代表大会召开三次会议", [("十五", "十四")]),
        ("带动就业300人", [("3000人", "300人")]),
    ],
)
def test_other_numbers_are_told_with_their_units(quotation: str, numbers: list[tuple[str, str]]) -> None:
    passage = found(quotation)
    assert passage is not None
    assert passage.kind == "changed_number"
    assert [tuple(pair) for pair in passage.numbers] == numbers


def test_another_unit_is_told_of_the_sentence_with_the_number() -> None:
    source = QuotedText("新开工安置房17万套，惠及居民。改造小区518万平方米，新开工安置房7066套。")
    passage = check(Quotation("新开工安置房7066户"), source)
    assert passage is not None
    assert (passage.kind, passage.numbers) == ("changed_number", (("7066套", "7066户"),))


@pytest.mark.parametrize(
    ("quotation", "differences"),
    [
        ("全县地区生产总值增长7.5%以上", [("左右", "以上")]),
        ("我们坚持“项目为王”，着力发展主导产业，推动产业集群加快发展", [("培育", "发展")]),
        ("全县地区生产总值预计增长8%左右", [("", "预计"), ("7.5%", "8%")]),
    ],
)
def test_other_words_are_told(quotation: str, differences: list[tuple[str, str]]) -> None:
    passage = found(quotation)
    assert passage is not None
    assert passage.kind == "reworded"
    assert [tuple(pair) for pair in passage.differences] == differences


def test_numbers_written_otherwise_are_told_though_they_are_exact() -> None:
    passage = found("带动就业三千人；投资1300万元")
    assert passage is not None and passage.kind == "changed_number"
    assert [tuple(pair) for pair in passage.numbers] == [("1,200万元", "1300万元")]
    same = found("建成标准厂房十二万平方米，签约项目3、5个")
    assert same is not None and same.numbers == ()
    assert [tuple(pair) for pair in same.differences] == [("12万平方米", "十二万平方米")]


@pytest.mark.parametrize(
    ("quotation", "short"), [("就业300人", True), ("带动就业300人", False), ("项目为王", True)]
)
def test_short_quotations_are_exact_or_not_found(quotation: str, short: bool) -> None:
    assert is_short(quotation) == short
    passage = found(quotation)
    assert (passage.kind if passage else None) == (
        "exact" if quotation in TEXT else None if short else "changed_number"
    )


@pytest.mark.parametrize(
    "quotation", ["大力发展低空经济和海洋渔业", "增长8%", "", "。。。", "召开新闻发布会公布调查结果"]
)
def test_what_is_nowhere_is_not_found(quotation: str) -> None:
    assert found(quotation) is None


def test_a_number_that_is_cut_is_no_exact_quotation() -> None:
    for quotation in ("地区生产总值增长7", "5%左右，一般公共预算收入", "附件12024年"):
        passage = found(quotation)
        assert passage is None or passage.kind != "exact", quotation


def test_marks_that_keep_numbers_apart_are_kept() -> None:
    assert squeeze("3、5个") == "3,5个"
    assert squeeze("7.5%，“增长”") == "7.5%增长"
    assert squeeze("1,200 万") == "1200万"
    assert squeeze("2019—2023年") == squeeze("2019～2023年") == "2019-2023年"
    assert squeeze("——2024年") == "2024年"
    assert squeeze("附件1\n2024年") == "附件1,2024年"


@given(st.text(alphabet="甲乙三十1237.5%，,、。“”—-~ \n：点", max_size=60))
def test_squeezed_offsets_lead_back_to_the_text(text: str) -> None:
    squeezed = SqueezedText(text)
    ends = [squeezed.span(index, index + 1) for index in range(len(squeezed.text))]
    assert all(start < end <= len(text) for start, end in ends)
    assert [start for start, _ in ends] == sorted({start for start, _ in ends})
    assert [squeezed.squeezed_offset(start) for start, _ in ends] == list(range(len(ends)))


@given(st.integers(0, len(SMALL) - 30), st.integers(12, 60))
def test_every_part_of_a_text_is_exact_unless_it_cuts_a_number(start: int, length: int) -> None:
    source = QuotedText(SMALL)
    text = SMALL[start : start + length]
    quotation = Quotation(text)
    first = source.squeezed.squeezed_offset(start)
    is_whole = source.squeezed.text[first : first + len(quotation.squeezed)] == quotation.squeezed
    passage = check(quotation, source)
    if (
        is_whole
        and quotation.squeezed
        and not cuts_number(source.squeezed.text, first, first + len(quotation.squeezed))
    ):
        assert passage is not None and passage.kind == "exact"
        assert SMALL[passage.start : passage.end].strip() in (
            text.strip(),
            SMALL[passage.start : passage.end].strip(),
        )


@given(st.sampled_from([metric for metric in huiji().metrics if metric.unit == "%"]), st.integers(101, 998))
def test_a_percentage_that_is_changed_is_told(metric: object, number: int) -> None:
    text, start, end = huiji().text, metric.start, metric.end  # type: ignore[attr-defined]
    quoted = text[start - 12 : start] + f"{number}%" + text[end : end + 3]
    if "\n" in quoted or any(
        character.isdigit() for character in text[start - 13 : start] + text[end : end + 4]
    ):
        return
    passage = check(Quotation(quoted), QuotedText(text))
    assert passage is not None
    assert passage.kind == "changed_number"
    assert f"{number}%" in [pair.quotation for pair in passage.numbers]


def test_quotations_of_a_manuscript_are_its_passages_in_quotation_marks() -> None:
    text = "报告提出，“全年地区生产总值增长7%左右，‘四上’企业增加”，又说“项目为王”。\n他说：「建成标准厂房十二万平方米」。"
    passages, split = read_passages(text)
    assert split == "quoted"
    assert [(one.text, one.line) for one in passages] == [
        ("全年地区生产总值增长7%左右，‘四上’企业增加", 1),
        ("建成标准厂房十二万平方米", 2),
    ]


def test_lines_without_quotation_marks_are_a_quotation_each() -> None:
    passages, split = read_passages("1. 坚持“四上”优先\n\n“全年地区生产总值增长7%左右”\n- 签约项目35个\n")
    assert split == "lines"
    assert [one.text for one in passages] == ["坚持“四上”优先", "全年地区生产总值增长7%左右", "签约项目35个"]
    assert [one.line for one in passages] == [1, 3, 4]


def test_only_marks_around_all_of_a_quotation_are_dropped() -> None:
    assert unquoted("“甲乙”") == "甲乙"
    assert unquoted("“甲”乙“丙”") == "“甲”乙“丙”"
    assert unquoted("“甲“乙”丙”") == "甲“乙”丙"


@pytest.mark.parametrize(
    ("text", "quotation"),
    [("一" * 60_000, "一" * 2_999), ("甲" * 60_000, "甲" * 2_999 + "乙"), ("1," * 30_000, "1," * 1_400 + "2"),
     ("增长7%的收入。" * 8_000, "增长8%的收入。" * 300), ("甲乙丙丁。" * 12_000, "甲乙丙丁。" * 500 + "戊")],
)  # fmt: skip
def test_texts_that_repeat_themselves_are_compared_in_time(text: str, quotation: str) -> None:
    begin = time.process_time()
    check(Quotation(quotation[:3_000]), QuotedText(text))
    read_passages("“" * 60_000 + quotation)
    assert time.process_time() - begin < 10


@pytest.mark.parametrize(
    ("number", "others"),
    [
        ("十四点四万", ["144000", "14.4万"]),
        ("144000", ["14.4万"]),
        ("百分之七点四", ["7.4%"]),
        ("1.5亿", ["150000000", "15000万"]),
        ("7.4%", []),
        ("15", []),
        ("1/3", []),
        ("0", []),
    ],
)
def test_numbers_are_looked_for_as_reports_write_them(number: str, others: list[str]) -> None:
    assert other_writings(number) == others


@given(st.integers(1, 10**12))
def test_other_writings_have_the_same_value(number: int) -> None:
    assert all(same_value(str(number), other) for other in other_writings(str(number)))


def test_words_that_differ_are_told_without_numbers_written_otherwise() -> None:
    passage = found("建成标准厂房十二万平方米以上，签约项目3、5个")
    assert passage is not None and (passage.kind, passage.apart_from) == ("reworded", ("numerals",))
    assert [tuple(pair) for pair in passage.differences] == [("", "以上")]


METRO = QuotedText(
    "地铁运营里程增加211公里、达到634公里，日均客运量突破900万人次。\n首条环线3号线东延段开通，地铁总里程近700公里。\n"
)


@pytest.mark.parametrize(
    ("quotation", "kind"),
    [
        ("建成地铁9号线，运营里程达到520公里，日均客流突破300万人次。", None),
        ("开通地铁3条线路，首条环线总里程突破400公里。", None),
        ("建成地铁9号线，运营里程达到634公里，日均客流突破900万人次。", "reworded"),
        ("地铁运营里程增加200公里、达到600公里，日均客运量突破800万人次。", "changed_number"),
        ("地铁运营里程增加200公里、达600公里，日均客流量突破800万人次。", "reworded"),
        ("运营里程增加很多，日均客流突破800万人次", "reworded"),
    ],
)
def test_a_sentence_with_other_numbers_and_other_words_is_another_one(
    quotation: str, kind: str | None
) -> None:
    passage = check(Quotation(quotation), METRO)
    assert (passage.kind if passage else None) == kind
