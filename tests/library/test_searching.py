"""A search in a library finds what searching every report by itself finds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.conftest import REPORTS, text_of
from tui.library.library import Library
from tui.report.errors import UsageError
from tui.search.matcher import Matcher
from tui.search.query import parse_query
from tui.search.results import Hit

TEXTS = {key: text_of(*key) for key in REPORTS}
Found = dict[tuple[str, int], tuple[Hit, ...]]


def no_place(place: str) -> tuple[int, int]:
    raise UsageError(place)


def by_brute_force(library: Library, query: str) -> Found:
    """Search every report's text by itself."""
    parsed = parse_query(query)
    found: Found = {}
    for listed in library.reports():
        text = library.report(listed.id).text
        hits = tuple(hit for paragraph in Matcher(text, no_place).hits(parsed) for hit in paragraph)
        if hits:
            found[listed.place, listed.plan_year or 0] = hits
    return found


def by_library(library: Library, query: str) -> Found:
    return {(one.report.place, one.report.plan_year or 0): one.hits for one in library.search(query).hits()}


@st.composite
def queries(draw: st.DrawFn) -> str:
    """Draw a query: one or two pieces of a text, a phrase, an exclusion, letters, a pattern."""
    text = draw(st.sampled_from(sorted(TEXTS.values())))

    def piece() -> str:
        start = draw(st.integers(0, len(text) - 1))
        return text[start : start + draw(st.integers(1, 12))].replace('"', "").strip("/-") or "县"

    kind = draw(st.sampled_from(("one", "two", "phrase", "without", "letters", "mixed", "pattern")))
    if kind == "two":
        return f"{piece()} {piece()}"
    if kind == "phrase":
        return f'"{piece()}"'
    if kind == "without":
        return f"{piece()} -{piece()}"
    if kind in ("letters", "mixed"):
        letters = draw(st.sampled_from(("hh", "dikong", "huanghe", "pm", "qingchuan", "fz", "yh")))
        return letters if kind == "letters" else f"{letters} {draw(st.sampled_from(('', '-')))}{piece()}"
    return "/低.经济/" if kind == "pattern" else piece()


@given(queries())
def test_a_library_finds_what_brute_force_finds(library: Library, query: str) -> None:
    if not parse_query_or_none(query):
        return
    found = by_library(library, query)
    assert found == by_brute_force(library, query)
    assert library.search(query).facets().total == sum(map(len, found.values()))
    by_place = {
        (one.report.place, one.report.plan_year or 0): one.hits
        for one in library.search(query).hits_by_place()
    }
    assert by_place == found


def parse_query_or_none(query: str) -> bool:
    """Tell whether a query can be parsed, has something to find, and no place."""
    try:
        parsed = parse_query(query)
    except UsageError:
        return False
    return bool(parsed.terms) and not parsed.places


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("低空经济", {("青川县", 2022): 1, ("青川县", 2023): 2}),
        ("7%", {("青川县", 2022): 1, ("青川县", 2023): 1}),
        ("四上企业", {("剑阁县", 2022): 1}),
        ("“四上”", {("剑阁县", 2022): 1}),
        ("一百家", {("保定市", 2023): 2}),
        ("银行", {("保定市", 2023): 1}),
        ("huanghe", {("剑阁县", 2022): 3}),
        ("低空经济 -发展", {}),
        ("低空经济 -177%", {("青川县", 2022): 1, ("青川县", 2023): 2}),  # that is another paragraph
        ("低空经济 year:2023", {("青川县", 2023): 2}),
        ("低空经济 year:-2022", {("青川县", 2022): 1}),
        ("低空经济 place:青川", {("青川县", 2022): 1, ("青川县", 2023): 2}),
        ("低空经济 place:四川省 level:县级", {("青川县", 2022): 1, ("青川县", 2023): 2}),
        ("低空经济 level:city", {}),
        ("低空经济 in:plan", {}),
        ("低空经济 in:review", {("青川县", 2022): 1, ("青川县", 2023): 2}),
        ("银行 place:保定市", {("保定市", 2023): 1}),
    ],
)
def test_queries_and_filters(library: Library, query: str, hits: dict[tuple[str, int], int]) -> None:
    assert {key: len(found) for key, found in by_library(library, query).items()} == hits


def test_hits_are_counted_by_report(library: Library) -> None:
    search = library.search("低空经济")
    assert search.counts() == {found.report.id: len(found.hits) for found in search.hits()}
    assert search.facets(search.counts()) == search.facets()


class Stopped(Exception):
    """Somebody does not want to wait."""


@pytest.mark.parametrize("query", ["低空经济", "/低空./", "huanghe"])
def test_counting_can_be_stopped(library: Library, query: str) -> None:
    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        library.search(query).counts(stop)


@pytest.mark.parametrize(
    "query", ["低空经济 year:2023", "低空经济 level:city", "经济 place:保定市", "huanghe year:2023"]
)
def test_filters_hold_in_whatever_order_reports_come(library: Library, query: str) -> None:
    by_place = library.search(query).hits_by_place()
    assert {(one.report.place, one.report.plan_year or 0): one.hits for one in by_place} == by_library(
        library, query
    )


@pytest.mark.parametrize("query", ["低空经济", "/低空./", "huanghe", "GDP", "项目 year:2023", "项目 in:plan"])
def test_reports_are_searched_in_the_order_asked_for(library: Library, query: str) -> None:
    order = [report.id for report in library.reports()][::-1]
    found = {one.report.id: one for one in library.search(query).hits()}
    search = library.search(query)
    assert list(search.hits_of(order)) == [found[report] for report in order if report in found]
    assert set(search.reports) >= found.keys()


@pytest.mark.parametrize("query", ["/[0-9]{9}/", "huanghe", "项目"])
def test_a_search_report_by_report_can_be_stopped(library: Library, query: str) -> None:
    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        list(library.search(query).hits_of([report.id for report in library.reports()], stop))


@pytest.mark.parametrize("query", ["项目", "xiangmu", "/项./"])
def test_a_search_is_narrowed_to_some_reports(library: Library, query: str) -> None:
    search = library.search(query)
    counts = search.counts()
    some = sorted(counts)[1:3]
    search.narrow(dict.fromkeys(some, 0))
    assert search.counts() == {report: counts[report] for report in some}
    assert {found.report.id for found in search} == set(some)


def test_facets_count_by_year_place_and_level(library: Library) -> None:
    facets = library.search("低空经济").facets()
    assert (facets.total, facets.reports) == (3, 2)
    assert facets.years == {2022: 1, 2023: 2}
    assert (facets.places, facets.levels) == ({"青川县": 3}, {"county": 3})


@pytest.mark.parametrize("query", ["词 level:国", "词 year:新年", "词 in:3.1", "词 year:20"])
def test_wrong_filters_are_told(library: Library, query: str) -> None:
    with pytest.raises(UsageError):
        list(library.search(query).hits())


def test_random_pieces_of_the_texts(library: Library) -> None:
    """Many more than hypothesis draws, cheaply."""
    chance = random.Random(2024)
    for _ in range(300):
        text = chance.choice(sorted(TEXTS.values()))
        start = chance.randrange(len(text))
        query = text[start : start + chance.randint(1, 12)]
        if parse_query_or_none(query):
            assert by_library(library, query) == by_brute_force(library, query), query


@pytest.mark.parametrize(
    "query",
    [
        "huanghe",
        "hh",
        "dkjj",
        "huanghe year:2022",
        "qiye -黄河",
        "qiye 黄河",
        "qiye level:county",
        "企业",
        "7%",
        "企业 -百家",
        "“四上”",
    ],
)
def test_a_search_finds_the_same_after_a_rebuild_in_another_order(
    query: str, library: Library, shelf: Path, tmp_path: Path
) -> None:
    def found(searched: Library) -> dict[tuple[str, int | None], int]:
        search = searched.search(query)
        hits = {(one.report.place, one.report.plan_year): len(one.hits) for one in search.hits()}
        names = {one.id: (one.place, one.plan_year) for one in searched.reports()}
        assert {names[number]: count for number, count in search.counts().items()} == hits
        return hits

    path = tmp_path / "library.db"
    with Library(path, write=True) as made:
        for file in sorted(map(str, shelf.rglob("*.txt")), reverse=True):
            list(made.add([file]))
        list(made.rebuild())
    with Library(path) as rebuilt:
        assert found(rebuilt) == found(library)
