"""E11: invalid paths in the list of recent reports are skipped; unusual but valid ones are kept."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.support.samples import SMALL
from tui.screens.report_list import report_choices
from tui.state.records import MAX_PATH, MAX_RECENT, Settings
from tui.state.store import ReportStore, Store

STRANGE = {
    "too-long": "/" + "a/" * MAX_PATH,
    "a-name-too-long": "/" + "a" * 300,
    "in-Chinese-too-long": "/" + "惠/" * 2000,
    "NUL": "/a\0b",
    "empty": "",
    "surrogate": "/\ud800\udfff",
    "surrogate-of-a-byte": "/\udcff",
    "control": "/\x1b]52;c;eA==\x07",
    "no-text": 7,
    "a-list": ["/a"],
    "none": None,
}


@pytest.mark.parametrize("path", STRANGE.values(), ids=[f"E11-{name}" for name in STRANGE])
def test_invalid_recent_paths_are_ignored(path: object, tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    report.write_text(SMALL, encoding="utf-8")
    (tmp_path / "settings.json").write_text(
        json.dumps({"version": 1, "recent": [path, str(report), str(report)]})
    )
    report_store = ReportStore(Store(tmp_path), "/new.txt")
    shown = report_choices("", report_store.settings.recent, lambda _: None)
    assert [kind for kind, _, _ in shown][:2] == ["最近", "内置"]
    report_store.keep()
    assert report_store.new_warnings() == []
    again = Store(tmp_path)
    assert again.settings().recent[:1] == ["/new.txt"] and again.settings().recent[-1:] == [str(report)]
    assert again.warnings == []


def test_e11_a_recent_report_may_have_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xbb\xdd.txt"
    path = os.fsdecode(name)
    Path(path).write_text(SMALL, encoding="utf-8")
    report_store = ReportStore(Store(tmp_path), path)
    report_store.history.add("\udcff")
    report_store.keep()
    again = ReportStore(Store(tmp_path), path)
    assert again.settings.recent == [path]
    assert again.earlier_queries() == ["\udcff"]
    assert next(kind for kind, _, _ in report_choices("", again.settings.recent, lambda _: None)) == "最近"
    assert again.new_warnings() == []


def test_e11_recent_reports_are_unique_and_limited() -> None:
    settings = Settings()
    for number in range(MAX_RECENT + 5):
        settings.add_recent(f"/{number}")
    assert settings.recent == [f"/{number}" for number in range(MAX_RECENT + 4, 4, -1)]
    settings.add_recent("/9")
    assert settings.recent[:2] == ["/9", f"/{MAX_RECENT + 4}"] and len(settings.recent) == MAX_RECENT
    for path in ("", "/" + "a" * MAX_PATH, "/a\0"):
        settings.add_recent(path)
    assert settings.recent[0] == "/9"
    settings.add_recent("/" + "a" * (MAX_PATH - 1))
    assert len(settings.recent[0]) == MAX_PATH
    many = Settings.parse({"recent": [f"/{number}" for number in range(MAX_RECENT + 5)]})
    assert many.recent == [f"/{number}" for number in range(MAX_RECENT)]
