"""Which sentences of two reports go together, as what, and what moved."""

from __future__ import annotations

import pytest

from tests.wording.small import rows, text_report
from tui.wording.alignment import align, ignoring_numbers

#: An earlier sentence, a later one, and how they go together.
_KINDS = {
    "word for word": ("深化国资国企改革。", "深化国资国企改革。", "same"),
    "marks and spaces do not count": ("深化国资国企改革,", "深化国资 国企改革。", "same"),
    "a number changed": ("改造老旧小区120个。", "改造老旧小区95个。", "edited"),
    "some words changed": (
        "推进城乡供水一体化,新建改造供水管网30公里。",
        "加快城乡供水一体化,新建改造供水管网50公里。",
        "edited",
    ),
    "long, with one clause that is the same but for how it goes": (
        "重点推进鄂北大数据中心建设,抓好城市供热、供水、供气管网改造,建成体育公园3个,启动客运枢纽站前期工作,支持民间剧团送戏下乡,兑现惠农补贴。",
        "继续推进鄂北大数据中心建设,培育软件企业10家,发展电子商务,建设物流园区,完善农产品冷链设施,争取外商独资银行落户,办好跨境采购会。",
        "subject",
    ),
    "another statement of the same": (
        "实施乡村教师支持计划,改善农村办学条件。",
        "落实乡村教师支持计划,新建农村教师周转房200套,推动城乡教育均衡。",
        "rewritten",
    ),
}


@pytest.mark.parametrize(("one", "other", "kind"), _KINDS.values(), ids=_KINDS)
def test_sentences_go_together(one: str, other: str, kind: str) -> None:
    assert [row[0] for row in rows(align(text_report(one), text_report(other)))] == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("经济体制改革取得新进展。", "社会事业取得新进展。"),
        ("区域合作不断深化。", "作风建设不断深化。"),
        ("各位代表！", "各位代表，新的一年充满希望。"),
        ("一是抓投资。", "一是促消费。"),
        ("推动产业发展提质增效。", "民营经济提质增效。"),
        ("同志们!", "改造老旧小区95个。"),
        (
            "不断提升发展质量,抓好城市供热、供水、供气管网改造,建成体育公园3个。",
            "不断提升发展质量,培育软件企业10家,发展电子商务,建设物流园区。",
        ),
    ],
    ids=lambda text: text,
)
def test_what_says_only_how_things_go_brings_no_sentences_together(one: str, other: str) -> None:
    assert [row[0] for row in rows(align(text_report(one), text_report(other)))] == ["gone", "new"]


def test_short_sentences_go_together_though_others_have_most_of_their_words() -> None:
    task, places = "普法宣传教育工作", "东西南北上下左右甲乙丙丁戊己"
    others = "".join(f"开展{place}镇建设。推进{place}镇{task}。{place}镇推进、开展。" for place in places)
    earlier, later = (text_report(f"{others}{how}{task}。") for how in ("开展", "推进"))
    assert [pair.kind for pair in align(earlier, later).pairs if pair.kind != "same"] == ["rewritten"]


def test_where_numbers_do_not_count_only_words_are_changes() -> None:
    earlier = text_report("改造老旧小区120个。新建城市公园12个,绿地增加30公顷。")
    later = text_report("改造老旧小区95个。新建城市公园15个,绿地扩大40公顷。")
    counted, ignored = align(earlier, later), ignoring_numbers(align(earlier, later))
    assert [pair.kind for pair in counted.pairs] == ["edited", "edited"]
    assert [pair.kind for pair in ignored.pairs] == ["same", "edited"]
    assert [later.text[slice(*change.later)] for change in ignored.pairs[1].changes] == ["扩大"]


def test_the_order_is_that_of_the_later_report_and_what_is_gone_follows_the_one_before_it() -> None:
    earlier = text_report("发展现代农业。整治黑臭水体。引进外资银行。建设职业学院。")
    later = text_report("办好民生实事。发展现代农业。建设职业学院。")
    assert rows(align(earlier, later)) == [
        ("new", "", "办好民生实事。"),
        ("same", "发展现代农业。", "发展现代农业。"),
        ("gone", "整治黑臭水体。", ""),
        ("gone", "引进外资银行。", ""),
        ("same", "建设职业学院。", "建设职业学院。"),
    ]


def test_what_is_gone_stays_in_its_order_where_the_sentence_before_it_has_moved() -> None:
    earlier = text_report(
        "发展现代农业。整治黑臭水体。引进外资银行。修建水库大坝。建设职业学院。举办龙舟比赛。"
    )
    later = text_report("引进外资银行。发展现代农业。建设职业学院。")
    assert rows(align(earlier, later)) == [
        ("same", "引进外资银行。", "引进外资银行。"),
        ("same", "发展现代农业。", "发展现代农业。"),
        ("gone", "整治黑臭水体。", ""),
        ("gone", "修建水库大坝。", ""),
        ("same", "建设职业学院。", "建设职业学院。"),
        ("gone", "举办龙舟比赛。", ""),
    ]


def test_what_is_gone_from_the_beginning_comes_first() -> None:
    assert rows(align(text_report("整治黑臭水体。发展现代农业。"), text_report("发展现代农业。")))[0] == (
        "gone",
        "整治黑臭水体。",
        "",
    )


def test_a_sentence_that_is_elsewhere_has_moved() -> None:
    earlier = text_report("发展现代农业。整治黑臭水体。引进外资银行。建设职业学院。")
    later = text_report("建设职业学院。发展现代农业。整治黑臭水体。引进外资银行。")
    assert [pair.is_moved for pair in align(earlier, later).pairs] == [True, False, False, False]


def test_a_sentence_that_is_there_twice_goes_with_both_in_their_order() -> None:
    text = "各位代表！发展现代农业。各位代表！"
    pairs = align(text_report(text), text_report(text)).pairs
    assert [(pair.earlier, pair.later) for pair in pairs] == [
        (span, span) for span in ((0, 5), (5, 12), (12, 17))
    ]


def test_each_sentence_has_one_counterpart_the_most_alike() -> None:
    earlier = text_report("新建改造城乡供水管网30公里,惠及群众2万人。")
    later = text_report("新建城乡供水厂2座。新建改造城乡供水管网50公里,惠及群众3万人。")
    assert [pair.kind for pair in align(earlier, later).pairs] == ["new", "edited"]


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [("", "", []), ("", "发展农业。", ["new"]), ("发展农业。", "", ["gone"])],
)
def test_empty_reports(one: str, other: str, kinds: list[str]) -> None:
    assert [pair.kind for pair in align(text_report(one), text_report(other)).pairs] == kinds
