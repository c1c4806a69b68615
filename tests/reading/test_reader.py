"""Reports read line by line: what is said to answers."""

from __future__ import annotations

import pytest

from tests.support.samples import huiji_outline, report_of
from tui.library.past import LastPromises, Years
from tui.messages import panes
from tui.messages import reading as messages
from tui.promises.linking import link_promises
from tui.reading.listing import ITEMS
from tui.reading.pages import passage_from
from tui.reading.reader import Reader
from tui.report.errors import ReadError
from tui.report.model import Metric, Report
from tui.report.outline import Outline

PLAN = """\
政府工作报告
——2022年1月12日在青川县第九届人民代表大会第三次会议上
青川县人民政府县长 李 明
各位代表:
一、2021年工作回顾
一年来,全县上下攻坚克难,经济运行总体平稳。地区生产总值增长6.1%。
二、2022年工作安排
地区生产总值增长7%。改造老旧小区18个。
"""
RESULTS = """\
政府工作报告
——2023年1月12日在青川县第九届人民代表大会第四次会议上
青川县人民政府县长 李 明
各位代表:
一、2022年工作回顾
一年来,全县上下攻坚克难,经济运行总体平稳。地区生产总值增长7.5%。
(一)抓项目。新建厂房3个。修路15公里。
(二)惠民生。改造老旧小区12个。
二、2023年工作安排
地区生产总值增长8%以上。改造老旧小区20个。
"""


class PastOf:
    """The promises of a report, as a library knows them."""

    def __init__(self, plan: Report, results: Report) -> None:
        self._last = LastPromises(plan.text, 1, plan.front.plan_year, link_promises(plan, results))

    def promises(self) -> LastPromises:
        return self._last

    def years(self, metric: Metric) -> Years:
        raise AssertionError("only one report is read")


@pytest.fixture
def reader() -> Reader:
    plan, results = report_of(PLAN), report_of(RESULTS)
    return Reader(Outline(results), PastOf(plan, results))


def numbers(lines: list[str]) -> list[str]:
    return [line.split("：")[0] for line in lines if line.split("：")[0].isdecimal()]


def test_a_report_begins_with_its_name_and_what_can_be_chosen(reader: Reader) -> None:
    lines = reader.greet()
    assert lines[0] == "青川县政府工作报告，2023年1月12日，李明。2 章，6 个指标。"
    assert "3：一、2022年工作回顾" in lines
    assert numbers(lines) == [str(number) for number in range(1, len(numbers(lines)) + 1)]
    assert [line.partition("：")[2] for line in lines if "承诺" in line] == ["去年的承诺"]
    assert lines[-1] == messages.HINT
    assert reader.prompt == messages.PROMPT_NUMBER


def test_a_number_opens_what_was_offered_and_the_empty_line_reads_on(reader: Reader) -> None:
    reader.greet()
    lines = reader.answer("3")
    assert lines[0] == "一、2022年工作回顾。4 段，4 个指标。"
    assert lines[1] == "1：(一)抓项目"
    assert reader.answer("1")[0].startswith("(一)抓项目。")
    assert reader.prompt == messages.PROMPT_CONTINUE
    assert reader.answer("") == ["(二)惠民生。改造老旧小区12个。"]
    assert reader.answer("") == ["二、2023年工作安排"]
    assert reader.answer("") == ["地区生产总值增长8%以上。改造老旧小区20个。"]
    assert reader.answer("") == [messages.END]
    assert reader.answer("") == ["政府工作报告"]


@pytest.mark.parametrize("place", ["一(二)", "1.2", "惠民生", "一（二）", "#一(二)"])
def test_places_are_named_as_elsewhere(reader: Reader, place: str) -> None:
    assert reader.answer(place) == ["(二)惠民生。1 段，1 个指标。", "改造老旧小区12个。"]


@pytest.mark.parametrize(
    ("moves", "heading"),
    [
        (["]"], "题头。"),
        (["一(一)", "】"], "(二)惠民生"),
        (["一(一)", "下一节"], "(二)惠民生"),
        (["一(二)", "["], "(一)抓项目"),
        (["一(一)", "【"], "一、2022年工作回顾"),
        (["一(二)", "0"], "一、2022年工作回顾"),
        (["一(二)", "上级", "0"], "1：题头"),
        (["一(二)", "目录"], "1：题头"),
        (["0"], messages.AT_TOP),
        (["二", "]"], messages.LAST_SECTION),
        (["["], messages.FIRST_SECTION),
    ],
)
def test_sections_and_levels_are_walked(reader: Reader, moves: list[str], heading: str) -> None:
    said: list[str] = []
    for move in moves:
        said = reader.answer(move)
    assert any(line.startswith(heading) for line in said)


def test_a_hit_is_told_by_number_place_and_sentence(reader: Reader) -> None:
    lines = reader.answer("/老旧小区")
    assert lines == [
        "“老旧小区”：2 处，2 句。",
        "1：一(二)：改造老旧小区12个。",
        "2：二：改造老旧小区20个。",
    ]
    assert reader.answer("2") == ["二", "改造老旧小区20个。"]
    assert reader.answer("n") == [messages.LAST_HIT]
    assert reader.answer("上一处") == ["第 1 句，共 2 句", "一(二)", "改造老旧小区12个。"]
    assert reader.answer("N") == [messages.FIRST_HIT]
    assert "：下一处" in "".join(reader.answer("?"))


@pytest.mark.parametrize(
    "asked", ["/老旧小区", "搜索 老旧小区", "搜索　老旧小区", "老旧小区", "、老旧小区", "laojiu"]
)
def test_words_are_searched_for(reader: Reader, asked: str) -> None:
    assert any("2 处，2 句" in line for line in reader.answer(asked))


def test_a_query_can_be_asked_for_and_given_up(reader: Reader) -> None:
    assert reader.answer("搜索") == []
    assert reader.prompt == messages.PROMPT_QUERY
    assert reader.answer("修路")[0] == "“修路”：1 处，1 句。"
    reader.answer("/")
    assert reader.answer("") == [messages.NO_QUERY]
    assert reader.answer("/没有的词") == ["“没有的词”：没有找到"]
    assert reader.answer("/“没有的词”") == ["“‘没有的词’”：没有找到"]
    assert "正则" in reader.answer("//[/")[0]


def test_the_way_back_from_a_hit_leads_to_the_hits(reader: Reader) -> None:
    assert reader.answer("命中") == [messages.NO_HITS_YET]
    hits = reader.answer("/老旧小区")
    reader.answer("1")
    reader.answer("")
    assert reader.answer("0") == hits
    reader.answer("2")
    reader.answer("上一处")
    assert reader.answer("返回") == hits
    assert reader.answer("0")[0].startswith("一、2022年工作回顾")  # from the list it goes up
    reader.answer("/没有的词")
    for word in ("命中", "hits"):
        assert reader.answer(word) == hits
    reader.answer("1")
    reader.answer("一(一)")
    assert reader.answer("0")[0].startswith("一、2022年工作回顾")


@pytest.mark.parametrize("word", ["help", "帮助", "?", "？", "菜单"])
def test_the_menu_is_short_and_begins_with_what_comes_next(reader: Reader, word: str) -> None:
    reader.answer("/老旧小区")
    reader.answer("1")
    lines = reader.answer(word)
    assert lines[:3] == ["1：下一处", "2：上一处", "3：命中列表，2 句"]
    assert lines[-1] == messages.HINT and len(lines) <= ITEMS + 2
    assert reader.answer("3")[0] == "“老旧小区”：2 处，2 句。"


def test_initials_are_told_and_are_not_one_letter(reader: Reader) -> None:
    assert reader.answer("/ljxq")[0] == "“ljxq”：没有原文，按拼音找到 2 处，2 句。"
    assert Reader(huiji_outline()).answer("zzz") == ["“zzz”：没有找到"]
    assert "没有原文" not in reader.answer("/老旧小区")[0]


@pytest.mark.parametrize("letters", ["zxm", "zhuaxiangmu"])
def test_letters_that_spell_a_heading_are_searched_for_or_go_there_as_is_chosen(
    reader: Reader, letters: str
) -> None:
    lines = reader.answer(letters)
    assert lines[1:] == [f"1：搜索“{letters}”", "2：前往：(一)抓项目"]
    assert reader.prompt == messages.PROMPT_NUMBER
    assert reader.answer("1")[0] == f"“{letters}”：没有原文，按拼音找到 1 处，1 句。"
    reader.answer(letters)
    assert reader.answer("2")[0] == "(一)抓项目。1 段，2 个指标。"
    assert reader.answer("抓项目")[0] == "(一)抓项目。1 段，2 个指标。", (
        "words go to the heading that has them"
    )


def test_a_part_offers_what_is_in_it(reader: Reader) -> None:
    assert reader.answer("一")[1:] == ["1：(一)抓项目", "2：(二)惠民生"]


def test_what_a_part_states_is_listed_with_its_sentences(reader: Reader) -> None:
    reader.answer("一(一)")
    lines = reader.answer("指标")
    assert lines[0] == "此处的指标，2 个"
    assert lines[1].startswith("1：") and "3个，已完成，2022" in lines[1]
    assert reader.answer("2")[1:] == ["一(一)", "修路15公里。"]
    assert reader.answer("指标 公里")[0] == "此处的指标，符合“公里”的 1 个"
    assert reader.answer("指标 医院") == [panes.NO_SUCH_METRICS]
    reader.answer("题头")
    assert reader.answer("指标") == [panes.NO_METRICS_HERE]


def test_comparisons_and_promises_have_their_sentences(reader: Reader) -> None:
    lines = reader.answer("对照")
    assert lines[1].startswith("1：地区生产总值：2022年增7.5%，2023年目标增8%以上；")
    assert reader.answer("1") == [
        "结果原句：一 概述：地区生产总值增长7.5%。",
        "目标原句：二：地区生产总值增长8%以上。",
    ]
    lines = reader.answer("承诺")
    assert lines[0] == "2022年报告的承诺，2 项；结论、指标、目标、结果。"
    assert lines[1] == "1：超过：地区生产总值：目标增7%，结果增7.5%，高0.5个百分点"
    assert reader.answer("1")[0] == "目标原句：去年的报告：地区生产总值增长7%。"
    for number in ("9" * 5000, "9" * 9):
        for command in ("", "对照 ", "承诺 "):
            assert reader.answer(command + number)[0].startswith("没有 999999999")
    assert reader.answer("承诺 9") == [messages.no_such_number("9", 2)]


def test_a_passage_is_cited(reader: Reader) -> None:
    reader.answer("一(二)")
    assert reader.answer("出处") == [
        "“改造老旧小区12个。”（《青川县政府工作报告》，2023年1月12日，第一部分第（二）节）"
    ]


def test_long_lists_go_on_with_the_empty_line() -> None:
    reader = Reader(huiji_outline())
    lines = reader.answer("指标")
    assert numbers(lines) == [str(number) for number in range(1, ITEMS + 1)]
    assert lines[-1] == messages.more(271 - ITEMS)
    assert numbers(reader.answer(""))[0] == str(ITEMS + 1)
    assert reader.answer("271")[1:]
    assert reader.answer("272") == [messages.no_such_number("272", 271)]
    assert reader.answer("１")[0].startswith("地区生产总值，预计增6%")


def test_what_was_not_found_is_not_told_of_the_report() -> None:
    reader = Reader(huiji_outline())
    reader.answer("对照")
    said = "".join(line for _ in range(8) for line in reader.answer(""))
    assert "：2023年未见，2024年目标" in said and "未提及" not in said


def test_the_whole_text_is_read_once() -> None:
    outline = huiji_outline()
    read, at = [], 0
    while (passage := passage_from(outline, at)) is not None:
        read.append(outline.report.text[slice(*passage)])
        at = passage[1]
    assert "".join("".join(read).split()) == "".join(outline.report.text.split())
    assert max(map(len, read)) < 700


def test_without_a_library_there_are_no_promises() -> None:
    reader = Reader(huiji_outline())
    assert not any("承诺" in line for line in reader.greet())
    assert "书库" in reader.answer("承诺")[0]


def test_what_goes_wrong_is_told() -> None:
    class NoPast(PastOf):
        def promises(self) -> LastPromises:
            raise ReadError("书库里没有去年的报告")

    results = report_of(RESULTS)
    reader = Reader(Outline(results), NoPast(report_of(PLAN), results))
    assert reader.answer("承诺") == ["书库里没有去年的报告"]


@pytest.mark.parametrize("word", ["q", "退出", "Q"])
def test_a_reader_leaves(reader: Reader, word: str) -> None:
    assert reader.answer(word) == []
    assert reader.is_over
