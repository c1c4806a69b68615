"""The rows of hits: numbers are whole or left out."""

from __future__ import annotations

import pytest

from tui.typeset.cells import NARROW
from tui.widgets.hit_list import _head, _tail


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("新城路等1234条道路", 11, "新城路等…"),
        ("新城路等1234条道路", 13, "新城路等1234…"),
        ("新城路等12条", 20, "新城路等12条"),
        ("增长3.5个百分点", 6, "增长…"),
        ("达到1,200亿元", 8, "达到…"),
        ("2024年", 3, "…"),
        ("二是1.2.3", 0, ""),
    ],
)
def test_the_end_of_a_row_cuts_no_number(text: str, width: int, shown: str) -> None:
    assert _head(text, width, NARROW) == shown


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("新增1234个", 4, "  个"),
        ("新增1234个", 6, "1234个"),
        ("增长3.5个", 4, "  个"),
        ("道路12条", 20, "道路12条"),
    ],
)
def test_the_beginning_of_a_row_cuts_no_number(text: str, width: int, shown: str) -> None:
    assert _tail(text, width, NARROW).endswith(shown)
    assert _tail(text, width, NARROW).strip() == shown.strip()
