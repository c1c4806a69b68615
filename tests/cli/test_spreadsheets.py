"""``--format xlsx``: the sheets have what CSV has."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_tasks import FIVE_YEARS
from tests.support.samples import SMALL
from tests.support.sheets import ReadSheet, read_sheet, read_sheets


def compare(rows: list[dict[str, str]], sheet: ReadSheet, names: dict[str, str]) -> None:
    """Compare cells of CSV with cells of a sheet, by the headings they have there."""
    assert len(rows) == len(sheet.rows) > 0
    for heading, name in names.items():
        told = [row[heading].removeprefix("'") for row in rows]
        assert sheet.texts(name) == told, heading


def compare_figures(rows: list[dict[str, str]], sheet: ReadSheet, *figures: str) -> None:
    """Compare figures: text, number (negative for a fall) and unit."""
    for name in figures:
        compare(rows, sheet, {f"{name}单位": f"{name}单位"})
        for row, cells in zip(rows, sheet.rows, strict=True):
            if row[name]:
                assert cells[name] == row[name]
            number, told = cells[f"{name}数值"], row[f"{name}数值"]
            if isinstance(number, int | float):
                sign = -1 if "降" in row[name] else 1
                assert Decimal(str(number)) == sign * Decimal(told)
            else:
                assert str(number or "").replace("～", "-").replace("∶", "-") == told


def test_tasks(both: Any, small: Path) -> None:
    rows, sheet = both("tasks", small)
    names = ["序号", "任务", "指标数值", "牵头单位", "责任人", "进度", "备注", "任务类别"]
    compare(
        rows,
        sheet,
        {**dict(zip(names, names, strict=True)), "章节": "完整章节", "完成时限": "完成时限"},
    )
    assert all(row["任务"] in row["原句"] for row in sheet.rows)
    assert sheet.rows[0]["章节"] == "二(一)"
    assert sheet.groups == {0: f"二、2022年工作安排 › (一)加快产业升级（{len(rows)} 项）"}
    assert [type(value) for value in sheet.rows[0].values()][:2] == [int, str]
    (rule,) = sheet.page.data_validations.dataValidation
    assert rule.formula1 == '"未启动,推进中,已完成,进度滞后,已调整"'
    assert str(rule.sqref).startswith(sheet.cell(0, "进度").coordinate)
    assert sheet.page["A1"].value == "某某县2022年政府工作报告目标任务分解表"
    assert sheet.page["A2"].value.endswith(f"共 {len(rows)} 项任务")


def test_tasks_of_later_years_have_a_sheet_of_their_own(huiji_tui: Any, tmp_path: Path) -> None:
    report, file = tmp_path / "报告.txt", tmp_path / "表.xlsx"
    report.write_text(FIVE_YEARS, encoding="utf-8")
    assert huiji_tui("tasks", report, "-o", file)[:2] == (0, "")
    of_year, later = read_sheets(file.read_bytes())
    assert (of_year.page.title, later.page.title) == ("本年任务", "规划期任务")
    assert of_year.texts("任务") == ["新建公园2处", "6月底前完成改造8处", "到2026年城镇化率达到70%"]
    assert of_year.texts("完成时限") == ["2022年底（据章名）", "6月底前", "到2026年"]
    assert later.texts("任务") == ["建设园区5个", "到2024年建成高铁1条"]
    assert later.texts("完成时限") == ["今后五年（据章名）", "到2024年"]
    assert of_year.groups == {0: "三、2022年工作安排 › （一）建设产业强县（3 项）"}
    assert later.groups == {0: "二、今后五年的目标任务 › （一）建设产业强县（2 项）"}
    assert of_year.page["A2"].value.endswith("共 3 项任务，另有 2 项在工作表“规划期任务”")
    assert later.page["A1"].value.endswith("目标任务分解表（规划期任务）")
    (rule,) = later.page.data_validations.dataValidation
    first, last = later.cell(0, "进度"), later.cell(1, "进度")
    assert str(rule.sqref) == f"{first.coordinate}:{last.coordinate}"
    assert [[row["序号"] for row in sheet.rows] for sheet in (of_year, later)] == [[1, 2, 3], [1, 2]]


def test_headings_of_sections_tell_whose_they_are_where_there_are_several_reports(
    both: Any, small: Path
) -> None:
    other = small.with_name("乙.txt")
    other.write_text(SMALL.replace("某某县", "乙县"), encoding="utf-8")
    _, sheet = both("tasks", small, other)
    assert [text[:10] for text in sheet.groups.values()] == ["某某县2022年　二", "乙县2022年　二、"]


def test_metrics(both: Any, small: Path) -> None:
    rows, sheet = both("metrics", small)
    names = ["编号", "指标", "单位", "性质", "状态", "主要指标", "原句"]
    compare(rows, sheet, dict(zip(names, names, strict=True)))
    assert [cells["序号"] for cells in sheet.rows] == list(range(1, len(rows) + 1))
    assert sheet.texts("时期") == [f"{row['时期']}年" for row in rows]
    assert sheet.texts("限定") == [row["限定"].replace("确数", "") for row in rows]
    for row, cells in zip(rows, sheet.rows, strict=True):
        sign = -1 if row["增减"] == "降" else 1
        assert Decimal(str(cells["数值"])) == sign * Decimal(row["数值"])
        assert row["原文"].removesuffix("余") in str(cells["表述"]).replace("第", "")
    percent = next(at for at, row in enumerate(rows) if row["单位"] == "%")
    assert (
        sheet.cell(percent, "数值").data_type == "n" and "%" not in sheet.cell(percent, "数值").number_format
    )


def test_comparison(both: Any, small: Path) -> None:
    rows, sheet = both("compare", small)
    rows.sort(key=lambda row: (row["指标"], row["目标"]))  # the sheet has main indicators first
    sheet.rows.sort(key=lambda cells: (str(cells["指标"]), str(cells["2022年目标"])))
    compare(rows, sheet, {"指标": "指标", "目标": "2022年目标"})
    assert sheet.texts("2021年结果") == [row["结果"] for row in rows]
    compare(rows, sheet, {"变化": "变化", "差距": "说明", "可比性": "可比性"})
    metrics, listed = both("metrics", small)
    by_id = {row["编号"]: row for row in metrics}
    for row, cells in zip(rows, sheet.rows, strict=True):
        for side in ("结果", "目标"):
            metric = by_id.get(row[f"{side}编号"])
            assert (cells[f"{side}原句"] or "") == (metric["原句"] if metric else "")
            assert (cells[f"{side}单位"] or "") == (metric["单位"] if metric else "")
    assert listed.rows


def test_comparison_lists_main_indicators_first_with_gaps_as_numbers(huiji_tui: Any, tmp_path: Path) -> None:
    report, file = tmp_path / "报告.txt", tmp_path / "表.xlsx"
    report.write_text(
        "甲县政府工作报告\n——2022年1月10日在甲县第一届人民代表大会第一次会议上\n一、2021年工作回顾\n2021年，引进硕士500人，"
        "财政支出120亿元，固定资产投资增长6.6%，居民消费价格上涨1%。\n二、2022年工作安排\n2022年，财政支出150亿元，引进硕士600人以上，"
        "固定资产投资增长8%，规模以上工业增加值增长9%。到2026年，城镇化率达到70%。\n",
        encoding="utf-8",
    )
    assert huiji_tui("compare", report, "-o", file)[0] == 0
    pairs, alone = read_sheets(file.read_bytes())
    told = {row["指标"]: [row[name] for name in ("2021年结果", "差距", "差距单位")] for row in pairs.rows}
    assert told == {
        "固定资产投资": ["增6.6%", 1.4, "个百分点"],
        "财政支出": ["120亿元", 30, "亿元"],
        "引进硕士": ["500人", 100, "人"],
    }
    assert next(iter(told)) == "固定资产投资"
    assert (pairs.page.title, alone.page.title) == ("目标与上年结果", "未见上年结果的目标")
    assert pairs.page["A2"].value.endswith("共 3 项，另有 2 项在工作表“未见上年结果的目标”")
    assert [(row["序号"], row["指标"], row["2022年目标"]) for row in alone.rows] == [
        (1, "规模以上工业增加值", "增9%"),
        (2, "城镇化率", "70%"),
    ]
    assert not {"2021年结果", "变化", "差距", "可比性"} & set(alone.head)
    assert alone.rows[-1]["说明"] == "今后几年的目标（2026年）"
    assert alone.texts("目标原句")[1] == "到2026年，城镇化率达到70%。"
    below = [str(cell.value) for cell in pairs.page["A"]]
    assert any("章节：一　2021年工作回顾；二　2022年工作安排。" in line for line in below)


def test_magnitudes_in_words_are_numbers(huiji_tui: Any, tmp_path: Path) -> None:
    report, file = tmp_path / "报告.txt", tmp_path / "表.xlsx"
    report.write_text(
        "甲县政府工作报告\n——2022年1月10日在甲县第一届人民代表大会第一次会议上\n一、2021年工作回顾\n2021年，财政支出900亿元，"
        "进出口额1.2万亿元。\n二、2022年工作安排\n2022年，财政支出突破千亿元，进出口额突破万亿元，培育百个合作社，产值达到一千二百亿五千万元，产量降5%。\n",
        encoding="utf-8",
    )
    assert huiji_tui("metrics", report, "-o", file)[0] == 0
    told = {
        str(row["表述"]): (row["数值"], row["单位"], row["限定"])
        for row in read_sheet(file.read_bytes()).rows
    }
    assert told["超千亿元"] == (1000, "亿元", "超过")
    assert told["超万亿元"] == (1, "万亿元", "超过")
    assert told["900亿元"] == (900, "亿元", None)
    assert told["一千二百亿五千万元"] == (1200.5, "亿元", None)
    assert huiji_tui("compare", report, "-o", file, "--force")[0] == 0
    pairs = read_sheets(file.read_bytes())[0]
    gaps = {row["指标"]: (row["差距"], row["差距单位"]) for row in pairs.rows}
    assert gaps["财政支出"] == (100, "亿元") and gaps["进出口额"] == (-0.2, "万亿元")


def test_hits_of_one_report_tell_which(huiji_tui: Any, small: Path, tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    assert huiji_tui("search", "企业", small, "-o", file)[0] == 0
    page = read_sheet(file.read_bytes()).page
    assert str(page["A3"].value).startswith("来源：某某县政府工作报告（2022年2月8日，王明）　共 ")
    assert [cell.value for cell in page[4]] == ["序号", "位置", "前文", "命中", "后文", "原句", "报告"]
    assert "$A$1:$E$" in str(page.print_area)
    assert page.oddFooter.left.text == "政府工作报告检索结果"


def test_promises(both: Any) -> None:
    rows, sheet = both("promises", "青川县", "2022")
    for row in rows:
        row["2022年目标"] = row["目标"]
    names = ["2022年目标", "结果", "差距", "差距单位", "目标原句", "结果原句"]
    compare(
        rows,
        sheet,
        {**dict(zip(names, names, strict=True)), "编号": "编号", "指标": "指标", "目标章节": "目标完整章节"},
    )
    assert [str(cells["结论"]).removeprefix("≈ ") for cells in sheet.rows] == [row["结论"] for row in rows]
    for row, cells in zip(rows, sheet.rows, strict=True):
        note, named = str(cells["说明"] or ""), row["结果"] and row["把握"] == "可能"
        assert note.startswith(row["说明"]) and ("结果名称为" not in note or named)
    assert sheet.page["A3"].value.startswith("承诺 ")
    below = [str(cell.value) for cell in sheet.page["A"]]
    assert any("差距以 % 为单位的，是结果减目标之差占目标的百分比" in line for line in below)
    assert isinstance(sheet.rows[0]["差距"], int | float)
    assert "-" not in sheet.page["A2"].value and "月" in sheet.page["A2"].value
    assert "2022年政府工作报告" in sheet.page["A2"].value and "2023年政府工作报告" in sheet.page["A2"].value


def test_series(both: Any) -> None:
    rows, sheet = both("series", "地区生产总值", "--place", "青川县")
    names = [
        "年度",
        "结论",
        "差距",
        "差距单位",
        "目标报告",
        "目标原句",
        "结果报告",
        "结果原句",
        "数额报告",
        "数额原句",
    ]
    compare(rows, sheet, dict(zip(names, names, strict=True)))
    assert {type(row["年度"]) for row in sheet.rows} == {int}
    compare_figures(rows, sheet, "目标", "结果", "数额")
    assert sheet.rows[-1]["结果"] == "无报告"


def test_series_of_several_places_have_a_column_for_them(both: Any) -> None:
    rows, sheet = both("series", "gdp", "--place", "青川县", "--place", "剑阁县")
    compare(rows, sheet, {name: name for name in ("地区", "年度", "结论", "目标原句")})


def test_ranking(both: Any) -> None:
    rows, sheet = both("rank", "gdp", "--year", "2022", "--level", "county")
    names = [
        "位次",
        "地区",
        "上级",
        "结论",
        "差距",
        "差距单位",
        "说明",
        "目标报告",
        "目标原句",
        "结果报告",
        "结果原句",
    ]
    compare(rows, sheet, dict(zip(names, names, strict=True)))
    compare_figures(rows, sheet, "目标", "结果")
    assert sheet.page["A1"].value == "2022年各区县地区生产总值位次表（增速，书库所收地区）"
    below = [cell.value for cell in sheet.page["A"][sheet.first + len(rows) - 1 :]]
    assert any("苍溪县" in str(value) for value in below)


def test_ones_own_place_stands_out_and_those_above_it_come_last(
    huiji_tui: Any, sheet_library: Path, tmp_path: Path
) -> None:
    file = tmp_path / "位次.xlsx"
    words = [
        "rank",
        "gdp",
        "--year",
        "2022",
        "--level",
        "county",
        "--place",
        "剑阁县",
        "--library",
        sheet_library,
    ]
    assert huiji_tui(*words, "-o", file)[0] == 0
    sheet = read_sheet(file.read_bytes())
    bold = [row["地区"] for at, row in enumerate(sheet.rows) if sheet.cell(at, "地区").font.bold]
    assert bold == ["剑阁县"]
    assert [(row["位次"], row["说明"]) for row in sheet.rows][-1] == (None, "上级，不参与排位")


def test_counts_of_kept_targets(both: Any) -> None:
    rows, sheet = both("rank", "gdp", "--kept", "--level", "county")
    for row in rows:
        row.update({name: "" for name, cell in row.items() if cell == "0"})
    compare(rows, sheet, {name: name for name in rows[0]})
    assert sheet.page["A1"].value == "历年目标完成情况：各区县　地区生产总值　地区数"


def test_a_ranking_names_the_division_and_what_is_not_stated(both: Any) -> None:
    _, sheet = both("rank", "gdp", "--year", "2022", "--level", "county", "--parent", "广元市")
    assert sheet.page["A1"].value == "2022年广元市各区县地区生产总值位次表（增速，书库所收地区）"
    below = [str(cell.value) for cell in sheet.page["A"]]
    assert any("有报告而未提及结果 1：苍溪县" in line for line in below)


def without_ellipses(sheet: ReadSheet) -> None:
    """Take the marks off that say that a line has more than is shown, which CSV does not have."""
    for row in sheet.rows:
        row["前文"] = str(row["前文"] or "").removeprefix("…") or None
        row["后文"] = str(row["后文"] or "").removesuffix("…") or None


@pytest.mark.parametrize("where", ["file", "library"])
def test_what_stands_around_a_hit_has_an_ellipsis_only_where_there_is_more(
    huiji_tui: Any, tmp_path: Path, where: str
) -> None:
    words = "一二三四五六七八九十" * 4
    report, made, file = tmp_path / "报告.txt", tmp_path / "库.db", tmp_path / "表.xlsx"
    report.write_text(f"甲县政府工作报告\n{words}。强基工程很好。\n强基工程。{words}\n", encoding="utf-8")
    assert huiji_tui("library", "add", report, "--library", made)[0] == 0
    source = ["--library", made] if where == "library" else [report]
    assert huiji_tui("search", "强基工程", *source, "-o", file)[0] == 0
    first, second = read_sheet(file.read_bytes()).rows
    assert str(first["前文"]).startswith("…") and first["后文"] == "很好。"
    assert second["前文"] is None and str(second["后文"]).endswith("…")


def test_hits_of_a_library(both: Any) -> None:
    rows, sheet = both("search", "地区生产总值", "place:青川县")
    without_ellipses(sheet)
    compare(rows, sheet, {name: name for name in rows[0]})
    assert sheet.page["A2"].value == "搜索词：地区生产总值 place:青川县"
    assert {type(row["年度"]) for row in sheet.rows} == {int}


def test_metrics_beside_hits(both: Any) -> None:
    rows, sheet = both("search", "地区生产总值", "place:青川县", "--metrics")
    compare(rows, sheet, {name: name for name in ("报告", "地区", "年度", "编号", "指标", "单位", "原句")})


def test_counts_of_hits(both: Any) -> None:
    rows, sheet = both("search", "地区生产总值", "--library", "--by", "year")
    compare(rows, sheet, {name: name for name in rows[0]})


def test_hits_of_files(both: Any, small: Path) -> None:
    rows, sheet = both("search", "项目", small)
    without_ellipses(sheet)
    compare(rows, sheet, {name: name for name in rows[0]})
    assert all(row["命中"] in row["原句"] for row in sheet.rows)


def test_numbers_with_reasons(both: Any, small: Path) -> None:
    rows, sheet = both("metrics", small, "--explain")
    compare(rows, sheet, {name: name for name in rows[0]})


@pytest.mark.parametrize("command", ["tasks", "metrics", "compare"])
@pytest.mark.usefixtures("one_worker")
def test_rows_of_several_reports_tell_which(both: Any, small: Path, command: str) -> None:
    other = small.with_name("乙.txt")
    other.write_text(SMALL.replace("某某县", "乙县"), encoding="utf-8")
    rows, sheet = both(command, small, other)
    rows.sort(key=lambda row: row["报告"])  # targets without a result have a sheet of their own
    sheet.rows.sort(key=lambda cells: str(cells["报告"]))
    compare(rows, sheet, {name: name for name in ("报告", "地区", "年度")})
    assert "2 份政府工作报告" in sheet.page["A2"].value
    assert not sheet.page["A1"].value.startswith("某某县")


def test_the_builtin_report_is_written_like_any_other(both: Any) -> None:
    rows, sheet = both("tasks")
    compare(rows, sheet, {"任务": "任务", "指标数值": "指标数值"})
