"""A file of indicators beside ``config.toml`` adds to the program's; a faulty one is told and not used."""

from __future__ import annotations

import os
from pathlib import Path

from tui.metrics.indicators import default_indicators
from tui.state.own_indicators import MAX_BYTES, load_indicators

TEA = """schema: huiji-indicators/1
indicators:
  - {id: tea, name: 茶叶产量, order: 5, units: [mass], measures: [level], better: higher}
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "indicators.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_programs_indicators_are_used(tmp_path: Path) -> None:
    indicators, faults = load_indicators(tmp_path)
    assert indicators is default_indicators()
    assert faults == []


def test_a_file_adds_indicators_and_leaves_the_programs_alone(tmp_path: Path) -> None:
    write(tmp_path, TEA)
    indicators, faults = load_indicators(tmp_path)
    assert faults == []
    entry = indicators.find("茶叶产量", "万吨", "level")
    assert entry is not None and entry.id == "tea"
    assert default_indicators().find("茶叶产量", "万吨", "level") is None
    assert len(indicators) == len(default_indicators()) + 1


def test_a_faulty_file_is_not_used_and_its_faults_are_told(tmp_path: Path) -> None:
    path = write(tmp_path, TEA.replace("better: higher", "better: more"))
    indicators, faults = load_indicators(tmp_path)
    assert indicators is default_indicators()
    assert [str(fault) for fault in faults] == [
        f"{path}:3:79: better 不能是 'more'，可用：higher、lower、within、none"
    ]


def test_a_pipe_or_a_folder_in_its_place_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "indicators.yaml")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "indicators.yaml").mkdir()
    for folder in (tmp_path, tmp_path / "other"):
        indicators, faults = load_indicators(folder)
        assert indicators is default_indicators()
        assert [fault.path for fault in faults] == [str(folder / "indicators.yaml")]


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    write(tmp_path, TEA + "#" * MAX_BYTES)
    assert [fault.message for fault in load_indicators(tmp_path)[1]] == ["超过 256 KiB"]
