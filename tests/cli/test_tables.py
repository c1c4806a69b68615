"""Tables and lists that are printed piece by piece."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.cli.tables import CsvWriter, JsonWriter, TableWriter, end_of, writer
from tui.typeset.cells import cell_length

RECORDS = st.lists(
    st.dictionaries(
        st.text("ab\n“河", max_size=3),
        st.none() | st.text("x\n\"'河", max_size=5) | st.lists(st.integers(), max_size=3),
        max_size=3,
    ),
    max_size=4,
)


def printed(capsys: pytest.CaptureFixture[str], form: str, *parts: Any) -> str:
    target = writer(form, "rows", False)
    for part in parts:
        target.add(part)
    target.close()
    return capsys.readouterr().out


@given(RECORDS, RECORDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_json_list_in_parts_is_what_json_would_print(
    capsys: pytest.CaptureFixture[str], first: list[Any], second: list[Any]
) -> None:
    expected = json.dumps({"rows": first + second}, ensure_ascii=False, indent=2)
    assert printed(capsys, "json", first, second) == expected + "\n"


def test_csv_in_parts_is_csv_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "csv", [["甲"], ["1"]], [["甲"]], [["甲"], ["2"]]) == "甲\n1\n2\n"


def test_columns_never_become_narrower(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(
        capsys,
        "table",
        [["甲", "乙"], ["黄河", "1"]],
        [["甲", "乙"], ["a", "2"]],
        [["甲", "乙"], ["黄河流域", "3"]],
    )
    assert out.splitlines() == ["甲    乙", "黄河  1", "a     2", "黄河流域  3"]


def test_markdown_in_parts_has_one_head(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "md", [["甲"], ["1|2"]], [["甲"], ["3"]])
    assert out == "| 甲 |\n| --- |\n| 1\\|2 |\n| 3 |\n"


def test_each_format_has_its_writer() -> None:
    assert isinstance(writer("json", "rows", False), JsonWriter) and isinstance(
        writer("csv", "rows", True), CsvWriter
    )
    assert isinstance(writer("md", "rows", False), TableWriter) and isinstance(
        writer("table", "rows", False), TableWriter
    )


@given(st.text("a/河.", max_size=80))
def test_the_end_of_a_path_fits_into_a_column(path: str) -> None:
    end = end_of(path)
    assert cell_length(end) <= 30 and (
        end == path or (end[0] == "…" and path.endswith(end[1:]) and cell_length(end) >= 29)
    )
