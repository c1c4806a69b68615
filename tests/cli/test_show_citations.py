"""``show --cite`` prints passages with their sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SOURCE = "《惠济区政府工作报告》，2024年1月22日，第三部分第（一）节"


def test_a_place_is_printed_as_a_citation(huiji_tui: Any) -> None:
    status, out, _ = huiji_tui("show", "3.1.2", "--cite")
    assert status == 0
    assert out.startswith("“多措并举促进消费。") and out.endswith(f"”（{SOURCE}）\n")
    two = huiji_tui("show", "m001", "m002", "--cite")[1]
    assert two.count("《惠济区政府工作报告》") == 2 and "\n\n“" in two


def test_without_a_place_the_report_is_cited(huiji_tui: Any) -> None:
    assert huiji_tui("show", "--cite")[1] == "《惠济区政府工作报告》，2024年1月22日\n"
    out = huiji_tui("show", "--style", "gbt7714")[1]
    assert out == "惠济区人民政府. 惠济区政府工作报告[R]. (2024-01-22).\n"


def test_links_and_formats_go_with_citations(huiji_tui: Any) -> None:
    out = huiji_tui("show", "m001", "--cite", "--links")[1]
    assert out.splitlines()[-1].startswith("huiji:")
    assert huiji_tui("show", "m001", "--cite", "--format", "md")[1].startswith("> ")
    record = json.loads(huiji_tui("show", "3.1.2", "--format", "json")[1])
    assert record["places"][0]["citation"] == SOURCE


def test_the_style_is_that_of_the_configuration(
    huiji_tui: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "huiji-tui").mkdir()
    (tmp_path / "huiji-tui" / "config.toml").write_text('citation_style = "bibtex"\n', encoding="utf-8")
    assert huiji_tui("show", "3.1.2", "--cite")[1].startswith("@techreport{report-2024-01-22-")
    assert huiji_tui("show", "3.1.2", "--style", "chinese")[1].endswith(f"（{SOURCE}）\n")
