"""The commands ``series`` and ``rank``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.series import write_reports

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(huiji_tui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs the program with a library of small reports."""
    monkeypatch.setenv("HUIJI_LIBRARY", str(tmp_path / "library.db"))
    folder = tmp_path / "reports"
    folder.mkdir()
    write_reports(folder)
    assert huiji_tui("library", "add", str(folder))[0] == 0
    return huiji_tui


def test_tables_for_people(run: Run) -> None:
    status, out, _ = run("series", "地区生产总值", "--place", "青川县")
    assert status == 0
    assert out.splitlines() == [
        "青川县　地区生产总值　增速",
        "年度  目标      结果    结论  差距   数额",
        "2020  无报告    增3%                 50亿元  ██████",
        "2021  增7%以上  增8.2%  =            55亿元  ████████████████",
        "2022  增7%左右  增5%    ▼     低2点  58亿元  ██████████",
        "2023  增6%      无报告",
    ]
    status, out, _ = run("rank", "GDP", "--year", "2022", "--level", "县", "--place", "青川县")
    assert status == 0
    assert out.splitlines() == [
        "2022年书库所收各区县　地区生产总值　增速　按结果",
        "位次  地区    上级    目标      结果    结论  差距     说明",
        "1     剑阁县  广元市  增7%      增7.5%  ▲     高0.5点",
        "2     青川县  广元市  增7%左右  增5%    ▼     低2点",
        "上级：广元市  增8%  增1%  ▼  低7点",
        "上级：四川省  无报告  增2.9%",
        "有报告而未提及结果 1：苍溪县",
    ]
    status, out, _ = run("rank", "gdp", "--kept", "--level", "county")
    assert out.splitlines() == [
        "各区县　地区生产总值　地区数",
        "年度  超过  达到  未达  合计",
        "2021  0     1     0     1",
        "2022  1     0     1     2",
    ]


def test_the_worst_can_be_listed_first_with_their_places(run: Run) -> None:
    words = ("rank", "GDP", "--year", "2022", "--level", "县", "--by", "gap", "--reverse")
    assert [line[:6] for line in run(*words)[1].splitlines()[2:4]] == ["2     ", "1     "]
    rows = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv")[1])))
    assert [(row["位次"], row["地区"]) for row in rows] == [("2", "青川县"), ("1", "剑阁县")]
    rows = json.loads(run(*words, "--format", "json")[1])["rows"]
    assert [row["place"] for row in rows] == ["青川县", "剑阁县"]


def test_counts_of_all_years_are_in_the_measure_of_the_targets_or_the_one_asked_for(run: Run) -> None:
    assert run("rank", "城镇新增就业", "--kept")[1].splitlines()[2:] == ["2021  1     0     0     1"]
    status, _, err = run("rank", "gdp", "--kept", "--measure", "level")
    assert (status, len(err.splitlines())) == (1, 1)


def test_several_places_and_years(run: Run) -> None:
    status, out, _ = run(
        "series", "gdp", "--place", "青川县", "--place", "剑阁县", "--from", "2022", "--to", "2022"
    )
    assert status == 0
    assert out.splitlines() == [
        "青川县、剑阁县　地区生产总值　增速",
        "年度  青川县目标  青川县结果     剑阁县目标  剑阁县结果",
        "2022  增7%左右    增5%        ▼  增7%        增7.5%      ▲",
    ]


def test_json_has_every_figure_with_its_source(run: Run) -> None:
    series = json.loads(run("series", "gdp", "--place", "青川县", "--format", "json")[1])
    assert [series[name] for name in ("indicator", "name", "measure", "place")] == [
        "gdp",
        "地区生产总值",
        "growth",
        "青川县",
    ]
    year = series["years"][2]
    assert (year["year"], year["verdict"], year["gap"]) == (
        2022,
        "missed",
        {"value": "-2", "unit": "个百分点"},
    )
    actual = year["actual"]
    assert actual["quote"] == "5%"
    assert actual["sentence"] == "2022年，地区生产总值完成58亿元，增长5%。"
    assert actual["sentence"][actual["start"] - actual["sentence_start"] :].startswith("5%")
    assert (actual["report"]["place"], actual["report"]["plan_year"]) == ("青川县", 2023)
    assert actual["path"].startswith("一")
    both = json.loads(run("series", "gdp", "--place", "青川县", "--place", "剑阁县", "--format", "json")[1])
    assert [one["place"] for one in both["series"]] == ["青川县", "剑阁县"]
    ranking = json.loads(run("rank", "gdp", "--year", "2022", "--level", "county", "--format", "json")[1])
    assert [(row["rank"], row["place"]) for row in ranking["rows"]] == [(1, "剑阁县"), (2, "青川县")]
    assert ranking["missing"] == ["苍溪县"]
    words = ("rank", "gdp", "--year", "2022", "--level", "county", "--reverse", "--limit", "1")
    assert [
        (row["rank"], row["place"]) for row in json.loads(run(*words, "--format", "json")[1])["rows"]
    ] == [(2, "青川县")]
    assert "只列 1 地，共 2 地" in run(*words)[1]


@pytest.mark.parametrize(
    ("headings", "names", "row"),
    [
        ("zh", ["地区", "目标", "结果数值", "结论", "结果原句"], ["青川县", "增7%左右", "5", "未达", "2022年，地区生产总值完成58亿元，增长5%。"]),
        ("en", ["place", "target", "actual_value", "verdict", "actual_sentence"], ["青川县", "7%", "5", "missed", "2022年，地区生产总值完成58亿元，增长5%。"]),
    ],
)  # fmt: skip
def test_csv_has_the_sentences(run: Run, headings: str, names: list[str], row: list[str]) -> None:
    words = ("series", "gdp", "--place", "青川县", "--format", "csv", "--headings", headings)
    rows = list(csv.DictReader(io.StringIO(run(*words)[1])))
    assert [rows[2][name] for name in names] == row
    level = ("--year", "2022", "--level", "county")
    rows = list(
        csv.DictReader(io.StringIO(run("rank", "gdp", *level, "--format", "csv", "--headings", headings)[1]))
    )
    assert [rows[1][name] for name in names] == row


def test_all_promises_are_counted_without_an_indicator(run: Run) -> None:
    status, out, _ = run("rank", "--kept", "--level", "county")
    assert status == 0
    title, head, *_ = out.splitlines()
    assert title == "各区县　全部目标　目标数"
    assert head.startswith("年度  超过  达到  未达")
    assert run("rank", "--kept", "--parent", "四川省")[1].startswith("四川省　各级（省、市、区县）　全部目标")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("series", "地区产总值", "--place", "青川县"), 2, "地区生产总值"),
        (("series", "gdp", "--place", "青山县"), 2, "青川县"),
        (("series", "cpi", "--place", "青川县"), 1, "没有报告提及"),
        (("series", "gdp"), 2, "--place"),
        (("rank",), 2, "指标"),
        (("rank", "gdp", "--kept", "--by", "gap"), 2, "--by 不能与 --kept"),
        (("rank", "gdp", "--kept", "--place", "青川县"), 2, "--place"),
        (("rank", "--kept", "--measure", "level"), 2, "--measure"),
        (("rank", "gdp", "--year", "1999"), 1, "书库中没有 1999 年的报告"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(
    run: Run, words: tuple[str, ...], status: int, said: str
) -> None:
    got, _, err = run(*words)
    assert got == status
    assert said in err and len(err.splitlines()) == 1


@pytest.mark.parametrize("words", [("--from", "abc"), ("--from", "-5"), ("--to", "0")])
def test_what_is_no_year_is_told(run: Run, words: tuple[str, str]) -> None:
    status, out, err = run("series", "gdp", "--place", "青川县", *words)
    assert (status, out) == (2, "") and "年度应写作 2023" in err


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("series", "  ", "--place", "青川县"), 2, "不能为空"),
        (("series", "gdp", "--place", " "), 2, "不能为空"),
        (("series", "gdp", "--place", "青川县,剑阁县"), 2, "几个地区就写几次"),
        (
            ("series", "gdp", "--place", "青川县", "--from", "2022", "--to", "2020"),
            2,
            "起始年 2022 晚于结束年 2020",
        ),
        (("series", "gdp", "--place", "青川县", "--from", "-5"), 2, "年度应写作 2023"),
        (("series", "gdp", "--place", "青川县", "--from", "abc"), 2, "年度应写作 2023"),
        (("series", "gdp", "--place", "青川县", "--from", "2030"), 1, "所选年度没有报告"),
        (("rank", "gdp", "--year", "0"), 2, "年度应写作 2023"),
        (("rank", "gdp", "--year", "1950"), 1, "书库中没有 1950 年的报告"),
        (("rank", "gdp", "--parent", "广元市", "--level", "市"), 2, "广元市之下没有这一级的地区"),
        (("promises", "青川县", "2022", "--verdict", ""), 2, "不能为空"),
    ],
)
def test_what_cannot_be_shown_is_said(run: Run, arguments: tuple[str, ...], status: int, told: str) -> None:
    found, _, err = run(*arguments)
    assert told in err
    assert found == status


def test_a_place_named_twice_is_shown_once_and_a_division_has_places_below(run: Run) -> None:
    once = run("series", "gdp", "--place", "青川县")
    assert run("series", "gdp", "--place", "青川县", "--place", "青川县") == once
    _, out, _ = run("rank", "gdp", "--year", "2022", "--parent", "广元市")
    assert "青川县" in out and "各区县" in out
