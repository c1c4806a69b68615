"""Quotations and links in a library: found as in the texts themselves, whatever the index leaves out."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.library.conftest import REPORTS, text_of
from tui.library.library import Library
from tui.library.link_targets import report_of_link
from tui.report.errors import HuijiError
from tui.report.links import Link, parse_link
from tui.search.quotations.checking import check
from tui.search.quotations.source import Quotation, QuotedText


def test_a_quotation_is_found_with_its_report(library: Library) -> None:
    (one,) = library.verify("“四上”企业百家。PM2.5浓度下降。")
    assert library.addresses().of(one.report) == "剑阁县/2022"
    assert one.passage.kind == "exact"
    assert (
        library.text_of(one.report)[one.passage.start : one.passage.end] == "“四上”企业百家。PM2.5浓度下降。"
    )


def test_what_several_reports_say_is_listed_the_newest_first(library: Library) -> None:
    found = library.verify("新建标准厂房12万平方米，签约项目35个")
    assert {one.passage.kind for one in found} == {"exact"}
    years = [library.ref(one.report).plan_year or 0 for one in found]
    assert len(found) == len(REPORTS)
    assert years == sorted(years, reverse=True)


def test_filters_say_where_to_look(library: Library) -> None:
    found = library.verify("新建标准厂房12万平方米，签约项目35个", "place:青川县 year:2022")
    assert [library.addresses().of(one.report) for one in found] == ["青川县/2022"]
    assert library.verify("“四上”企业百家，浓度下降", "place:青川县") == []
    with pytest.raises(HuijiError):
        library.verify("新建", "place:没有县")


@pytest.mark.parametrize(
    ("quotation", "kind"),
    [
        ("再发展低空经济。增长177%,占比8%", "changed_number"),
        ("服务业增长7%", "exact"),
        ("新建标准厂房十二万平方米，签约项目三十五个", "exact"),
        ("新建标准厂房120000平方米", "exact"),
        ("服务业增长百分之七", "exact"),
        ("新建标准厂房一百二十万平方米", "changed_number"),
        ("全县上下攻坚克难,全年地区生产总值预计增长8.2%", "reworded"),
        ("我们要登上月球", ""),
        ("。", ""),
        ("7%", "exact"),
    ],
)
def test_all_kinds_are_told_apart(library: Library, quotation: str, kind: str) -> None:
    found = library.verify(quotation)
    assert {one.passage.kind for one in found} == ({kind} if kind else set())


def test_parts_of_texts_are_found_as_in_the_texts_themselves(library: Library) -> None:
    random = Random(3)
    numbers = {library.addresses().of(report.id): report.id for report in library.reports()}
    for (place, year), _ in list(REPORTS.items()) * 12:
        text = library.text_of(numbers[f"{place}/{year}"])
        start = random.randrange(0, len(text) - 40)
        quotation = text[start : start + random.randrange(6, 40)]
        expected = {
            number
            for number in numbers.values()
            if (passage := check(Quotation(quotation), QuotedText(library.text_of(number))))
            and passage.kind == "exact"
        }
        found = library.verify(quotation)
        exact = {one.report for one in found if one.passage.kind == "exact"}
        assert exact == expected, quotation


def test_links_name_reports_by_address_file_and_digest(library: Library, shelf: Path) -> None:
    numbers = {library.addresses().of(report.id): report.id for report in library.reports()}
    assert library.link_address(numbers["青川县/2022"]) == "青川县/2022"
    digest = library.ref(numbers["剑阁县/2022"]).sha256
    path = str(library.path)
    assert report_of_link(Link("青川县/2022", "一"), path) == "青川县/2022"
    assert report_of_link(Link(digest[:12]), path) == "剑阁县/2022"
    assert report_of_link(parse_link("huiji:惠济区/2024#三"), path) is None
    with pytest.raises(HuijiError, match=r"2022\.txt 有 2 份"):
        report_of_link(Link("2022.txt"), path)
    for address in ("青川县/1999", "没有.txt", "没有县/2020"):
        with pytest.raises(HuijiError):
            report_of_link(Link(address), path)


def test_one_of_two_reports_of_a_year_is_linked_by_its_file(tmp_path: Path) -> None:
    first, second = tmp_path / "一.txt", tmp_path / "二.txt"
    first.write_text(text_of("青川县", 2022), encoding="utf-8")
    second.write_text(
        text_of("青川县", 2022).replace("园区建设全面提速", "园区建设大步向前"), encoding="utf-8"
    )
    path = tmp_path / "library.db"
    with Library(path, write=True) as library:
        assert [step.outcome for step in library.add([str(first), str(second)])] == ["added"] * 2
        for report in library.reports():
            address = library.link_address(report.id)
            assert "#" not in address
            opened = report_of_link(Link(address), str(path))
            assert opened is not None and library.find(opened) == report.id
