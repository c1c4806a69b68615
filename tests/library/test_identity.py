"""Whose report it is: by its text, with the names of file and folders as second witnesses."""

from __future__ import annotations

import pytest

from tests.support.samples import SMALL, huiji, report_of
from tui.library.divisions import default_divisions
from tui.library.identity import Identity, identify
from tui.report.model import Report

DIVISIONS = default_divisions()


def report(place: str, more: str = "") -> Report:
    """Return a small report of a place."""
    return report_of(SMALL.replace("某某县", place).replace("坚持项目为王。", f"坚持项目为王。{more}"))


def identity(text: Report, path: str = "") -> Identity:
    return identify(text, path, DIVISIONS)


def test_the_built_in_report_is_of_its_district() -> None:
    found = identity(huiji(), "huiji-2024.txt")
    assert found == Identity("惠济区", "410108", "county", "410100", 2024, 2023)


@pytest.mark.parametrize(
    ("place", "path", "code"),
    [
        ("保定市徐水区", "", "130609"),
        ("徐水区", "保定市/徐水区/2022.md", "130609"),
        ("南京市鼓楼区", "", "320106"),
        ("鼓楼区", "福建省/福州市/鼓楼区/2022.txt", "350102"),
        ("鼓楼区", "", ""),
        ("青川县", "", "510822"),
        ("无此县", "", ""),
    ],
)
def test_a_name_of_several_places_needs_the_one_above(place: str, path: str, code: str) -> None:
    assert identity(report(place), path).code == code


def test_a_name_of_several_places_is_told_by_what_the_text_names_most() -> None:
    text = "深度融入南京都市圈,依托南京大学,服务南京建设,接受江苏省督察。"
    assert identity(report("鼓楼区", text)).code == "320106"


def test_a_government_that_only_calls_itself_a_province_is_told_by_its_name_in_the_text() -> None:
    text = "江西老表奋进。建设美丽江西,打造江西品牌,江西粮食丰收,江西样板。"
    assert identity(report("省", text)).code == "360000"


def test_a_file_named_after_another_place_or_year_is_a_disagreement() -> None:
    found = identity(report("青川县"), "剑阁县/2020.md")
    assert found.code == "510822"
    assert len(found.disagreements) == 2
    assert "剑阁县" in found.disagreements[0]
    assert "2020" in found.disagreements[1]


def test_a_file_named_after_the_place_above_is_none() -> None:
    assert identity(report("保定市徐水区"), "保定市/2022.md").disagreements == ()


def test_a_file_named_after_its_district_tells_more_than_a_text_of_its_city() -> None:
    found = identity(report("保定市", "徐水县成为徐水区。"), "徐水区/2022.md")
    assert found.code == "130609"
