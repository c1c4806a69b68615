"""Mistakes in a file of indicators are told with line, column and the nearest valid name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.metrics.indicator_file import IndicatorTable, read_indicators
from tui.metrics.indicators import Break, Indicators, built_in_entries

HEAD = "schema: huiji-indicators/1\nindicators:\n"
TEA = """  - id: tea
    name: 茶叶产量
    order: 5
    units: [mass]
    measures: [level, growth]
    better: higher
"""


def read(entries: str) -> IndicatorTable:
    """Read a person's own file with some entries."""
    return read_indicators((HEAD + entries).encode(), "own.yaml", built_in_entries())


def test_an_entry_of_ones_own_is_found_by_all_its_names() -> None:
    table = read(TEA + "    names:\n      - 茶产量\n      - {name: 毛茶产量, to: 1990, measures: [level]}\n")
    assert table.faults == []
    indicators = Indicators(table.entries)
    assert len(indicators) == len(built_in_entries()) + 1
    for name, year in (("茶叶产量", 2020), ("全市茶产量", 2020), ("毛茶产量", 1980)):
        entry = indicators.find(name, "万吨", "level", year)
        assert entry is not None and entry.id == "tea"
    assert indicators.find("毛茶产量", "万吨", "level", 2000) is None
    assert indicators.find("毛茶产量", "%", "growth", 1980) is None


def test_an_entry_with_a_known_id_adds_to_the_programs() -> None:
    table = read(
        "  - id: gdp\n    names: [本地产值]\n    exclusions: [园区]\n    better: none\n"
        "    breaks:\n      - {year: 2022, change: 区划调整}\n"
    )
    assert table.faults == []
    before = next(entry for entry in built_in_entries() if entry.id == "gdp")
    after = next(entry for entry in table.entries if entry.id == "gdp")
    assert [name.text for name in after.names] == [*(name.text for name in before.names), "本地产值"]
    assert after.exclusions == (*before.exclusions, "园区")
    assert after.breaks[-1] == Break(2022, "区划调整")
    assert (after.name, after.order, after.units, after.better) == (
        "地区生产总值",
        before.order,
        before.units,
        "none",
    )
    found = Indicators(table.entries).find("本地产值", "亿元", "level", 2023)
    assert found is not None and found.id == "gdp"


def test_todays_name_may_be_listed_with_its_years() -> None:
    table = read(TEA + "    names:\n      - {name: 茶叶产量, from: 1990}\n")
    assert table.faults == []
    assert Indicators(table.entries).find("茶叶产量", "吨", "level", 1980) is None


#: Entries of a file, and what is said of them; the first entry starts in line 3.
FAULTS = (
    ("  - id: gdp\n    name: [甲]\n", "own.yaml:4:11: name 应为文本，此处是列表"),
    ("  - id: gdp\n    nmae: 甲\n", "own.yaml:4:5: 指标没有字段 'nmae'，是否为 name"),
    ("  - name: 甲\n", "own.yaml:3:5: 指标缺少字段 id"),
    ("  - id: Tea\n", "own.yaml:3:9: id 应由小写字母、数字和下划线组成，如 urban_new_jobs，此处是 'Tea'"),
    ("  - id: tea\n    name: 茶\n    order: 1\n    units: [mass]\n    measures: [level]\n",
     "own.yaml:3:5: 指标 tea 缺少字段 better"),
    (TEA.replace("mass", "masss"), "own.yaml:6:13: units 里不能有 'masss'，是否为 mass"),
    (TEA.replace("growth", "growht"), "own.yaml:7:23: measures 里不能有 'growht'，是否为 growth"),
    (TEA.replace("[mass]", "[]"), "own.yaml:6:12: units 至少要有一项"),
    (TEA.replace("better: higher", "better: highr"), "own.yaml:8:13: better 不能是 'highr'，是否为 higher"),
    (TEA.replace("order: 5", "order: 甲"), "own.yaml:5:12: order 应为整数，此处是 '甲'"),
    (TEA.replace("茶叶产量", '""'), "own.yaml:4:11: 名称是空的"),
    (TEA.replace("茶叶产量", "茶" * 61), "own.yaml:4:11: 名称太长，不超过 60 字"),
    (TEA + TEA.replace("茶叶产量", "干茶产量"), "own.yaml:9:9: id tea 重复，前一个在第 3 行"),
    (TEA + TEA.replace("tea", "dry"), "own.yaml:10:11: 名称“茶叶产量”已是指标 tea 的，在第 4 行"),
    (TEA + "    names: [粮食总产]\n", "own.yaml:9:13: 名称“粮食总产”已是指标 grain_output 的，在自带的指标表里"),
    (TEA + "    names: [茶产量, 茶产量]\n", "own.yaml:9:18: 名称“茶产量”已是指标 tea 的，在第 9 行"),
    (TEA + "    names: [规模以上茶叶产量]\n    exclusions: [规上]\n",
     "own.yaml:9:13: 名称“规模以上茶叶产量”含有本指标自己排除的“规上”"),
    (TEA + "    names:\n      - {name: 茶, from: 201}\n",
     "own.yaml:10:25: from 应为 1949 到 2100 之间的年份，此处是 201"),
    (TEA + "    names:\n      - {name: 茶, from: 2020, to: 2010}\n", "own.yaml:10:35: from (2020) 不能晚于 to (2010)"),
    (TEA + "    names:\n      - {name: 茶, until: 2010}\n",
     "own.yaml:10:19: 名称没有字段 'until'，可用：name、from、to、measures"),
    (TEA + "    breaks:\n      - {year: 2200, change: 甲}\n",
     "own.yaml:10:16: year 应为 1949 到 2100 之间的年份，此处是 2200"),
    (TEA + "    breaks:\n      - {year: 2010}\n", "own.yaml:10:9: 口径变化缺少字段 change"),
    ("  id: tea\n", "own.yaml:3:3: indicators应为列表，此处是映射"),
)  # fmt: skip


@pytest.mark.parametrize(("entries", "said"), FAULTS)
def test_a_mistake_is_told_with_its_line_and_column(entries: str, said: str) -> None:
    assert [str(fault) for fault in read(entries).faults] == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "own.yaml:1:1: 文件是空的"),
        ("- a\n", "own.yaml:1:1: 指标表应为“键: 值”的映射，此处是列表"),
        ("schema: huiji-indicators/9\nindicators: []\n",
         "own.yaml:1:9: schema 应为 huiji-indicators/1，此处是 'huiji-indicators/9'"),
        ("schema: huiji-indicators/1\n", "own.yaml:1:1: 指标表缺少字段 indicators"),
        ("schema: huiji-indicators/1\nindicators: &a []\n", "own.yaml:2:13: 不允许锚点 &a"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_has_one_fault(text: str, said: str) -> None:
    table = read_indicators(text.encode(), "own.yaml", built_in_entries())
    assert [str(fault) for fault in table.faults] == [said]


def test_faults_are_told_in_the_order_of_the_file() -> None:
    faults = read(TEA.replace("mass", "x") + "    names: [粮食总产]\n    breaks: 甲\n").faults
    assert [fault.line for fault in faults] == [6, 9, 10]


def test_equal_names_of_different_years_or_measures_are_no_fault() -> None:
    old = TEA + "    names:\n      - {name: 茶, to: 1999}\n"
    new = (
        TEA.replace("tea", "new").replace("茶叶产量", "新茶") + "    names:\n      - {name: 茶, from: 2000}\n"
    )
    assert read(old + new).faults == []
    level = TEA + "    names:\n      - {name: 茶, measures: [level]}\n"
    growth = (
        TEA.replace("tea", "new").replace("茶叶产量", "新茶")
        + "    names:\n      - {name: 茶, measures: [growth]}\n"
    )
    assert read(level + growth).faults == []


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    read_indicators(data, "own.yaml")


LINES = st.sampled_from(
    [*TEA.splitlines(keepends=True), "    names:\n", "      - 茶\n", "      - {name: 茶, from: 0}\n", "    breaks: [1]\n",
     "    exclusions: {a: b}\n", "  - [x]\n", "    names: x\n", "    id: [a]\n"]
)  # fmt: skip


@given(st.lists(LINES, max_size=12).map("".join))
def test_no_rows_of_lines_raise(entries: str) -> None:
    read(entries)


@pytest.mark.parametrize("piece", ["占", "（", "全市", "占比重", "国内生产总值"])
def test_a_long_name_is_refused_at_once(piece: str) -> None:
    faults = read(TEA + f"    names:\n      - {piece * 20_000}\n").faults
    assert [str(fault) for fault in faults] == ["own.yaml:10:9: 名称太长，不超过 60 字"]
