"""New and dropped terms of two reports."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.wording.small import text_report
from tui.report.model import Node, Report
from tui.wording.calendar_phrases import is_calendar_phrase
from tui.wording.elsewhere import Elsewhere
from tui.wording.model import NewTerm
from tui.wording.quoted_terms import is_bare_shorthand, quoted_terms
from tui.wording.term_lists import lists_joined
from tui.wording.term_scores import ScoredTerm
from tui.wording.terms import MIN_OTHERS, Others, gone_terms, new_terms, term_changes

#: Words that go with each other, so that they can be told from what they are made of.
_VERBS = ("推动", "加快", "培育", "建设", "支持", "打造", "改善", "壮大")
_NOUNS = ("工业", "城乡", "海洋", "生态", "园区", "环境", "县域", "企业", "人才", "民生")
_SENTENCES = [f"{verb}{noun}。" for noun in _NOUNS for verb in _VERBS]
_EARLIER = "".join(_SENTENCES) + "改善城乡建设。实施“暖冬行动”。"


def terms_of(found: tuple[NewTerm, ...]) -> list[str]:
    return [term.text for term in found]


def others(count: int, having: int, sentences: Sequence[str]) -> list[str]:
    """Return other reports, some of which have sentences."""
    return [
        "".join(_SENTENCES[number::7]) + (sentences[number % len(sentences)] if number < having else "")
        for number in range(count)
    ]


_ROSE = (
    "培育低空经济。",
    "推动低空经济和海洋经济。",
    "壮大低空经济，",
    "让低空经济飞起来。",
    "低空经济起步。",
    "以低空经济为重点。",
)


def test_what_is_newly_quoted_is_a_term_with_its_counts_and_place() -> None:
    later = "加快工业。推行“一网通办”，让“一网通办”到村。"
    (term,) = new_terms(text_report(_EARLIER), text_report(later))
    assert term == NewTerm("一网通办", later.index("一网"), later.index("一网") + 4, True, 0, 2)


def test_what_the_earlier_report_has_without_marks_is_not_new() -> None:
    later = text_report("推行“城乡建设”。实施“暖冬行动”。")
    assert new_terms(text_report(_EARLIER), later) == ()


@pytest.mark.parametrize(("one", "other"), [("双随机、一公开", "双随机一公开"), ("青年·乐业", "青年乐业")])
def test_a_term_with_other_marks_is_neither_new_nor_gone(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        reports = (
            text_report(f"{_EARLIER}推行“{first}”。"),
            text_report(f"{_EARLIER}推行“{second}”。落实“{second}”。"),
        )
        assert term_changes(*reports) == ((), ())


def test_a_term_is_not_new_twice_where_it_is_quoted_once_and_plain_once() -> None:
    found = new_terms(text_report(_EARLIER), text_report("推行“一网通办”。一网通办到村。一网通办到户。"))
    assert terms_of(found) == ["一网通办"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("推行“一网通办”改革", ["一网通办"]),
        ("实施“双十”工程", ["“双十”工程"]),
        ("推进“放管服”改革", ["“放管服”改革"]),
        ("培养“新农人”", ["新农人"]),
        ("印发《乡村建设条例》", ["乡村建设条例"]),
        ("增长“5.2”", []),
        ("他说“很好。谢谢！”", []),
        ("没有合上的“引号", []),
        ("跨行的“引\n号”", []),
    ],
)
def test_terms_in_marks(text: str, quoted: list[str]) -> None:
    found = quoted_terms(text)
    assert [term.text for term in found] == quoted
    assert all(text[term.start : term.end] == term.text for term in found)


@pytest.mark.parametrize(
    ("text", "is_honour"),
    [
        ("荣获“全国双拥模范城”称号", True),
        ("被评为全省“先进集体”。", True),
        ("授予“劳动模范”荣誉", True),
        ("推行“一网通办”改革", False),
        ("获得好评。推行“一网通办”。", False),
    ],
)
def test_honours_are_known_by_what_stands_around_them(text: str, is_honour: bool) -> None:
    assert [term.is_honour for term in quoted_terms(text)] == [is_honour]


@pytest.mark.parametrize(
    "phrase",
    ["开局之年", "收官之年", "决胜之年", "十四五", "“十四五”规划", "五中全会精神", "建国70周年", "党的二十大", "第十四个五年规划", "良好开局", "2024年", "五年"],
)  # fmt: skip
def test_phrases_that_turn_with_the_calendar(phrase: str) -> None:
    assert is_calendar_phrase(phrase)


@pytest.mark.parametrize(
    "term", ["低空经济", "新质生产力", "五位一体", "五大行动", "十大工程", "百年老店", "一年一度"]
)
def test_terms_that_are_no_calendar_phrases(term: str) -> None:
    assert not is_calendar_phrase(term)


def test_calendar_phrases_are_one_line_at_the_end() -> None:
    later = "编制“十五五”规划。今年是“收官之年”。推行“一网通办”。"
    first, last = new_terms(text_report(_EARLIER), text_report(later))
    assert first.text == "一网通办"
    assert {last.text, *last.members} == {"十五五", "收官之年"}


def test_what_more_of_the_other_reports_have_is_a_term_though_said_once() -> None:
    earlier, later = text_report(_EARLIER), text_report("培育低空经济。改善城乡建设。")
    sources = Others(others(20, 0, _ROSE), others(20, 18, _ROSE))
    (term,) = new_terms(earlier, later, sources)
    assert (term.text, term.is_quoted, term.before, term.after) == ("低空经济", False, 0, 1)
    assert term.elsewhere == (0, 18)
    assert gone_terms(earlier, later, sources)[0].text == "暖冬行动"


def test_with_few_other_reports_shares_of_them_tell_nothing() -> None:
    earlier, later = text_report(_EARLIER), text_report("培育低空经济。推行“一网通办”。")
    few = MIN_OTHERS - 1
    sources = Others(others(few, 0, _ROSE), others(few, few, _ROSE))
    (term,) = new_terms(earlier, later, sources)
    assert (term.text, term.elsewhere) == ("一网通办", (0, 0))


def test_a_term_that_fell_elsewhere_is_gone() -> None:
    earlier, later = text_report("培育低空经济。加快工业发展。"), text_report("加快工业发展。")
    sources = Others(others(20, 18, _ROSE), others(20, 0, _ROSE))
    (term,) = gone_terms(earlier, later, sources)
    assert (term.text, term.before, term.after, term.elsewhere) == ("低空经济", 1, 0, (18, 0))


def test_what_the_report_alone_speaks_for_is_not_said_to_be_gone() -> None:
    own, other = (
        text_report(_EARLIER + "滨海强市，前景广阔。滨海强市，人人向往。建设滨海强市。"),
        text_report(_EARLIER),
    )
    assert gone_terms(own, other) == ()
    assert terms_of(new_terms(other, own)) == ["滨海强市"]


def test_terms_of_a_list_are_one() -> None:
    listed = (
        "推动大众创业、万众创新。",
        "大众创业、万众创新蓬勃兴起。",
        "支持大众创业、万众创新，",
        "以大众创业、万众创新为引擎。",
    )
    earlier, later = text_report(_EARLIER), text_report("大众创业、万众创新，方兴未艾。")
    sources = Others(others(20, 0, listed), others(20, 18, listed))
    assert terms_of(new_terms(earlier, later, sources)) == ["大众创业、万众创新"]


def _headed(text: str, heading: str) -> Report:
    start = text.index(heading)
    node = Node("1", "section", None, heading, None, start, len(text), start, len(text), ())
    return text_report(text)._replace(outline=(node,))


def test_what_stands_in_a_heading_comes_before_what_is_said_in_passing() -> None:
    text = "推行“一网通办”。做强“数字赋能”\n建设“数字赋能”平台。推行“最美庭院”。"
    found = new_terms(text_report(_EARLIER), _headed(text, "做强“数字赋能”"))
    assert terms_of(found)[0] == "数字赋能"


def test_no_term_begins_or_ends_with_what_joins_words() -> None:
    later = "海洋强县，前景广阔。和海洋强县，与海洋强县。在海洋强县的。"
    found = new_terms(text_report(_EARLIER), text_report(later))
    assert found
    for term in found:
        assert term.text[0] not in "和的与在" and term.text[-1] not in "和的与在"


def test_identical_and_empty_reports_have_no_new_terms() -> None:
    report, empty = text_report("实施“暖冬行动”。"), text_report("")
    assert term_changes(report, report) == ((), ())
    assert term_changes(empty, empty) == ((), ())
    assert terms_of(new_terms(empty, report)) == ["暖冬行动"]


def test_work_can_be_stopped() -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    sources = Others(others(12, 0, _ROSE), others(12, 0, _ROSE))
    with pytest.raises(KeyboardInterrupt):
        new_terms(text_report(_EARLIER), text_report("培育低空经济。"), sources, stop)


@pytest.mark.parametrize(
    ("name", "text", "is_bare"),
    [
        ("四组", "划分“四组”管理。", True),
        ("四组", "划分“四组”管理，“四组”到村。", False),
        ("六辅", "建设“六辅”枢纽。“六辅”指六座车站。", False),
        ("三定", "推行“三定”（定人、定岗、定责）。", False),
        ("二标", "推进“二标四实”。二标四实：“二标”指标准作业图；“四实”指实有人口。", True),
        ("四实", "推进“二标四实”。二标四实：“二标”指标准作业图；“四实”指实有人口。", True),
        ("二标四实", "推进“二标四实”。", False),
        ("一窗制", "推行“一窗制”。", False),
        ("双碳", "落实“双碳”。", False),
    ],
)
def test_a_number_with_what_it_counts_is_a_term_if_it_is_explained_or_said_twice(
    name: str, text: str, is_bare: bool
) -> None:
    assert is_bare_shorthand(name, text) is is_bare


def test_names_of_plans_are_not_told_with_what_turns_with_the_calendar() -> None:
    later = text_report("这是“收官之年”。制定《某市第十四个五年规划纲要》。")
    (term,) = new_terms(text_report(_EARLIER), later)
    assert "纲要" not in "".join((term.text, *term.members))


def test_a_list_begins_where_it_does_in_other_reports_and_is_none_where_it_is_cut() -> None:
    text = "面临需求收缩、供给冲击、预期转弱三重压力。"
    terms = [
        ScoredTerm(9 - at, name, text.index(name), False)
        for at, name in enumerate(("供给冲击", "预期转弱三重压力"))
    ]
    for others, told in (
        (["需求收缩、供给冲击、预期转弱三重压力"] * 3, ["需求收缩、供给冲击、预期转弱三重压力"]),
        (["供给冲击、预期转弱三重压力"] * 3, ["供给冲击", "预期转弱三重压力"]),
    ):
        after = Elsewhere((text,), others)
        assert [one.text for one in lists_joined(terms, text, after)] == told
