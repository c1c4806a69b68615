"""Search: what matches, where, and how often."""

from __future__ import annotations

import re
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search import slow
from tests.support.samples import huiji_outline, report_of
from tests.tables import variants
from tui.report.errors import DataError, UsageError
from tui.report.outline import Outline
from tui.report.resources import read_content
from tui.search import fold
from tui.search.engine import Searcher
from tui.search.matcher import PATTERN_TIMEOUT_S
from tui.search.query import MAX_TERMS, hint_for, parse_query
from tui.search.synonyms import read_synonyms

HUIJI = Searcher(huiji_outline())


def hits(query: str, text: str) -> list[str]:
    results = Searcher(Outline(report_of(text))).search(query)
    return [text[hit.start : hit.end] for hit in results.hits]


@pytest.mark.parametrize(
    ("query", "count"),
    [("黄河", 32), ("高质量发展", 25), ("7%", 2), ("ＰＭ２．５", 2), ("政府工作报告", 1), ("不存在的词", 0)],
)
def test_counts_in_the_built_in_report(query: str, count: int) -> None:
    assert len(HUIJI.search(query).hits) == count


def test_quotation_marks_count_only_if_typed() -> None:
    text = "新增“四上”企业154家,四上企业增长。\n"
    assert hits("四上企业", text) == ["四上”企业", "四上企业"]
    assert hits("“四上”企业", text) == ["“四上”企业"]
    assert hits("黄河保护法", "落实《黄河保护法》。") == ["黄河保护法"]


def test_full_width_slashes_enclose_a_pattern() -> None:
    text = "城中村改造,城中村/改造。"
    assert hits("／城中村.造／", text) == ["城中村改造"]
    assert hits("／村/改造／", text) == ["村/改造"]


def test_a_word_with_a_class_of_characters_is_a_pattern_without_slashes() -> None:
    text = "新建道路15公里,绿地20公顷,\\d+公里。"
    assert hits(r"\d+公里", text) == ["15公里"]
    assert hits(r"\d+公里｜\d+公顷", text) == ["15公里", "20公顷"]
    assert hits(r'"\d+公里"', text) == [r"\d+公里"]


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("“黄河流域”", '连着找用 "…"'),
        ("生态 “黄河流域”", '连着找用 "…"'),
        ("、城中村.造、", "正则写作 /…/"),
        (r"/\d+公里", "正则写作 /…/"),
        (r"\b公里", "正则写作 /…/"),
        ("第[一二]产业", "正则写作 /…/"),
        ("/第[一二]产业/", ""),
        ("3.5", ""),
        ('"黄河流域"', ""),
        ("“四上”企业", ""),
        ("黄河、长江", ""),
    ],
)
def test_a_hint_tells_which_marks_a_query_has(query: str, hint: str) -> None:
    assert hint in hint_for(query) and bool(hint) == bool(hint_for(query))


def test_width_and_case_are_folded_and_spaces_ignored() -> None:
    assert hits("gdp", "ＧＤＰ与GDP") == ["ＧＤＰ", "GDP"]
    assert hits("政府工作", "政 府 工 作") == ["政 府 工 作"]
    assert hits("人民代表大会", "人民代表\n大会上") == ["人民代表\n大会"]


def test_all_terms_must_be_in_one_paragraph() -> None:
    text = "黄河保护,生态优先。\n黄河文化。\n生态治理。\n"
    assert hits("黄河 生态", text) == ["黄河", "生态"]
    assert hits("黄河 -生态", text) == ["黄河"]
    assert hits('"黄河 文化"', text) == ["黄河文化"]


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


def test_unfinished_query_is_no_error() -> None:
    for query in ("", " ", '"', '"黄', "-", "- -", "　"):
        Searcher(Outline(report_of("黄河"))).search(query)
    assert parse_query("黄河 /未完").terms
    assert parse_query('黄河 "').terms == parse_query("黄河").terms


def test_hits_of_a_node_include_those_of_its_children() -> None:
    results = HUIJI.search("黄河")
    counts = results.counts
    outline = huiji_outline()
    assert sum(counts.get(node.id, 0) for node in outline.report.outline) == len(results.hits)
    for node in outline.nodes:
        inside = sum(node.own_start <= hit.start < max(node.end, node.own_end) for hit in results.hits)
        assert counts.get(node.id, 0) == inside


def test_context_of_a_hit_ends_with_its_paragraph() -> None:
    searcher = Searcher(Outline(report_of("上一段。\n前文黄河后文。\n下一段。")))
    hit = searcher.search("黄河").hits[0]
    assert searcher.context(hit, 9, 9) == ("前文", "后文。")
    assert searcher.context(hit, 1, 1) == ("文", "后")


@given(st.text("黄河生态“”《》 a1.\n", max_size=60), st.text("黄河生a1", min_size=1, max_size=3))
def test_every_hit_folds_to_the_query(text: str, query: str) -> None:
    if not text.strip():
        return
    for hit in hits(query, text):
        kept = [character for character in hit if not character.isspace() and character not in "“”《》"]
        assert "".join(kept) == query


TEXTS = st.text("黄黃河经濟“”《》 　a1.7%\n,", max_size=50).filter(lambda text: bool(text.strip()))
TERMS = st.lists(st.text("黄河经“”a17.%", min_size=1, max_size=3), min_size=1, max_size=3, unique=True)


WORDS = st.lists(st.text("河济1", min_size=1, max_size=2), max_size=1)


@settings(max_examples=200)
@given(TEXTS, TERMS, WORDS)
def test_search_equals_brute_force(text: str, terms: list[str], excluded: list[str]) -> None:
    assert_equals_brute_force(text, terms, excluded)


@pytest.mark.slow
@settings(max_examples=2000)
@given(TEXTS, TERMS, WORDS)
def test_search_equals_brute_force_on_many_texts(text: str, terms: list[str], excluded: list[str]) -> None:
    assert_equals_brute_force(text, terms, excluded)


def assert_equals_brute_force(text: str, terms: list[str], excluded: list[str]) -> None:
    folded = [parse_query(f'"{term}"').terms for term in terms]
    if not all(folded) or len({terms[0].forms for terms in folded}) < len(terms):
        return
    query = " ".join([*(f'"{term}"' for term in terms), *(f'-"{term}"' for term in excluded)])
    results = Searcher(Outline(report_of(text))).search(query)
    plain = [(hit.start, hit.end, hit.term) for hit in results.hits if not hit.why]
    if all(not hit.why for hit in results.hits):
        assert plain == slow.search(report_of(text).text, terms, excluded)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in results.hits)


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("黃河", "黄河与黃河", ["黄河", "黃河"]),
        ("黄河", "黃河經濟", ["黃河"]),
        ("發展", "高质量发展", ["发展"]),
        ("100", "建成一百个,又一百二十个,共100个", ["一百", "100"]),
        ("一百", "建成100个,1000个", ["100"]),
        ("3%", "增长百分之三,百分之三点五,3%", ["百分之三", "3%"]),
        ("百分之三点五", "增长3.5%", ["3.5%"]),
        ("GDP", "地区生产总值增长", ["地区生产总值"]),
        ("社零", "社会消费品零售总额", ["社会消费品零售"]),
        ("/新增.{3,4}人/", "新增就业3人,新增12人", ["新增就业3人"]),
    ],
)
def test_other_forms_of_a_term_are_found(query: str, text: str, expected: list[str]) -> None:
    assert hits(query, text) == expected


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("GDP", "“GDP”即地区生产总值"),
        ("huanghe", "拼音 huanghe"),
        ("zhongqing", "拼音 zhongqing，异读"),
        ("一百", "数字“一百”"),
        ("黄河", ""),
    ],
)
def test_hit_says_why_it_is_one(query: str, why: str) -> None:
    results = Searcher(Outline(report_of("黄河,地区生产总值,重庆,100个"))).search(query)
    assert [hit.why for hit in results.hits] == [why]


def test_letters_are_searched_as_text_before_pinyin() -> None:
    assert hits("hh", "HH级,黄河") == ["HH"]
    assert hits("hh", "H级,黄河") == ["黄河"]


def test_place_limits_the_search() -> None:
    whole, part = HUIJI.search("招商"), HUIJI.search("in:3.1 招商")
    node = huiji_outline().by_id["3.1"]
    assert [hit for hit in whole.hits if node.start <= hit.start < node.end] == list(part.hits)
    assert 0 < len(part.hits) < len(whole.hits)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("-黄河", "只有要排除的词"),
        ("in:3.1", "只有位置"),
        ("/(/", "正则有误：缺少 )（末尾）"),
        ("in:9.9 黄河", "没有“9.9”这个位置"),
    ],
)
def test_wrong_query_is_explained(query: str, said: str) -> None:
    with pytest.raises(UsageError, match=re.escape(said)):
        HUIJI.search(query)


def test_slow_pattern_is_stopped() -> None:
    searcher = Searcher(Outline(report_of(("a" * 3000 + "b\n") * 20)))
    begun = monotonic()
    with pytest.raises(UsageError, match="太费时"):
        searcher.search(r"/(a|aa)+$/")
    assert monotonic() - begun < 20 * PATTERN_TIMEOUT_S


def test_first_hits_are_found_without_the_rest() -> None:
    first = next(HUIJI.hits(parse_query("高质量发展")))
    assert first == list(HUIJI.search("高质量发展").hits[: len(first)])
    assert list(HUIJI.hits(parse_query("不存在的词"))) == []


@pytest.mark.parametrize("query", ["黄河", "黃河"])
def test_simplified_and_traditional_queries_are_equal(query: str) -> None:
    assert len(HUIJI.search(query).hits) == 32


def test_variants_match_their_script() -> None:
    assert read_content("variants.txt").decode() == variants.make()


def test_synonyms_are_valid_and_include_common_abbreviations() -> None:
    table = read_synonyms(read_content("synonyms.yaml"), "synonyms.yaml")
    assert len(table) >= 40
    for term in ("gdp", "社零", "固投", "规上", "四上", "三农", "双创", "营商", "保交楼", "放管服"):
        assert table[term]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n", "s.yaml:1:1: 应为"),
        ("甲: 乙\n", "s.yaml:1:4: “甲”之后应为列表"),
        ("甲: []\n", "s.yaml:1:4: “甲”之后应为列表"),
        ("甲: [乙]\n丙: [丙]\n", "s.yaml:2:1: “丙”不必列出自己"),
        ("甲: [乙]\n甲: [丁]\n", "s.yaml:2:1: "),
    ],
)
def test_fault_in_the_synonyms_has_line_and_column(text: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        read_synonyms(text.encode(), "s.yaml")
    assert str(caught.value).startswith(said)


QUERIES = [
    "黄河",
    "黄河 生态",
    "huanghe",
    "huanghe 生态",
    "生态 huanghe",
    "生态 -huanghe",
    "zhongqing",
    "yshj 企业",
    "7%",
    "“四上”企业",
]


#: One query of each kind: terms, terms with pinyin, numbers; the others are slow tests.
QUICK = ("黄河 生态", "生态 huanghe", "7%")


@pytest.mark.parametrize(
    "query", [pytest.param(query, marks=[] if query in QUICK else [pytest.mark.slow]) for query in QUERIES]
)
def test_pieces_of_any_length_give_the_same_hits(query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text is folded in pieces: what lies across two of them is found too."""
    whole = Searcher(huiji_outline()).search(query)
    for characters in (7, 101, 1000):
        monkeypatch.setattr(fold, "_PIECE_CHARACTERS", characters)
        assert Searcher(huiji_outline()).search(query) == whole


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("黄河|长江", ["黄河", "长江", "黄河"]),
        ("黄河 | 长江", ["黄河", "长江", "黄河"]),
        ("黄河｜长江", ["黄河", "长江", "黄河"]),
        ('"黄河 治理"|长江', ["长江", "黄河治理"]),
        ("黄河|长江 治理", ["黄河", "治理"]),
        ("治理 -长江|生态", ["治理"]),
        ("没有|的词", []),
        ("黄河|", ["黄河", "黄河"]),
        ("|长江 |", ["长江"]),
        ("/黄河|长江/", ["黄河", "长江", "黄河"]),
    ],
)
def test_one_of_several_words_is_enough(query: str, expected: list[str]) -> None:
    assert hits(query, "保护黄河。\n长江大保护，生态优先。\n黄河治理。") == expected


def test_each_of_several_words_has_its_synonyms_and_numbers() -> None:
    found = Searcher(Outline(report_of("地区生产总值增长。新建一百所。"))).search("GDP|100").hits
    assert [(hit.term, bool(hit.why)) for hit in found] == [(0, True), (0, True)]
    assert hits("一百|100", "新建100所，改建一百所。") == ["100", "一百"]


def test_words_to_choose_from_count_as_terms() -> None:
    parse_query("|".join(f"词{number}" for number in range(MAX_TERMS)))
    with pytest.raises(UsageError):
        parse_query("|".join(f"词{number}" for number in range(MAX_TERMS + 1)))


@settings(max_examples=200)
@given(TEXTS, st.lists(st.text("黄河经a17.%", min_size=1, max_size=3), min_size=2, max_size=3, unique=True))
def test_the_hits_of_several_words_are_those_of_each(text: str, words: list[str]) -> None:
    searcher = Searcher(Outline(report_of(text)))
    each = [
        (hit.start, hit.end)
        for word in words
        for hit in searcher.search(f'"{word}"').hits
        if not hit.why.startswith("拼音")
    ]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(each, key=lambda span: (span[0], -span[1])):
        if not merged or start >= merged[-1][1]:
            merged.append((start, end))
    together = searcher.search(" | ".join(f'"{word}"' for word in words)).hits
    assert [(hit.start, hit.end) for hit in together] == merged
