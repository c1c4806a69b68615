"""Commands on several reports and on folders: whose each row is, what fails, what is read twice."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.samples import SMALL
from tui.cli import several
from tui.convert import pipeline

pytestmark = pytest.mark.usefixtures("one_worker")
BLUE = (
    "2023年青山县政府工作报告\n各位代表：\n一、2022年工作回顾\n地区生产总值增长5%，新建公园3个。\n"
    "二、2023年工作安排\n地区生产总值增长6%以上，新建公园4个。\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two reports in two folders, and a picture."""
    path = tmp_path / "报告"
    for name, text in (("甲.txt", SMALL), ("县/乙.txt", BLUE)):
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    (path / "图.png").write_bytes(b"\0")
    return path


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("command", ["metrics", "compare"])
def test_each_row_says_which_report_it_is_from(command: str, huiji_tui: Any, folder: Path) -> None:
    status, out, said = huiji_tui(command, folder, "--format", "csv", "--headings", "en")
    rows = rows_of(out)
    assert status == 0 and said == "略过 1 个不是报告或读不了的文件：图.png\n"
    assert list(rows[0])[:4] == ["report", "place", "year", "id" if command == "metrics" else "indicator"]
    found = {(row["report"], row["place"], row["year"]) for row in rows}
    assert found == {
        (str(folder / "县/乙.txt"), "青山县", "2023"),
        (str(folder / "甲.txt"), "某某县", "2022"),
    }


@pytest.mark.parametrize("command", ["metrics", "compare", "metrics --explain"])
def test_json_of_several_is_one_list_of_the_same_records(command: str, huiji_tui: Any, folder: Path) -> None:
    words = command.split()
    ((name, records),) = json.loads(huiji_tui(*words, folder, "--format", "json")[1]).items()
    expected = []
    for file, place, year in (("县/乙.txt", "青山县", 2023), ("甲.txt", "某某县", 2022)):
        alone = json.loads(huiji_tui(*words, folder / file, "--format", "json")[1])[name]
        expected += [{"report": str(folder / file), "place": place, "year": year, **one} for one in alone]
    assert records == expected and len(records) > 5


@pytest.mark.parametrize("form", ["table", "md", "csv"])
def test_tables_of_several_have_one_head(form: str, huiji_tui: Any, folder: Path) -> None:
    out = huiji_tui("metrics", folder, "--format", form, "--bom")[1]
    assert out.count("年度") == 1 and out.count("\ufeff") == (form == "csv")
    assert out.replace("| ", "").lstrip("\ufeff").startswith("报告")


def test_a_folder_with_one_report_has_the_columns_of_several(huiji_tui: Any, folder: Path) -> None:
    assert rows_of(huiji_tui("metrics", folder / "县", "--format", "csv")[1])[0]["地区"] == "青山县"
    assert "地区" not in rows_of(huiji_tui("metrics", folder / "甲.txt", "--format", "csv")[1])[0]


def test_filters_apply_to_each_report(huiji_tui: Any, folder: Path) -> None:
    words = ("--filter", "unit:个", "--status", "target", "--format", "csv")
    rows = rows_of(huiji_tui("metrics", folder, *words)[1])
    assert [row["原文"] for row in rows] == ["4个", "40个", "20个"] and {row["状态"] for row in rows} == {
        "目标"
    }


def test_a_place_that_only_some_reports_have_is_an_error_of_the_others(huiji_tui: Any, folder: Path) -> None:
    status, out, said = huiji_tui("metrics", folder, "--in", "1.2", "--format", "csv")
    assert status == 0 and {row["报告"] for row in rows_of(out)} == {str(folder / "甲.txt")}
    assert said.count("乙.txt: 没有“1.2”这个位置") == 1


def test_a_report_that_fails_is_one_line_and_the_others_are_printed(huiji_tui: Any, folder: Path) -> None:
    (folder / "坏.txt").write_bytes(b"\0\1")
    status, out, said = huiji_tui("metrics", folder)
    assert status == 0 and said.count("坏.txt") == 1 and "青山县" in out and "甲.txt" in out
    assert huiji_tui("metrics", folder, "--filter", "没有的指标")[0] == 65
    status, out, said = huiji_tui("metrics", folder / "甲.txt", folder / "无.txt")
    assert status == 66 and said.count("无.txt") == 1 and "甲.txt" in out
    status, out, _ = huiji_tui("compare", folder / "坏.txt", folder / "无.txt", "--format", "json")
    assert (status, json.loads(out)) == (65, {"comparisons": []})


def test_a_wrong_filter_is_reported_once(huiji_tui: Any, folder: Path) -> None:
    status, out, said = huiji_tui("metrics", folder, "--filter", "stats:target")
    assert (status, out) == (2, "") and said.count("不能按 stats 筛选") == 1


def test_own_indicators_with_faults_are_complained_about_once(
    huiji_tui: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config" / "huiji-tui").mkdir(parents=True)
    (tmp_path / "config" / "huiji-tui" / "indicators.yaml").write_text("schema: x\n")
    for command in ("metrics", "compare"):
        faults = huiji_tui(command, folder / "甲.txt")[2].count("\n")
        assert faults > 0 and huiji_tui(command, folder)[2].count("indicators.yaml") == faults


def test_a_report_that_is_named_twice_is_read_once(huiji_tui: Any, folder: Path) -> None:
    out = huiji_tui("compare", folder, folder / "甲.txt", "--format", "json")[1]
    assert out == huiji_tui("compare", folder, "--format", "json")[1]


def test_many_reports_do_not_push_those_out_of_the_cache_that_were_opened(
    huiji_tui: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cached() -> tuple[int, int]:
        """Return how many reports are cached as opened, and how many apart."""
        kept = tmp_path / "cache" / "huiji-tui"
        return len(list(kept.glob("*.json"))), len(list(kept.glob("many/*/*.json")))

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(several, "MAX_CACHED", 1)
    expected = huiji_tui("metrics", folder)
    assert cached() == (0, 2)
    huiji_tui("metrics", folder / "甲.txt")
    assert cached() == (1, 2)
    assert huiji_tui("metrics", folder) == expected and cached() == (1, 2)
    monkeypatch.setattr(several, "MAX_CACHED", 2)
    found = huiji_tui("search", "公园", folder)
    assert cached() == (1, 2)  # what has metrics serves a search, too
    assert huiji_tui("search", "公园", folder) == found
    assert huiji_tui("metrics", folder) == expected and cached() == (2, 2)


def test_no_path_or_place_is_a_formula(huiji_tui: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    Path("=1+1.txt").write_text(BLUE.replace("青山县", "=青山县"), encoding="utf-8")
    out = huiji_tui("metrics", "=1+1.txt", "甲.txt", "--format", "csv")[1]
    assert out.splitlines()[1].startswith("'=1+1.txt,")
    assert not [cell for row in csv.reader(io.StringIO(out)) for cell in row if cell[:1] in ("=", "+", "@")]


def test_standard_input_may_be_one_of_several(
    huiji_tui: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Input:
        buffer = io.BytesIO(BLUE.encode())

    monkeypatch.setattr("sys.stdin", Input)
    rows = rows_of(huiji_tui("metrics", "-", folder / "甲.txt", "--format", "csv")[1])
    assert [*dict.fromkeys(row["报告"] for row in rows)] == ["-", str(folder / "甲.txt")]


@pytest.mark.usefixtures("new_workers")
def test_one_report_is_converted_in_this_process(
    huiji_tui: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "convert_with_notes", fail)
    assert huiji_tui("compare", folder / "甲.txt")[0] == 70


def test_a_place_that_only_the_text_or_the_file_tells_is_named(huiji_tui: Any, tmp_path: Path) -> None:
    own = SMALL.replace("某某县第三届", "第三届").replace("某某县人民", "人民")
    for name in ("郑州市2024年政府工作报告.txt", "乙.txt"):
        (tmp_path / name).write_text(own, encoding="utf-8")
    rows = rows_of(huiji_tui("metrics", tmp_path, "--format", "csv")[1])
    assert {(Path(row["报告"]).name, row["地区"]) for row in rows} == {
        ("郑州市2024年政府工作报告.txt", "郑州市"),
        ("乙.txt", ""),
    }
