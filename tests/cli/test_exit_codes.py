"""The exit code of each kind of error."""

from __future__ import annotations

import pytest

from tui.cli.exit_codes import exit_code
from tui.report.errors import DataError, HuijiError, InternalError, ReadError, UsageError, WriteError


class _OwnReadError(ReadError):
    pass


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (HuijiError, 2), (UsageError, 2), (DataError, 65), (ReadError, 66), (InternalError, 70), (WriteError, 73),
        (_OwnReadError, 66),
    ],
)  # fmt: skip
def test_each_kind_of_error_has_its_exit_code(kind: type[HuijiError], code: int) -> None:
    assert exit_code(kind("")) == code
