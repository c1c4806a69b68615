"""Where a topic ends, texts without headlines, and lists with dashes."""

from __future__ import annotations

import pytest

from tests.convert.topic_samples import BODY, SHORT, divided, tree
from tui.convert.headline_habits import headline_habits


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            f"——经济更强。{BODY}\n——城乡更美。{BODY}\n过去一年的工作赢得各界好评。{BODY}\n",
            ["1", "1.1", "1.2", "1.continuation"],
        ),
        (
            f"——经济更强。{BODY}\n——城乡更美。{BODY}\n主要做了以下工作：\n一是抓项目。{BODY}\n二是惠民生。{BODY}\n",
            ["1", "1.1", "1.2", "1.continuation", "1.continuation.1", "1.continuation.2"],
        ),
        (
            f"经济提质增效。{BODY}\n城乡协调发展。{BODY}\n各位代表！\n成绩凝聚着全市人民的心血。\n二、今年安排\n",
            ["1", "1.1", "1.2", "1.continuation", "2"],
        ),
        (
            f"经济提质增效。{BODY.rstrip('。')}，\n园区建成。\n城乡协调发展。{BODY}\n",
            ["1", "1.1", "1.2"],
        ),
        (
            f"经济提质增效。{BODY}\n{BODY}\n城乡协调发展。{BODY}\n{BODY}\n民生持续改善。{BODY}\n{BODY}\n",
            ["1", "1.1", "1.2", "1.3"],
        ),
    ],
    ids=[
        "a list with dashes ends at a paragraph without one",
        "items below a lead-in belong to it",
        "an address ends a topic",
        "a paragraph broken in two is one",
        "topics go on where all have several paragraphs",
    ],
)
def test_a_topic_ends(text: str, ids: list[str]) -> None:
    assert [id for id, _, _ in tree(f"一、工作回顾\n{text}")] == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (f"一是抓项目。{BODY}\n{BODY}\n二是惠民生。{BODY}\n三是转作风。{BODY}\n", ["1.1", "1.2", "1.3"]),
        (
            f"1.抓项目。{SHORT}\n——工业提速。{BODY}\n——农业增效。{BODY}\n2.惠民生。{BODY}\n",
            ["1.1", "1.1.1", "1.1.2", "1.2"],
        ),
        (
            f"1.抓项目。{SHORT}\n一是工业。{BODY}\n二是农业。{BODY}\n各位代表，发展才能惠民。\n2.惠民生。{BODY}\n",
            ["1.1", "1.1.1", "1.1.2", "1.1.continuation", "1.2"],
        ),
        (
            f"聚焦产业强劲。{BODY}\n聚焦城市提质。{BODY}\n{BODY}\n聚焦人民共富。{BODY}\n{BODY}\n",
            ["1.1", "1.2", "1.3", "1.continuation"],
        ),
        (
            f"聚焦产业强劲。{BODY}\n改善城市面貌。{BODY}\n{BODY}\n聚焦人民共富。{BODY}\n",
            ["1.1", "1.2", "1.continuation", "1.3"],
        ),
    ],
    ids=[
        "a paragraph between two items belongs to the first",
        "items have those of another kind below them",
        "an address within a list does not leave it",
        "a paragraph between two topics that open alike belongs to the first",
        "one between others does not",
    ],
)
def test_a_list_goes_on_where_it_counts_on(text: str, ids: list[str]) -> None:
    assert [id for id, _, _ in tree(f"一、工作回顾\n{text}二、今年安排\n{BODY}\n")] == ["1", *ids, "2"]


def test_a_lead_in_is_named_by_its_words() -> None:
    text = f"一、工作回顾\n——经济更强。{BODY}\n——城乡更美。{BODY}\n一年来，主要做了以下工作：\n一是抓项目。{BODY}\n"
    assert ("1.continuation", "part", "一年来，主要做了以下工作") in tree(text)


def test_items_that_count_on_after_topics_have_them_below() -> None:
    text = "一、今年工作\n" + "".join(
        f"{number}.做好{what}工作。{SHORT}\n加快改革。{BODY}\n扩大开放。{BODY}\n"
        for number, what in enumerate(("工业", "农业", "民生"), 1)
    )
    levels = [
        (id, level) for id, level, _ in tree(f"{text}各位代表，任务艰巨而光荣。\n{BODY}\n") if id != "1"
    ]
    items = [[(f"1.{at}", "item"), (f"1.{at}.1", "topic"), (f"1.{at}.2", "topic")] for at in (1, 2, 3)]
    assert levels == [*(node for item in items for node in item), ("closing", "part")]


def test_dashes_with_topics_between_them_have_them_below() -> None:
    dashes = "".join(
        f"——{what}更有成效。{SHORT}\n项目加快建设。{BODY}\n改革持续深化。{BODY}\n"
        for what in ("工业", "农业")
    )
    assert [id for id, level, _ in tree(f"一、工作回顾\n{dashes}") if level == "topic"] == [
        "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1", "1.2.2",
    ]  # fmt: skip


def test_a_topic_alone_among_plain_paragraphs_is_none() -> None:
    plain = f"{BODY}\n"
    text = f"一、今年工作\n（一）抓发展\n{plain}作风建设常抓不懈。{BODY}\n{plain}（二）惠民生\n{plain}"
    assert [level for _, level, _ in tree(text)] == ["chapter", "section", "section"]
    assert "topic" in [level for _, level, _ in tree(text.replace(f"。{BODY}\n{plain}", f"。{BODY}\n", 1))]


def test_texts_in_which_few_paragraphs_open_with_a_headline_have_none() -> None:
    plain = [BODY + BODY] * 9
    opened = [f"加快发展农业。{BODY}"] * 3
    assert headline_habits([*plain, *opened]).open
    assert headline_habits([*plain, opened[0]]) == (False, False, False)
    text = "一、国内形势\n" + "".join(f"{paragraph}\n" for paragraph in [*plain, opened[0], *plain])
    assert [level for _, level, _ in tree(text)] == ["chapter"]


def test_a_story_has_no_topics() -> None:
    scene = (
        "沿着河岸慢慢地走，想起多年以前的那个夏天，想起那些再也没有见过面的人，心里说不出是什么滋味，只听见水声一阵阵传来。"
        * 2
    )
    openings = [
        "谁也没有再说话。",
        "院子里一片寂静。",
        "老人点头。",
        "她转过身去。",
        "雨下得很大。",
        "门外有人敲门。",
    ]
    paragraphs = [f"{opening}{scene}" for opening in openings] + [
        f"{scene}{opening}{scene}" for opening in openings
    ]
    text = "\n".join([*paragraphs, *[scene] * 6])
    assert {level for _, level, _ in tree(text)} == {"part"}


def test_other_languages_and_lists_of_figures_have_no_topics() -> None:
    english = (
        "The city kept growing. It built roads, schools and parks, and it planted many thousands of new trees.\n"
        * 9
    )
    figures = "全年粮食产量70643万吨，比上年增加1109万吨，增产1.6%。其中，夏粮产量14989万吨，增产2.6%。\n" * 9
    for text in (english, figures, f"一、农业\n{figures}二、工业\n{figures}"):
        assert "topic" not in {level for _, level, _ in tree(text)}


@pytest.mark.parametrize(
    ("sentence", "paragraphs", "topics"),
    [
        ("a long one", [f"加大民生投入，努力增进福祉。{BODY}"], []),
        ("a short one may be the first of several", [f"改革取得新突破。{BODY}"], ["改革取得新突破"]),
        (
            "one of several paragraphs",
            [f"加大民生投入，努力增进福祉。{BODY}", f"加大环保投入，努力改善生态。{BODY}"],
            ["加大民生投入，努力增进福祉", "加大环保投入，努力改善生态"],
        ),
        (
            "a long one above others",
            [f"加大民生投入，努力增进福祉。{divided('加强就业服务', '加强住房保障', '加强养老服务')[17:]}"],
            ["加强就业服务", "加强住房保障", "加强养老服务"],
        ),
    ],
)
def test_a_topic_that_is_all_of_a_section_restates_its_heading(
    sentence: str, paragraphs: list[str], topics: list[str]
) -> None:
    below = "\n".join(paragraphs)
    found = tree(f"一、今年工作\n（一）改善民生\n{below}\n（二）深化改革\n{BODY}\n")
    assert [heading for _, level, heading in found if level == "topic"] == topics, sentence
    assert all(id.count(".") == 2 for id, level, _ in found if level == "topic")


DASHED = ["产业更优", "城乡更美", "生活更好"]


@pytest.mark.parametrize(
    ("sentence", "paragraphs", "nodes"),
    [
        (
            "most open with a headline",
            [f"——{DASHED[0]}。{BODY}", f"——{DASHED[1]}。{BODY}", f"——新增就业3万人，民生持续改善。{BODY}"],
            [("topic", DASHED[0]), ("topic", DASHED[1]), ("topic", "新增就业3万人，民生持续改善")],
        ),
        (
            "few do",
            [f"——{DASHED[0]}。{BODY}", "——新增就业3万人；", "——修路20公里；"],
            [("item", DASHED[0]), ("item", "新增就业3万人"), ("item", "修路20公里")],
        ),
        (
            "two are no list",
            [f"——{DASHED[0]}。{BODY}", f"——新增就业3万人，民生持续改善。{BODY}"],
            [("topic", DASHED[0])],
        ),
    ],
)
def test_all_paragraphs_of_a_list_with_dashes_are_alike(
    sentence: str, paragraphs: list[str], nodes: list[tuple[str, str]]
) -> None:
    found = tree("一、工作回顾\n" + "\n".join(paragraphs) + "\n")
    listed = [(level, heading) for _, level, heading in found if level in ("topic", "item")]
    assert listed == nodes, sentence
    assert all(id.count(".") == 1 for id, level, _ in found if level in ("topic", "item"))


def test_topics_lie_below_a_numbered_one_that_has_a_line_of_its_own() -> None:
    lines = [
        "一、增强经济实力",
        *("（一）发展现代农业。", f"优化种植结构。{BODY}", f"健全服务体系。{BODY}"),
        *("（二）壮大优势工业。", f"改造传统产业。{BODY}", f"培育新兴产业。{BODY}"),
        "二、改善人民生活",
        BODY,
    ]
    text = "\n".join(["2024年工作安排", *lines, "2025年工作展望", *lines]) + "\n"
    found = [(level, id, heading) for id, level, heading in tree(text) if id.startswith("1.1.")]
    assert found == [
        ("topic", "1.1.1", "发展现代农业"),
        ("topic", "1.1.1.1", "优化种植结构"),
        ("topic", "1.1.1.2", "健全服务体系"),
        ("topic", "1.1.2", "壮大优势工业"),
        ("topic", "1.1.2.1", "改造传统产业"),
        ("topic", "1.1.2.2", "培育新兴产业"),
    ]
