"""``check`` recognises tables of indicators by their name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.samples import CONTENT
from tui.cli.main import run


def check(capsys: pytest.CaptureFixture[str], path: Path) -> tuple[int, str]:
    """Return the exit status of ``check``, and what it prints on standard output."""
    status = run(("check", str(path)), lambda *_: 0)
    return status, capsys.readouterr().out


def test_the_programs_table_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, CONTENT / "indicators.yaml") == (0, "")


def test_a_table_of_ones_own_may_add_to_the_programs(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "indicators.yaml"
    path.write_text(
        "schema: huiji-indicators/1\nindicators:\n  - id: gdp\n    names: [本地产值]\n", encoding="utf-8"
    )
    assert check(capsys, path) == (0, "")


def test_each_mistake_is_a_line_with_its_place_and_the_nearest_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "indicators.yaml"
    path.write_text(
        "schema: huiji-indicators/1\nindicators:\n  - id: gdp\n    name_s: [本地产值]\n  - id: cpi\n    names: [财政总收入]\n",
        encoding="utf-8",
    )
    assert check(capsys, path) == (
        65,
        f"{path}:4:5: 指标没有字段 'name_s'，是否为 names\n"
        f"{path}:6:13: 名称“财政总收入”已是指标 total_fiscal_revenue 的，在自带的指标表里\n",
    )
