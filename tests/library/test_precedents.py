"""In how many earlier reports of its place and of others the terms of a report are."""

from __future__ import annotations

from tests.library.conftest import text_of
from tests.support.samples import report_of
from tui.library.library import Library


def test_earlier_reports_are_told_apart_by_place(library: Library) -> None:
    number = library.find("青川县/2023")
    found = library.precedents(number, ["低空经济", "黄河", "占比", "没有的词"])
    assert (found.own_reports, found.other_reports) == (1, 1)
    assert found.own == {"低空经济": 1, "黄河": 0, "占比": 0, "没有的词": 0}
    assert found.others == {"低空经济": 0, "黄河": 1, "占比": 0, "没有的词": 0}


def test_marks_in_a_term_do_not_matter(library: Library) -> None:
    assert library.precedents(library.find("青川县/2023"), ["四上企业"]).others == {"四上企业": 1}


def test_a_report_that_is_not_in_the_library_has_precedents_too(library: Library) -> None:
    found = library.precedents(report_of(text_of("青川县", 2024)), ["低空经济"])
    assert (found.own_reports, found.own) == (2, {"低空经济": 2})


def test_the_first_report_of_all_has_none(library: Library) -> None:
    found = library.precedents(library.find("青川县/2022"), ["低空经济"])
    assert (found.own_reports, found.other_reports) == (0, 0)
