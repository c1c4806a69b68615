"""Errors: one line with a place, exit codes, hints."""

from __future__ import annotations

import pytest

from tui.report.errors import (
    DataError,
    HuijiError,
    ReadError,
    UsageError,
    WriteError,
    as_huiji_error,
    close_matches,
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
def test_an_error_is_one_line_with_its_place(place: dict[str, object], line: str) -> None:
    error = DataError("错", **place)  # type: ignore[arg-type]
    assert str(error) == line
    assert (error.message, error.args) == ("错", ("错",))
    assert (error.path, error.line, error.column) == tuple(map(place.get, ("path", "line", "column")))


def test_an_error_that_was_not_foreseen_keeps_where_it_was_raised() -> None:
    try:
        raise ZeroDivisionError("x")
    except ZeroDivisionError as error:
        told = as_huiji_error(error)
    assert str(told) == "内部错误：ZeroDivisionError：x"
    assert "test_errors.py" in told.trace and told.trace.endswith("ZeroDivisionError: x\n")


def test_each_kind_has_its_exit_code() -> None:
    kinds = (HuijiError, UsageError, DataError, ReadError, WriteError)
    assert [kind("").exit_code for kind in kinds] == [2, 2, 65, 66, 73]


def test_misspelt_names_are_recognised() -> None:
    names = ["title", "titles", "source"]
    assert close_matches("titel", names) == ["title"]
    assert close_matches("title", names, 2) == ["title", "titles"]
    assert close_matches("title", names, 3, 0.1) == ["title", "titles", "source"]
    assert close_matches("xyz", names) == []
    assert close_matches("ti", ["tile"]) == ["tile"]
    assert close_matches("ti", ["title"]) == []  # less than 0.6 alike


def test_what_the_system_refused_is_said_in_chinese() -> None:
    assert reason(FileNotFoundError(2, "x")) == "没有这个文件"
    assert reason(PermissionError(13, "x")) == "没有权限"
    assert reason(IsADirectoryError(21, "x")) == "是文件夹，不是文件"
    assert reason(OSError(28, "No space left")) == "No space left"
    assert reason(TimeoutError()) == "TimeoutError"
