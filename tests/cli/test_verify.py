"""``verify``: what it prints of quotations, and its exit status; links where reports and places are named."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.docx import docx, paragraph, run
from tests.support.samples import SMALL
from tui.library.library import Library

EXACT = "地区生产总值预计增长7.2%,一般公共预算收入完成8.5亿元"
CHANGED = "地区生产总值预计增长7.2%,一般公共预算收入完成8.6亿元"
REWORDED = "带动就业3000人，园区承载力显著增强"
NOWHERE = "召开新闻发布会公布调查结果"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path, report: Path) -> Path:
    path = tmp_path / "library.db"
    other = tmp_path / "另一份.txt"
    other.write_text(SMALL.replace("某某县", "青川县").replace("8.5亿元", "9.5亿元"), encoding="utf-8")
    with Library(path, write=True) as made:
        assert [step.outcome for step in made.add([str(report), str(other)])] == ["added"] * 2
    return path


@pytest.mark.parametrize(
    ("quotation", "status", "said"),
    [
        (EXACT, 0, "✓ 一致\n"),
        (f"“{EXACT}”", 0, "✓ 一致\n"),
        (EXACT.replace(",", "，"), 0, "✓ 一致（全角半角不同）"),
        (CHANGED, 1, "✗ 数字改动  8.5亿元 → 8.6亿元"),
        (REWORDED, 1, "≈ 文字改动  "),
        (NOWHERE, 1, "✗ 未找到"),
        ("带动就业三千人", 0, "✓ 一致（数字写法不同：3000人 → 三千人）"),
        ("就业3200人", 1, "✗ 未找到  数字之外不足 5 字，只核对是否一致"),
    ],
)
def test_the_status_says_whether_all_is_exact(
    huiji_tui: Any, report: Path, quotation: str, status: int, said: str
) -> None:
    done, out, _ = huiji_tui("verify", quotation, report)
    assert done == status
    assert out.startswith(said)
    if "未找到" not in said:
        assert "huiji:报告.txt#“" in out
        assert "《某某县政府工作报告》，2022年2月8日，第一部分" in out


def test_json_has_report_place_and_link(huiji_tui: Any, report: Path) -> None:
    status, out, _ = huiji_tui("verify", CHANGED, report, "--format", "json")
    (record,) = json.loads(out)["quotations"]
    assert status == 1
    assert record["kind"] == "changed_number"
    assert record["numbers"] == [{"report": "8.5亿元", "quotation": "8.6亿元"}]
    assert SMALL.find(record["text"]) > 0
    assert (record["report"]["place"], record["report"]["plan_year"]) == ("某某县", 2022)
    assert record["section"].startswith("一")
    shown = huiji_tui("show", report, record["link"], "--format", "text")
    assert shown[0] == 0 and shown[1].startswith("过去一年,全县上下攻坚克难")


def test_the_quotations_of_a_manuscript_are_checked_one_by_one(
    huiji_tui: Any, report: Path, tmp_path: Path
) -> None:
    text = f"报告说，“{EXACT}”；又说“{CHANGED}”。“四上”企业不算。"
    for name, data in (
        ("稿件.docx", docx(paragraph(run(text)))),
        ("稿件.md", f"# 稿件\n\n{text}\n".encode()),
        ("稿件.txt", text.encode("gb18030")),
    ):
        (tmp_path / name).write_bytes(data)
        status, out, err = huiji_tui("verify", "--file", tmp_path / name, report, "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(out)))
        assert status == 1
        assert [row["结论"] for row in rows] == ["一致", "数字改动"], name
        assert "引号中的话，共 2 条引文" in err
        assert "一致 1 条，数字改动 1 条" in err


def test_a_list_has_a_quotation_in_each_line(huiji_tui: Any, report: Path, tmp_path: Path) -> None:
    (tmp_path / "引文.txt").write_text(f"{EXACT}\n\n{REWORDED}\n", encoding="utf-8")
    status, out, err = huiji_tui("verify", "--file", tmp_path / "引文.txt", report, "--format", "table")
    assert status == 1
    assert [line.split()[0] for line in out.splitlines()] == ["结论", "一致", "文字改动"]
    assert "一行一条，共 2 条引文" in err
    (tmp_path / "引文.txt").write_text(f"{EXACT}\n", encoding="utf-8")
    assert huiji_tui("verify", "--file", tmp_path / "引文.txt", report)[0] == 0


def test_of_several_reports_the_best_is_told_and_the_others_that_have_it(
    huiji_tui: Any, report: Path, tmp_path: Path
) -> None:
    other = tmp_path / "旧.txt"
    other.write_text(SMALL.replace("7.2%", "6.2%").replace("8.5亿元", "8.6亿元"), encoding="utf-8")
    _, out, _ = huiji_tui("verify", EXACT, other, report, "--format", "json")
    (record,) = json.loads(out)["quotations"]
    assert (record["kind"], Path(record["report"]["address"]).name) == ("exact", "报告.txt")
    _, out, _ = huiji_tui("verify", "新建标准厂房12万平方米", other, report, "--format", "json")
    assert len(json.loads(out)["quotations"][0]["others"]) == 1


def test_a_library_says_which_report_has_a_quotation(huiji_tui: Any, library: Path) -> None:
    status, out, _ = huiji_tui("verify", EXACT.replace("8.5", "9.5"), "--library", library)
    assert status == 0
    assert "青川县/2022  《青川县政府工作报告》，2022年2月8日" in out
    assert "huiji:青川县/2022#“" in out
    status, out, _ = huiji_tui("verify", "新建标准厂房12万平方米，签约项目35个", f"--library={library}")
    assert status == 0 and "另有 1 份报告也有" in out
    assert huiji_tui("verify", NOWHERE, f"--library={library}")[0] == 1
    status, out, _ = huiji_tui("verify", EXACT, "place:青川县", f"--library={library}")
    assert status == 1 and "9.5亿元 → 8.5亿元" in out
    status, out, _ = huiji_tui("verify", EXACT, "某某县/2022", f"--library={library}")
    assert status == 0 and "huiji:某某县/2022#" in out


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["verify"], 2), (["verify", " "], 2), (["verify", "甲", "--split", "lines"], 2), (["verify", "字" * 3001], 2),
        (["verify", "--file", "没有.txt"], 66), (["verify", "甲乙丙丁", "没有.txt"], 66), (["verify", "甲", "--library", "没有.db"], 66),
    ],
)  # fmt: skip
def test_errors_are_no_results(huiji_tui: Any, words: list[str], status: int) -> None:
    done, out, err = huiji_tui(*words)
    assert (done, out) == (status, "")
    assert err.startswith("huiji-tui: ")


def test_a_file_without_quotations_is_told(huiji_tui: Any, tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_text("\n——\n", encoding="utf-8")
    assert huiji_tui("verify", "--file", tmp_path / "空.txt")[0] == 65


def test_what_is_printed_is_data(huiji_tui: Any, report: Path) -> None:
    _, out, _ = huiji_tui(
        "verify", "=HYPERLINK(甲)\x1b[31m带动就业3000人，园区承载力显著增强", report, "--format", "csv"
    )
    assert "\x1b" not in out
    assert "'=HYPERLINK" in out


# -- links ---------------------------------------------------------------------------------------


def test_show_reads_links(huiji_tui: Any, library: Path, report: Path) -> None:
    words = ("--library", library, "--format", "text")
    _, whole, _ = huiji_tui("show", "青川县/2022", "一(二)", *words)
    assert huiji_tui("show", "huiji:青川县/2022#一(二)", *words) == (0, whole, "")
    assert huiji_tui("show", "huiji:%E9%9D%92%E5%B7%9D%E5%8E%BF/2022#一(二)", *words)[1] == whole
    assert huiji_tui("show", "青川县/2022", "#一(二)", *words)[1] == whole
    _, out, err = huiji_tui("show", "huiji:青川县/2022#二(一)“新增城镇就业4200人”", *words)
    assert out.startswith("新增城镇就业4200人")
    assert "引文不在 二(一)，现在 一(二)" in err
    status, _, err = huiji_tui("show", "青川县/2022", "huiji:某某县/2022#一", *words)
    assert status == 2 and "不是这份报告" in err


def test_show_prints_links(huiji_tui: Any, report: Path) -> None:
    _, out, _ = huiji_tui("show", report, "--links", "--format", "text")
    assert "(一)抓项目,经济运行稳中有进" in out and "huiji:报告.txt#一(一)" in out
    _, out, _ = huiji_tui("show", report, "一(一)", "--links", "--format", "text")
    assert out.endswith("\nhuiji:报告.txt#一(一)\n")
    _, out, _ = huiji_tui("show", report, "一(一)", "--format", "md")
    assert "[¶](<huiji:报告.txt#一(一)>)" in out
    _, out, _ = huiji_tui("show", report, "一(一)", "--format", "json")
    (place,) = json.loads(out)["places"]
    assert (place["link"], place["path"]) == ("huiji:报告.txt#一(一)", "一(一)")


def test_a_link_stands_for_its_report(huiji_tui: Any, library: Path) -> None:
    status, out, _ = huiji_tui("outline", "huiji:青川县/2022#一", "--library", library, "--depth", "1")
    assert status == 0 and "一、2021年工作回顾" in out
    assert huiji_tui("outline", "#一", "--library", library)[0] == 2


def test_the_source_is_cited_in_the_style_asked_for(huiji_tui: Any, report: Path) -> None:
    _, out, _ = huiji_tui("verify", EXACT, report, "--format", "csv")
    assert next(csv.DictReader(io.StringIO(out)))["出处"] == "《某某县政府工作报告》，2022年2月8日，第一部分"
    _, out, _ = huiji_tui("verify", EXACT, report, "--format", "json", "--style", "gbt7714")
    cited = json.loads(out)["quotations"][0]["citation"]
    assert cited.endswith("某某县政府工作报告[R]. (2022-02-08): 第一部分.")
