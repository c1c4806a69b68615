"""Which lines are chapters and sections, in reports of many forms."""

from __future__ import annotations

import pytest

from tests.convert.chapter_samples import BODY, CLOSING, OPENING, TWO, TWO_CHAPTERS, outline
from tui.convert.structure import read_structure


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
        ("（一）抓项目。…\n（二）惠民生。…（三）促进改革。…\n", ["一 抓项目", "二 惠民生", "三 促进改革"]),
        (
            "（一）抓项目。…\n（二）惠民生。…\n（三）促改革。做到：（一）快。（二）好。（三）省。（四）清正廉洁。…\n（一）稳增长。…\n（二）强法治。…\n",
            ["一 抓项目", "二 惠民生", "三 促改革", "一 稳增长", "二 强法治"],
        ),
        (
            "（一）对外开放成效明显 全年进出口总额增长。…\n（二）惠民生。…\n",
            ["一 对外开放成效明显", "二 惠民生"],
        ),
        ("（一）对外 开放成效明显。…\n（二）惠民生。…\n", ["一 对外 开放成效明显", "二 惠民生"]),
        ("第 一，抓项目。…\n第二，惠民生。…\n第 三，促改革。…\n", ["一 抓项目", "二 惠民生", "三 促改革"]),
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
        ("各项社会事业全面进步。", "各项社会事业全面进步"),
    ],
)  # fmt: skip
def test_a_long_sentence_is_cut_where_a_heading_ends_and_text_begins(sentence: str, heading: str) -> None:
    assert outline(f"{OPENING}（一）{sentence}…\n") == ["<body>", f"  一 {heading}"]


RUNS_ON = "（一）扩大消费需求加强重点领域建设。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"{RUNS_ON}…\n（二）深化改革。…\n", ["扩大消费需求", "深化改革"], id="two clauses"),
        pytest.param(
            f"{RUNS_ON}…\n（二）大力发展开放型经济进一步提高利用外资的水平。…\n",
            ["扩大消费需求", "大力发展开放型经济"],
            id="others run on as well",
        ),
        pytest.param(
            "（一）扩大消费需求。…\n（二）大力发展开放型经济进一步提高利用外资的水平。…\n",
            ["扩大消费需求", "大力发展开放型经济进一步提高利用外资的水平"],
            id="no other runs on",
        ),
        pytest.param(
            f"{RUNS_ON}…\n（二）产业结构优化升级。…\n", ["扩大消费需求", "产业结构优化升级"], id="a predicate"
        ),
        pytest.param(
            "（一）扩大消费需求加强重点领域建设\n…\n（二）深化改革\n…\n",
            ["扩大消费需求加强重点领域建设", "深化改革"],
            id="no mark behind it",
        ),
    ],
)
def test_a_heading_that_runs_on_into_its_text_is_cut(text: str, found: list[str]) -> None:
    lines = [line.split() for line in outline(f"{OPENING}{text}")]
    assert [line[1] for line in lines if line[0] in ("一", "二")] == found


def test_the_heading_of_a_chapter_is_cut_too_and_has_none_if_no_end_is_found() -> None:
    sentence = "法治政府和廉洁政府的各项要求落到实处，忠实履行宪法和法律赋予的职责，不断提高依法行政的水平。"
    text = f"{OPENING}一、推进自身建设认真把{sentence}…\n二、把{sentence}…\n"
    assert outline(text)[1:] == ["一 推进自身建设", "二 None"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "1.\tIntroduction\n{0}\n2. Water\n2.1 Quality\n{0}\n2.2 Prices\n{0}\n3 Roads\n{0}\n",
            ["1 Introduction", "2 Water", "  1 Quality", "  2 Prices", "3 Roads"],
        ),
        ("{0}\n1. Apples and pears\n2. Bread\n3. Butter\n{0}\n", []),
        ("1. We built roads.\n{0}\n2. We planted trees.\n{0}\n", []),
        ("1. GDP增长\n{0}\n2. CPI上涨\n{0}\n", []),
    ],
    ids=["headings", "a list", "sentences", "in Chinese"],
)
def test_english_text_has_numbered_chapters(text: str, found: list[str]) -> None:
    body = "The city built roads and schools, and it planted many trees in the year that has passed."
    assert [entry for entry in outline(text.format(body)) if not entry.startswith("<")] == found
