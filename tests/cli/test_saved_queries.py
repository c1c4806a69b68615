"""Saved queries, addresses and exports of a library."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.library_samples import Run, headings, rows, text_of
from tui.report.errors import ReadError
from tui.session import open_report


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
