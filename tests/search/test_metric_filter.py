"""Metrics chosen by conditions: which must all hold, and which are alternatives."""

from __future__ import annotations

import pytest

from tests.support.samples import huiji, huiji_outline
from tui import api
from tui.cli.parser import PARSERS
from tui.report.errors import UsageError
from tui.search.metric_filter import filter_metrics


def ids(text: str) -> set[str]:
    return {metric.id for metric in api.metrics(huiji(), text)}


@pytest.mark.parametrize(
    "text", ["绿|公里", "绿｜公里", "绿 | 公里", "绿或公里", "绿 或 公里", "绿|公里|无此"]
)
def test_one_of_several_conditions_is_enough(text: str) -> None:
    assert ids(text) == ids("绿") | ids("公里")
    assert ids("绿") and ids("公里")


def test_conditions_separated_by_spaces_must_all_hold() -> None:
    assert ids("亮灯 status:target") == ids("亮灯") & ids("status:target") != ids("亮灯")
    assert ids("绿|公里 status:target") == (ids("绿") | ids("公里")) & ids("status:target")
    assert ids("status:target|>100亿 unit:亿元") == (ids("status:target") | ids(">100亿")) & ids("unit:亿元")
    assert ids("绿|>100亿") == ids("绿") | ids(">100亿")


@pytest.mark.parametrize("text", ["|", "或", "绿|", "|绿", " | "])
def test_what_is_not_yet_typed_is_no_condition(text: str) -> None:
    assert ids(text) == (ids("绿") if "绿" in text else ids(""))


@pytest.mark.parametrize("place", ["3.4", "三(四)", "三（四）", "３．４"])
def test_a_place_is_named_as_in_a_search(place: str) -> None:
    inside = {metric.id for metric in huiji().metrics if f"{metric.node}.".startswith("3.4.")}
    assert ids(f"in:{place}") == inside and 0 < len(inside) < len(huiji().metrics)
    assert ids(f"status:target in:{place}") == ids("status:target") & inside


def test_an_unknown_place_is_told() -> None:
    with pytest.raises(UsageError, match=r"没有“9\.9”这个位置"):
        ids("in:9.9")
    assert ids("in:") == ids("")


def test_a_metric_of_another_report_is_in_no_place_of_this_one() -> None:
    metric = next(metric for metric in huiji().metrics if metric.node.startswith("3.4"))
    other = metric._replace(quote="别的报告", indicator="别的报告")
    assert filter_metrics([metric, other], "in:3.4", huiji_outline()) == [metric]


@pytest.mark.parametrize("command", ["metrics", "promises", "notes"])
def test_all_filters_of_a_command_count(command: str) -> None:
    assert PARSERS[command]().parse_args(["--filter", "绿", "--filter", "公里"]).filter == "绿 公里"
