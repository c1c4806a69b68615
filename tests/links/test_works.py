"""Whether new things are built, or old ones made better."""

from __future__ import annotations

import pytest

from tests.support.samples import report_of
from tui.links.sides import Side
from tui.links.works import are_works_alike, works_of


def side_of(sentence: str) -> Side:
    report = report_of(f"各位代表:\n一、2022年工作回顾\n过去一年,{sentence}\n")
    return Side(report.metrics[0], report.text)


@pytest.mark.parametrize(
    ("sentence", "works"),
    [
        ("新建公园64个。", {"new"}),
        ("新建、改造公园90个。", {"new", "old"}),
        ("新(改)建农村公路90公里。", {"new", "old"}),
        ("新改建农村公路90公里。", {"new", "old"}),
        ("改造新建农村公路90公里。", {"new", "old"}),
        ("提质改造农村公路90公里。", {"old"}),
        ("老旧小区改造90个。", {"old"}),
        ("农村公路达到90公里。", set()),
        ("推进新建改革试点3个。", {"new"}),
    ],
)
def test_works_of_a_name_or_its_clause(sentence: str, works: set[str]) -> None:
    assert works_of(side_of(sentence)) == works


def test_works_are_alike_where_one_says_nothing() -> None:
    assert are_works_alike(side_of("农村公路达到90公里。"), side_of("改建农村公路90公里。"))
    assert not are_works_alike(side_of("新改建农村公路90公里。"), side_of("提质改造农村公路90公里。"))
