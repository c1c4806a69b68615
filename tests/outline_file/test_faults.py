"""Faults of outline files: the whole message, with line and column."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tui.outline_file.reading import check_outline, read_outline
from tui.report.errors import DataError
from tui.report.model import Comparison, Doubt, FrontMatter, Metric, Report, Source, Speaker

#: Every field of the schema once; the text is 甲增长7%。\n乙3至5个。丙
WHOLE = """\
schema: huiji-outline/3
report:
  title: 报告
  date: "2024-01-22"
  meeting: 会议
  organisation: 某县
  speaker: {role: 县长, name: 王明}
  review_year: 2023
  plan_year: 2024
  source:
    file: a.txt
    encoding: utf-8
    sha256: abc
    characters: 14
  doubts: 一@4；二
outline:
- id: "1"
  level: chapter
  number: 一
  heading: 甲
  year: 2023
  text: |
    甲增长7%。
  children:
  - id: 1.a
    level: topic
    text: 乙3至5个。丙
metrics:
- id: m2
  node: 1.a
  span: [8, 12]
  quote: 3至5个
  value: ["3", "5"]
  unit: 个
  measure: level
  status: target
- id: m1
  node: "1"
  span: [3, 5]
  quote: 7%
  indicator: 甲
  value: "-7.50"
  unit: "%"
  qualifier: over
  estimated: true
  measure: growth
  direction: down
  status: achieved
  period: "2023"
comparisons:
- indicator: 甲
  achieved: m1
  target: m2
  comparable: loose
  note: 口径不同
"""
LEAST = """\
schema: huiji-outline/3
report:
  title: 报告
  source: {file: a.txt, encoding: utf-8, sha256: abc, characters: 1}
outline:
- id: a
  level: part
  text: 甲
"""


def said(text: str) -> list[str]:
    """Return the faults of an outline file; reading it raises one of them."""
    faults = [str(fault) for fault in check_outline(text.encode(), "a.yaml")]
    with pytest.raises(DataError) as caught:
        read_outline(text.encode(), "a.yaml")
    assert str(caught.value) in faults
    return [fault.removeprefix("a.yaml:") for fault in faults]


def test_every_field_is_read() -> None:
    report = read_outline(WHOLE.encode(), "a.yaml")
    assert report == Report(
        FrontMatter("报告", "2024-01-22", "会议", "某县", Speaker("县长", "王明"), 2023, 2024),
        Source("a.txt", "utf-8", "abc", 14),
        "甲增长7%。\n乙3至5个。丙",
        report.outline,
        (
            Metric("m1", "1", 3, 5, "7%", "甲", (Decimal("-7.50"),), "%", "over", True, "growth", "down", "achieved", "2023"),
            Metric("m2", "1.a", 8, 12, "3至5个", "", (Decimal(3), Decimal(5)), "个", "exact", False, "level", None, "target", ""),
        ),
        (Comparison("甲", "m1", "m2", "loose", "口径不同"),),
        (Doubt("一", 4), Doubt("二")),
    )  # fmt: skip
    chapter, topic = report.walk()
    assert chapter._replace(children=()) == ("1", "chapter", "一", "甲", 2023, 0, 14, 0, 7, ())
    assert topic == ("1.a", "topic", None, None, None, 7, 14, 7, 14, ())
    assert check_outline(WHOLE.encode(), "a.yaml") == []


def test_missing_optional_fields_are_empty() -> None:
    report = read_outline(LEAST.encode(), "a.yaml")
    assert report.front == FrontMatter("报告", "", "", "", None, None, None)
    assert (report.metrics, report.comparisons, report.doubts) == ((), (), ())
    assert report.outline == (("a", "part", None, None, None, 0, 1, 0, 1, ()),)


#: A line of the whole file, what stands there instead, and what is said of that.
CHANGED = [
    ("schema: huiji-outline/3", "schema: huiji-outline/4", "1:9: schema 应为 huiji-outline/3、huiji-outline/2 或 huiji-outline/1，此处是 'huiji-outline/4'"),
    ("schema: huiji-outline/3", f"schema: {'x' * 41}", f"1:9: schema 应为 huiji-outline/3、huiji-outline/2 或 huiji-outline/1，此处是 {'x' * 40!r}"),
    ("schema: huiji-outline/3", "schema: [a]", "1:9: schema 应为文本，此处是列表"),
    ("  title: 报告", "  titel: 报告", "3:3: report没有字段 'titel'，是否为 title"),
    ("  title: 报告", f"  {'titel' * 9}: 报告", f"3:3: report没有字段 {('titel' * 9)[:40]!r}"),
    ("  title: 报告", "  title: 报告\n  zzz: x", "4:3: report没有字段 'zzz'，可用：title、source、date、meeting、organisation、speaker、review_year、plan_year、doubts"),
    ("  title: 报告", "  title: {a: b}", "3:10: title 应为文本，此处是映射"),
    ("  title: 报告", '  title: "a\\nb"', "3:10: title 应为一行文本"),
    ("  title: 报告", '  title: "ab\\e"', "3:10: title 第 3 字是不可显示的控制字符 U+001B"),
    ("  title: 报告", '  title: "\\u061c"', "3:10: title 第 1 字是不可显示的控制字符 U+061C"),
    ('  date: "2024-01-22"', "  date: 2024-1-22", "4:9: date 应形如 2024-01-22，此处是 '2024-1-22'"),
    ('  date: "2024-01-22"', f"  date: {'1' * 41}", f"4:9: date 应形如 2024-01-22，此处是 {'1' * 40!r}"),
    ("  speaker: {role: 县长, name: 王明}", "  speaker: 王明", "7:12: speaker应为“键: 值”的映射，此处是文本"),
    ("  speaker: {role: 县长, name: 王明}", "  speaker: [王, 明]", "7:12: speaker应为“键: 值”的映射，此处是列表"),
    ("  speaker: {role: 县长, name: 王明}", "  speaker: {role: 县长}", "7:12: speaker缺少字段 name"),
    ("  review_year: 2023", "  review_year: 二〇二三", "8:16: review_year 应为整数，此处是 '二〇二三'"),
    ("  review_year: 2023", "  review_year: 1234567890", "8:16: review_year 应为整数，此处是 '1234567890'"),
    ("  review_year: 2023", f"  review_year: {'x' * 41}", f"8:16: review_year 应为整数，此处是 {'x' * 40!r}"),
    ("  plan_year: 2024", "  plan_year: -1", "9:14: plan_year 应为整数，此处是 '-1'"),
    ("  plan_year: 2024", '  plan_year: ""', "9:14: plan_year 应为整数，此处是 ''"),
    ("    file: a.txt", "    fiel: a.txt", "11:5: source没有字段 'fiel'，是否为 file"),
    ("    encoding: utf-8", "    x: utf-8", "12:5: source没有字段 'x'，可用：file、encoding、sha256、characters"),
    ("    characters: 14", "    characters: 16", "17:1: 各节点文本相连共 14 字，source.characters 为 16"),
    ("    characters: 14", "    characters: x", "14:17: characters 应为整数，此处是 'x'"),
    ('- id: "1"', '- id: "1."', "17:7: id 应形如 1.2.3，此处是 '1.'"),
    ('- id: "1"', "- id: A", "17:7: id 应形如 1.2.3，此处是 'A'"),
    ('- id: "1"', f"- id: {'A' * 41}", f"17:7: id 应形如 1.2.3，此处是 {'A' * 40!r}"),
    ('- id: "1"', '- idd: "1"', "17:3: 节点没有字段 'idd'，是否为 id"),
    ("  - id: 1.a", '  - id: "1"', "25:9: id 1 重复，前一个在第 17 行"),
    ("  level: chapter", "  level: chapte", "18:10: level 不能是 'chapte'，是否为 chapter"),
    ("  level: chapter", "  level: x", "18:10: level 不能是 'x'，可用：part、chapter、section、topic、item"),
    ("  level: chapter", f"  level: {'x' * 41}", f"18:10: level 不能是 {'x' * 40!r}，可用：part、chapter、section、topic、item"),
    ("  level: chapter", "  level: [chapter]", "18:10: level 应为文本，此处是列表"),
    ("  number: 一", '  number: "一\\n"', "19:11: number 应为一行文本"),
    ("  heading: 甲", '  heading: "甲\\n"', "20:12: heading 应为一行文本"),
    ("  year: 2023", "  year: x", "21:9: year 应为整数，此处是 'x'"),
    ("  span: [8, 12]", "  span: [8, 99]", "31:9: span 应为 [起, 止] 两个偏移，0 ≤ 起 < 止 ≤ 14"),
    ("  span: [8, 12]", "  span: [8, 15]", "31:9: span 应为 [起, 止] 两个偏移，0 ≤ 起 < 止 ≤ 14"),
    ("  span: [8, 12]", "  span: [8, 8]", "31:9: span 应为 [起, 止] 两个偏移，0 ≤ 起 < 止 ≤ 14"),
    ("  span: [8, 12]", "  span: [8]", "31:9: span 应为 [起, 止] 两个偏移，0 ≤ 起 < 止 ≤ 14"),
    ("  span: [8, 12]", "  span: [8, 12, 13]", "31:9: span 应为 [起, 止] 两个偏移，0 ≤ 起 < 止 ≤ 14"),
    ("  span: [8, 12]", "  span: [8, 0000000012]", "31:9: span 应为 [起, 止] 两个偏移，0 ≤ 起 < 止 ≤ 14"),
    ("  span: [8, 12]", "  span: [8, x]", "31:9: span 应为 [起, 止] 两个偏移，0 ≤ 起 < 止 ≤ 14"),
    ("  span: [8, 12]", "  span: [8, [12]]", "31:9: span 应为 [起, 止] 两个偏移，0 ≤ 起 < 止 ≤ 14"),
    ("  span: [8, 12]", "  span: 8", "31:9: span应为列表，此处是文本"),
    ("  quote: 3至5个", "  quote: 3至6个", "32:10: quote '3至6个' 与正文 [8, 12] 处的 '3至5个' 不符"),
    ("  quote: 3至5个", f"  quote: {'3' * 21}", f"32:10: quote {'3' * 20!r} 与正文 [8, 12] 处的 '3至5个' 不符"),
    ("  node: 1.a", "  node: 1.b", "30:9: 没有节点 '1.b'，是否为 1.a"),
    ("  node: 1.a", "  node: xyz", "30:9: 没有节点 'xyz'"),
    ('  value: "-7.50"', "  value: 7,5", '42:10: value 应为十进制数，如 "6.5"'),
    ('  value: "-7.50"', "  value: x", '42:10: value 应为十进制数，如 "6.5"'),
    ('  value: "-7.50"', "  value: 7.", '42:10: value 应为十进制数，如 "6.5"'),
    ('  value: "-7.50"', "  value: .5", '42:10: value 应为十进制数，如 "6.5"'),
    ('  value: "-7.50"', "  value: +5", '42:10: value 应为十进制数，如 "6.5"'),
    ('  value: ["3", "5"]', '  value: ["3"]', "33:10: value 应为一个数、[低, 高] 两个数，或一个比例的各数"),
    ('  value: ["3", "5"]', '  value: ["3", "4", "5", "6", "7", "8"]', "33:10: value 应为一个数、[低, 高] 两个数，或一个比例的各数"),
    ('  value: ["3", "5"]', '  value: ["3", x]', '33:16: value 应为十进制数，如 "6.5"'),
    ('  value: ["3", "5"]', '  value: ["3", [x]]', '33:16: value 应为十进制数，如 "6.5"'),
    ("  qualifier: over", "  qualifier: ove", "44:14: qualifier 不能是 'ove'，是否为 over"),
    ("  estimated: true", "  estimated: yes", "45:14: estimated 应为true 或 false，此处是 'yes'"),
    ("  estimated: true", "  estimated: True", "45:14: estimated 应为true 或 false，此处是 'True'"),
    ("  measure: growth", "  measure: grow", "46:12: measure 不能是 'grow'，是否为 growth"),
    ("  direction: down", "  direction: dow", "47:14: direction 不能是 'dow'，是否为 down"),
    ("  status: achieved", "  status: achievd", "48:11: status 不能是 'achievd'，是否为 achieved"),
    ('  period: "2023"', "  period: [a]", "49:11: period 应为文本，此处是列表"),
    ("- id: m2", "- id: m1", "37:3: 指标 id m1 重复"),
    ("  achieved: m1", "  achieved: m11", "52:13: 没有指标 'm11'，是否为 m1"),
    ("  achieved: m1", "  achieved: m3", "52:13: 没有指标 'm3'"),
    ("  achieved: m1", f"  achieved: {'x' * 41}", f"52:13: 没有指标 {'x' * 40!r}"),
    ("  target: m2", "  target: zz", "53:11: 没有指标 'zz'"),
    ("  comparable: loose", "  comparable: x", "54:15: comparable 不能是 'x'，可用：strict、loose"),
    ("  note: 口径不同", "  notes: x", "55:3: 对照没有字段 'notes'，是否为 note"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "changed", "expected"), CHANGED, ids=[case[1].strip()[:40] for case in CHANGED]
)
def test_each_fault_has_its_message(line: str, changed: str, expected: str) -> None:
    assert f"\n{WHOLE}".count(f"\n{line}\n") == 1
    faults = said(f"\n{WHOLE}".replace(f"\n{line}\n", f"\n{changed}\n").removeprefix("\n"))
    assert any(
        fault == expected or (len(expected) < len(fault) and fault.startswith(expected + "，可用"))
        for fault in faults
    ), faults


@pytest.mark.parametrize(
    ("field", "what"),
    [
        ("schema", "1:1: 大纲文件"), ("report", "1:1: 大纲文件"), ("outline", "1:1: 大纲文件"),
        ("  title", "3:3: report"), ("  source", "3:3: report"),
        ("    file", "11:5: source"), ("    encoding", "11:5: source"), ("    sha256", "11:5: source"), ("    characters", "11:5: source"),
    ],
)  # fmt: skip
def test_a_missing_field_is_named(field: str, what: str) -> None:
    text = WHOLE
    kept, drops, indent = [], False, len(field) - len(field.lstrip())
    for line in text.splitlines():
        if line.startswith(f"{field}:"):
            drops = True
        elif drops and not line.startswith(" " * (indent + 1)) and not line.startswith(" " * indent + "- "):
            drops = False
        if not drops:
            kept.append(line)
    _, _, name = what.partition(": ")
    faults = said("\n".join(kept) + "\n")
    assert any(fault.endswith(f": {name}缺少字段 {field.strip()}") for fault in faults), faults


@pytest.mark.parametrize("field", ["id", "node", "span", "quote", "value", "unit", "measure", "status"])
def test_a_missing_field_of_a_metric_is_the_only_fault(field: str) -> None:
    text = WHOLE
    lines = text.splitlines()
    at = next(n for n, line in enumerate(lines) if n > 35 and line[2:].startswith(f"{field}:"))
    lines[at] = lines[at][:2] + "period: x" if field != "id" else "- qualifier: over"
    drop = [
        n
        for n, line in enumerate(lines)
        if n > 35
        and n != at
        and line[2:].startswith(("period", "qualifier: over") if field == "id" else "period")
    ]
    kept = [line for n, line in enumerate(lines) if n not in drop]
    faults = [fault for fault in said("\n".join(kept) + "\n") if "没有指标" not in fault]
    assert [fault.partition(": ")[2] for fault in faults] == [f"指标缺少字段 {field}"]


@pytest.mark.parametrize("field", ["id", "level", "text"])
def test_a_missing_field_of_a_node_is_named(field: str) -> None:
    text = LEAST.replace(
        "- id: a\n  level: part\n  text: 甲\n", "- number: 一\n  id: a\n  level: part\n  text: 甲\n"
    )
    line = next(line for line in text.splitlines() if line.startswith(f"  {field}:"))
    assert f"6:3: 节点缺少字段 {field}" in said(text.replace(f"{line}\n", ""))


@pytest.mark.parametrize("field", ["indicator", "achieved", "target", "comparable"])
def test_a_missing_field_of_a_comparison_is_named(field: str) -> None:
    lines = WHOLE.splitlines()
    kept = [line for n, line in enumerate(lines) if n < 50 or line[2:].partition(":")[0] != field]
    if field == "indicator":
        kept[50] = "- " + kept[50].strip()
    assert said("\n".join(kept) + "\n") == [f"51:3: 对照缺少字段 {field}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n", "1:1: 大纲文件应为“键: 值”的映射，此处是文本"),
        ("- a\n", "1:1: 大纲文件应为“键: 值”的映射，此处是列表"),
        (LEAST.replace("outline:\n- id: a\n  level: part\n  text: 甲\n", "outline: a\n"), "5:10: outline应为列表，此处是文本"),
        (LEAST + "metrics: {a: b}\n", "9:10: metrics应为列表，此处是映射"),
        (LEAST + "comparisons: a\n", "9:14: comparisons应为列表，此处是文本"),
        (LEAST + "  children: a\n", "9:13: children应为列表，此处是文本"),
        (LEAST + "metrics: [a]\n", "9:11: 指标应为“键: 值”的映射，此处是文本"),
        (LEAST + "comparisons: [a]\n", "9:15: 对照应为“键: 值”的映射，此处是文本"),
        (LEAST.replace("text: 甲", "text: [甲]"), "8:9: text 应为文本，此处是列表"),
    ],
)  # fmt: skip
def test_the_wrong_kind_of_value_is_named(text: str, expected: str) -> None:
    assert expected in said(text)


def test_all_faults_are_listed_in_file_order() -> None:
    text = WHOLE.replace("schema: huiji-outline/3", "schema: x").replace("  title: 报告", "  titel: 报告")
    assert [fault.partition(": ")[0] for fault in said(text)] == ["1:9", "3:3", "3:3"]
    assert [str(fault) for fault in check_outline(b"a: [", "a.yaml")] == [
        "a.yaml:2:1: YAML 语法错误：此处缺少内容"
    ]


@pytest.mark.parametrize(
    "date", ["2024-01-01", "2024-09-30", "2024-10-10", "2024-11-19", "2024-12-31", "2024-02-29"]
)
def test_dates_are_written_in_full(date: str) -> None:
    text = WHOLE
    assert read_outline(text.replace("2024-01-22", date).encode(), "a.yaml").front.date == date


@pytest.mark.parametrize(
    "date", ["2024-00-01", "2024-13-01", "2024-01-00", "2024-01-32", "2024-1-01", "2024-01-1", "224-01-01", "20240-01-01", "2024-01-22x", "2024-20-01", "2024-01-40"]
)  # fmt: skip
def test_invalid_dates_are_refused(date: str) -> None:
    assert f"4:9: date 应形如 2024-01-22，此处是 {date!r}" in said(WHOLE.replace("2024-01-22", date))


@pytest.mark.parametrize("node_id", ["1", "front", "1.2.3", "1.closing", "a0z9.9"])
def test_ids_are_letters_and_digits_with_dots_between(node_id: str) -> None:
    assert (
        read_outline(LEAST.replace("id: a", f'id: "{node_id}"').encode(), "a.yaml").outline[0].id == node_id
    )


@pytest.mark.parametrize("node_id", ["", ".", "1.", ".1", "1..2", "A", "1-2", "中", "1 2"])
def test_invalid_ids_are_refused(node_id: str) -> None:
    assert said(LEAST.replace("id: a", f'id: "{node_id}"')) == [f"6:7: id 应形如 1.2.3，此处是 {node_id!r}"]


def test_empty_doubts_are_ignored() -> None:
    text = LEAST.replace("  title: 报告\n", "  title: 报告\n  doubts: 一；；二；\n")
    assert read_outline(text.encode(), "a.yaml").doubts == (Doubt("一"), Doubt("二"))


@pytest.mark.parametrize(
    ("line", "doubts"),
    [
        ("甲@1", [Doubt("甲", 1)]),
        ("甲@2", [Doubt("甲")]),
        ("甲@@1", [Doubt("甲@", 1)]),
        ("甲@", [Doubt("甲@")]),
        ("@0", [Doubt("", 0)]),
        ("甲@9999999999", [Doubt("甲@9999999999")]),
    ],
)
def test_a_doubt_may_have_an_offset_within_the_text(line: str, doubts: list[Doubt]) -> None:
    text = LEAST.replace("  title: 报告\n", f'  title: 报告\n  doubts: "{line}"\n')
    assert list(read_outline(text.encode(), "a.yaml").doubts) == doubts


def test_a_speaker_may_have_no_role() -> None:
    text = WHOLE.replace("{role: 县长, name: 王明}", "{name: 王明}")
    assert read_outline(text.encode(), "a.yaml").front.speaker == Speaker("", "王明")


def test_a_metric_may_end_at_the_end_of_the_text() -> None:
    metric = "metrics:\n- id: m\n  node: a\n  span: [0, 1]\n  quote: 甲\n  value: '1'\n  unit: ''\n  measure: level\n  status: target\n"
    (found,) = read_outline((LEAST + metric).encode(), "a.yaml").metrics
    assert (found.start, found.end) == (0, 1)
    beyond = "9:3: 指标"
    assert not any(fault.startswith(beyond) for fault in said(LEAST + metric.replace("[0, 1]", "[0, 2]")))


def test_the_quote_of_a_wrong_span_is_compared_with_an_empty_text() -> None:
    assert said(WHOLE.replace("span: [8, 12]", "span: [8, 8]")) == [
        "31:9: span 应为 [起, 止] 两个偏移，0 ≤ 起 < 止 ≤ 14",
        "32:10: quote '3至5个' 与正文 [0, 0] 处的 '' 不符",
    ]


@pytest.mark.parametrize(("written", "value"), [("true", True), ("false", False)])
def test_a_boolean_is_true_or_false(written: str, value: bool) -> None:
    text = WHOLE.replace("estimated: true", f"estimated: {written}")
    assert read_outline(text.encode(), "a.yaml").metrics[0].estimated is value


def test_faults_of_one_line_are_listed_from_left_to_right() -> None:
    text = WHOLE.replace("{role: 县长, name: 王明}", "{name: 王明, role: [县长], zzz: x}")
    assert said(text) == [
        "7:29: role 应为文本，此处是列表",
        "7:35: speaker没有字段 'zzz'，可用：name、role",
    ]
