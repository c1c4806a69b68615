"""The command ``promises``."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.support.promises import report_text, write_reports
from tui.library.library import Library
from tui.promises.pair import PROMISE_ORDERS


class Ran(NamedTuple):
    """What a command gave."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(huiji_tui: Callable[..., tuple[int, str, str]]) -> Run:
    return lambda *words: Ran(*huiji_tui(*words))


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return reports of 青川县 for 2022 to 2024; the library is in a folder of its own."""
    monkeypatch.setenv("HUIJI_LIBRARY", str(tmp_path / "data" / "library.db"))
    return write_reports(tmp_path / "shelf")


@pytest.fixture
def library(run: Run, files: list[str]) -> list[str]:
    """Return the files of a library."""
    assert run("library", "add", *files).status == 0
    return files


TABLE = """\
青川县　2022年目标，2023年报告所述结果
承诺 5｜超过 2｜达到 1｜未达 1｜不可比 0｜未提及 1

编号  指标                目标    结果    差距     结论      说明
m001  地区生产总值        增7%    增7.5%  高0.5点  ▲ 超过
m003  社会消费品零售总额  增8%    增8%             = 达到
m002  一般公共预算收入    增5%    增3.2%  低1.8点  ▼ 未达
m004  城镇新增就业        4000人  4200人  高5%     ▲ 超过
m005  建设智慧停车场      7座                      … 未提及
"""


@pytest.mark.parametrize(
    "words", [("青川县", "2022"), ("青川县", "2022年"), ("青川县/2022",), ("青川县/2022", "青川县/2023")]
)
def test_promises_are_printed_with_the_main_indicators_first(
    run: Run, library: list[str], words: tuple[str, ...]
) -> None:
    assert run("promises", *words) == (0, TABLE, "")


def test_two_files_need_no_library(run: Run, files: list[str]) -> None:
    assert run("promises", *files[:2]) == (0, TABLE, "")


def test_a_file_may_come_from_standard_input(
    run: Run, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = io.TextIOWrapper(io.BytesIO(report_text("青川县", 2022).encode()))
    monkeypatch.setattr("sys.stdin", text)
    assert run("promises", "-", files[1]).out == TABLE


def test_a_file_of_the_library_and_a_place_alone_are_enough(run: Run, library: list[str]) -> None:
    assert run("promises", library[0]).out == TABLE
    newest = run("promises", "青川")
    assert newest.status == 0
    assert newest.out.startswith("青川县　2023年目标，2024年报告所述结果")


@pytest.mark.parametrize("more", [(), ("--set", "m001=met")])
def test_a_place_with_a_slip_is_offered_and_never_taken(
    run: Run, library: list[str], more: tuple[str, ...]
) -> None:
    status, out, err = run("promises", "清川县", *more)
    assert (status, out) == (66, "") and "书库中有 青川县/2024" in err
    assert "没有自评结论" in run("promises", "--own").err


def test_json_has_both_metrics_and_both_sentences(run: Run, library: list[str]) -> None:
    data = json.loads(run("promises", "青川县", "2022", "--format", "json", "--sort", "text").out)
    assert {key: data["from"][key] for key in ("place", "plan_year", "title", "date")} == {
        "place": "青川县", "plan_year": 2022, "title": "政府工作报告", "date": "2022-02-08",
    }  # fmt: skip
    assert data["from"]["file"].endswith("青川县2022.txt") and len(data["to"]["sha256"]) == 64
    assert data["counts"] == {
        "promises": 5, "exceeded": 2, "met": 1, "missed": 1, "not_comparable": 0, "met_in_words": 0, "blanket": 0, "admitted": 0,
        "not_mentioned": 1, "undecided": 0, "likely": 0,
    }  # fmt: skip
    revenue, parking = data["promises"][1], data["promises"][-1]
    assert set(revenue) == {
        "target",
        "certainty",
        "actual",
        "sentence",
        "candidates",
        "verdict",
        "gap",
        "note",
        "own",
    }
    assert (revenue["verdict"], revenue["certainty"], revenue["gap"], revenue["own"]) == (
        "missed", "sure", {"value": "-1.8", "unit": "个百分点"}, None,
    )  # fmt: skip
    plan, results = (report_text("青川县", year) for year in (2022, 2023))
    for metric, text in ((revenue["target"], plan), (revenue["actual"], results)):
        assert text.replace("\n", " ")[metric["start"] : metric["end"]] == metric["quote"]
        assert metric["quote"] in metric["sentence"] and metric["path"]
    sentence = revenue["sentence"]
    assert results[sentence["start"] : sentence["end"]] == sentence["text"]
    assert (parking["actual"], parking["sentence"], parking["gap"]) == (None, None, None)


def test_csv_has_the_spans_and_both_sentences(run: Run, library: list[str]) -> None:
    printed = run("promises", "青川县", "2022", "--format", "csv", "--bom").out
    assert printed.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"))))
    assert [row["结论"] for row in rows] == ["超过", "达到", "未达", "超过", "未提及"]
    assert (rows[2]["地区"], rows[2]["年度"], rows[2]["差距"], rows[2]["把握"]) == (
        "青川县",
        "2022",
        "-1.8",
        "确定",
    )
    plan = report_text("青川县", 2022)
    assert plan[int(rows[2]["目标起始位置"]) : int(rows[2]["目标结束位置"])] == "5%"
    assert "3.2%" in rows[2]["结果原句"] and "5%" in rows[2]["目标原句"]
    english = run("promises", "青川县", "2022", "--format", "csv", "--headings", "en").out
    (first, *_) = csv.DictReader(io.StringIO(english))
    assert (first["verdict"], first["certainty"], first["target"]) == ("exceeded", "sure", "7%")


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--verdict", "未达"], ["m002"]),
        (["--verdict", "missed,达到", "--verdict", "not_mentioned"], ["m003", "m002", "m005"]),
        (["--certainty", "none"], ["m005"]),
        (["--certainty", "确定", "--verdict", "超过"], ["m001", "m004"]),
        (["--in", "二(一)"], ["m005"]),
        (["--filter", "jiuye"], ["m004"]),
        (["--filter", ">1000人"], ["m004"]),
        (["--sort", "text"], ["m001", "m002", "m003", "m004", "m005"]),
        (["--sort", "gap"], ["m002", "m003", "m001", "m004", "m005"]),
        (["--sort", "verdict"], ["m002", "m005", "m003", "m001", "m004"]),
    ],
)
def test_promises_are_filtered_and_sorted(
    run: Run, library: list[str], options: list[str], ids: list[str]
) -> None:
    done = run("promises", "青川县", "2022", *options, "--format", "csv", "--headings", "en")
    assert [row["target_id"] for row in csv.DictReader(io.StringIO(done.out))] == ids
    assert run("promises", "青川县", "2022", *options).out.splitlines()[1] == TABLE.splitlines()[1]


def test_tables_with_english_headings_have_the_codes_of_json(run: Run, library: list[str]) -> None:
    lines = run("promises", "青川县", "2022", "--headings", "en", "--sort", "text").out.splitlines()
    assert lines[3].split() == ["id", "indicator", "target", "actual", "gap", "verdict", "note"]
    assert lines[5].split() == ["m002", "一般公共预算收入", "5%", "3.2%", "-1.8个百分点", "missed"]


def test_sentences_that_may_tell_are_printed_on_demand(run: Run, library: list[str]) -> None:
    data: Any = json.loads(run("promises", "青川县", "2022", "--format", "json", "--sort", "text").out)
    texts = [candidate["text"] for candidate in data["promises"][-1]["candidates"]]
    rows = run("promises", "青川县", "2022", "--candidates", "--verdict", "未提及").out.splitlines()[5:]
    assert [row.split("  ")[-1] for row in rows] == texts


def test_markdown_begins_with_the_counts(run: Run, library: list[str]) -> None:
    lines = run("promises", "青川县", "2022", "--format", "md").out.splitlines()
    assert lines[1].startswith("承诺 5｜") and lines[2] == "" and lines[3].startswith("| 编号 |")
    assert lines[4].startswith("| --- |")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("青川县", "2024"), 1, "青川县/2024: 书库中没有下一年的报告，结果无从对照；此地有：2022-2024"),
        (("青川县", "2030"), 66, "2022-2024"),
        (("剑阁县", "2022"), 66, "没有这个地区的报告"),
        (("青川县/2023", "青川县/2022"), 2, "2023 年、2022 年"),
        ((), 2, "地区和年度"),
        (("a", "b", "c"), 2, "地区和年度"),
        (("青川县", "2022", "--verdict", "很好"), 2, "很好"),
        (("青川县", "2022", "--certainty", "很好"), 2, "很好"),
        (("青川县", "2022", "--in", "9.9"), 2, "9.9"),
        (("青川县", "2022", "--note", "因为"), 2, "--set"),
        (("青川县", "2022", "--set", "m001"), 2, "m012=达到"),
        (("青川县", "2022", "--set", "m999=met"), 2, "m999"),
        (("青川县", "2022", "--set", "m001=好"), 2, "没有这种结论：好"),
        (("a.txt", "b.txt", "--set", "m001=met"), 2, "书库"),
        (("--own",), 1, "没有自评结论"),
        (("青川县", "2022", "--verdict", "笼统称完成"), 1, "没有这样的目标"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    run: Run, library: list[str], words: tuple[str, ...], status: int, said: str
) -> None:
    done = run("promises", *words)
    assert (done.status, done.err.count("\n")) == (status, 1)
    assert said in done.err


def test_without_a_library_it_is_said_how_to_make_one(run: Run, files: list[str]) -> None:
    done = run("promises", "青川县", "2022")
    assert done.status == 66 and "library add" in done.err


def test_reports_in_the_wrong_order_are_refused_and_years_between_are_told(
    run: Run, files: list[str]
) -> None:
    wrong = run("promises", files[1], files[0])
    assert (wrong.status, wrong.out) == (2, "")
    far = run("promises", files[0], files[2])
    assert far.status == 0 and "不是相邻两年" in far.err


def test_own_verdicts_override_and_are_printed(run: Run, library: list[str]) -> None:
    done = run(
        "promises", "青川县", "2022", "--set", "m002=达到", "--set", "M005=missed", "--note", "据统计公报"
    )
    assert done.status == 0 and done.out == ""
    assert done.err.splitlines() == [
        "m002 一般公共预算收入：自评结论记为“达到”",
        "m005 建设智慧停车场：自评结论记为“未达”",
    ]
    printed = run("promises", "青川县", "2022").out
    assert "承诺 5｜超过 2｜达到 2｜未达 1｜不可比 0｜未提及 0" in printed
    assert "m002  一般公共预算收入    增5%    增3.2%  低1.8点  = 达到（自评结论）  据统计公报" in printed
    data = json.loads(run("promises", "青川县", "2022", "--format", "json", "--verdict", "met").out)
    assert [(one["verdict"], one["own"]) for one in data["promises"]] == [
        ("met", None), ("missed", {"verdict": "met", "note": "据统计公报"}),
    ]  # fmt: skip
    own = json.loads(run("promises", "--own", "--format", "json").out)["verdicts"]
    assert [(one["place"], one["year"], one["target"], one["verdict"], one["quote"]) for one in own] == [
        ("青川县", 2022, "m002", "met", "5%"), ("青川县", 2022, "m005", "missed", "7座"),
    ]  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(run("promises", "--own", "--format", "csv").out)))
    assert [(row["指标"], row["自评结论"], row["说明"]) for row in rows] == [
        ("一般公共预算收入", "达到", "据统计公报"), ("建设智慧停车场", "未达", "据统计公报"),
    ]  # fmt: skip
    assert run("promises", "青川县", "2023", "--own").status == 1
    with Library(Path(os.environ["HUIJI_LIBRARY"]), write=True) as opened:
        opened.remove_report("青川县/2022")
    (gone, _) = json.loads(run("promises", "--own", "--format", "json").out)["verdicts"]
    assert (gone["place"], gone["year"], gone["target"], gone["quote"]) == ("青川县", 2022, None, "5%")
    assert "一般公共预算收入增长5%,社会消费品零售总额" in gone["sentence"]
    run("library", "add", *library)
    assert run("promises", "青川县", "2022", "--set", "m002=").status == 0
    assert (
        "m002  一般公共预算收入    增5%    增3.2%  低1.8点  ▼ 未达" in run("promises", "青川县", "2022").out
    )


def test_adding_reports_links_them_and_says_so(run: Run, files: list[str]) -> None:
    added = run("library", "add", *files[:1])
    assert len(added.err.splitlines()) == 1
    added = run("library", "add", *files)
    assert added.err.splitlines()[1].startswith("相邻两年的报告对照 2 对")
    assert len(run("library", "add", *files).err.splitlines()) == 1
    exported = run("library", "export", "promises", "year:2022")
    assert len(exported.out.splitlines()) == 6
    assert run("library", "rebuild").err.splitlines()[1].startswith("相邻两年的报告对照 2 对")


def test_stopping_says_that_what_is_linked_is_kept(
    run: Run, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> object:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Library, "link", stop)
        stopped = run("library", "add", *files)
    assert stopped.status == 130 and "下次接着做" in stopped.err
    assert run("library", "list").out.count("青川县") >= 3


def test_all_orders_are_tried_above() -> None:
    assert set(PROMISE_ORDERS) == {"main", "text", "gap", "verdict"}


@pytest.mark.parametrize(
    "words", [("青川县", "２０２２"), ("青川县", "二〇二二"), ("2022", "青川县"), ("2022年", "青川")]
)
def test_years_are_read_as_people_write_them(run: Run, library: list[str], words: tuple[str, ...]) -> None:
    assert run("promises", *words) == (0, TABLE, "")


@pytest.mark.parametrize("year", ["20223", "-1", "22年"])
def test_what_is_no_year_is_told(run: Run, library: list[str], year: str) -> None:
    status, out, err = run("promises", "青川县", year)
    assert (status, out) == (2, "") and "年度应写作 2023" in err


def test_a_folder_is_no_library(run: Run, files: list[str], tmp_path: Path) -> None:
    for words in (("promises", "青川县", "2022"), ("library", "add", files[0])):
        status, out, err = run(*words, "--library", str(tmp_path))
        assert (status, out) == (66, "") and "是文件夹" in err


@pytest.fixture
def others(run: Run, library: list[str], tmp_path: Path) -> list[str]:
    """Return the files of another place in the same library."""
    files = write_reports(tmp_path / "others", "剑阁县")
    assert run("library", "add", *files).status == 0
    return files


def test_reports_of_different_places_are_told_and_have_no_own_verdicts(
    run: Run, library: list[str], others: list[str]
) -> None:
    assert run("promises", "青川县", "2022", "--set", "m002=达到").status == 0
    for words in (("青川县/2022", "剑阁县/2023"), (library[0], others[1])):
        done = run("promises", *words)
        assert (done.status, done.err) == (0, "这两份报告不是同一地区的：青川县、剑阁县\n")
        assert done.out.startswith("青川县　2022年目标，剑阁县2023年报告所述结果\n")
        assert "自评" not in done.out
    assert "自评" in run("promises", "青川县/2022", "青川县/2023").out
    assert "自评" not in run("promises", "青川县/2022", "青川县/2024").out
    for address, said in (("剑阁县/2023", "不是同一地区"), ("青川县/2024", "不是相邻两年")):
        done = run("promises", "青川县/2022", address, "--set", "m001=未达")
        assert done.status == 2 and said in done.err


def test_own_verdicts_of_a_place_are_those_of_all_its_years(
    run: Run, library: list[str], others: list[str]
) -> None:
    for place, year, target in (
        ("青川县", "2022", "m001"),
        ("青川县", "2023", "m007"),
        ("剑阁县", "2022", "m001"),
    ):
        assert run("promises", place, year, "--set", f"{target}=达到").status == 0
    own = json.loads(run("promises", "--own", "青川县", "--format", "json").out)["verdicts"]
    assert [(one["place"], one["year"]) for one in own] == [("青川县", 2022), ("青川县", 2023)]
    assert run("promises", "--own", "青川县", "2023").out.count("青川县") == 1
    missing = run("promises", "--own", "火星市")
    assert missing.status == 2 and "没有这个地区" in missing.err
    assert run("promises", "--own", "苍溪县") == (1, "", "没有自评结论，用 --set m012=达到 记下\n")


def test_all_verdicts_are_checked_before_one_is_kept(run: Run, library: list[str]) -> None:
    for second, said in (("m999=met", "m999"), ("m001=未达", "两次")):
        done = run("promises", "青川县", "2022", "--set", "m001=达到", "--set", second)
        assert done.status == 2 and said in done.err and "记为" not in done.err
    assert run("promises", "--own").status == 1
    done = run("promises", "青川县", "2022", "--set", "m001=")
    assert (done.status, done.err) == (0, "m001 地区生产总值：没有自评结论可取消\n")
