"""Searches in a library: the order and number of hits, metrics beside them, counts, and saved queries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.library_samples import Run, headings, rows

#: What the sentence with figures states.
STATED = "低空经济企业 30家（已完成 2022）；低空经济企业产值 12亿元（已完成 2022）"


@pytest.mark.parametrize(
    "words",
    [
        ("低空经济 level:county year:2023", "--library"),
        ("低空经济", "level:county", "year:2023", "--library"),
        ("--library", "低空经济", "level:county", "year:2023"),
        ("低空经济", "--library", "level:county", "year:2023"),
        ("低空经济 level:county year:2023",),
    ],
)
def test_a_query_needs_no_quotation_marks_and_its_filters_mean_the_library(
    run: Run, words: tuple[str, ...]
) -> None:
    assert headings(run("search", *words).out) == ["青川县 2023（2 处）"]


def test_a_word_behind_library_is_its_file_only_if_it_looks_like_one(run: Run, folder: Path) -> None:
    (folder / "library.db").rename(folder / "other.db")
    assert run("search", "低空经济", "--library").status == 66
    assert run("search", "--library", "other.db", "低空经济").status == 0
    assert run("search", "低空经济", "--library=other.db").status == 0
    (folder / "other.db").rename(folder / "书库")
    assert run("search", "--library", "书库", "低空经济").status == 0


def test_the_metrics_of_a_sentence_stand_below_its_hits(run: Run) -> None:
    printed = run("search", "低空经济 place:青川县 year:2023", "--library").out.splitlines()
    first = next(number for number, line in enumerate(printed) if "企业达到30家" in line)
    assert printed[first + 1] == f"    句中指标：{STATED}"
    assert "再次发展低空经济" in printed[first + 2]
    assert sum("句中指标" in line for line in printed) == 1


@pytest.mark.parametrize(
    ("order", "listed"),
    [
        ("place", ["保定市 2023", "青川县 2023", "青川县 2022", "剑阁县 2023"]),
        ("year", ["保定市 2023", "青川县 2023", "剑阁县 2023", "青川县 2022"]),
        ("hits", ["保定市 2023", "青川县 2023", "剑阁县 2023", "青川县 2022"]),
    ],
)
def test_reports_are_ordered(run: Run, order: str, listed: list[str]) -> None:
    printed = headings(run("search", "经济", "--library", "--sort", order).out)
    assert [line.split("（")[0] for line in printed] == listed


def test_a_limit_says_how_many_there_are_in_all(run: Run) -> None:
    limited = run("search", "低空经济", "--library", "--limit", "4")
    assert limited.out.count("低空经济") - limited.out.count("指标：低空经济") >= 4
    assert headings(limited.out) == ["保定市 2023（3 处）", "青川县 2023（1 处）"]
    assert limited.err == "列出 4 处；共 6 处，3 份报告\n"
    data = json.loads(run("search", "低空经济", "--library", "--limit", "4", "--format", "json").out)
    assert (len(data["hits"]), data["total"], data["reports"]) == (4, 6, 3)
    assert run("search", "低空经济", "--library", "--limit", "0").status == 2


def test_a_hit_in_csv_has_its_place_year_section_context_and_metrics(run: Run) -> None:
    row = rows(run("search", "产值12 place:青川县", "--library", "--format", "csv").out)[0]
    assert row == {
        "地区": "青川县",
        "级别": "区县",
        "年度": "2023",
        "章节": "一(一)",
        "前文": "稳中有进。坚持项目为王。低空经济企业达到30家,",
        "命中": "产值12",
        "后文": "亿元。再次发展低空经济。产业发展提质增效。新建标",
        "原句": "低空经济企业达到30家,产值12亿元。",
        "句中指标": STATED,
        "报告": "青川县/2023",
    }
    english = run("search", "低空经济", "--library", "--format", "csv", "--headings", "en", "--bom").out
    assert english.startswith("\ufeffplace,level,year,path,before,text,after,sentence,metrics,report\n")


def test_json_has_the_report_and_the_metrics_of_each_hit(run: Run) -> None:
    data = json.loads(run("search", "低空经济 year:2023", "--library", "--format", "json").out)
    assert list(data) == ["query", "total", "reports", "facets", "hits"]
    assert data["query"] == "低空经济 year:2023"
    assert data["facets"] == {
        "year": {"2023": 5},
        "place": {"保定市": 3, "青川县": 2},
        "level": {"city": 3, "county": 2},
    }
    hit = next(hit for hit in data["hits"] if hit["metrics"])
    report = hit["report"]
    assert (report["place"], report["level"], report["plan_year"]) == ("青川县", "county", 2023)
    assert [Path(file).name for file in report["files"]] == ["青川县2023.txt"]
    assert [(metric["indicator"], metric["quote"]) for metric in hit["metrics"]] == [
        ("低空经济企业", "30家"),
        ("低空经济企业产值", "12亿元"),
    ]
    assert hit["sentence"][: len("低空经济")] == hit["text"]


def test_the_metrics_alone_are_a_table_of_their_own(run: Run) -> None:
    words = ("search", "低空经济", "--library", "--metrics")
    table = run(*words).out.splitlines()
    assert [line.split() for line in table] == [
        ["报告", "指标", "数值", "状态", "时期", "位置"],
        ["青川县/2023", "低空经济企业", "30家", "已完成", "2022", "一(一)"],
        ["青川县/2023", "低空经济企业产值", "12亿元", "已完成", "2022", "一(一)"],
    ]
    found = rows(run(*words, "--format", "csv").out)
    assert [(row["报告"], row["指标"], row["基本单位数值"]) for row in found] == [
        ("青川县/2023", "低空经济企业", "30"),
        ("青川县/2023", "低空经济企业产值", "1200000000"),
    ]
    data = json.loads(run(*words, "--format", "json").out)
    assert [metric["quote"] for metric in data["metrics"]] == ["30家", "12亿元"]


def test_the_metrics_can_be_filtered(run: Run) -> None:
    words = ("search", "低空经济", "--library", "--metrics", "--filter")
    assert [line.split()[2] for line in run(*words, ">1亿").out.splitlines()] == ["数值", "12亿元"]
    nothing = run(*words, "status:target")
    assert (nothing.status, nothing.err.splitlines()[-1]) == (1, "这些句子里的指标 0 项")
    assert run(*words, "status:无").status == 2
    assert run("search", "低空经济", "--library", "--filter", "词").status == 2


def test_hits_are_counted_by_year_beside_the_reports_that_were_searched(run: Run) -> None:
    counted = rows(run("search", "低空经济", "--library", "--by", "year", "--format", "csv").out)
    assert counted == [
        {"年度": "2022", "命中": "1", "有命中的报告": "1", "搜索的报告": "1"},
        {"年度": "2023", "命中": "5", "有命中的报告": "2", "搜索的报告": "3"},
    ]
    places = json.loads(run("search", "低空经济", "--library", "--by", "place", "--format", "json").out)
    assert places["groups"] == [
        {"place": "青川县", "hits": 3, "reports": 2, "searched": 2},
        {"place": "保定市", "hits": 3, "reports": 1, "searched": 1},
    ]
    levels = run("search", "林下", "--library", "--by", "level").out.splitlines()
    assert [line.split()[:4] for line in levels[1:]] == [["区县", "1", "1", "3"], ["地市", "0", "0", "1"]]


def test_years_before_the_first_hit_are_left_out_of_the_chart(run: Run) -> None:
    chart = run("search", "再次发展", "--library", "--by", "year").out.splitlines()
    assert [line.split()[0] for line in chart] == ["年度", "2023"]
    assert chart[1].endswith("█")


def test_only_filters_are_no_query(run: Run) -> None:
    result = run("search", "level:city", "--library")
    assert result.status == 2
    assert "library list" in result.err


@pytest.mark.parametrize("option", [("--metrics",), ("--by", "year"), ("--limit", "3"), ("--sort", "hits")])
def test_what_only_a_library_can_is_refused_for_files(run: Run, option: tuple[str, ...]) -> None:
    assert run("search", "词", *option).err.count("--library") == 1
