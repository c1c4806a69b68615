"""Searches in a library: the order and number of hits, metrics beside them, counts, and saved queries."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.samples import SMALL
from tui.library.library import Library
from tui.report.errors import ReadError
from tui.session import open_report


class Ran(NamedTuple):
    """What a command gave."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]
#: Place and plan year of each report, and what stands in its review.
REPORTS = {
    ("青川县", 2022): "发展低空经济。",
    ("青川县", 2023): "低空经济企业达到30家,产值12亿元。再次发展低空经济。",
    ("剑阁县", 2023): "发展林下经济。",
    ("保定市", 2023): "布局低空经济、低空经济园区和低空经济学院。",
}

#: What the sentence with figures states.
STATED = "低空经济企业 30家（已完成 2022）；低空经济企业产值 12亿元（已完成 2022）"


def text_of(place: str, year: int, said: str) -> str:
    text = SMALL.replace("某某县", place).replace("2022", str(year)).replace("2021", str(year - 1))
    return text.replace("坚持项目为王。", "坚持项目为王。" + said)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a library, which lies beside its reports."""
    folder = tmp_path_factory.mktemp("made")
    shelf = folder / "shelf"
    shelf.mkdir()
    for (place, year), said in REPORTS.items():
        (shelf / f"{place}{year}.txt").write_text(text_of(place, year, said), encoding="utf-8")
    with Library(folder / "library.db", write=True) as library:
        assert [step.outcome for step in library.add([shelf])] == ["added"] * len(REPORTS)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a library that a test may change."""
    shutil.copy(made / "library.db", tmp_path)
    monkeypatch.setenv("HUIJI_LIBRARY", str(tmp_path / "library.db"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(huiji_tui: Callable[..., tuple[int, str, str]], folder: Path) -> Run:
    return lambda *words: Ran(*huiji_tui(*words))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.endswith("处）")]


# -- hits ----------------------------------------------------------------------------------------


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


# -- metrics and counts --------------------------------------------------------------------------


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


# -- saved queries -------------------------------------------------------------------------------


def test_a_saved_query_tells_what_is_new_and_only_once(run: Run, folder: Path) -> None:
    saved = run("search", "低空经济", "level:county", "--save", "低空")
    assert (saved.status, len(headings(saved.out))) == (0, 2)
    again = run("search", "--saved", "低空")
    assert (again.status, again.out) == (1, "")
    assert "没有新的；共 3 处，2 份报告" in again.err

    (folder / "新.txt").write_text(text_of("苍溪县", 2024, "发展低空经济。"), encoding="utf-8")
    assert run("library", "add", "新.txt").status == 0
    assert rows(run("library", "queries", "--format", "csv").out)[0]["新的报告"] == "1"
    new = run("search", "--saved", "低空")
    assert (new.status, headings(new.out)) == (0, ["苍溪县 2024（1 处）"])
    assert run("search", "--saved", "低空").status == 1


def test_a_report_with_more_hits_than_before_is_new(run: Run, folder: Path) -> None:
    run("search", "低空经济", "--save", "低空")
    with sqlite3.connect(folder / "library.db") as connection:
        connection.execute(
            "UPDATE saved_hit SET hits = 1 WHERE key = (SELECT key FROM report WHERE place = '保定市')"
        )
    data = json.loads(run("search", "--saved", "低空", "--format", "json").out)
    assert (data["name"], data["total"]) == ("低空", 3)
    assert {(hit["report"]["place"], hit["report"]["hits_before"]) for hit in data["hits"]} == {("保定市", 1)}


def test_what_was_seen_stays_seen_when_a_report_is_removed_and_added_again(run: Run, made: Path) -> None:
    run("search", "低空经济", "--save", "低空")
    path = made / "shelf" / "青川县2022.txt"
    run("library", "remove", path)
    assert run("search", "--saved", "低空").status == 1
    run("library", "add", path)
    assert run("search", "--saved", "低空").status == 1
    run("library", "rebuild")
    assert run("search", "--saved", "低空").status == 1


def test_the_view_of_saved_queries_counts_by_year(run: Run) -> None:
    run("search", "低空经济", "--save", "低空", "--count")
    assert run("library", "export", "hits_by_year").out.splitlines() == [
        "query,year,reports,hits",
        "低空,2022,1,1",
        "低空,2023,2,5",
    ]


def test_saved_queries_are_listed_and_deleted(run: Run) -> None:
    assert run("library", "queries").status == 1
    run("search", "低空经济", "--save", "低空")
    run("search", "林下经济", "--save", "林下")
    listed = json.loads(run("library", "queries", "--format", "json").out)["queries"]
    assert [(query["name"], query["query"], query["hits"], query["new"]) for query in listed] == [
        ("低空", "低空经济", 6, 0),
        ("林下", "林下经济", 1, 0),
    ]
    assert run("library", "queries", "--delete", "低空").status == 0
    assert [row["名称"] for row in rows(run("library", "queries", "--format", "csv").out)] == ["林下"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--saved", "没有"), "没有保存过名为“没有”的搜索，有：低空"),
        (("林下经济", "--save", "低空"), "名为“低空”的搜索已有，是 低空经济"),
        (("林下经济", "--save", ""), "名称应为"),
        (("林下经济", "--save", "a\x1bb"), "名称应为"),
        (("level:city", "--save", "空"), "没有要找的词"),
        (("林下经济", "--saved", "低空"), "--saved"),
        (("--saved", "低空", "--limit", "1"), "--saved"),
        (("--saved", "低空", "--save", "又"), "--saved"),
    ],
)
def test_what_is_wrong_with_a_saved_query_is_told(run: Run, words: tuple[str, ...], said: str) -> None:
    run("search", "低空经济", "--save", "低空")
    result = run("search", *words)
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert len(rows(run("library", "queries", "--format", "csv").out)) == 1


def test_saving_makes_no_library(run: Run, folder: Path) -> None:
    (folder / "library.db").unlink()
    assert run("search", "低空经济", "--save", "低空").status == 66
    assert run("library", "queries", "--delete", "低空").status == 66
    assert not (folder / "library.db").exists()


# -- addresses and exports -----------------------------------------------------------------------


def test_a_report_of_the_library_is_named_by_place_and_year(run: Run, folder: Path) -> None:
    assert "再次发展低空经济" in run("show", "青川县/2023", "--format", "text").out
    assert run("outline", "青川/2023", "--depth", "1").out.splitlines()[2] == "一、2022年工作回顾"
    assert "低空经济企业" in run("metrics", "青川县/2023").out
    assert run("search", "低空经济", "青川县/2023", "--count").out == "2\n"
    assert run("compare", "青川县/2023", "--pairs").status in (0, 1)
    (folder / "library.db").rename(folder / "other.db")
    assert "再次" in run("show", "青川县/2023", "--library", "other.db").out
    assert run("metrics", "青川县/2023").status == 66


@pytest.mark.parametrize(
    ("typed", "offered"), [("青川县", "青川县/2023"), ("青川", "青川县/2023"), ("清川县", "青川县/2023")]
)
def test_a_place_without_a_year_is_answered_with_its_newest_report(
    run: Run, typed: str, offered: str
) -> None:
    printed = run("outline", typed)
    assert (printed.status, printed.err) == (66, f"huiji-tui: {typed}: 没有这个文件；书库中有 {offered}\n")


def test_a_name_that_is_like_no_place_is_only_a_missing_file(run: Run) -> None:
    assert run("outline", "某文件").err == "huiji-tui: 某文件: 没有这个文件\n"


def test_the_screen_opens_a_report_of_the_library_at_a_place_of_it(folder: Path) -> None:
    session = open_report("青川县/2023", at="2", find="市场主体")
    report = session.prepared.report
    assert "再次发展低空经济" in report.text
    assert session.offset == report.text.index("二、2023年工作安排")
    assert session.find == "市场主体"
    assert session.path is not None and session.path.endswith("青川县2023.txt")
    with pytest.raises(ReadError):
        open_report("青川县/1999")


def test_filters_stand_for_the_reports_of_the_library_that_pass_them(run: Run) -> None:
    printed = rows(run("metrics", "level:county", "year:2023", "--filter", "经济", "--format", "csv").out)
    assert {(row["报告"], row["年度"]) for row in printed} == {("青川县/2023", "2023")}
    reports = rows(run("metrics", "year:2023", "--filter", "总投资额", "--format", "csv").out)
    assert sorted(row["报告"] for row in reports) == ["保定市/2023", "剑阁县/2023", "青川县/2023"]
    assert run("metrics", "place:海南省").status == 66


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("青川县/2019", 66, "此地有：2022-2023"),
        ("青州县/2022", 66, "青川县"),
        ("青川县/2023#99", 66, "书库中没有"),
    ],
)
def test_a_wrong_address_is_told_with_what_there_is(run: Run, address: str, status: int, said: str) -> None:
    result = run("metrics", address)
    assert result.status == status
    assert said in result.err


def test_a_file_goes_before_an_address(run: Run, folder: Path) -> None:
    (folder / "青川县").mkdir()
    (folder / "青川县" / "2023").write_text(text_of("别处县", 2001, "甲乙丙丁。"), encoding="utf-8")
    assert "甲乙丙丁" in run("show", "青川县/2023", "--format", "text").out


def test_of_two_reports_of_a_place_and_year_the_number_is_asked_for(run: Run, folder: Path) -> None:
    (folder / "又一份.txt").write_text(text_of("青川县", 2023, "另一个文本。"), encoding="utf-8")
    run("library", "add", "又一份.txt")
    said = run("show", "青川县/2023").err
    assert "有 2 份" in said
    address = said.strip().rsplit("、", 1)[1]
    assert "另一个文本" in run("show", address, "--format", "text").out


def test_reports_are_listed_and_counted_by_filters(run: Run) -> None:
    listed = json.loads(run("library", "list", "level:county", "year:2023", "--format", "json").out)[
        "reports"
    ]
    assert [(report["place"], report["plan_year"]) for report in listed] == [
        ("青川县", 2023),
        ("剑阁县", 2023),
    ]
    assert [row["地区"] for row in rows(run("library", "list", "place:河北省", "--format", "csv").out)] == [
        "保定市"
    ]
    info = json.loads(run("library", "info", "place:四川省", "--format", "json").out)
    assert (info["reports"], info["files"]) == (3, 3)
    assert [(row["place"], row["years"]) for row in info["years"]] == [
        ("青川县", [2022, 2023]),
        ("剑阁县", [2023]),
    ]
    assert json.loads(run("library", "info", "--format", "json").out)["metrics"] > info["metrics"] > 0
    assert run("library", "info", "词").status == 2


def test_an_export_replaces_no_file_unless_told_to(run: Run, folder: Path) -> None:
    assert run("library", "export", "reports", "year:2022", "-o", "出.csv").status == 0
    assert [row["place"] for row in rows((folder / "出.csv").read_text(encoding="utf-8"))] == ["青川县"]
    refused = run("library", "export", "metrics", "-o", "出.csv")
    assert (refused.status, refused.err.count("--force")) == (73, 1)
    assert run("library", "export", "metrics", "-o", "出.csv", "--force", "--bom").status == 0
    text = (folder / "出.csv").read_text(encoding="utf-8")
    assert text.startswith("\ufeffplace,level,")
    assert run("library", "export", "metrics").out == text[1:]
    assert "12亿元,12,,亿元,1200000000,,元" in text


def test_the_whole_library_is_exported_as_a_library(run: Run, folder: Path) -> None:
    run("search", "低空经济", "--save", "低空")
    assert run("library", "export", "sqlite").status == 2
    assert run("library", "export", "sqlite", "year:2022", "-o", "备份.db").status == 2
    assert run("library", "export", "sqlite", "-o", "备份.db").status == 0
    assert run("search", "低空经济", "--library=备份.db", "--count").out == "6\n"
    assert run("library", "queries", "--library", "备份.db").status == 0
    before = (folder / "library.db").read_bytes()
    assert run("library", "export", "sqlite", "-o", "library.db", "--force").status == 73
    assert (folder / "library.db").read_bytes() == before
    assert [file.name for file in folder.iterdir() if file.name.endswith(".tmp")] == []


def test_a_cell_that_a_spreadsheet_would_compute_is_text(run: Run, folder: Path) -> None:
    with sqlite3.connect(folder / "library.db") as connection:
        connection.execute("UPDATE report SET title = '=1+1', place = '@甲' WHERE place = '保定市'")
    exported = rows(run("library", "export", "reports").out)
    assert ("'@甲", "'=1+1") in {(row["place"], row["title"]) for row in exported}
    assert rows(run("search", "低空经济", "--library", "--format", "csv").out)[0]["地区"] == "'@甲"


@pytest.mark.parametrize(
    "words",
    [
        ("search", "低空经济", "--library"),
        ("search", "低空经济", "--library", "--metrics"),
        ("search", "低空经济", "--library", "--by", "place"),
        ("search", "低空经济", "--library", "--format", "csv"),
        ("search", "低空经济", "--library", "--format", "json"),
        ("library", "list"),
        ("library", "export", "reports"),
    ],
)
def test_what_a_terminal_would_obey_is_not_printed(run: Run, folder: Path, words: tuple[str, ...]) -> None:
    with sqlite3.connect(folder / "library.db") as connection:
        connection.execute("UPDATE report SET place = '甲' || char(27) || '[2J', title = char(27) || 'c'")
        connection.execute("UPDATE node SET path = path || char(7)")
    printed = run(*words)
    assert printed.status == 0
    assert not set(printed.out + printed.err) & {"\x1b", "\x07"}


def test_a_damaged_library_is_told_of_in_one_line(run: Run, folder: Path) -> None:
    with sqlite3.connect(folder / "library.db") as connection:
        connection.execute("UPDATE report SET record = x'00', level = '乡'")
        connection.execute("DELETE FROM node")
    damaged = run("search", "低空经济", "--library")
    assert (damaged.status, damaged.err.count("\n")) == (65, 1)
    assert run("library", "list").status == 0
    with sqlite3.connect(folder / "library.db") as connection:
        connection.execute("DROP TABLE gram_data")
    for words in (("--count",), ("--by", "year"), ("--sort", "year"), ()):
        damaged = run("search", "低空经济", "--library", *words)
        assert (damaged.status, damaged.err.count("\n")) == (65, 1)


def test_files_are_searched_as_csv_too(run: Run, made: Path) -> None:
    found = rows(run("search", "低空经济", made / "shelf", "--format", "csv").out)
    assert {(Path(row["报告"]).name, row["命中"]) for row in found} == {
        ("保定市2023.txt", "低空经济"),
        ("青川县2022.txt", "低空经济"),
        ("青川县2023.txt", "低空经济"),
    }
    assert len(found) == 6
