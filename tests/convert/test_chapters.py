"""Which lines are chapters and sections, in reports of many forms."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.convert.headings import HeadingCandidate, Line
from tui.convert.hidden import split_at_hidden_headings
from tui.convert.pipeline import convert
from tui.convert.runs import read_runs
from tui.convert.structure import read_structure
from tui.report.model import NodeDraft, joined_text

BODY = "坚持稳中求进工作总基调,扎实推进各项工作,新增绿地20万平方米,建成道路15公里,群众获得感不断增强。" * 2
OPENING = "各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n"
CLOSING = "各位代表！让我们团结一心，为实现目标而努力奋斗！\n"


def outline(text: str, *headings: str) -> list[str]:
    """Return chapters as they are numbered, their sections below them, and the names of parts."""
    text = text.replace("…", BODY)
    found: list[str] = []

    def walk(drafts: list[NodeDraft], depth: int) -> None:
        for draft in drafts:
            number = f"{draft.number} " if draft.number else ""
            if draft.level in ("chapter", "section"):
                found.append(f"{'  ' * depth}{number}{draft.heading}")
            elif draft.level == "part" and depth == 0:
                found.append(f"<{draft.id}>")
            walk(draft.children, depth + 1)

    drafts = read_structure(text, frozenset(headings))
    assert joined_text(drafts) == text
    walk(drafts, 0)
    return found


TWO_CHAPTERS = "一、2023年工作回顾\n…\n二、2024年工作安排\n…\n"
TWO = ["一 2023年工作回顾", "二 2024年工作安排"]


@pytest.mark.parametrize(
    "line",
    [
        "——2024年1月22日在某市第四届人民代表大会第四次会议上",
        "某市人民政府市长　王　明",
        "坚定信心　开创发展新局面",
        "（2024年1月22日）",
        "一、2023年工作回顾",
    ],
)
def test_no_line_above_the_first_address_is_a_chapter(line: str) -> None:
    text = f"某市政府工作报告\n{line}\n{OPENING}{TWO_CHAPTERS}{CLOSING}"
    assert outline(text, "某市政府工作报告", line) == ["<front>", "<opening>", *TWO, "<closing>"]


@pytest.mark.parametrize(
    "line", ["某市市长　王　明", "王　明", "王小明", "（2024年1月22日）", "来源：某日报社"]
)
def test_a_name_or_a_date_is_no_chapter_in_a_report_without_an_address(line: str) -> None:
    text = f"某市政府工作报告\n{line}\n…\n2023年工作回顾\n…\n2024年工作安排\n…\n"
    assert outline(text, line, "2023年工作回顾")[-2:] == ["2023年工作回顾", "2024年工作安排"]
    assert line not in outline(text, line, "2023年工作回顾")


def test_a_chapter_above_the_first_address_is_one_if_its_text_is() -> None:
    assert outline("一、2023年工作回顾\n…\n各位代表！\n…\n二、2024年工作安排\n…\n") == TWO


@pytest.mark.parametrize(("title", "is_above"), [("某市政府工作报告\n", True), ("", False)])
def test_a_resolution_above_the_title_is_not_of_the_report(title: str, is_above: bool) -> None:
    resolution = "（2024年1月25日某市人民代表大会通过）\n" + f"会议指出，{BODY}\n" * 3
    front, *_ = read_structure(f"{resolution}{title}{OPENING}{TWO_CHAPTERS}")
    assert (front.text == resolution + title) == is_above


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("一、2023年工作回顾2023年，面对复杂局面，我们攻坚克难，扎实工作，完成了各项任务。…", "2023年工作回顾"),
        ("一、2023年工作回顾　过去的一年，我们攻坚克难，扎实工作，完成了各项任务。…", "2023年工作回顾"),
        ("一、奋力推动经济平稳较快发展今年是规划的第一年，开好局、起好步，至关重要，意义十分重大。…", "奋力推动经济平稳较快发展"),
        ("一、经济发展步伐加快，综合实力增强 预计全年增长5%。…", "经济发展步伐加快，综合实力增强"),
        ("**一、2023年工作回顾", "2023年工作回顾"),
        ("??一、2023年工作回顾", "2023年工作回顾"),
        ("一　2023年工作回顾", "2023年工作回顾"),
        ("一，2023年工作回顾", "2023年工作回顾"),
    ],
)  # fmt: skip
def test_a_chapter_may_have_text_or_marks_on_its_line(line: str, heading: str) -> None:
    assert outline(f"{OPENING}{line}\n…\n二、2024年工作安排\n…\n")[1:] == [
        f"一 {heading}",
        "二 2024年工作安排",
    ]


def test_a_number_that_counts_on_is_a_chapter_even_if_its_heading_has_no_end() -> None:
    assert outline(f"{OPENING}一、回顾过去\n…\n二、{BODY}{BODY}\n三、加强自身建设\n…\n")[1:] == [
        "一 回顾过去", "二 None", "三 加强自身建设",
    ]  # fmt: skip


def test_a_number_of_which_only_the_mark_is_left_begins_an_unnumbered_chapter() -> None:
    assert outline(f"{OPENING}、2023年工作回顾\n…\n、2024年工作安排\n…\n")[1:] == [
        "2023年工作回顾",
        "2024年工作安排",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（一）抓项目。…（二）惠民生。…\n（三）促改革。…\n", ["一 抓项目", "二 惠民生", "三 促改革"]),
        ("抓好以下工作：（一）抓项目。…\n（二）惠民生。…\n", ["一 抓项目", "二 惠民生"]),
        ("（一）抓项目。…　（二）惠民生。…\n", ["一 抓项目", "二 惠民生"]),
        (
            "（一）抓项目。…\n做到：（一）快；（二）好；（三）省。\n（二）惠民生。…\n",
            ["一 抓项目", "二 惠民生"],
        ),
        ("（一）抓项目。建成小（二）型水库。\n（三）惠民生。…\n", ["一 抓项目", "三 惠民生"]),
        ("一）抓项目。…\n二)惠民生。…\n", ["一 抓项目", "二 惠民生"]),
        (
            "做好工作。（一）抓项目。…（二）惠民生。…（三）促改革。…\n…（四）强法治。…\n",
            ["一 抓项目", "二 惠民生", "三 促改革", "四 强法治"],
        ),
    ],
)
def test_a_section_may_be_inside_a_paragraph_if_its_number_is_missing(text: str, found: list[str]) -> None:
    assert outline(f"{OPENING}一、2023年工作回顾\n{text}")[2:] == [f"  {section}" for section in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "一、工作回顾\n…二、工作安排今年是规划的第一年。…\n三、自身建设\n…\n", ["一 工作回顾", "二 工作安排", "三 自身建设"],
            id="between the chapters of lines",
        ),
        pytest.param(
            "一、工作回顾\n…二、2024年的主要任务今年任务繁重，要抓好落实。…\n", ["一 工作回顾", "二 2024年的主要任务"],
            id="behind the last of them, with the name of a chapter",
        ),
        pytest.param(
            "一、工作回顾\n…二、凝心聚力，开创新局面\n…\n", ["一 工作回顾", "二 凝心聚力，开创新局面"],
            id="at the end of a paragraph, without a full stop",
        ),
        pytest.param(
            f"一、工作回顾\n{'…' * 5}二、开创新局面。…\n", ["一 工作回顾", "二 开创新局面"],
            id="far below the last of them",
        ),
        pytest.param("一、工作回顾\n要做到：一、快；二、好；三、省。…\n二、工作安排\n…\n", ["一 工作回顾", "二 工作安排"], id="but not in a list"),
        pytest.param(
            f"现在报告工作。一、工作的回顾。{'…' * 6}二、明年的任务。{'…' * 6}\n", ["一 工作的回顾", "二 明年的任务"],
            id="where no chapter has a line",
        ),
    ],
)  # fmt: skip
def test_a_chapter_may_be_inside_a_paragraph(text: str, found: list[str]) -> None:
    assert outline(f"{OPENING}{text}")[1:] == found


def test_a_plan_has_volumes_chapters_and_sections() -> None:
    contents = "第一篇　开启新征程\n第一章　发展环境\n第二篇　建设强省\n第三章　科技创新\n"
    text = (
        "第一篇　开启新征程\n第一章　发展环境\n第一节　发展基础\n…\n第二节　发展形势\n…\n第二章　总体要求\n…\n"
        "第二篇　建设强省\n…\n第三章　科技创新\n第一节　建设实验室\n…\n"
    )
    drafts = read_structure(f"某省发展规划纲要\n目录\n{contents}{text}".replace("…", BODY))
    chapters = [draft for draft in drafts if draft.level == "chapter"]
    assert [[child.heading for child in chapter.children] for chapter in chapters] == [
        ["发展环境", "总体要求"],
        ["科技创新"],
    ]
    assert [child.heading for child in chapters[0].children[0].children] == ["发展基础", "发展形势"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "某省第七个五年计划\n第一部分　任务\n第一章　指标\n…\n第二章　产业\n…\n第二部分　布局\n第三章　沿海\n…\n",
            ["一 任务", "  一 指标", "  二 产业", "二 布局", "  三 沿海"],
            id="parts above chapters",
        ),
        pytest.param(
            "春天的河\n周明　著\n第一回　石猴出世　众猴拜王\n…\n第二回　悟彻真理　断魔归本\n…\n",
            ["一 石猴出世　众猴拜王", "二 悟彻真理　断魔归本"],
            id="a novel",
        ),
        pytest.param(
            "某市绿化条例\n第一章　总则\n第一条　本市的绿化适用本条例。\n第二条　公园应当符合下列规定：\n（一）面积不小于1公顷；\n"
            "（二）有专人养护。\n第二章　附则\n第三条　本条例自公布之日起施行。\n",
            ["一 总则", "  一 本市的绿化适用本条例", "  二 公园应当符合下列规定", "二 附则", "  三 本条例自公布之日起施行"],
            id="a law",
        ),
        pytest.param(
            "某市商会章程\n第一条　本会名称为某市商会。\n第二条　本会服务会员。\n",
            ["<body>", "  一 本会名称为某市商会", "  二 本会服务会员"],
            id="a law without chapters",
        ),
        pytest.param(
            "统计公报\n一、综合[1]\n…\n二、农业[2][3]和[4]林业\n…\n注：\n1.初步数据。\n2.含林业。\n",
            ["一 综合", "二 农业和林业", "<annex>"],
            id="a communiqué with marks of notes and notes below",
        ),
    ],
)  # fmt: skip
def test_other_documents_have_headings_of_their_own(text: str, found: list[str]) -> None:
    assert outline(text)[1:] == found


def test_the_heading_of_an_item_ends_before_the_next_item() -> None:
    text = f"{OPENING}一、工作\n…\n一是因为下雨，二是因为天黑，会议改期。\n"
    chapter = next(draft for draft in read_structure(text.replace("…", BODY)) if draft.level == "chapter")
    assert [item.heading for item in chapter.children] == ["因为下雨", "因为天黑，会议改期"]


def test_titles_of_tables_and_notes_are_no_chapters() -> None:
    text = "统计公报\n国家统计局\n2024年，我们攻坚克难。…\n一、综合[1]\n…\n表1：消费价格\n二、农业\n…\n注释：\n[1]初步数据。\n"
    assert outline(text, "统计公报", "表1：消费价格", "注释：") == [
        "<front>",
        "<opening>",
        "一 综合",
        "二 农业",
        "<annex>",
    ]


def test_brackets_that_begin_anew_within_others_are_topics() -> None:
    text = f"{OPENING}一、工作\n（一）抓项目。…\n（二）惠民生。…\n（三）促改革。…\n（一）就业。…\n（二）教育。…\n（四）强法治。…\n二、任务\n…\n"
    assert outline(text)[1:] == [
        "一 工作",
        "  一 抓项目",
        "  二 惠民生",
        "  三 促改革",
        "  四 强法治",
        "二 任务",
    ]


def test_a_named_chapter_without_a_number_may_follow_those_with_one() -> None:
    text = f"{OPENING}一、2023年工作回顾\n（一）抓项目。…\n2024年工作部署\n（一）稳增长。…\n"
    assert outline(text)[1:] == ["一 2023年工作回顾", "  一 抓项目", "2024年工作部署", "  一 稳增长"]


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        ("加强政府自身建设认真贯彻各项决策部署，忠实履行宪法和法律赋予的职责，建设法治政府、服务政府和廉洁政府。", "加强政府自身建设"),
        ("提高城市管理水平 以创建文明城市为抓手，推进精细化管理，改善市容市貌和人居环境，不断提升城市的品质和形象。", "提高城市管理水平"),
        ("优化营商环境，激发市场活力坚持问题导向，深化行政审批制度改革，清理各类不合理收费，切实减轻各类企业的负担。", "优化营商环境，激发市场活力"),
        ("推动社会事业全面发展，在教育、卫生、文化、体育各个领域推进基本公共服务均等化，不断满足人民群众的各种需要。",
         "推动社会事业全面发展，在教育、卫生、文化、体育各个领域推进基本公共服务均等化，不断满足人民群众的各种需要"),
        ("推动经济发展坚持稳中求进。", "推动经济发展坚持稳中求进"),
    ],
)  # fmt: skip
def test_a_long_sentence_is_cut_where_a_heading_ends_and_text_begins(sentence: str, heading: str) -> None:
    assert outline(f"{OPENING}（一）{sentence}…\n") == ["<body>", f"  一 {heading}"]


def test_the_heading_of_a_chapter_is_cut_too_and_has_none_if_no_end_is_found() -> None:
    sentence = "法治政府和廉洁政府的各项要求落到实处，忠实履行宪法和法律赋予的职责，不断提高依法行政的水平。"
    text = f"{OPENING}一、推进自身建设认真把{sentence}…\n二、把{sentence}…\n"
    assert outline(text)[1:] == ["一 推进自身建设", "二 None"]


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


# -- properties -------------------------------------------------------------------------------


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


# -- headings in two lines ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("below", "heading"),
    [
        ("工业化，建设创新型某市\n…\n", "大力推进新型 工业化，建设创新型某市"),
        ("工业化，建设创新型某市\n…\n培育特色产业\n…\n", "大力推进新型"),
        ("工业化，建设创新型某市。\n…\n", "大力推进新型"),
        ("1.工业化\n…\n", "大力推进新型"),
        ("工业化\n", "大力推进新型"),
    ],
    ids=[
        "a bare line below is its second one",
        "several bare lines are headlines",
        "a sentence is text",
        "a line with a number is an item",
        "a line without text below is none",
    ],
)
@pytest.mark.parametrize("number", ["（一）", "一、"], ids=["section", "chapter"])
def test_a_heading_may_go_on_in_the_next_line(number: str, below: str, heading: str) -> None:
    above = "" if number == "一、" else "一、2024年工作\n"
    next_number = number.replace("一", "二")
    found = outline(f"{above}{number}大力推进新型\n{below}{next_number}改善民生\n…\n")
    assert found[-2].strip() == f"一 {heading}"
