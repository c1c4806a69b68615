"""The command ``terms``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.samples import SMALL
from tui.cli.terms import _count_cells, _every_year

Run = Callable[..., tuple[int, str, str]]

_SAID = {
    ("青川县", 2022): "实施“暖冬行动”。黄河黄河。",
    ("青川县", 2023): "推行“阳光窗口”，让“阳光窗口”到村。母亲河黄河。",
    ("剑阁县", 2023): "黄河黄河黄河。推行“阳光窗口”。",
    ("保定市", 2023): "百业兴旺。",
}


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of reports; the library is beside it."""
    monkeypatch.setenv("HUIJI_LIBRARY", str(tmp_path / "library.db"))
    for (place, year), said in _SAID.items():
        text = SMALL.replace("某某县", place).replace("2022", str(year)).replace("2021", str(year - 1))
        file = tmp_path / "shelf" / place / f"{year}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("坚持项目为王。", "坚持项目为王。" + said), encoding="utf-8")
    return tmp_path / "shelf"


@pytest.fixture
def run(huiji_tui: Run, shelf: Path) -> Run:
    """Return what runs the program with a library of these reports."""
    assert huiji_tui("library", "add", str(shelf))[0] == 0
    return huiji_tui


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_term_through_the_years_for_people(run: Run) -> None:
    status, out, err = run("terms", "黄河")
    assert (status, err) == (0, "")
    title, first, *table = out.splitlines()
    assert title == "黄河　4 份报告中 3 份提到，6 次"
    assert first.startswith("首见：青川县/2022")
    assert table == [
        "年度  报告  提到  占比  次数",
        "2022  1     1     100%  2     ████████████████████",
        "2023  3     2     67%   4     ██████████████",
    ]


def test_years_before_the_first_report_with_a_term_are_left_out(run: Run) -> None:
    assert [line[:4] for line in run("terms", "阳光窗口")[1].splitlines()[3:]] == ["2023"]


def test_every_year_is_listed_also_one_without_reports_or_without_the_term() -> None:
    counts = [("2015", 1, 0, 0), ("2016", 2, 1, 3), ("2019", 4, 0, 0), ("2020", 1, 1, 2)]
    assert _every_year(counts) == [
        ("2016", 2, 1, 3),
        ("2017", 0, 0, 0),
        ("2018", 0, 0, 0),
        ("2019", 4, 0, 0),
        ("2020", 1, 1, 2),
    ]
    assert _count_cells(0, 0, 0)[0] == "无报告" and _count_cells(4, 0, 0)[:4] == ["4", "0", "0%", "0"]


@pytest.mark.parametrize(
    ("by", "first"),
    [("level", ["区县", "3", "3", "1.000", "6"]), ("place", ["青川县", "2", "2", "1.000", "3"])],
)
def test_counts_by_level_and_place(run: Run, by: str, first: list[str]) -> None:
    _, out, _ = run("terms", "黄河", "--by", by, "--format", "csv")
    found = [list(row.values())[1:] for row in rows(out)]
    assert first in found


def test_filters_may_be_options_or_words(run: Run) -> None:
    by_option = run("terms", "黄河", "--place", "青川县", "--year", "2023-", "--format", "json")[1]
    by_word = run("terms", "黄河", "place:青川县", "year:2023-", "--format", "json")[1]
    assert by_option == by_word
    assert json.loads(by_option)["years"] == [{"year": 2023, "reports": 1, "with": 1, "hits": 1}]
    assert json.loads(run("terms", "黄河", "--level", "市", "--format", "json")[1])["levels"] == [
        {"level": "city", "reports": 1, "with": 0, "hits": 0}
    ]


def test_json_of_one_term_and_of_several(run: Run) -> None:
    one = json.loads(run("terms", "黄河", "--format", "json")[1])
    assert one["term"] == "黄河" and one["first"]["end"] - one["first"]["start"] == 2
    several = json.loads(run("terms", "黄河", "阳光窗口", "黄河", "--format", "json")[1])["terms"]
    assert [record["term"] for record in several] == ["黄河", "阳光窗口"]
    places = json.loads(run("terms", "黄河", "--by", "place", "--format", "json")[1])["places"]
    assert {"place": "剑阁县", "reports": 1, "with": 1, "hits": 3} in places


def test_a_term_that_no_report_has(run: Run) -> None:
    status, out, _ = run("terms", "长江")
    assert status == 1
    assert out.splitlines() == ["长江　4 份报告中 0 份提到，0 次"]


def test_new_terms_of_two_reports_of_the_library(run: Run) -> None:
    status, out, err = run("terms", "--new", "青川县/2022", "青川县/2023")
    assert status == 0
    assert out.splitlines()[:4] == [
        "青川县 2022 → 青川县 2023",
        "",
        "新提法",
        "词          本文   别处   原句",
    ]
    assert "“阳光窗口”  0 → 2  0 → 1  推行“阳光窗口”，让“阳光窗口”到村。" in out
    assert "不再提" in out and "“暖冬行动”  1 → 0" in out
    assert "太少" in err
    assert run("terms", "--new", "青川县/2023")[1] == out


def test_only_what_is_gone(run: Run) -> None:
    status, out, _ = run("terms", "--gone", "青川县/2023", "--format", "json")
    found = json.loads(out)
    assert (status, "new" in found) == (0, False)
    assert [term["term"] for term in found["gone"]] == ["暖冬行动"]


def test_new_terms_as_json_and_csv(run: Run) -> None:
    found = json.loads(run("terms", "--new", "青川县/2023", "--format", "json")[1])
    term = next(one for one in found["new"] if one["term"] == "阳光窗口")
    assert (term["quoted"], term["before"], term["after"], term["elsewhere"]) == (True, 0, 2, [0, 1])
    assert found["to"]["plan_year"] == 2023
    table = rows(run("terms", "--new", "青川县/2023", "--format", "csv")[1])
    assert {"变化": "新提", "词": "阳光窗口", "引号": "是", "别处当年提到的报告": "1"}.items() <= next(
        row for row in table if row["词"] == "阳光窗口"
    ).items()
    assert (
        rows(run("terms", "--new", "青川县/2023", "--format", "csv", "--headings", "en")[1])[0]["change"]
        == "new"
    )


def test_files_are_compared_without_a_library(huiji_tui: Run, shelf: Path) -> None:
    files = [str(shelf / "青川县" / f"{year}.txt") for year in (2022, 2023)]
    status, out, err = huiji_tui("terms", "--new", *files, "--limit", "1")
    assert (status, err) == (0, "")
    assert "别处" not in out and out.count("阳光窗口") > 0
    assert huiji_tui("terms", "--new", files[0], files[0])[0] == 1


def test_the_library_may_be_left_out(run: Run) -> None:
    _, out, err = run("terms", "--new", "青川县/2023", "--no-library")
    assert "别处" not in out and err == ""


def test_the_first_report_of_a_place_has_none_before_it(run: Run) -> None:
    status, out, err = run("terms", "--new", "青川县/2022")
    assert (status, out) == (1, "")
    assert "上一年" in err


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--new",),
        ("--new", "a", "b", "c"),
        ("--new", "--gone", "a", "b"),
        ("--new", "a", "b", "--by", "level"),
        ("黄河", "--limit", "3"),
        ("黄河", "--no-library"),
        ("黄河", "--level", "村"),
        ("黄河", "--year", "去年"),
    ],
)
def test_wrong_arguments(run: Run, words: tuple[str, ...]) -> None:
    status, out, err = run("terms", *words)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
