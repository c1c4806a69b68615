"""``tasks`` prints what a report plans as a list of tasks."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.promises import write_reports
from tui import load_report, tasks
from tui.cli.main import run


def no_screen(*_: object) -> int:
    raise AssertionError


@pytest.fixture
def huiji_tui(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*words: object) -> tuple[int, str, str]:
        status = run([str(word) for word in words], no_screen)
        return status, *capsys.readouterr()

    return call


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))


def test_json_has_the_tasks_with_their_spans(huiji_tui: Any, small: Path) -> None:
    status, out, _ = huiji_tui("tasks", small, "--format", "json")
    found = json.loads(out)["tasks"]
    text = load_report(small).text
    assert status == 0 and [task["number"] for task in found] == list(range(1, len(found) + 1))
    assert all(text[task["start"] : task["end"]] == task["text"] for task in found)
    assert found[0] == {
        "number": 1,
        "text": "全年新签约项目40个以上",
        "start": text.index("全年新签约项目"),
        "end": text.index("全年新签约项目") + len("全年新签约项目40个以上"),
        "node": "2.1.1",
        "path": ["二、2022年工作安排", "(一)加快产业升级", "做强主导产业"],
        "metrics": [found[0]["metrics"][0]],
        "due": "2022年底",
        "due_from": "chapter",
        "deadline": "",
        "years": "",
        "figure_years": "",
        "chapter_year": 2022,
        "horizon": "year",
        "office": "",
        "part_of": None,
    }


def test_csv_has_columns_for_an_office_to_fill_in(huiji_tui: Any, small: Path) -> None:
    out = huiji_tui("tasks", small, "--format", "csv", "--bom")[1]
    row = rows_of(out)[0]
    assert out.startswith("\ufeff序号,任务,指标数值,完成时限,章节,牵头单位,责任人,进度,备注,")
    assert (row["任务"], row["指标数值"]) == ("全年新签约项目40个以上", "40个以上")
    assert row["章节"] == "二、2022年工作安排 › (一)加快产业升级 › 做强主导产业"
    assert row["牵头单位"] == row["责任人"] == row["进度"] == row["备注"] == ""


def test_headings_are_the_names_of_the_fields_for_scripts(huiji_tui: Any, small: Path) -> None:
    out = huiji_tui("tasks", small, "--format", "csv", "--headings", "en")[1]
    assert out.startswith("number,text,figures,due,path,office,person,progress,remark,")


def test_md_is_a_sheet_to_hand_in(huiji_tui: Any, small: Path) -> None:
    head = huiji_tui("tasks", small, "--format", "md")[1].splitlines()[0]
    assert head == "| 序号 | 任务 | 指标数值 | 完成时限 | 章节 | 牵头单位 | 责任人 | 进度 | 备注 |"


def test_the_table_ends_with_the_whole_task(huiji_tui: Any, small: Path) -> None:
    lines = huiji_tui("tasks", small)[1].splitlines()
    assert lines[0].split() == ["序号", "指标数值", "完成时限", "章节", "任务"]
    assert lines[1].endswith("全年新签约项目40个以上")


FIVE_YEARS = (
    "甲县政府工作报告\n——2022年1月10日在甲县第一届人民代表大会第一次会议上\n一、2021年工作回顾\n2021年,新建学校3所。\n"
    "二、今后五年的目标任务\n（一）建设产业强县。建设园区5个。到2024年建成高铁1条。\n"
    "三、2022年工作安排\n（一）建设产业强县。新建公园2处。6月底前完成改造8处。到2026年城镇化率达到70%。\n"
)


@pytest.fixture
def of_years(tmp_path: Path) -> Path:
    path = tmp_path / "五年.txt"
    path.write_text(FIVE_YEARS, encoding="utf-8")
    return path


def test_what_a_task_says_of_time_is_told_apart_from_its_chapter_and_its_figures(
    huiji_tui: Any, of_years: Path
) -> None:
    records = {
        task["text"]: task
        for task in json.loads(huiji_tui("tasks", of_years, "--format", "json")[1])["tasks"]
    }
    names = ("due", "due_from", "deadline", "years", "horizon")
    assert [records["建设园区5个"][name] for name in names] == [
        "今后五年", "chapter", "", "今后五年", "plan",
    ]  # fmt: skip
    assert [records["到2024年建成高铁1条"][name] for name in names] == [
        "到2024年", "task", "到2024年", "今后五年", "plan",
    ]  # fmt: skip
    assert [records["新建公园2处"][name] for name in names] == [
        "2022年底", "chapter", "", "", "year",
    ]  # fmt: skip
    rows = {row["任务"]: row for row in rows_of(huiji_tui("tasks", of_years, "--format", "csv")[1])}
    names_zh = ("完成时限", "完成时限（原文）", "所在章规划期", "任务类别")
    assert [rows["建设园区5个"][name] for name in names_zh] == [
        "今后五年（据章名）", "", "今后五年", "规划期任务",
    ]  # fmt: skip
    assert [rows["6月底前完成改造8处"][name] for name in names_zh] == [
        "6月底前", "6月底前", "", "本年任务",
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["md", "table"])
def test_tables_mark_a_deadline_that_is_the_chapters(huiji_tui: Any, of_years: Path, form: str) -> None:
    lines = huiji_tui("tasks", of_years, "--format", form)[1].splitlines()
    assert any("建设园区5个" in line and "今后五年（据章名）" in line for line in lines)
    assert any("6月底前" in line and "据" not in line for line in lines)


def test_a_place_limits_the_tasks_and_keeps_their_numbers(huiji_tui: Any, small: Path) -> None:
    all_ = json.loads(huiji_tui("tasks", small, "--format", "json")[1])["tasks"]
    some = json.loads(huiji_tui("tasks", small, "--format", "json", "--in", "2.1.2")[1])["tasks"]
    assert 0 < len(some) < len(all_) and some == [task for task in all_ if task["node"] == "2.1.2"]


def test_nothing_found_is_told_by_the_status(huiji_tui: Any, small: Path) -> None:
    status, out, _ = huiji_tui("tasks", small, "--format", "json", "--in", "1")
    assert (status, json.loads(out)) == (1, {"tasks": []})


def test_rows_of_several_reports_say_which_one_they_are_from(huiji_tui: Any, small: Path) -> None:
    rows = rows_of(huiji_tui("tasks", small.parent, "--format", "csv")[1])
    assert {(row["报告"], row["地区"], row["年度"]) for row in rows} == {(str(small), "某某县", "2022")}


def test_the_function_gives_what_is_printed(huiji_tui: Any, small: Path) -> None:
    printed = json.loads(huiji_tui("tasks", small, "--format", "json")[1])["tasks"]
    assert [task.text for task in tasks(load_report(small))] == [record["text"] for record in printed]


def test_an_empty_name_is_not_the_current_folder(huiji_tui: Any) -> None:
    for name in ("", "  "):
        status, out, err = huiji_tui("tasks", name)
        assert (status, out) == (2, "") and "报告不能是空的" in err


def test_a_report_without_a_plan_is_told(huiji_tui: Any, tmp_path: Path) -> None:
    path = tmp_path / "名单.txt"
    path.write_text("root:x:0:0\nbin:x:1:1\n", encoding="utf-8")
    status, _, err = huiji_tui("tasks", path)
    assert (status, err) == (1, "没有工作安排\n")


def test_a_place_without_a_year_is_its_newest_report(
    huiji_tui: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUIJI_LIBRARY", str(tmp_path / "library.db"))
    status, out, err = huiji_tui("tasks", "青川县/2023")
    assert (status, out) == (66, "") and "还没有书库" in err
    assert huiji_tui("library", "add", *write_reports(tmp_path / "shelf"))[0] == 0
    status, newest, err = huiji_tui("tasks", "青川县")
    assert (status, err) == (0, "青川县/2024（此地最近的报告）\n")
    assert newest == huiji_tui("tasks", "青川县/2024")[1]
    assert "没有这个文件" in huiji_tui("tasks", "火星市")[2]


def test_the_heading_of_a_chapter_without_text_is_no_task(huiji_tui: Any, tmp_path: Path) -> None:
    path = tmp_path / "2023.txt"
    path.write_text(
        "某市政府工作报告\n（2023年1月5日）\n一、2022年工作回顾\n新建学校10所。\n二、2023年工作安排\n",
        "utf-8",
    )
    status, _, err = huiji_tui("tasks", path)
    assert (status, err) == (1, "没有工作安排\n")


def test_a_long_paragraph_without_a_full_stop_is_split_at_its_commas(huiji_tui: Any, tmp_path: Path) -> None:
    path = tmp_path / "2023.txt"
    works = "新建学校10所，" * 2000
    path.write_text(
        f"某市政府工作报告\n（2023年1月5日）\n一、2022年工作回顾\n{works}\n二、2023年工作安排\n{works}\n",
        "utf-8",
    )
    status, out, _ = huiji_tui("tasks", path, "--format", "csv")
    assert (status, len(rows_of(out))) == (0, 2000)
    status, out, _ = huiji_tui("promises", path, path)
    assert status == 2
