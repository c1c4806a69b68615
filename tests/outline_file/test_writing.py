"""Outline files as written, byte by byte."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.outline_file.test_faults import WHOLE
from tui.outline_file.reading import read_outline
from tui.outline_file.records import decimal_fields, outline_record, report_fields
from tui.outline_file.writing import write_outline
from tui.report.model import (
    Comparison,
    Doubt,
    FrontMatter,
    Metric,
    NodeDraft,
    Report,
    Source,
    Speaker,
    place_nodes,
)

SOURCE = Source("a.txt", "utf-8", "0e1", 1)
LEAST = Report(
    FrontMatter("报告", "", "", "", None, None, None), SOURCE, "甲", place_nodes([NodeDraft("a", "part", "甲")]), ()
)  # fmt: skip
LEAST_WRITTEN = """\
schema: huiji-outline/3
report:
  title: 报告
  source:
    file: a.txt
    encoding: utf-8
    sha256: 0e1
    characters: 1
outline:
- id: a
  level: part
  text: |-
    甲
metrics: []
"""
#: Every field, in the order and the form of the file.
WRITTEN = """\
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
    text: |-
      乙3至5个。丙
metrics:
- id: m1
  node: "1"
  span: [3, 5]
  quote: 7%
  indicator: 甲
  value: "-7.50"
  unit: '%'
  qualifier: over
  estimated: true
  measure: growth
  direction: down
  status: achieved
  period: "2023"
- id: m2
  node: 1.a
  span: [8, 12]
  quote: 3至5个
  value: ["3", "5"]
  unit: 个
  qualifier: exact
  measure: level
  status: target
comparisons:
- indicator: 甲
  achieved: m1
  target: m2
  comparable: loose
  note: 口径不同
"""


def test_all_fields_are_written_in_their_order_and_form() -> None:
    assert write_outline(read_outline(WHOLE.encode(), "a.yaml")).decode() == WRITTEN


def test_empty_fields_are_left_out() -> None:
    assert write_outline(LEAST).decode() == LEAST_WRITTEN


def test_an_empty_note_is_left_out() -> None:
    report = read_outline(WHOLE.encode(), "a.yaml")
    pair = Comparison("甲", "m1", "m2", "strict", "")
    assert write_outline(report._replace(comparisons=(pair,))).decode() == (
        WRITTEN.replace("loose\n  note: 口径不同", "strict")
    )


@pytest.mark.parametrize(
    "title",
    [
        "2024-01-22",
        "12",
        "1.5",
        "0x1F",
        "1_000",
        "12:30",
        "true",
        "no",
        "null",
        "~",
        "",
        "=",
        "=x",
        "<<",
        ".inf",
    ],
)
def test_text_that_looks_like_something_else_is_quoted(title: str) -> None:
    report = LEAST._replace(front=LEAST.front._replace(title=title or "x", meeting=title))
    line = f'  title: "{title}"\n' if title else ""
    assert line in write_outline(report).decode()
    assert read_outline(write_outline(report), "a.yaml") == report


@pytest.mark.parametrize(
    ("title", "written"),
    [("报告", "报告"), ("a b", "a b"), ("#a", "'#a'"), ("a: b", "'a: b'"), ("- a", "'- a'"), (" a", "' a'")],
)
def test_other_text_is_plain_or_quoted_as_yaml_needs_it(title: str, written: str) -> None:
    report = LEAST._replace(front=LEAST.front._replace(title=title))
    assert f"  title: {written}\n" in write_outline(report).decode()


def test_a_long_line_is_not_folded() -> None:
    title = "很长 " * 500 + "长"
    assert (
        f"  title: {title}\n"
        in write_outline(LEAST._replace(front=LEAST.front._replace(title=title))).decode()
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (("7",), "7"),
        (("7.50",), "7.50"),
        (("1E+3",), "1000"),
        (("-0.1",), "-0.1"),
        (("3", "5"), ["3", "5"]),
        (("1E+2", "2E-1"), ["100", "0.2"]),
    ],
)
def test_a_value_is_written_without_an_exponent(value: tuple[str, ...], written: object) -> None:
    assert decimal_fields(tuple(map(Decimal, value))) == written


def test_records_have_the_fields_of_the_schema() -> None:
    record = outline_record(LEAST)
    assert list(record) == ["schema", "report", "outline", "metrics"]
    assert record["outline"] == [{"id": "a", "level": "part", "text": "甲"}]
    assert report_fields(LEAST) == {
        "title": "报告",
        "source": {"file": "a.txt", "encoding": "utf-8", "sha256": "0e1", "characters": 1},
    }
    front = FrontMatter("报告", "2024", "", "", Speaker("县长", ""), 0, None)
    fields = report_fields(LEAST._replace(front=front, doubts=(Doubt("一"), Doubt("二", 1))))
    assert fields["speaker"] == {"role": "县长", "name": ""}
    assert (fields["date"], fields["review_year"], fields["doubts"]) == ("2024", 0, "一；二@1")
    metric = Metric("m", "a", 0, 1, "甲", "", (Decimal(1),), "", "exact", False, "level", None, "target", "")
    assert outline_record(LEAST._replace(metrics=(metric,)))["metrics"] == [
        {"id": "m", "node": "a", "span": [0, 1], "quote": "甲", "value": "1", "unit": "", "qualifier": "exact", "measure": "level", "status": "target"}
    ]  # fmt: skip
