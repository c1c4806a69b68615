"""The command ``diff``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest


class Ran(NamedTuple):
    """What a command gave."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]

_HEAD = "政府工作报告\n——{year}年1月12日在青川县第十届人民代表大会第三次会议上\n各位代表:\n现在,我代表县人民政府报告工作,请予审议。\n"
_EARLIER = (
    _HEAD.format(year=2023)
    + "一、2022年工作回顾\n(一)工业经济稳步发展\n完成工业技改投资12亿元,新增规模以上工业企业10家。\n建成农村公路30公里。\n"
    + "二、2023年工作安排\n(一)加快工业经济发展\n实施工业技改项目20个。\n推进政务服务“一网通办”,办件时限再压缩三成。\n"
)
_LATER = (
    _HEAD.format(year=2024)
    + "一、2023年工作回顾\n(一)工业经济较快发展\n新建农村公路45公里。\n完成工业技改投资15亿元,新增规模以上工业企业12家。\n"
    + "二、2024年工作安排\n(一)壮大工业经济\n实施工业技改项目20个。\n培育低空经济。\n"
)


@pytest.fixture
def run(huiji_tui: Callable[..., tuple[int, str, str]]) -> Run:
    return lambda *words: Ran(*huiji_tui(*words))


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return two reports of 青川县; the library is in a folder of its own."""
    monkeypatch.setenv("HUIJI_LIBRARY", str(tmp_path / "data" / "library.db"))
    folder = tmp_path / "青川县"
    folder.mkdir()
    for year, text in ((2023, _EARLIER), (2024, _LATER)):
        (folder / f"{year}.txt").write_text(text, encoding="utf-8")
    return [str(folder / "2023.txt"), str(folder / "2024.txt")]


@pytest.fixture
def library(run: Run, files: list[str]) -> list[str]:
    """Return the files of a library."""
    assert run("library", "add", *files).status == 0
    return files


def test_changed_words_are_marked_and_counts_stand_on_top(run: Run, files: list[str]) -> None:
    ran = run("diff", *files)
    assert ran.status == 0
    title, counts, *_ = ran.out.splitlines()
    assert title == "青川县 2023 → 青川县 2024"
    assert counts.startswith("句 ")
    assert "完成工业技改投资[-12亿元-]{+15亿元+},新增规模以上工业企业[-10家-]{+12家+}。" in ran.out
    assert "\n新增\n  + 培育低空经济。\n" in ran.out
    assert "\n不见\n  - 推进政务服务“一网通办”,办件时限再压缩三成。\n" in ran.out


def test_numbers_need_not_count(run: Run, files: list[str]) -> None:
    ran = run("diff", *files, "--ignore-numbers", "--kinds", "照旧")
    assert "完成工业技改投资15亿元,新增规模以上工业企业12家。" in ran.out


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (("--kinds", "新增,不见"), {"new", "gone"}),
        (("--kinds", "new", "--kinds", "gone"), {"new", "gone"}),
        (("--only-changes",), {"edited", "rewritten", "subject", "new", "gone"}),
    ],
)
def test_only_some_kinds_are_listed(
    run: Run, files: list[str], options: tuple[str, ...], wanted: set[str]
) -> None:
    record = json.loads(run("diff", *files, *options, "--format", "json").out)
    shown = {pair["kind"] for pair in record["pairs"] if not pair["moved"]}
    assert shown
    assert shown <= wanted
    assert sum(record["counts"][kind] for kind in record["counts"] if kind != "moved") >= len(record["pairs"])


def test_json_has_spans_of_sentences_and_changes(run: Run, files: list[str]) -> None:
    record = json.loads(run("diff", *files, "--format", "json").out)
    assert (record["from"]["plan_year"], record["to"]["plan_year"]) == (2023, 2024)
    (pair,) = [
        pair for pair in record["pairs"] if pair["to"] and pair["to"]["text"].startswith("完成工业技改")
    ]
    texts = []
    for side in ("from", "to"):
        start, text = pair[side]["start"], pair[side]["text"]
        for change in reversed(pair["changes"]):
            first, last = change[side]
            text = text[: first - start] + text[last - start :]
        texts.append(text)
    assert texts == ["完成工业技改投资,新增规模以上工业企业。"] * 2
    assert all(change["number"] for change in pair["changes"])


def test_csv_has_both_sentences(run: Run, files: list[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(run("diff", *files, "--format", "csv").out)))
    (row,) = [row for row in rows if row["现句"].startswith("完成工业技改")]
    assert row["类别"] == "改动"
    assert row["原句"].startswith("完成工业技改投资12亿元")
    assert row["变动"] == "12亿元→15亿元; 10家→12家"


def test_only_a_place_of_the_later_report_is_listed(run: Run, files: list[str]) -> None:
    record = json.loads(run("diff", *files, "--in", "2", "--format", "json").out)
    texts = [pair["to"]["text"] for pair in record["pairs"] if pair["to"]]
    assert "培育低空经济。" in texts
    assert not any("技改投资" in text for text in texts)


@pytest.mark.parametrize("words", [("青川县/2023", "青川县/2024"), ("青川县/2024",), ("青川县",)])
def test_reports_of_a_library_are_named_by_place_and_year(
    run: Run, library: list[str], words: tuple[str, ...]
) -> None:
    assert run("diff", *words).out.startswith("青川县 2023 → 青川县 2024\n")


def test_a_file_is_compared_with_the_year_before_in_the_library(run: Run, library: list[str]) -> None:
    assert run("diff", library[1]).out.startswith("青川县 2023 → 青川县 2024\n")


def test_without_the_year_before_it_says_so(run: Run, library: list[str]) -> None:
    ran = run("diff", "青川县/2023")
    assert ran.status == 1
    assert "上一年的报告" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("a", "b", "c"),
        ("a", "--within", "b"),
        ("--within", "a", "--ignore-numbers"),
        ("{0}", "{1}", "--kinds", "什么"),
    ],
)
def test_wrong_usage_is_refused(run: Run, files: list[str], words: tuple[str, ...]) -> None:
    ran = run("diff", *(word.format(*files) for word in words))
    assert ran.status == 2
    assert ran.out == ""


def test_nothing_to_list_has_a_status_of_its_own(run: Run, files: list[str]) -> None:
    ran = run("diff", files[0], files[0], "--only-changes")
    assert ran.status == 1
    assert "没有这样的句子" in ran.err


def test_counterparts_within_a_report(run: Run, files: list[str]) -> None:
    ran = run("diff", "--within", files[1])
    assert ran.status == 0
    assert "(一)工业经济较快发展" in ran.out
    record = json.loads(run("diff", "--within", files[1], "--format", "json").out)
    found = {node["node"]: [each["node"] for each in node["counterparts"]] for node in record["nodes"]}
    assert found["1.1"] == ["2.1"]
    assert found["2.1"] == ["1.1"]
    assert record["nodes"][0]["counterparts"][0]["sure"] is True


def test_counterparts_that_are_only_likely_are_marked(run: Run, files: list[str], monkeypatch: Any) -> None:
    monkeypatch.setattr("tui.wording.model.SURE", 1.1)
    assert "≈ 可能 (一)" in run("diff", "--within", files[1]).out
    shown = run("diff", "--within", files[1], "--format", "csv").out
    assert {row["判断"] for row in csv.DictReader(io.StringIO(shown)) if row["对应章节"]} == {"≈ 可能"}


def test_counterparts_of_one_section(run: Run, files: list[str]) -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(run("diff", "--within", files[1], "--in", "一(一)", "--format", "csv").out)
        )
    )
    assert [(row["标题"], row["对应标题"]) for row in rows] == [("(一)工业经济较快发展", "(一)壮大工业经济")]
