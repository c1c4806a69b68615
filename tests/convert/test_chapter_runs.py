"""Chapters without numbers, numbers that begin anew, annexes, closings, and headings in two lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.convert.chapter_samples import BODY, CLOSING, OPENING, TWO, TWO_CHAPTERS, outline
from tui.convert.headings import HeadingCandidate, Line
from tui.convert.hidden import split_at_hidden_headings
from tui.convert.pipeline import convert
from tui.convert.runs import read_runs
from tui.convert.structure import read_structure

REVIEW = "首先报告2023年的工作。"


NUMBERED = ("一、扩大国内需求", "二、推进结构调整")


@pytest.mark.parametrize(
    ("text", "headings", "found"),
    [
        pytest.param(f"{REVIEW}\n{'…' * 6}\n", (REVIEW, *NUMBERED), ["首先报告2023年的工作", "一 扩大国内需求", "二 推进结构调整"],
                     id="if it is set as they are, above text of its own"),
        pytest.param(f"{REVIEW}\n{'…' * 6}\n", NUMBERED, ["一 扩大国内需求", "二 推进结构调整"], id="not if only they are set as headings"),
        pytest.param(f"{REVIEW}\n…\n", (REVIEW, *NUMBERED), ["首先报告2023年的工作", "  一 扩大国内需求", "  二 推进结构调整"],
                     id="but holds them if it has no text of its own"),
        pytest.param(f"今年要抓好以下工作。\n{'…' * 6}\n", ("今年要抓好以下工作。", *NUMBERED), ["一 扩大国内需求", "二 推进结构调整"],
                     id="not if it is a sentence"),
    ],
)  # fmt: skip
def test_a_chapter_without_a_number_may_precede_those_with_one(
    text: str, headings: tuple[str, ...], found: list[str]
) -> None:
    numbered = "".join(f"{line}\n…\n" for line in NUMBERED)
    assert outline(f"{OPENING}{text}{numbered}", *headings)[1:] == found


def test_names_that_begin_alike_are_chapters_even_without_sections() -> None:
    text = (
        f"{OPENING}今后五年的主要目标和指导方针\n…\n关于经济建设\n…\n{sections('一二三')}关于社会发展\n…\n"
        f"{sections('一二')}关于经济体制改革\n…\n{CLOSING}"
    )
    assert outline(text)[1:-1] == [
        "今后五年的主要目标和指导方针",
        "关于经济建设",
        *listed("一二三"),
        "关于社会发展",
        *listed("一二"),
        "关于经济体制改革",
    ]


def test_one_line_that_begins_so_is_no_chapter() -> None:
    text = f"{OPENING}2023年工作\n…\n{sections('一二')}2024年工作\n…\n{sections('一二')}关于经济体制改革\n…\n"
    assert "关于经济体制改革" not in outline(text)


#: What follows the heading of a section on its line.
RUN_IN = "。…\n"


def sections(numbers: str, end: str = "\n…\n") -> str:
    return "".join(f"{number}、抓好工作{number}{end}" for number in numbers)


def listed(numbers: str) -> list[str]:
    return [f"  {number} 抓好工作{number}" for number in numbers]


@pytest.mark.parametrize(
    ("text", "headings", "found"),
    [
        pytest.param(
            f"2023年工作\n…\n{sections('一二三')}新年的任务\n…\n{sections('一二')}", (),
            ["2023年工作", *listed("一二三"), "新年的任务", *listed("一二")],
            id="a short line above each run is a chapter",
        ),
        pytest.param(
            f"一、2023年工作\n…\n二、2024年工作\n{sections('一二三')}三、加强自身建设\n…\n", ("一、2023年工作", "三、加强自身建设"),
            ["一 2023年工作", "二 2024年工作", *listed("一二三"), "三 加强自身建设"],
            id="the run that counts on at the end holds the chapters",
        ),
        pytest.param(
            f"一、2023年工作\n…\n二、2024年工作\n要抓好以下工作：\n{sections('一二三', RUN_IN)}", (),
            ["一 2023年工作", "二 2024年工作", *listed("一二三")],
            id="numbers that begin anew are sections of the last chapter",
        ),
        pytest.param(
            f"报告分两个部分：\n一、关于形势；\n二、关于任务。\n（一）今年的形势\n…\n（二）明年的任务\n{sections('一二')}（三）发展的前景\n…\n", (),
            ["一 今年的形势", "二 明年的任务", *listed("一二"), "三 发展的前景"],
            id="entries of a list in the opening are no chapters",
        ),
        pytest.param(
            f"关于上届政府的工作\n{sections('一二')}关于本届政府的工作\n{sections('一二三')}今年的政府工作\n…\n",
            ("关于上届政府的工作", "关于本届政府的工作", "今年的政府工作"),
            ["关于上届政府的工作", *listed("一二"), "关于本届政府的工作", *listed("一二三"), "今年的政府工作"],
            id="lines set as headings above each run are chapters, with one that has no sections",
        ),
    ],
)  # fmt: skip
def test_numbers_that_begin_anew(text: str, headings: tuple[str, ...], found: list[str]) -> None:
    assert outline(f"{OPENING}{text}{CLOSING}", *headings)[1:-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "负重奋进，城乡建设迈出新步伐\n…\n（一）抓项目。…\n（二）惠民生。…\n扎实苦干，全面建成小康社会\n…\n（一）稳增长。…\n",
            ["负重奋进，城乡建设迈出新步伐", "  一 抓项目", "  二 惠民生", "扎实苦干，全面建成小康社会", "  一 稳增长"],
            id="slogans above sections that begin anew are chapters",
        ),
        pytest.param(
            "2023年发展稳中向好\n…\n…\n2024年全力推进新城建设\n…\n一、抓项目\n…\n二、惠民生\n…\n",
            ["2023年发展稳中向好", "2024年全力推进新城建设", "  一 抓项目", "  二 惠民生"],
            id="the first chapter may have no sections",
        ),
        pytest.param(
            "2023年工作回顾\n…\n（一）抓项目。…\n一年来的主要做法：\n…\n2024年工作安排\n…\n今年要抓好八件事。\n（一）稳增长。…\n",
            ["2023年工作回顾", "  一 抓项目", "2024年工作安排", "  一 稳增长"],
            id="a line that ends as a sentence is no chapter",
        ),
        pytest.param(
            "2023年工作回顾\n…\n（一）抓项目。…\n（二）惠民生。…\n深化改革开放\n…\n（四）强法治。…\n2024年工作安排\n…\n",
            ["2023年工作回顾", "  一 抓项目", "  二 惠民生", "  四 强法治", "2024年工作安排"],
            id="a line between numbers that count on is no chapter",
        ),
        pytest.param(
            "全面建成小康社会\n某市迈上新征程\n…\n走好新的赶考之路\n奋力开创新局面\n…\n",
            ["全面建成小康社会 某市迈上新征程", "走好新的赶考之路 奋力开创新局面"],
            id="a heading may be set in two lines",
        ),
        pytest.param(
            "抗灾救灾取得胜利\n…\n…\n…\n…\n…\n…\n…\n…\n抢抓机遇，各项工作务求新的成效\n…\n一、抓项目\n…\n二、惠民生\n…\n",
            ["抗灾救灾取得胜利", "抢抓机遇，各项工作务求新的成效", "  一 抓项目", "  二 惠民生"],
            id="a slogan above the sections is one beside others that are set as headings",
        ),
        pytest.param(
            "2023年工作回顾\n…\n工业提速\n…\n农业增效\n…\n民生改善\n…\n2024年工作安排\n…\n",
            ["2023年工作回顾", "2024年工作安排"],
            id="many lines set as headings are topics",
        ),
        pytest.param(
            "2023年工作回顾 2023年，克难奋进。…\n一、抓项目\n…\n2024年工作安排 今年任务繁重。…\n一、稳增长\n…\n",
            ["2023年工作回顾", "  一 抓项目", "2024年工作安排", "  一 稳增长"],
            id="a paragraph may run on behind a name",
        ),
        pytest.param(
            "2023年工作回顾\n…\n2024年工作安排\n一、稳增长。…\n二、惠民生。…\n…\n还要提高能力。…\n一、讲政治。…\n二、守法治。…\n",
            ["2023年工作回顾", "2024年工作安排", "  一 稳增长", "  二 惠民生", "  一 讲政治", "  二 守法治"],
            id="numbers may begin anew without a name of a chapter where others have one",
        ),
    ],
)  # fmt: skip
def test_chapters_without_numbers(text: str, found: list[str]) -> None:
    headings = ("今年要抓好八件事。", "深化改革开放", "全面建成小康社会", "某市迈上新征程", "走好新的赶考之路", "奋力开创新局面", "抗灾救灾取得胜利", "工业提速", "农业增效", "民生改善")  # fmt: skip
    assert outline(f"{OPENING}{text}{CLOSING}", *headings)[1:-1] == found


def test_sections_that_are_set_as_the_chapters_are_is_a_doubt() -> None:
    text = f"{OPENING}{sections('一二')}…\n{sections('一二三')}".replace("…", BODY)
    gap = "章编号不连续：“二”之后又是“一”"
    assert gap in [doubt.text for doubt in convert(text.encode(), "a.txt").doubts]
    text = f"{OPENING}{sections('一二')}".replace("…", BODY)
    assert gap not in [doubt.text for doubt in convert(text.encode(), "a.txt").doubts]


@pytest.mark.parametrize(
    "title",
    [
        "名词解释：", "※名词解释※", "名词注解：", "注释：", "注　释", "《政府工作报告》释义", "名词解释>>>", "部分名词注释:", "词解释和说明",
    ],
)  # fmt: skip
def test_a_glossary_is_an_annex_under_all_its_names(title: str) -> None:
    text = f"{OPENING}{TWO_CHAPTERS}{CLOSING}{title}\n1.双碳。\n一、2023年工作回顾\n2.新词。\n"
    assert outline(text)[1:] == [*TWO, "<closing>", "<annex>"]


@pytest.mark.parametrize(
    "deeds", ["为民办的十件实事：", "继续办好10件惠民实事。", "（二）办好十件实事", "三、办好2024年十件实事"]
)
def test_deeds_inside_a_report_are_no_annex(deeds: str) -> None:
    text = f"{OPENING}{TWO_CHAPTERS}（一）稳增长。…\n{deeds}\n…\n{CLOSING}"
    assert [part for part in outline(text) if part.startswith("<")] == ["<opening>", "<closing>"]


def test_no_annex_begins_above_a_number_that_counts_on() -> None:
    text = f"{OPENING}{TWO_CHAPTERS}（一）稳增长。…\n2024年十件民生实事\n…\n（二）惠民生。…\n三、加强自身建设\n…\n"
    assert outline(text)[1:] == [*TWO, "  一 稳增长", "  二 惠民生", "三 加强自身建设"]


@pytest.mark.parametrize(
    ("closing", "found"),
    [
        ("蓝图已经绘就。让我们紧密团结起来，为实现目标而奋斗！", ["<closing>"]),
        ("位代表！使命重大，任务艰巨。", ["<closing>"]),
        ("四要转变作风，让我们的干部团结奋斗。", []),
        ("完成投资20亿元，建成道路15公里。", []),
    ],
)
def test_a_closing_may_have_no_whole_address(closing: str, found: list[str]) -> None:
    assert outline(f"{OPENING}{TWO_CHAPTERS}{closing}\n")[1:] == [*TWO, *found]


LAST = f"切实改进作风。{BODY * 3}"


@pytest.mark.parametrize(
    ("paragraph", "closing"),
    [
        (f"{LAST} 各位代表，让我们团结奋斗！", " 各位代表，让我们团结奋斗！"),
        (f"{LAST}各位代表，任务艰巨。各位代表，让我们团结奋斗！", "各位代表，让我们团结奋斗！"),
        ("九嶷登高。各位代表，让我们团结奋斗！", "九嶷登高。各位代表，让我们团结奋斗！"),
        (f"各位代表，任务艰巨。{LAST}各位代表，让我们团结奋斗！", f"各位代表，任务艰巨。{LAST}各位代表，让我们团结奋斗！"),
    ],
)  # fmt: skip
def test_the_closing_may_begin_inside_the_last_paragraph(paragraph: str, closing: str) -> None:
    drafts = read_structure(f"{OPENING}{TWO_CHAPTERS}{paragraph}\n名词解释\n双碳：碳达峰。\n")
    assert [draft.text for draft in drafts if draft.id == "closing"] == [f"{closing}\n"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("某市2024年重大民生工程\n1.新增就业。\n2.新建住房。\n3.扩建学校。\n", "某市2024年重大民生工程"),
        ("[^1]: 双碳。\n[^2]: 四上。\n[^3]: 五好。\n", None),
        ("关于《政府工作报告》修改情况的说明\n大会主席团：\n", "关于《政府工作报告》修改情况的说明"),
        ("一、就业工程。新增就业。\n二、安居工程。新建住房。\n三、教育工程。扩建学校。\n", None),
    ],
)
def test_what_is_numbered_behind_the_closing_is_an_annex(lines: str, title: str | None) -> None:
    text = f"{OPENING}{TWO_CHAPTERS}{CLOSING}{lines}".replace("…", BODY)
    assert [(draft.id, draft.heading) for draft in read_structure(text)[3:]] == [
        ("closing", None),
        ("annex", title),
    ]


def test_no_section_is_in_a_closing() -> None:
    text = f"{OPENING}{TWO_CHAPTERS}各位代表！要做好以下工作。\n（一）稳增长。…\n（二）惠民生。…\n"
    assert outline(text)[1:] == [*TWO, "  一 稳增长", "  二 惠民生"]


def candidates(values: list[int]) -> list[HeadingCandidate]:
    numerals = "一二三四五六七八九"
    return [
        HeadingCandidate(index, "comma", numerals[value - 1], "抓项目", 5)
        for index, value in enumerate(values)
    ]


@pytest.mark.parametrize(
    ("values", "runs"),
    [
        ([1, 2, 3], [[1, 2, 3]]),
        ([1, 2, 1, 2, 3, 4], [[1, 2], [1, 2, 3, 4]]),
        ([1, 2, 1, 2, 3, 4, 3], [[1, 2, 3], [1, 2, 3, 4]]),
        ([1, 1, 2, 2, 1, 2, 3], [[1, 2], [1, 2], [1, 2, 3]]),
        ([2, 3], [[2, 3]]),
        ([1, 2, 4], [[1, 2, 4]]),
        ([1, 2, 7, 3], [[1, 2, 3]]),
    ],
)
def test_runs_of_numbers(values: list[int], runs: list[list[int]]) -> None:
    found = read_runs(candidates(values))
    assert [[values[member.index] for member in run.members] for run in found] == runs


@given(st.lists(st.integers(1, 9), max_size=30))
def test_no_heading_is_in_two_runs_and_numbers_count_up(values: list[int]) -> None:
    runs = read_runs(candidates(values))
    indices = [member.index for run in runs for member in run.members]
    assert len(indices) == len(set(indices))
    for run in runs:
        numbers = [values[member.index] for member in run.members]
        assert all(low < high <= low + 2 for low, high in pairwise(numbers))


@given(
    st.lists(st.sampled_from(["（一）", "（二）", "二、", "三、", "。", " ", "甲", "\n"]), max_size=40).map(
        "".join
    )
)
def test_lines_that_are_split_join_to_the_text(text: str) -> None:
    lines = [Line(0, text.replace("\n", ""))]
    split = split_at_hidden_headings(lines)
    assert "".join(line.text for line in split) == lines[0].text
    assert [line.start for line in split] == [
        sum(len(line.text) for line in split[:position]) for position in range(len(split))
    ]


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("主要目标和总体要求", "二 2024年经济社会发展 主要目标和总体要求"),
        ("政府自身建设", "二 2024年经济社会发展"),
    ],
    ids=["a line that is set as a heading too", "but not the name of a chapter"],
)
def test_the_second_line_may_be_set_as_a_heading(second: str, found: str) -> None:
    text = f"{OPENING}一、2023年工作\n…\n二、2024年经济社会发展\n{second}\n…\n三、重点工作\n…\n"
    headings = ("一、2023年工作", "二、2024年经济社会发展", second, "三、重点工作")
    assert outline(text, *headings)[2] == found


@pytest.mark.parametrize(
    ("below", "heading"),
    [
        ("工业化，建设创新型某市\n…\n", "大力推进新型 工业化，建设创新型某市"),
        ("工业化，建设创新型某市\n…\n培育特色产业\n…\n", "大力推进新型"),
        ("工业化，建设创新型某市。\n…\n", "大力推进新型"),
        ("1.工业化\n…\n", "大力推进新型"),
        ("工业化\n", "大力推进新型"),
        ("化\n…\n", "大力推进新型化"),
    ],
    ids=[
        "a bare line below is its second one",
        "several bare lines are headlines",
        "a sentence is text",
        "a line with a number is an item",
        "a line without text below is none",
        "the end of a word is joined without a space",
    ],
)
@pytest.mark.parametrize("number", ["（一）", "一、"], ids=["section", "chapter"])
def test_a_heading_may_go_on_in_the_next_line(number: str, below: str, heading: str) -> None:
    above = "" if number == "一、" else "一、2024年工作\n"
    next_number = number.replace("一", "二")
    found = outline(f"{above}{number}大力推进新型\n{below}{next_number}改善民生\n…\n")
    assert found[-2].strip() == f"一 {heading}"


@pytest.mark.parametrize(
    ("first", "second", "chapter"),
    [
        ("“十四五”时期", "经济社会发展目标任务", "二 “十四五”时期 经济社会发展目标任务"),
        ("大力改善民生", "今年的工作任务", "二 大力改善民生"),
    ],
    ids=["a name of a chapter in two lines", "a name of its own"],
)
def test_a_name_of_a_chapter_may_go_on_above_headlines(first: str, second: str, chapter: str) -> None:
    found = outline(f"{OPENING}一、2020年工作\n{BODY}\n二、{first}\n{second}\n{BODY}\n造林富民\n{BODY}\n")
    assert chapter in found


@pytest.mark.parametrize(("numbers", "year"), [("一三", None), ("一二", 2023)])
def test_a_chapter_before_a_missing_number_has_no_year(numbers: str, year: int | None) -> None:
    text = (
        f"{OPENING}{numbers[0]}、2023年工作回顾\n{BODY}\n{numbers[1]}、2024年政府自身建设\n{BODY}\n{CLOSING}"
    )
    first = next(draft for draft in read_structure(text) if draft.number == "一")
    assert first.year == year
