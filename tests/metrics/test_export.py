"""Tables and JSON fields of metrics and comparisons."""

from decimal import Decimal

import pytest

from tests.support.samples import huiji
from tui.messages import metrics as messages
from tui.metrics.comparison import comparison_rows
from tui.metrics.export import (
    COMPARISON_FIELDS,
    HEADINGS,
    METRIC_FIELDS,
    Headings,
    comparison_as_json,
    comparison_table,
    metric_table,
    metrics_as_json,
)
from tui.report.model import ATTRIBUTES, COMPARABLES, DIRECTIONS, MEASURES, QUALIFIERS, STATUSES, Metric

METRIC = Metric(
    "m001", "1", 0, 2, "3%", "森林覆盖率", (Decimal(3),), "%", "at_least", False, "growth", "up", "target", "2021-2025",
    attributes=("average", "real"), part_of="绿地", among="全省", canonical="forest_coverage",
)  # fmt: skip


def row_of(metric: Metric, headings: Headings) -> dict[str, str]:
    names, cells = metric_table(huiji(), [metric], headings)
    return dict(zip(names, cells, strict=True))


def test_every_code_has_a_chinese_name() -> None:
    codes = {
        "qualifier": QUALIFIERS, "measure": MEASURES, "direction": DIRECTIONS, "status": STATUSES,
        "attributes": ATTRIBUTES, "comparable": COMPARABLES,
    }  # fmt: skip
    assert {field: set(names) for field, names in messages.CODE_NAMES.items()} == {
        field: set(values) for field, values in codes.items()
    }


def test_headings_differ_and_are_chinese() -> None:
    for fields in (METRIC_FIELDS, COMPARISON_FIELDS):
        names = [messages.FIELD_NAMES[field] for field in fields]
        assert len(set(names)) == len(names) and not any(name.isascii() for name in names)


def test_fields_of_tables_are_those_of_json() -> None:
    report = huiji()
    assert tuple(metrics_as_json(report, report.metrics[:1])[0]) == METRIC_FIELDS
    assert tuple(comparison_as_json(comparison_rows(report)[0])) == COMPARISON_FIELDS


@pytest.mark.parametrize("headings", HEADINGS)
def test_a_table_without_rows_has_all_headings(headings: Headings) -> None:
    assert len(metric_table(huiji(), [], headings)[0]) == len(METRIC_FIELDS)
    assert len(comparison_table([], headings)[0]) == len(COMPARISON_FIELDS)


def test_attributes_whole_rank_and_years_have_columns_of_their_own() -> None:
    row = row_of(METRIC, "zh")
    assert (row["口径"], row["所属总项"], row["位次范围"]) == ("年均、实际", "绿地", "全省")
    assert (row["起始年"], row["截止年"]) == ("2021", "2025")
    assert (row["限定"], row["增减"], row["预计"]) == ("以上", "增", "否")


def test_english_headings_come_with_the_values_of_json() -> None:
    row = row_of(METRIC, "en")
    assert (row["attributes"], row["qualifier"], row["estimated"]) == ("average;real", "at_least", "false")
    assert (row["period_from"], row["period_to"]) == ("2021", "2025")


def test_an_unknown_period_has_no_years() -> None:
    row = row_of(METRIC._replace(period=""), "zh")
    assert (row["起始年"], row["截止年"]) == ("", "")


def test_todays_name_stands_beside_the_id_of_an_indicator() -> None:
    assert row_of(METRIC._replace(canonical="gdp"), "zh")["主要指标"] == "地区生产总值"
    assert row_of(METRIC._replace(canonical=""), "zh")["主要指标"] == ""
    assert row_of(METRIC._replace(canonical="no_longer_listed"), "en")["canonical_name"] == ""


def test_chinese_tables_tell_a_missing_name_and_a_change_of_rank() -> None:
    metric = METRIC._replace(indicator="", unit="位")
    told = row_of(metric, "zh")
    assert (told["指标"], told["性质"]) == ("未识别名称", "位次变化")
    coded = row_of(metric, "en")
    assert (coded["indicator"], coded["measure"]) == ("", "growth")
