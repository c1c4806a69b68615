"""Errors are one line with a path; unknown names get the nearest one."""

from __future__ import annotations

import pytest

from tui.report.errors import (
    DataError,
    as_huiji_error,
    did_you_mean,
    reason,
)  # fmt: skip


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ({}, "错"),
        ({"path": "a.yaml"}, "a.yaml: 错"),
        ({"path": "a.yaml", "line": 3}, "a.yaml:3: 错"),
        ({"path": "a.yaml", "line": 3, "column": 7}, "a.yaml:3:7: 错"),
        ({"line": 3}, "3: 错"),
        ({"path": "a\n\x1b[31m.yaml"}, "a ␛[31m.yaml: 错"),
    ],
)
def test_an_error_is_one_line_with_path_line_and_column(place: dict[str, object], line: str) -> None:
    error = DataError("错", **place)  # type: ignore[arg-type]
    assert str(error) == line
    assert (error.message, error.args) == ("错", ("错",))
    assert (error.path, error.line, error.column) == tuple(map(place.get, ("path", "line", "column")))


def test_an_unforeseen_error_keeps_its_traceback() -> None:
    try:
        raise ZeroDivisionError("x")
    except ZeroDivisionError as error:
        told = as_huiji_error(error)
    assert str(told) == "内部错误：ZeroDivisionError：x"
    assert "test_errors.py" in told.trace and told.trace.endswith("ZeroDivisionError: x\n")


def test_did_you_mean_names_the_nearest() -> None:
    names = ["title", "titles", "source"]
    assert did_you_mean("titel", names) == "，是否为 title"
    assert did_you_mean("xyz", names) == ""
    assert did_you_mean("ti", ["tile"]) == "，是否为 tile"
    assert did_you_mean("ti", ["title"]) == ""  # less than 0.6 alike
    assert did_you_mean("ti", ["title"], min_ratio=0.5) == "，是否为 title"


def test_did_you_mean_lists_names_where_none_is_near() -> None:
    assert did_you_mean("xyz", ["title", "标题"], ["title", "source"]) == "，可用：title、source"
    assert did_you_mean("titel", ["title"], ["source"]) == "，是否为 title"


def test_did_you_mean_compares_the_first_40_characters() -> None:
    assert did_you_mean("x" * 40 + "y" * 1000, ["x" * 40], min_ratio=1) == f"，是否为 {'x' * 40}"


def test_common_reasons_of_the_system_are_in_chinese() -> None:
    assert reason(FileNotFoundError(2, "x")) == "没有这个文件"
    assert reason(PermissionError(13, "x")) == "没有权限"
    assert reason(IsADirectoryError(21, "x")) == "是文件夹，不是文件"
    assert reason(OSError(28, "No space left")) == "No space left"
    assert reason(TimeoutError()) == "TimeoutError"
