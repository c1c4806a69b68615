"""Search: what matches, where, and how often."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import huiji_outline, report_of
from tui.report.outline import Outline
from tui.search.engine import Searcher
from tui.search.query import parse_query

HUIJI = Searcher(huiji_outline())


def hits(query: str, text: str) -> list[str]:
    found = Searcher(Outline(report_of(text))).search(query)
    return [text[hit.start : hit.end] for hit in found.hits]


@pytest.mark.parametrize(
    ("query", "count"),
    [("黄河", 32), ("高质量发展", 25), ("7%", 2), ("ＰＭ２．５", 2), ("政府工作报告", 1), ("不存在的词", 0)],
)
def test_counts_in_the_built_in_report(query: str, count: int) -> None:
    assert len(HUIJI.search(query).hits) == count


def test_quotation_marks_count_only_when_they_are_typed() -> None:
    text = "新增“四上”企业154家,四上企业增长。\n"
    assert hits("四上企业", text) == ["四上”企业", "四上企业"]
    assert hits("“四上”企业", text) == ["“四上”企业"]
    assert hits("黄河保护法", "落实《黄河保护法》。") == ["黄河保护法"]


def test_width_and_case_are_folded_and_spaces_inside_words_are_passed_over() -> None:
    assert hits("gdp", "ＧＤＰ与GDP") == ["ＧＤＰ", "GDP"]
    assert hits("政府工作", "政 府 工 作") == ["政 府 工 作"]
    assert hits("人民代表大会", "人民代表\n大会上") == ["人民代表\n大会"]


def test_all_terms_must_stand_in_one_paragraph() -> None:
    text = "黄河保护,生态优先。\n黄河文化。\n生态治理。\n"
    assert hits("黄河 生态", text) == ["黄河", "生态"]
    assert hits("黄河 -生态", text) == ["黄河"]
    assert hits('"黄河 文化"', text) == ["黄河文化"]
    assert hits("-黄河", text) == []


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("7%", "增长7%,增177%,达108.7%,共17%。", 1),
        ("7", "7个,17个,7.5个,0.7个,7。", 2),
        ("108.7", "达108.7%。", 1),
        ("23", "2023年23个", 1),
    ],
)
def test_a_number_matches_whole_numbers_only(query: str, text: str, expected: int) -> None:
    assert len(hits(query, text)) == expected


def test_an_unfinished_query_is_no_error() -> None:
    for query in ("", " ", '"', '"黄', "-", "- -", "　"):
        Searcher(Outline(report_of("黄河"))).search(query)
    assert parse_query('黄河 "').terms == parse_query("黄河").terms


def test_counts_of_a_node_hold_those_below_it() -> None:
    found = HUIJI.search("黄河")
    counts = HUIJI.counts(found)
    outline = huiji_outline()
    assert sum(counts.get(node.id, 0) for node in outline.report.outline) == len(found.hits)
    for node in outline.nodes:
        inside = sum(node.own_start <= hit.start < max(node.end, node.own_end) for hit in found.hits)
        assert counts.get(node.id, 0) == inside


def test_context_stays_in_the_paragraph() -> None:
    searcher = Searcher(Outline(report_of("上一段。\n前文黄河后文。\n下一段。")))
    hit = searcher.search("黄河").hits[0]
    assert searcher.context(hit, 9, 9) == ("前文", "后文。")
    assert searcher.context(hit, 1, 1) == ("文", "后")


@given(st.text("黄河生态“”《》 a1.\n", max_size=60), st.text("黄河生a1", min_size=1, max_size=3))
def test_every_hit_folds_to_the_query(text: str, query: str) -> None:
    if not text.strip():
        return
    for found in hits(query, text):
        kept = [character for character in found if not character.isspace() and character not in "“”《》"]
        assert "".join(kept) == query
