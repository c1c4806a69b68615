"""What may be wrong with an outline is told with the place to look at; a sound report gives no doubts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import SMALL, huiji, report_of
from tui.convert.doubts import find
from tui.convert.doubts.find import find_doubts
from tui.convert.doubts.wrapped import OF_THE_WHOLE
from tui.convert.front.file_name import FileName, read_file_name
from tui.convert.pipeline import convert
from tui.convert.run_on import BEGINNINGS, ENDINGS, LIKELY_BEGINNINGS, run_on
from tui.messages import doubts as doubt_messages
from tui.report.model import Doubt, FrontMatter, NodeDraft, Report, Source, outline_doubts, place_nodes

BODY = "坚持稳中求进，扎实推进各项工作，群众获得感不断增强。" * 4
FRONT = FrontMatter("政府工作报告", "2024-01-22", "", "青川市人民政府", None, 2023, 2024)


def finished(*drafts: NodeDraft, front: FrontMatter = FRONT, closing: str = "各位代表！奋斗。\n") -> Report:
    """Return a report of some nodes, with a closing unless it has one or none is wanted."""
    if closing and not any(draft.id == "closing" for draft in drafts):
        drafts = (*drafts, part("closing", closing))
    text = "".join(node.text for draft in drafts for node in (draft, *draft.children))
    return Report(front, Source("a.txt", "", "", len(text)), text, place_nodes(drafts), ())


def chapter(number: str, heading: str = "工作安排", text: str = BODY, *children: NodeDraft) -> NodeDraft:
    return NodeDraft(
        number, "chapter", f"{number}、{heading}\n{text}\n", number, heading, None, list(children)
    )


def node(level: str, text: str, number: str | None = None, heading: str | None = None) -> NodeDraft:
    return NodeDraft(f"n{abs(hash(text)) % 10**6}", level, text, number, heading)  # type: ignore[arg-type]


def part(name: str, text: str) -> NodeDraft:
    return NodeDraft(name, "part", text)


def section(number: str, text: str, heading: str | None = "修路") -> NodeDraft:
    return node("section", f"（{number}）{heading or ''}{text}\n", number, heading)


TWO = (chapter("一"), chapter("二"))
LONG_CLOSING = f"各位代表！\n{BODY * 20}\n"
ANNEX = f"十件实事\n{BODY}\n各位代表！\n{BODY}\n"
TOPICS = [
    node("topic", f"{name}。{BODY * times}\n", None, name)
    for name, times in (("修路", 1), ("建桥", 1), ("造林", 30))
]


@pytest.mark.parametrize(
    ("report", "text", "place"),
    [
        (finished(part("body", BODY)), "没有找到章标题", None),
        (finished(chapter("一"), chapter("三")), "章编号不连续：缺“二”", "三、工作安排"),
        (finished(chapter("一", "工作回顾", BODY, section("一", f"。{BODY}"), section("三", f"。{BODY}", "建桥")), chapter("二")),
         "一之下的节编号不连续：缺“二”", "（三）建桥"),
        (finished(chapter("一", "工作回顾", BODY, section("一", f"。{BODY}"), section("五", f"。{BODY}", "建桥")), chapter("二")),
         "一之下的节编号不连续：缺“二”至“四”", "（五）建桥"),
        (finished(chapter("一", "工作回顾", BODY, section("一", f"。{BODY}"), section("二", f"。{BODY}", "建桥"), section("一", f"。{BODY}", "造林")), chapter("二")),
         "一之下的节编号不连续：“二”之后又是“一”", "（一）造林"),
        (finished(chapter("一", "工作回顾", BODY * 30), chapter("二")), "几乎全文都在“工作回顾”一章里", "一、工作回顾"),
        (finished(chapter("一", "重点抓好以下工作："), chapter("二")), "“重点抓好以下工作：”不像章标题", "一、重点"),
        (finished(chapter("一"), chapter("二", "年工作安排")), "“年工作安排”不像章标题", "二、年工作"),
        (finished(chapter("一"), NodeDraft("2", "chapter", f"二、推进工作{BODY}\n", "二")), "“二”一章没有标题，标题可能与正文连在了一起", "二、推进"),
        (finished(chapter("一", "工作回顾", "略。"), chapter("二")), "“工作回顾”一章没有正文", "一、工作回顾"),
        (finished(chapter("一", "工作回顾", f"（一）修路。{BODY}\n（二）建桥。{BODY}"), chapter("二")),
         "有 2 处编号没有列入目录，如“（一）修路。坚持稳中求进，扎实推…”在“一、工作回顾”的正文里", "（一）修路"),
        (finished(chapter("一", "工作回顾", f"（一）修路。{BODY}（二）建桥铺路。{BODY}"), chapter("二")),
         "有 2 处编号没有列入目录，如“（一）修路。坚持稳中求进，扎实推…”在“一、工作回顾”的正文里", "（一）修路"),
        (finished(chapter("一", "工作回顾", f"{BODY}\n2024年工作安排\n{BODY}"), chapter("二")), "“2024年工作安排”可能是章标题", "2024年工作安排"),
        (finished(*TWO, part("closing", LONG_CLOSING)), f"结语有 {len(LONG_CLOSING) - 1} 字，可能混入了别的内容", "各位代表"),
        (finished(part("opening", f"各位代表：\n{BODY * 32}\n"), *TWO), f"开场有 {len(BODY * 32) + 6} 字，可能漏了章标题", "各位代表"),
        (finished(chapter("一"), chapter("二", "工作安排", BODY * 10), chapter("三", "政府建设", BODY * 10), closing=""), "没有找到结语，正文可能不完整", "三、政府建设"),
        (finished(*TWO, chapter("三", "建设“两型", f"”社会。{BODY}")), "标题“建设‘两型”的引号、括号不成对，可能断错了", "三、建设"),
        (finished(chapter("一", "工作回顾", f"位代表！{BODY}\n年来，{BODY}"), chapter("二")), "有 2 段段首缺字，如“位代表！”", "位代表！坚持"),
        (finished(chapter("一", "工作回顾", f"{BODY}\n面推进改革。{BODY}\n快发展工业。{BODY}"), chapter("二")), "有 2 段段首缺字，如“面推进”", "面推进改革"),
        (finished(chapter("一", "工作回顾", BODY, section("一", f"。{BODY}", "发展工业" * 16)), chapter("二")),
         "标题“发展工业发展工业发展工业发展工业…”有 64 字，可能与正文连在一起", "（一）发展"),
        (finished(chapter("一", "工作回顾", BODY, section("一", f"。{BODY}"), section("二", f"。{BODY}", "建桥"), section("三", f"。{BODY}\n一年来，我们转变作风。{BODY * 4}", "造林")), chapter("二", "工作安排", BODY * 10)),
         "“造林”比同章各节长得多，从“一年来，我们转变作风。坚持稳中求…”起可能不属于这一节", "一年来"),
        (finished(*TWO, part("closing", "各位代表！\n奋斗。\n名词解释：\n1.“四上”企业：统计用语。\n")), "结语里有名词解释", "名词解释"),
        (finished(*TWO, NodeDraft("annex", "part", ANNEX, None, "十件实事")), "“十件实事”当作附件，但其中有对代表的称呼", "各位代表"),
        (finished(chapter("一", "工作回顾", BODY, *TOPICS), chapter("二", "工作安排", BODY * 10)), f"“造林”有 {len(TOPICS[2].text) - 1} 字，可能混入了下文", "造林"),
        (finished(*TWO, chapter("三", "建设", "\n".join([BODY.strip("。") + "，共新增"] * 12))), "有 12 段在句中断开，可能是分栏或换行没有接好", "坚持稳中求进，扎实推进各项工作，群众获得感不断增强。坚持稳中求进，扎实推进各项工作，群众获得感不断增强。坚持稳中求进，扎实推进各项工作，群众获得感不断增强。坚持稳中求进，扎实推进各项工作，群众获得感不断增强，共新增"),
        (finished(chapter("一", "工作回顾", BODY * 60, section("一", f"。{BODY}"), section("二", f"。{BODY}"), section("三", f"。{BODY}"), section("四", f"。{BODY * 20}", "造林")), chapter("二", "工作安排", BODY * 30)),
         f"“造林”有 {len(BODY * 20) + 6} 字，可能混入了下文", "（四）造林"),
        (finished(chapter("一", "工作回顾", BODY, section("一", f"。{BODY}"), section("二", BODY, None)), chapter("二")),
         "编号二之后没有分出标题，可能与正文连在一起", "（二）坚持稳中求进，扎实推进各项工作，群众获得感不断增强。坚持稳中求进，扎实推进各项工作，群众获得感不断增强。坚持稳中求进，扎实推进各项工作，群众获得感不断增强。坚持稳中求进"),
        (finished(chapter("一", "工作回顾", BODY, section("一", f"。{BODY}"), section("二", "", "建桥"), section("三", f"。{BODY}")), chapter("二")), "“建桥”之下没有正文", "（二）建桥"),
        (finished(chapter("一", "工作回顾", BODY, TOPICS[0], node("topic", "造林。\n", None, "造林")), chapter("二")), "“造林”之下没有正文", "造林"),
        (finished(*TWO, front=FRONT._replace(title="春天的河"), closing=""), "不像政府工作报告", None),
    ],
)  # fmt: skip
def test_a_fault_of_the_outline_is_told_with_its_place(report: Report, text: str, place: str | None) -> None:
    assert [doubt.text for doubt in find_doubts(report, FileName())] == [text]
    (doubt,) = find_doubts(report, FileName())
    assert doubt.offset == (None if place is None else report.text.index(place))


def test_a_heading_that_lacks_a_mark_as_the_text_does_is_not_doubted() -> None:
    assert find_doubts(finished(*TWO, chapter("三", "建设两型”社会")), FileName()) == ()


def test_a_sound_report_gives_no_doubts() -> None:
    assert outline_doubts(report_of(SMALL)) == outline_doubts(huiji()) == []
    assert find_doubts(finished(*TWO), FileName()) == ()


@pytest.mark.parametrize(
    ("text", "is_doubted"),
    [
        pytest.param(f"。{BODY}\n{BODY * 5}", True, id="behind the first paragraph"),
        pytest.param(f"\n{BODY}\n{BODY * 5}", False, id="the whole section"),
        pytest.param(f"。{BODY * 5}\n{BODY}", False, id="a short tail"),
        pytest.param(f"。{BODY}\n{BODY * 2}", False, id="a section of usual size"),
    ],
)
def test_the_last_section_is_doubted_if_its_end_makes_it_large(text: str, is_doubted: bool) -> None:
    others = [section(number, f"。{BODY * 2}", f"建桥{number}") for number in "一二三"]
    review = chapter("一", "工作回顾", BODY, *others, section("四", text, "造林"))
    report = finished(review, chapter("二", "工作安排", BODY * 20))
    assert bool(find_doubts(report, FileName())) == is_doubted


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("积极扩大消费需求加强重点领域建设", "加强重点领域建设"),
        ("狠抓项目，增强发展后劲着力构建大招商格局", "着力构建大招商格局"),
        ("不断增强中心城市功能五年累计，投资300亿元", "五年累计，投资300亿元"),
        ("积极扩大消费需求，加强重点领域建设", None),
        ("深化改革开放，发展动力持续增强", None),
        ("各项社会事业全面进步", None),
        ("以深化改革开放推动高质量发展", None),
        ("加快推动城乡融合发展促进共同富裕", None),
        ("推进工业发展实现新突破全力做好三篇文章", "全力做好三篇文章"),
        ("把便民利民作为工作的落脚点提高服务水平", "提高服务水平"),
        ("把发展教育摆在优先地位推动发展加快实现新突破", None),
    ],
)
def test_a_heading_runs_on_if_it_has_two_clauses_without_a_mark_between(
    heading: str, text: str | None
) -> None:
    end = run_on(heading)
    assert (None if end is None else heading[end:]) == text


def test_a_heading_that_runs_on_is_doubted_above_text_on_its_line() -> None:
    heading = "积极扩大消费需求加强重点领域建设"
    for mark, is_doubted in (("。", True), ("\n", False)):
        report = finished(chapter("一", "安排", BODY, section("一", f"{mark}{BODY}", heading)), chapter("二"))
        texts = [doubt.text for doubt in find_doubts(report, FileName())]
        assert any("从“加强重点领域建设”起可能是正文" in text for text in texts) == is_doubted


@pytest.mark.parametrize(("pattern", "example"), ENDINGS)
def test_endings_of_headings_are_as_in_the_example(pattern: str, example: str) -> None:
    assert re.search(f"(?:{pattern})$", example)


@pytest.mark.parametrize(("pattern", "example"), [*BEGINNINGS, *LIKELY_BEGINNINGS])
def test_beginnings_of_sentences_are_as_in_the_example(pattern: str, example: str) -> None:
    assert re.match(pattern, example)


@pytest.mark.parametrize(("pattern", "example"), OF_THE_WHOLE)
def test_wrap_ups_say_what_the_example_says(pattern: str, example: str) -> None:
    assert re.search(pattern, example)


@pytest.mark.parametrize(
    ("heading", "line", "is_doubted"),
    [
        ("造林", "扎实开展主题教育，认真办理代表建议。", True),
        ("造林", "扎实开展主题教育，不断改进学习。", False),
        ("造林", "面对困难我们没有退缩，成绩来之不易。", True),
        ("造林", "巩固来之不易的好局面，扩大造林面积。", False),
        ("加强政府自身建设", "扎实开展主题教育，认真办理代表建议。", False),
        ("文明程度提高", "扎实开展主题教育，认真办理代表建议。", False),
    ],
)
def test_a_wrap_up_in_the_last_section_is_doubted(heading: str, line: str, is_doubted: bool) -> None:
    sections = [section("一", f"。{BODY}"), section("二", f"。{BODY}\n{line}{BODY}", heading)]
    report = finished(chapter("一", "工作回顾", BODY, *sections), chapter("二", "工作安排", BODY * 10))
    doubts = find_doubts(report, FileName())
    assert [doubt.offset for doubt in doubts] == ([report.text.index(line)] if is_doubted else [])


@pytest.mark.parametrize(
    ("line", "is_doubted"),
    [
        ("富强青川、创新青川、法治青川，是一个整体。", True),
        ("富强青川、创新青川，是一个整体。", False),
        ("奋力开创青川发展新局面，任重道远。", True),
    ],
)
def test_a_paragraph_that_names_the_chapter_is_doubted_in_its_last_section(
    line: str, is_doubted: bool
) -> None:
    names = ("建设富强青川", "建设创新青川", "建设法治青川", "建设幸福青川")
    sections = [section(number, f"。{BODY}", name) for number, name in zip("一二三", names, strict=False)]
    last = section("四", f"。{BODY}\n{line}{BODY}", names[-1])
    review = chapter("一", "牢记使命，奋力开创青川发展新局面", BODY, *sections, last)
    report = finished(review, chapter("二", "工作安排", BODY * 10))
    offsets = [doubt.offset for doubt in find_doubts(report, FileName())]
    assert offsets == ([report.text.index(line)] if is_doubted else [])


def test_a_wrap_up_between_sections_is_doubted() -> None:
    missing = f"在肯定成绩的同时，我们也清醒地看到，差距仍然明显。{BODY}"
    sections = [section("一", f"。{BODY}\n{missing}"), section("二", f"。{BODY}")]
    report = finished(chapter("一", "工作回顾", BODY, *sections), chapter("二", "工作安排", BODY * 10))
    assert [doubt.offset for doubt in find_doubts(report, FileName())] == [report.text.index(missing)]


def test_words_printed_twice_are_doubted() -> None:
    words = "".join(f"提高产业质效提高产业质效{number}。" for number in range(4))
    for text, is_doubted in ((words, True), (words[:40], False)):
        report = finished(chapter("一", "工作回顾", f"{BODY}{text}"), chapter("二"))
        texts = [doubt.text for doubt in find_doubts(report, FileName())]
        assert ("有 4 处文字重复，如“提高产业质效提高产业质效”，标题可能不准" in texts) == is_doubted


@pytest.mark.parametrize(("paragraphs", "is_doubted"), [(2, True), (1, False)])
def test_a_topic_that_takes_paragraphs_below_is_doubted(paragraphs: int, is_doubted: bool) -> None:
    others = [node("topic", f"{name}。{BODY}\n", None, name) for name in ("修路", "建桥")]
    large = node("topic", f"造林。{BODY}\n" + f"{BODY * 5}\n" * paragraphs, None, "造林")
    report = finished(chapter("一", "工作回顾", BODY, *others, large), chapter("二", "工作安排", BODY * 10))
    assert bool(find_doubts(report, FileName())) == is_doubted


def test_a_large_section_of_several_topics_is_no_doubt() -> None:
    others = [section(number, f"。{BODY * 2}", f"建桥{number}") for number in "一二三"]
    topics = [node("topic", f"{name}。{BODY * 6}\n", None, name) for name in ("甲", "乙", "丙", "丁", "戊")]
    for large, is_doubted in (
        (NodeDraft("n", "section", f"（四）造林\n{BODY}\n", "四", "造林", None, topics), False),
        (section("四", f"。{BODY * 31}", "造林"), True),
    ):
        review = chapter("一", "工作回顾", BODY, *others, large)
        text = "".join(part.text for part in (review, *review.children, *large.children))
        plan = chapter("二", "工作安排", BODY * 60)
        closing = part("closing", "各位代表！奋斗。\n")
        drafts = (review, plan, closing)
        text += plan.text + closing.text
        report = Report(FRONT, Source("a.txt", "", "", len(text)), text, place_nodes(drafts), ())
        assert any("造林" in doubt.text for doubt in find_doubts(report, FileName())) == is_doubted


def test_old_reports_are_printed_without_a_closing() -> None:
    chapters = (chapter("一"), chapter("二", "工作安排", BODY * 10), chapter("三", "政府建设", BODY * 10))
    old = FRONT._replace(date="1996-01-22", review_year=1995, plan_year=1996)
    assert find_doubts(finished(*chapters, front=old, closing=""), FileName()) == ()


SECTION_LINES, SECTION_SENTENCES, BRACKETS = (
    [node("section", form.format(number, BODY), number, f"修路{number}") for number in "一二"]
    for form in ("{0}、修路{0}\n{1}\n", "{0}、修路{0}。{1}\n", "（{0}）修路{0}\n{1}\n")
)
RUN_IN = NodeDraft("2", "chapter", f"二、工作安排　{BODY}\n", "二", "工作安排")


@pytest.mark.parametrize(
    ("chapters", "is_doubted"),
    [
        pytest.param([chapter("一"), chapter("二", "工作安排", BODY, *SECTION_LINES)], True, id="both on lines"),
        pytest.param([chapter("一"), replace(RUN_IN, children=SECTION_LINES)], True, id="only sections on lines"),
        pytest.param([chapter("一"), replace(RUN_IN, children=SECTION_SENTENCES)], True, id="none on lines"),
        pytest.param([chapter("一"), chapter("二", "工作安排", BODY, *SECTION_SENTENCES)], False, id="only the chapter on a line"),
        pytest.param([chapter("一", "工作回顾", BODY, *SECTION_LINES), chapter("二")], False, id="not in the last chapter"),
        pytest.param([chapter("一"), chapter("二", "工作安排", BODY, *BRACKETS)], False, id="numbered in brackets"),
    ],
)  # fmt: skip
def test_sections_set_no_less_than_the_last_chapter_are_doubted(
    chapters: list[NodeDraft], is_doubted: bool
) -> None:
    report = finished(*chapters)
    doubts = (Doubt("章编号不连续：“二”之后又是“一”", report.text.index("一、修路一")),) if is_doubted else ()
    assert find_doubts(report, FileName()) == doubts


def test_numbers_that_run_on_from_chapter_to_chapter_are_no_gap() -> None:
    first = [
        node("section", f"第{number}章 修路{number}\n{BODY}\n", number, f"修路{number}") for number in "一二"
    ]
    second = [
        node("section", f"第{number}章 修路{number}\n{BODY}\n", number, f"修路{number}") for number in "三四"
    ]
    report = finished(chapter("一", "修路", BODY, *first), chapter("二", "建桥", BODY, *second))
    assert find_doubts(report, FileName()) == ()


def test_chapters_without_numbers_are_no_doubt() -> None:
    drafts = [
        NodeDraft(str(year), "chapter", f"{year}年工作\n{BODY}\n", None, f"{year}年工作")
        for year in (2023, 2024)
    ]
    assert find_doubts(finished(*drafts), FileName()) == ()


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("青川市/2024.md", []),
        ("青川市/2023.md", []),
        ("青川市/2014.md", [doubt_messages.file_of_other_year(2014, 2024)]),
        ("南山市/2024.md", [doubt_messages.file_of_other_place("南山市")]),
    ],
)
def test_a_file_named_after_another_year_or_place_is_doubted(path: str, texts: list[str]) -> None:
    report = finished(part("front", "青川市\n"), *TWO)
    assert [doubt.text for doubt in find_doubts(report, read_file_name(path))] == texts


def test_text_in_a_wrong_encoding_is_doubted_and_traditional_text_is_not() -> None:
    traditional = "各位代表：過去一年，全區經濟運行總體平穩，就業形勢保持穩定，社會事業全面發展。" * 9
    mojibake = traditional.encode("big5").decode("gb18030", "ignore")
    assert Doubt(doubt_messages.MOJIBAKE) in convert(mojibake.encode(), "a.txt").doubts
    assert Doubt(doubt_messages.MOJIBAKE) not in convert(traditional.encode(), "a.txt").doubts


def test_a_kind_of_doubt_is_told_three_times_at_most() -> None:
    report = finished(*(chapter(number) for number in "一三五七九"))
    assert len(find_doubts(report, FileName())) == find._MAX_OF_A_KIND


@given(
    st.lists(
        st.sampled_from(
            ["一、工作回顾\n", "（一）修路。", "二、", "各位代表！\n", "名词解释\n", "。", "\n", BODY]
        ),
        max_size=12,
    )
)
def test_offsets_of_doubts_are_in_the_text(pieces: list[str]) -> None:
    text = "".join(pieces) or "甲"
    if text.strip():
        report = convert(text.encode(), "2020.txt", figures=False)
        assert all(doubt.offset is None or 0 <= doubt.offset < len(report.text) for doubt in report.doubts)
