"""What commands print, and their exit codes."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.samples import CONTENT, SMALL, source_text
from tui.cli.main import run
from tui.cli.parser import PARSERS, browse_parser
from tui.typeset.cells import cell_length


def no_screen(*words: str | int | None) -> int:
    raise AssertionError(f"the screen was opened: {words}")


class Ran:
    """What a command did."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def data(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def huiji_tui(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*words: str) -> Ran:
        status = run(words, no_screen)
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    return str(path)


def test_show_as_text_prints_the_source_unchanged(huiji_tui: Any) -> None:
    assert huiji_tui("show", "--format", "text").out == source_text()


def test_outline_json_has_the_nodes_with_their_spans(huiji_tui: Any) -> None:
    data = huiji_tui("outline", "--format", "json").data
    assert list(data) == ["report", "outline"]
    chapters = [node for node in data["outline"] if node["level"] == "chapter"]
    assert [(node["id"], node["number"], node["heading"]) for node in chapters] == [
        ("1", "一", "2023年工作回顾"),
        ("2", "二", "2024年政府工作总体要求和主要预期目标"),
        ("3", "三", "2024年工作重点"),
        ("4", "四", "加强政府自身建设"),
    ]
    assert chapters[0]["start"] == source_text().index("一、2023年工作回顾")
    assert source_text()[: chapters[0]["end"]].endswith("切实将政府工作做得更好。")
    section = chapters[0]["children"][0]
    assert source_text()[section["start"] : section["end"]].startswith("(一)聚焦发展要务")
    assert data["report"]["speaker"] == {"role": "区长", "name": "李伟光"}


def test_outline_has_a_depth_and_formats(huiji_tui: Any) -> None:
    assert len(huiji_tui("outline", "--depth", "1").out.splitlines()) == 7
    assert "    项目建设提质增效\n" in huiji_tui("outline").out
    assert "  - (一)聚焦发展要务,经济质效稳步提升\n" in huiji_tui("outline", "--format", "md").out
    assert huiji_tui("outline", "--format", "yaml").out.encode() == (CONTENT / "huiji-2024.yaml").read_bytes()


@pytest.mark.parametrize("width", [20, 61, 160])
def test_show_wraps_lines_at_the_width(huiji_tui: Any, width: int) -> None:
    out = huiji_tui("show", "--width", str(width)).out
    assert all(cell_length(line) <= width for line in out.splitlines())
    assert "".join(out.split()) == "".join(source_text().split())


def test_show_accepts_places_in_many_forms(huiji_tui: Any, small: str) -> None:
    section = huiji_tui("show", "三(四)", "--format", "text").out
    assert section.startswith("(四)在城市品质上聚力攻坚")
    for place in ("3.4", "三（四）", "在城市品质上聚力攻坚"):
        assert huiji_tui("show", place, "--format", "text").out == section
    assert huiji_tui("show", "m001", "--format", "text").out.startswith("全年地区生产总值预计增长6%")
    assert huiji_tui("show", small, "1.2", "--format", "text").out.startswith("(二)惠民生")
    wrong = huiji_tui("show", "9.9")
    assert (wrong.status, wrong.out) == (2, "")
    assert "9.9" in wrong.err


def test_show_markdown_marks_headings_and_topics(huiji_tui: Any, small: str) -> None:
    out = huiji_tui("show", small, "--format", "md").out
    assert "# 一、2021年工作回顾 [¶](<huiji:报告.txt#一>)\n" in out
    assert "## (一)抓项目,经济运行稳中有进 [¶](<huiji:报告.txt#一(一)>)\n" in out
    assert "**产业发展提质增效。**新建标准厂房" in out


def test_search_as_json_has_every_hit_with_its_context(huiji_tui: Any) -> None:
    data = huiji_tui("search", "黄河", "--format", "json").data
    assert list(data) == ["query", "total", "hits"]
    assert (data["query"], data["total"], len(data["hits"])) == ("黄河", 32, 32)
    for hit in data["hits"]:
        assert list(hit) == ["start", "end", "node", "path", "text", "before", "after"]
        assert source_text()[hit["start"] : hit["end"]] == hit["text"] == "黄河"
        assert source_text()[: hit["start"]].endswith(hit["before"])
        assert source_text()[hit["end"] :].startswith(hit["after"])
    assert data["hits"][5]["path"] == "一(二)主导产业发展强劲"


def test_search_exits_with_1_if_nothing_is_found(huiji_tui: Any, small: str) -> None:
    assert huiji_tui("search", "高质量发展", "--count").out == "25\n"
    nothing = huiji_tui("search", "没有的词")
    assert (nothing.status, nothing.out) == (1, "")
    assert huiji_tui("search", "没有的词", "--format", "json").data["total"] == 0
    many = huiji_tui("search", "营商环境", small, str(CONTENT / "huiji-2024.yaml"), "--count")
    assert many.out == f"{small}\t1\n{CONTENT / 'huiji-2024.yaml'}\t3\n"


def test_search_lists_hits_by_section(huiji_tui: Any, small: str) -> None:
    assert huiji_tui("search", "老旧小区", small).out == (
        "一(二)\n  …,社会事业全面进步。新增城镇就业4200人,改造老旧小区18个。\n"
    )


def test_metrics_as_json_have_the_id_of_their_main_indicator(huiji_tui: Any, small: str) -> None:
    found = huiji_tui("metrics", small, "--format", "json").data["metrics"]
    ids = {metric["indicator"]: metric["canonical"] for metric in found}
    assert (ids["地区生产总值"], ids["新增城镇就业"]) == ("gdp", "urban_new_jobs")
    assert None in ids.values()


def test_metrics_as_json_know_a_persons_own_indicators(
    huiji_tui: Any, small: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "huiji-tui"
    folder.mkdir()
    own = "schema: huiji-indicators/1\nindicators:\n  - id: old_estates\n    names: [改造老旧小区]\n"
    (folder / "indicators.yaml").write_text(own, encoding="utf-8")
    result = huiji_tui("metrics", small, "--format", "json")
    assert len(result.data["metrics"]) > 5
    assert "indicators.yaml" in result.err  # it lacks what a new indicator needs, so it is not used


def test_metrics_in_all_formats(huiji_tui: Any, small: str) -> None:
    data = huiji_tui("metrics", small, "--format", "json").data
    first = data["metrics"][0]
    assert (first["indicator"], first["value"], first["unit"], first["estimated"]) == (
        "地区生产总值",
        "7.2",
        "%",
        True,
    )
    assert SMALL[first["start"] : first["end"]] == first["quote"] == "7.2%"
    table = huiji_tui("metrics", small, "--format", "csv", "--headings", "en").out
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["id"] for row in rows] == [metric["id"] for metric in data["metrics"]]
    assert huiji_tui("metrics", small, "--format", "md").out.startswith("| 编号 | 位置 | 指标 |")
    targets = huiji_tui("metrics", small, "--status", "target", "--format", "json").data["metrics"]
    assert targets and all(metric["start"] > SMALL.index("二、2022年") for metric in targets)
    inside = huiji_tui("metrics", small, "--in", "1.2", "--format", "json").data["metrics"]
    assert [metric["quote"] for metric in inside] == ["4200人", "18个"]
    assert huiji_tui("metrics", small, "--in", "opening").status == 1


def test_convert_writes_beside_the_input_or_to_the_output_named(
    huiji_tui: Any, small: str, tmp_path: Path
) -> None:
    ran = huiji_tui("convert", small)
    assert (ran.status, ran.out) == (0, "")
    beside = tmp_path / "报告.yaml"
    assert "2 章、3 节、4 主题" in ran.err
    other = tmp_path / "别处.yaml"
    assert huiji_tui("convert", small, "-o", str(other)).status == 0
    assert other.read_bytes() == beside.read_bytes() == huiji_tui("convert", small, "-o", "-").out.encode()
    assert huiji_tui("check", str(beside)).status == 0


@pytest.mark.usefixtures("one_worker")
def test_convert_of_a_folder_reports_each_file(huiji_tui: Any, tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for name in ("甲.txt", "甲.md", "乙.txt"):
        (folder / name).write_text(SMALL, encoding="utf-8")
    (folder / "坏.txt").write_bytes(b"\x00\x01\x02")
    (folder / "表.csv").write_text("不读")
    ran = huiji_tui("convert", str(folder), "-o", str(out), "-v")
    assert ran.status == 65
    assert sorted(path.name for path in out.iterdir()) == ["乙.yaml", "甲.txt.yaml", "甲.yaml"]
    assert ran.err.count("2 章、3 节") == 3
    assert ran.err.count("坏.txt: 是二进制文件") == 1
    assert ran.out == ""
    assert huiji_tui("check", *map(str, out.iterdir())).status == 0


def test_doubts_are_listed_with_their_lines_by_convert_and_check(huiji_tui: Any, tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(SMALL.replace("二、2022年", "三、2022年"), encoding="utf-8")
    line = "  存疑：章编号不连续：缺“二”（正文第 11 行）"
    assert huiji_tui("convert", str(path)).err.splitlines()[1:] == [line]
    checked = huiji_tui("check", str(path.with_suffix(".yaml")))
    assert (checked.status, checked.err.splitlines()[1:]) == (0, [line])
    assert huiji_tui("show", str(path), "--format", "text").out.splitlines()[10].startswith("三、")


def test_convert_lists_doubts_and_with_verbose_what_was_done(huiji_tui: Any, tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(f"各位代表：\n{'一二三四五' * 30}，共计\n25个。\n", encoding="utf-8")
    ran = huiji_tui("convert", str(path))
    assert ran.err.splitlines()[1:] == [
        "  存疑：没有找到章标题",
        "  存疑：没有写明是哪里的报告",
        "  存疑：没有写明日期",
        "  存疑：没有写明报告人",
    ]
    assert huiji_tui("convert", str(path), "-v").err.splitlines()[5:] == ["  接上 1 处断开的段落"]
    data = huiji_tui("outline", str(path), "--format", "json").data
    assert data["report"]["doubts"] == "没有找到章标题；没有写明是哪里的报告；没有写明日期；没有写明报告人"
    assert (
        huiji_tui("show", str(path), "--format", "text").out
        == f"各位代表：\n{'一二三四五' * 30}，共计25个。\n"
    )


def test_convert_refuses_one_output_for_several_inputs(huiji_tui: Any, small: str, tmp_path: Path) -> None:
    (tmp_path / "有.yaml").write_text("")
    other = tmp_path / "另一份.txt"
    other.write_text(SMALL, encoding="utf-8")
    ran = huiji_tui("convert", small, str(other), "-o", str(tmp_path / "有.yaml"))
    assert (ran.status, "-o 应是一个文件夹" in ran.err) == (2, True)
    (tmp_path / "空").mkdir()
    assert huiji_tui("convert", str(tmp_path / "空")).status == 66


def test_check_lists_each_fault_with_line_and_column(huiji_tui: Any, small: str, tmp_path: Path) -> None:
    huiji_tui("convert", small)
    path = tmp_path / "报告.yaml"
    path.write_text(path.read_text().replace("level: topic", "level: topik"))
    ran = huiji_tui("check", str(path))
    assert ran.status == 65
    assert ran.out.splitlines()[0].startswith(f"{path}:")
    assert len(ran.out.splitlines()) == 4
    shown = huiji_tui("show", str(path))
    assert shown.status == 65
    assert shown.err.startswith(f"huiji-tui: {path}:")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["show", "没有.txt"], 66, "没有这个文件"),
        (["outline", "/"], 66, "文件夹"),
        (["convert", "没有.docx"], 66, "没有这个文件"),
        (["--nonsense"], 2, "--nonsense"),
        (["search"], 2, "搜索词"),
        (["outline", "--format", "xml"], 2, "xml"),
        (["show", "--width", "x"], 2, "x"),
        (["show", "--width", "1"], 2, "4 到 1000"),
        (["outline", "--depth", "2", "--format", "yaml"], 2, "--depth"),
        (["metrics", "--in", "没有这一节"], 2, "没有这一节"),
        ([], 2, "终端"),
    ],
)
def test_a_wrong_argument_is_one_line(huiji_tui: Any, words: list[str], status: int, said: str) -> None:
    ran = huiji_tui(*words)
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.startswith("huiji-tui: ")
    assert ran.err.count("\n") == 1
    assert said in ran.err


def test_control_characters_of_a_report_or_a_name_are_not_printed(huiji_tui: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("一、工作\x1b]52;c;eA==\x07回顾\n正文\x1b[31m\x9b2J。增长7%。\n".encode())
    for words in (
        ["show"],
        ["outline"],
        ["search", "正文"],
        ["metrics"],
        ["search", "正文", "--format", "json"],
    ):
        command = words[0]
        ran = huiji_tui(command, *words[1:2], str(path), *words[2:])
        assert not {"\x1b", "\x07", "\x9b"} & set(ran.out + ran.err)
    wrong = huiji_tui("show", "\x1b[31m.txt")
    assert "\x1b" not in wrong.err


@pytest.mark.parametrize("name", [None, *PARSERS])
def test_help_is_in_chinese_with_an_example(name: str | None) -> None:
    text = (PARSERS[name]() if name else browse_parser()).format_help()
    assert text.startswith("用法：huiji-tui")
    assert "例：" in text
    assert all(cell_length(line) <= 100 for line in text.splitlines())


@pytest.mark.parametrize(
    "words", ["['outline']", "['search', '黄河']", "['metrics']", "['show', '--width', '40']"]
)
def test_the_command_line_never_loads_the_screen(words: str) -> None:
    code = (
        f"import sys; from tui.cli.main import run; run({words}, print); "
        "loaded = {'textual', 'rich'} & set(sys.modules); sys.exit(f'loaded {loaded}' if loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def run_shell(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", command.replace("huiji-tui", f"{sys.executable} -m tui")],
        capture_output=True,
        text=True,
        check=False,
    )


def test_standard_input_is_a_report_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SMALL, encoding="utf-8")
    assert run_shell(f"huiji-tui search 老旧小区 - --count < {path}").stdout == "1\n"
    assert run_shell(
        f"huiji-tui convert - -o - < {path} | huiji-tui outline - --depth 1"
    ).stdout.splitlines()[2:4] == [
        "一、2021年工作回顾",
        "二、2022年工作安排",
    ]


def test_compare_puts_actuals_beside_targets(huiji_tui: Any) -> None:
    ran = huiji_tui("compare", "--pairs", "--format", "json")
    rows = {row["indicator"]: row for row in ran.data["comparisons"]}
    assert ran.status == 0
    assert len(rows) == 26
    row = rows["新增市场主体"]
    assert (row["achieved_value"], row["target_value"], row["comparable"]) == (
        "1.84万户",
        "1.8万家以上",
        "strict",
    )
    assert row["change"] == "✓" and row["note"] == "单位不同：户／家"


def test_compare_lists_targets_without_an_actual_too(huiji_tui: Any) -> None:
    rows = huiji_tui("compare", "--format", "json").data["comparisons"]
    assert any(row["achieved"] is None and row["indicator"] == "规模以上工业增加值" for row in rows)
    assert any(row["target_value"] == "和经济增长基本同步" for row in rows)


def test_csv_with_bom_begins_with_one(huiji_tui: Any) -> None:
    assert huiji_tui("metrics", "--format", "csv", "--bom").out.startswith("\ufeff编号,")
    assert huiji_tui("compare", "--format", "csv").out.startswith("指标,")


def test_headings_and_codes_of_tables_are_chinese_unless_english_is_asked_for(huiji_tui: Any) -> None:
    def first_row(*words: str) -> dict[str, str]:
        return next(csv.DictReader(io.StringIO(huiji_tui(*words, "--format", "csv").out)))

    metric, pair = first_row("metrics"), first_row("compare")
    assert (metric["状态"], metric["性质"], metric["增减"], metric["预计"]) == ("已完成", "增速", "增", "是")
    assert (metric["主要指标代码"], metric["主要指标"]) == ("gdp", "地区生产总值")
    assert pair["可比性"] == "可比"
    metric, pair = first_row("metrics", "--headings", "en"), first_row("compare", "--headings", "en")
    assert (metric["status"], metric["measure"], metric["estimated"]) == ("achieved", "growth", "true")
    assert (metric["canonical"], metric["period_from"], metric["period_to"]) == ("gdp", "2023", "2023")
    assert pair["comparable"] == "strict"


def test_metrics_are_filtered_as_in_the_panel(huiji_tui: Any) -> None:
    found = huiji_tui("metrics", "--filter", "status:target >100亿", "--format", "json").data["metrics"]
    assert {metric["quote"] for metric in found} == {
        "155亿元",
        "110亿元",
        "400亿元",
        "300亿元",
        "150亿元",
        "105亿元",
    }
    assert huiji_tui("metrics", "--filter", "没有这样的").status == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("stats:target", "不能按 stats 筛选，是否为 status"),
        ("status:targt", "status 不能是 targt，是否为 target"),
        ("in:9.9", "没有“9.9”这个位置"),
    ],
)
def test_a_wrong_filter_is_an_error_with_the_nearest_name(huiji_tui: Any, words: str, said: str) -> None:
    ran = huiji_tui("metrics", "--filter", words)
    assert (ran.status, ran.err) == (2, f"huiji-tui: {said}\n")


def test_explain_lists_each_number_with_the_reason(huiji_tui: Any) -> None:
    ran = huiji_tui("metrics", "--explain", "--in", "1.2.1")
    assert "9条" in ran.out and "“加快建设”" in ran.out
    assert "组合代号" in ran.out and "1号线" in ran.out


def test_explain_has_the_same_numbers_in_all_formats(huiji_tui: Any) -> None:
    words = ("metrics", "--explain", "--in", "1.2.1")
    numbers = huiji_tui(*words, "--format", "json").data["numbers"]
    assert list(numbers[0]) == ["start", "end", "kind", "quote", "name", "context", "status", "reasons"]
    metrics = [number for number in numbers if number["kind"] == "指标"]
    others = [number for number in numbers if number["kind"] != "指标"]
    assert len(metrics) > 5 and all(one["name"] and one["status"] and not one["context"] for one in metrics)
    assert others and all(one["quote"] in one["context"] and not one["name"] for one in others)
    assert all(source_text()[one["start"] : one["end"]] == one["quote"] for one in numbers)
    rows = list(csv.DictReader(io.StringIO(huiji_tui(*words, "--format", "csv").out)))
    assert [(row["起始位置"], row["原文"], row["名称"]) for row in rows] == [
        (str(one["start"]), one["quote"], one["name"] or "") for one in numbers
    ]
    for form in ("table", "md"):
        out = huiji_tui(*words, "--format", form).out
        assert out.count("\n") == len(numbers) + (2 if form == "md" else 1)
    assert "achieved" in huiji_tui(*words, "--headings", "en").out


#: What ``metrics --help`` says of values: a clause, then value, unit, base value and base unit.
VALUES = {
    "投资1.2亿元": ("1.2", "亿元", "120000000", "元"),
    "收入一千二百零一亿元": ("120100000000", "元", "120100000000", "元"),
    "费用降低百分之五": ("5", "%", "5", "%"),
    "覆盖面达到七成": ("7", "成", "7", "成"),
    "森林覆盖率达到三分之一": ("1", "/3", "1", "/3"),
    "贷款余额翻一番": ("1", "番", "1", "番"),
    "贷款余额翻两番": ("2", "番", "2", "番"),
}


def test_values_are_as_the_help_says(huiji_tui: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("一、2023年工作回顾\n" + "".join(f"{clause}。\n" for clause in VALUES), encoding="utf-8")
    found = huiji_tui("metrics", str(path), "--format", "json").data["metrics"]
    fields = ("value", "unit", "base_value", "base_unit")
    assert [tuple(metric[name] for name in fields) for metric in found] == [*VALUES.values()]
    told = PARSERS["metrics"]().format_help().replace("\n", "")
    for value, unit, *_ in VALUES.values():
        assert f"{value}、{unit}" in told


def test_keys_lists_commands_and_faults_of_the_configuration(
    huiji_tui: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert huiji_tui("keys").status == 0
    (tmp_path / "huiji-tui").mkdir()
    (tmp_path / "huiji-tui" / "config.toml").write_text("[keys]\nnext_hit = 'x'\nnexthit = 'y'\n")
    ran = huiji_tui("keys")
    assert ran.status == 65
    assert "next_hit            x " in ran.out
    assert ran.err.endswith("config.toml:3: 没有操作“nexthit”，是否为 next_hit\n")


@pytest.mark.usefixtures("one_worker")
def test_search_of_a_folder_lists_hits_by_report(huiji_tui: Any, tmp_path: Path) -> None:
    for name, words in (("甲.txt", "黄河保护"), ("乙.txt", "长江保护"), ("丙.txt", "黄河黄河")):
        (tmp_path / name).write_text(f"一、工作\n{words}。\n", encoding="utf-8")
    (tmp_path / "坏.txt").write_bytes(b"\0\1")
    ran = huiji_tui("search", "黄河", str(tmp_path))
    assert ran.status == 0
    assert [row for row in ran.out.splitlines() if "处" in row] == [
        f"{tmp_path}/丙.txt  2 处", f"{tmp_path}/甲.txt  1 处"
    ]  # fmt: skip
    assert "坏.txt: 是二进制文件，不是文本" in ran.err
    counts = huiji_tui("search", "黄河", str(tmp_path), "--count").out.splitlines()
    assert [row.split("\t")[1] for row in counts] == ["2", "0", "1"]


def test_a_folder_without_reports_is_an_error(huiji_tui: Any, tmp_path: Path) -> None:
    ran = huiji_tui("search", "黄河", str(tmp_path))
    assert (ran.status, ran.err) == (66, f"huiji-tui: {tmp_path}: 文件夹里没有能读的报告\n")


def test_a_hit_by_synonym_has_a_reason(huiji_tui: Any) -> None:
    hits = huiji_tui("search", "GDP", "--format", "json").data["hits"]
    assert [hit["why"] for hit in hits] == ["“GDP”即地区生产总值"] * 2
    assert "≈ “GDP”即地区生产总值" in huiji_tui("search", "GDP").out


def test_check_refuses_a_report_that_was_not_converted(huiji_tui: Any, small: str) -> None:
    ran = huiji_tui("check", small)
    assert (ran.status, ran.out) == (65, f"{small}: 不是大纲文件（.yaml）；请先用 convert 转换\n")


def test_check_accepts_a_file_of_synonyms(huiji_tui: Any, tmp_path: Path) -> None:
    path = tmp_path / "synonyms.yaml"
    path.write_text("甲: 乙\n", encoding="utf-8")
    ran = huiji_tui("check", str(path))
    assert ran.status == 65
    assert ran.out.startswith(f"{path}:1:4: ")
