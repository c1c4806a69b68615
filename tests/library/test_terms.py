"""What a library tells of terms: trends, and the reports with which two are compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.conftest import REPORTS, text_of
from tui.library.library import Library
from tui.library.loading import load_report
from tui.library.term_sources import MOST_OTHERS, other_texts
from tui.report.errors import DataError, UsageError
from tui.report.outline import Outline
from tui.search.engine import Searcher
from tui.search.query import parse_query
from tui.wording.model import TrendLevel, TrendYear


@pytest.mark.parametrize(
    "term", ["低空经济", "服务业", "黄河", "“四上”", "7%", "100家", "jkjj", "/增长\\d+%/", "没有的词"]
)
def test_a_trend_counts_what_searching_each_report_finds(library: Library, term: str) -> None:
    years: dict[int, list[int]] = {}
    for place, year in REPORTS:
        report = library.report(f"{place}/{year}")
        hits = len(Searcher(Outline(report)).search(term).hits)
        counts = years.setdefault(year, [0, 0, 0])
        for index, count in enumerate((1, hits > 0, hits)):
            counts[index] += count
    trend = library.trend(term)
    assert trend.years == tuple(TrendYear(year, *years[year]) for year in sorted(years))
    assert trend.hits == sum(counts[2] for counts in years.values())
    assert trend.having == sum(counts[1] for counts in years.values())
    assert (trend.first is None) == (trend.hits == 0)


@pytest.mark.parametrize("size", [14, 15, 16, 17, 18])
def test_long_terms_are_counted_wherever_they_stand(library: Library, size: int) -> None:
    report = library.report("青川县/2023")
    text = "".join(report.text.split())
    searcher = Searcher(Outline(report))
    for start in range(0, len(text) - size, 5):
        term = f'"{text[start : start + size]}"'
        query = parse_query(term)
        if len(query.terms) == 1:
            hits = len(searcher.search(term).hits)
            assert library.trend(term, "place:青川县 year:2023").hits == hits


def test_a_trend_tells_where_the_term_is_first(library: Library) -> None:
    trend = library.trend("低空经济")
    assert trend.first is not None
    assert library.addresses().of(trend.first.report) == "青川县/2022"
    assert library.report(trend.first.report).text[trend.first.start : trend.first.end] == "低空经济"


def test_a_trend_has_the_reports_that_filters_leave(library: Library) -> None:
    trend = library.trend("黄河", "level:county year:2022-")
    assert trend.years == (TrendYear(2022, 2, 1, 3), TrendYear(2023, 1, 0, 0))
    assert trend.levels == (TrendLevel("county", 3, 1, 3),)
    assert library.trend("黄河", "place:保定市").first is None


@pytest.mark.parametrize("term", ["", "黄河 服务业", "黄河 -服务业", "-黄河"])
def test_a_trend_is_of_one_term(library: Library, term: str) -> None:
    with pytest.raises(UsageError):
        library.trend(term)


def test_a_trend_can_be_stopped(library: Library) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.trend("增长", stop=stop)


def test_compared_are_the_best_reports_of_other_places_in_both_years(library: Library) -> None:
    earlier, later = library.find("青川县/2022"), library.find("青川县/2023")
    sources = library.term_sources(earlier, later)
    assert list(sources.earlier) == [library.report("剑阁县/2022").text]
    assert list(sources.later) == [library.report("保定市/2023").text]
    assert not sources.past
    assert not sources.are_enough


def test_a_report_that_the_library_does_not_have_is_compared_with_other_places_as_well(
    library: Library, tmp_path: Path
) -> None:
    files = []
    for year in (2022, 2023):
        file = tmp_path / f"{year}.txt"
        file.write_text(text_of("青川县", year) + "新的一段。", encoding="utf-8")
        files.append(load_report(str(file), None))
    sources = library.term_sources(files[0], files[1])
    assert list(sources.earlier) == [library.report("剑阁县/2022").text]
    assert list(sources.later) == [library.report("保定市/2023").text]


def test_reports_of_one_year_are_compared_with_no_others(library: Library) -> None:
    numbers = library.find("青川县/2022"), library.find("剑阁县/2022")
    assert library.term_sources(numbers[0], numbers[1]) == ([], [], [])


def test_new_terms_have_counts_elsewhere(library: Library) -> None:
    earlier, later = library.find("剑阁县/2022"), library.find("青川县/2023")
    new, gone = library.new_terms(earlier, later)
    assert all(term.before == 0 and term.after for term in new)
    assert [(term.text, term.before, term.after, term.elsewhere) for term in gone][:1] == [
        ("暖冬行动", 1, 0, (0, 0))
    ]


def test_there_are_no_terms_of_a_report_that_is_not_there(library: Library) -> None:
    with pytest.raises(DataError):
        library.new_terms(library.find("青川县/2022"), 99)


def test_places_of_the_level_come_first_and_no_year_has_too_many(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    places = ("青川县", "剑阁县", "苍溪县", "保定市", "石家庄市")
    for place in places:
        (tmp_path / place).mkdir()
        for year in (2022, 2023):
            (tmp_path / place / f"{year}.txt").write_text(text_of(place, year), encoding="utf-8")
    with Library(path, write=True) as made:
        for _ in made.add(sorted(map(str, tmp_path.rglob("*.txt")))):
            pass
    with Library(path) as library:
        own = library.find("青川县/2022"), library.find("青川县/2023")
        earlier, later, _ = other_texts(library._connection, *own, library._divisions)
        for year, texts in ((2022, earlier), (2023, later)):
            found = [next(place for place in places if f"{place}人民政府" in text) for text in texts]
            assert set(found[:2]) == {"剑阁县", "苍溪县"}
            assert set(found[2:]) == {"保定市", "石家庄市"}
            assert all(str(year) in text for text in texts)
            assert len(texts) <= MOST_OTHERS
