"""Hits are counted form by form where one form holds another, and still as in each report by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.conftest import text_of
from tui.library.library import Library
from tui.library.matching import counted_forms
from tui.report.outline import Outline
from tui.search.engine import Searcher
from tui.search.query import Form

_TOLD = {
    "青川县": "地区生产总值增长7%,国内生产总值增长。GDP过百亿,人均地区生\n产总值过万元。",
    "剑阁县": "生产总值地区生产总值GDP生产总值。" * 7,
    "保定市": "更大平台引来更多企业。",
    "眉山市": "服务业增长。",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library in which a statistic is told under its names, some of which hold others."""
    folder = tmp_path_factory.mktemp("told")
    for place, text in _TOLD.items():
        whole = text_of(place, 2022).replace("坚持项目为王。", "坚持项目为王。" + text)
        (folder / f"{place}.txt").write_text(whole, encoding="utf-8")
    with Library(folder / "library.db", write=True) as made:
        list(made.add([str(folder / f"{place}.txt") for place in _TOLD]))
    with Library(Path(folder) / "library.db") as opened:
        yield opened


@pytest.mark.parametrize("term", ["GDP", "生产总值", "地区生产总值", "GDP -人均", "GDP -企业", "GDP 增长"])
def test_counts_are_those_of_each_report_by_itself(told: Library, term: str) -> None:
    found = {
        listed.id: len(Searcher(Outline(told.report(listed.id))).search(term).hits)
        for listed in told.reports()
    }
    assert told.search(term).counts() == {report: count for report, count in found.items() if count}


@pytest.mark.parametrize("term", ["GDP in:plan", "GDP in:review", "GDP place:剑阁县"])
def test_counts_are_those_of_the_hits(told: Library, term: str) -> None:
    results = told.search(term)
    assert results.counts() == {found.report.id: len(found.hits) for found in told.search(term).hits()}


@pytest.mark.parametrize(
    ("texts", "counted"),
    [
        (("gdp", "地区生产总值", "国内生产总值", "生产总值"), ("gdp", "生产总值")),
        (("医保", "医疗保险"), ("医保", "医疗保险")),
        (("生产总值", "生产总值"), ("生产总值",)),
        (("生产总值", "总值法"), ()),  # both are in 生产总值法, which is one hit
        (("保险", "保险与保险"), ()),
        (("黄河黄",), ()),
        (("7", "增长7"), ()),  # of 177 neither is a hit
    ],
)
def test_only_inner_forms_are_counted(texts: tuple[str, ...], counted: tuple[str, ...]) -> None:
    forms = tuple(Form(text, with_marks=False) for text in texts)
    assert tuple(form.text for form in counted_forms(forms)) == counted
