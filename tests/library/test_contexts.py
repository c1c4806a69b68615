"""Concordances, collocates and related sentences of a library."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from tests.support.samples import SMALL
from tui.library import related
from tui.library.library import Library
from tui.library.related import MIN_SCORE
from tui.report.errors import DataError, UsageError
from tui.report.sentences import sentences_in
from tui.wording.concordance import CONCORDANCE_ORDERS, left_key, right_key
from tui.wording.likeness import masked_grams
from tui.wording.model import RelatedSentence

_VERBS = ("大力发展", "加快培育", "积极布局", "推动", "支持", "做强")
_THINGS = (
    "低空经济",
    "通用机场",
    "新能源汽车",
    "生物医药",
    "老旧小区改造",
    "高标准农田",
    "城市更新",
    "养老服务",
)
_ENDS = ("产业集群", "示范项目", "新赛道", "园区建设", "服务体系", "“十四五”规划")
_PLACES = ("青川县", "剑阁县", "保定市", "郑州市", "洛阳市", "开封市")
_YEARS = range(2022, 2026)


def sentence_of(chance: random.Random) -> str:
    things = "、".join(chance.sample(_THINGS, chance.randint(1, 3)))
    return f"{chance.choice(_VERBS)}{things}{chance.choice(_ENDS)}{chance.randint(2, 90)}个。"


def text_of(place: str, year: int, said: str) -> str:
    text = SMALL.replace("某某县", place).replace("2022", str(year)).replace("2021", str(year - 1))
    return text.replace("坚持项目为王。", "坚持项目为王。" + said)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of 24 reports whose sentences are made of a few words."""
    folder = tmp_path_factory.mktemp("related")
    chance = random.Random(20)
    for place in _PLACES:
        (folder / place).mkdir()
        for year in _YEARS:
            said = "".join(sentence_of(chance) for _ in range(chance.randint(6, 12)))
            (folder / place / f"{year}.txt").write_text(text_of(place, year, said), encoding="utf-8")
    path = folder / "library.db"
    with Library(path, write=True) as made:
        steps = list(made.add([folder]))
        assert [step.outcome for step in steps] == ["added"] * len(_PLACES) * len(_YEARS)
    with Library(path) as opened:
        yield opened


def by_brute_force(library: Library, sentence: str, without: int | None = None) -> list[RelatedSentence]:
    """Return the best sentence of each report that is like a given one, the best first."""
    weights = library._weights.weights
    grams = masked_grams(sentence)
    best: dict[int, RelatedSentence] = {}
    for report in library.reports():
        if report.id == without:
            continue
        text = library.text_of(report.id)
        for start, end in sentences_in(text):
            score = weights.cosine(grams, masked_grams(text[start:end]))
            known = best.get(report.id)
            if score >= MIN_SCORE and (known is None or score > known.score):
                best[report.id] = RelatedSentence(report.id, start, end, score)
    return sorted(best.values(), key=lambda one: (-one.score, one.report))


# -- related sentences ---------------------------------------------------------------------------


def test_the_best_sentences_by_brute_force_are_found(library: Library) -> None:
    chance = random.Random(7)
    sought = missed = 0
    for _ in range(40):
        sentence = sentence_of(chance)
        expected = by_brute_force(library, sentence)[:5]
        scores = [round(one.score, 9) for one in library.related(sentence, 5)]
        sought += len(expected)
        missed += sum(round(one.score, 9) not in scores for one in expected)
    assert sought > 150
    assert missed <= sought * 0.05


def test_a_sentence_of_the_library_is_found_first_unless_its_report_is_left_out(library: Library) -> None:
    report = library.find("郑州市/2023")
    text = library.text_of(report)
    start, end = next(span for span in sentences_in(text) if "个。" in text[slice(*span)])
    best = library.related(text[start:end], 30)
    assert best[0].score == pytest.approx(1)
    assert report in [one.report for one in best]
    without = library.related(text[start:end], 30, without=report)
    assert without == [one for one in best if one.report != report]


def test_results_are_sentences_best_first_and_one_of_each_report(library: Library) -> None:
    found = library.related("大力发展低空经济、通用机场示范项目5个。")
    assert 1 < len(found) <= 20
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert len({one.report for one in found}) == len(found)
    for one in found:
        assert (one.start, one.end) in list(sentences_in(library.text_of(one.report)))
    several = library.related("大力发展低空经济、通用机场示范项目5个。", 50, per_report=3)
    assert max(sum(one.report == other.report for other in several) for one in several) in (2, 3)


def test_numbers_and_years_do_not_count(library: Library) -> None:
    one = library.related("2024年大力发展低空经济示范项目5个。")
    other = library.related("2019年大力发展低空经济示范项目300个。")
    assert one == other != []


def test_the_same_sentence_of_several_reports_is_listed_for_each(library: Library) -> None:
    found = library.related("坚持项目为王。", 50)
    assert sum(one.score > 0.999 for one in found) == len(library.reports())


def test_paragraphs_of_another_tense_take_no_room(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = (
        "新增城镇就业4200人,改造老旧小区18个,新增市场主体5000户。"  # two thirds of it are in the reviews
    )
    of_plan = library.related(sentence, 5, filters="in:plan")
    of_review = library.related(sentence, 5, filters="in:review")
    assert of_review[0].score > of_plan[0].score
    monkeypatch.setattr(related, "_MOST_PARAGRAPHS", 24)  # as many as there are reports
    assert library.related(sentence, 5, filters="in:plan") == of_plan


def test_filters_choose_reports_and_paragraphs(library: Library) -> None:
    found = library.related("坚持项目为王。", filters="place:剑阁县 year:2022-2024")
    wanted = {report.id for report in library.reports("place:剑阁县 year:2022-2024")}
    assert {one.report for one in found} == wanted
    assert len(wanted) == 3
    assert library.related("坚持项目为王。", filters="in:plan") != library.related("坚持项目为王。")
    with pytest.raises(UsageError, match="in:plan"):
        library.related("大力发展低空经济。", filters="低空经济")
    with pytest.raises(UsageError):
        library.related("大力发展低空经济。", filters="place:没有此地")


@pytest.mark.parametrize(
    "sentence", ["", "。", "5", "a", '"OR gram*', "\0", "𠮷𠮷𠮷", "\ud800x", "甲" * 5000]
)
def test_any_text_may_be_looked_for(library: Library, sentence: str) -> None:
    assert library.related(sentence) == []


def test_stopping_ends_the_search(library: Library) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.related("大力发展低空经济。", stop=stop)


def test_a_report_that_is_not_there_has_no_text(library: Library) -> None:
    with pytest.raises(DataError):
        library.text_of(99999)


# -- concordance and collocates ------------------------------------------------------------------


@pytest.mark.parametrize("query", ["低空经济", "低空经济 place:郑州市 year:2022-2024", "jing"])
def test_a_concordance_has_the_hits_of_the_search(library: Library, query: str) -> None:
    expected = sorted(
        (found.report.id, hit.start, hit.end) for found in library.search(query) for hit in found.hits
    )
    assert expected
    for order in CONCORDANCE_ORDERS:
        lines = library.concordance(query, order)
        assert sorted((one.report, one.line.start, one.line.end) for one in lines) == expected
        for one in lines:
            text = library.text_of(one.report)
            assert text[one.line.start : one.line.end] == one.text
            assert text[: one.line.start].endswith(one.line.left)
            assert text[one.line.end :].startswith(one.line.right)


def test_lines_have_place_year_and_section_and_are_sorted(library: Library) -> None:
    lines = library.concordance("低空经济 place:郑州市")
    assert {one.place for one in lines} == {"郑州市"}
    assert all(one.address == f"郑州市/{one.year}" and one.level == "city" for one in lines)
    assert all(one.section for one in lines)
    keys = [right_key(one.line) for one in lines]
    assert keys == sorted(keys)
    keys = [left_key(one.line) for one in library.concordance("低空经济", "left")]
    assert keys == sorted(keys)
    years = [one.year or 0 for one in library.concordance("低空经济", "year")]
    assert years == sorted(years, reverse=True)


def test_collocates_are_near_the_hits(library: Library) -> None:
    words = {one.text: one for one in library.collocates("大力发展")}
    assert {"低空经济", "养老服务"} & set(words)
    assert "大力发展" not in words
    assert all(one.observed > one.expected and one.score > 10 for one in words.values())
    assert library.collocates("没有这个词") == []


def test_where_few_are_alike_those_like_a_clause_follow_and_are_marked(library: Library) -> None:
    long = (
        "珊瑚礁潜水员培训班如期结业并颁发证书和奖章，天文望远镜夜间观测活动吸引青少年踊跃报名，坚持项目为王。"
    )
    found = library.related(long, 10)
    whole, parts = [one for one in found if not one.is_part], [one for one in found if one.is_part]
    assert len(whole) < 3 and parts
    assert found == [*whole, *parts]
    assert len({one.report for one in found}) == len(found) <= 10
    assert all("项目为王" in library.text_of(one.report)[one.start : one.end] for one in parts[:1])


def test_where_enough_are_alike_no_clause_is_looked_for(library: Library) -> None:
    found = library.related("坚持项目为王。", 50)
    assert len(found) >= 3 and not any(one.is_part for one in found)
