"""The dialog that opens a report, with the contents of the report at the cursor where there is room."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.support.pilot import Driven, app_row, drive, until
from tests.support.samples import SMALL
from tui.library.library import Library
from tui.messages import open_dialog as messages
from tui.screens import report_list
from tui.screens.open_dialog import ContentsPane
from tui.screens.report_list import report_choices

#: The chapters and sections of the built-in report.
HEADINGS = 4 + 7 + 7 + 4


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of reports, the current one; the library has those of a county, not the one beside it."""
    for name in ("STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    reports = tmp_path / "reports"
    (reports / "某县").mkdir(parents=True)
    (reports / "某县" / "2022报告.txt").write_text(SMALL, encoding="utf-8")
    (reports / "新来的.txt").write_text(SMALL.replace("某某", "乙乙"), encoding="utf-8")
    library = tmp_path / "library.db"
    with Library(library, write=True) as opened:
        list(opened.add([str(reports / "某县")]))
    monkeypatch.setenv("HUIJI_LIBRARY", str(library))
    monkeypatch.chdir(reports)
    return reports


@pytest.mark.usefixtures("small_heap")
def test_the_contents_of_the_report_at_the_cursor_are_shown() -> None:
    async def look(app: Driven) -> None:
        await app.press("o")
        await until(app, lambda: "二、2024年政府工作总体要求和主要预期目标" in app.text)
        await app.press(*"某县/")
        await until(app, lambda: "（二）惠民生，社会事业全面进步" in app.text)
        assert "总体要求" not in app.rows[app_row(app, "一、2021年工作回顾")]

    drive(look, size=(160, 45))


@pytest.mark.usefixtures("small_heap")
def test_a_report_of_the_library_shows_its_contents_by_its_address() -> None:
    async def look(app: Driven) -> None:
        await app.press("o", *"某某县/2022")
        await until(app, lambda: "（二）惠民生，社会事业全面进步" in app.text)

    drive(look, size=(120, 35))


@pytest.mark.usefixtures("small_heap")
@pytest.mark.parametrize("typed", ["某某2022", "某某县 2022年", "moumou 2022", "某某县/2022"])
def test_a_report_of_the_library_is_found_by_its_place_and_year(typed: str) -> None:
    async def look(app: Driven) -> None:
        await app.press("o", *(["space" if key == " " else key for key in typed]))
        found = [row for row in app.rows if "某某县/2022" in row and ("书库" in row or "打开" in row)]
        assert len(found) == 1, "the same report comes once"
        await app.press("enter")
        await until(app, lambda: "某某县政府工作报告  2022年2月8日" in app.text)

    drive(look, size=(100, 30))


@pytest.mark.usefixtures("small_heap")
def test_a_report_nobody_has_read_says_so_and_a_folder_shows_nothing() -> None:
    async def look(app: Driven) -> None:
        await app.press("o", *"新来的")
        await until(app, lambda: messages.CONTENTS_UNKNOWN in app.text)
        await app.press(*["backspace"] * 3, *"某县")
        await app.settle()
        assert "某县/" in app.text and messages.CONTENTS_UNKNOWN not in app.text

    drive(look, size=(120, 35))


@pytest.mark.usefixtures("small_heap")
def test_headings_there_is_no_room_for_are_counted() -> None:
    async def look(app: Driven) -> None:
        await app.press("o")
        await until(app, lambda: "……还有" in app.text)
        pane = app.app.screen.query_one(ContentsPane)
        title, *shown, counted = [strip.text.strip() for strip in pane.draw(pane.size)]
        assert title == messages.CONTENTS and shown[0] == "一、2023年工作回顾"
        assert counted == messages.more_headings(HEADINGS - len(shown)) and len(shown) > 5

    drive(look, size=(120, 20))


@pytest.mark.usefixtures("small_heap")
def test_a_narrow_screen_shows_only_the_list() -> None:
    async def look(app: Driven) -> None:
        await app.press("o", *"某县/")
        await app.settle()
        assert (
            "2022报告.txt" in app.text and messages.CONTENTS not in app.rows[app_row(app, "2022报告.txt") - 1]
        )
        await app.resize(160, 45)
        await until(app, lambda: "（二）惠民生，社会事业全面进步" in app.text)

    drive(look, size=(100, 30))


def test_the_library_is_asked_once_for_all_rows(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def known(library: str | None, paths: Iterable[str]) -> dict[str, str]:
        asked.append(list(paths))
        return {}

    monkeypatch.setattr(report_list, "known_files", known)
    recent = str(folder / "某县" / "2022报告.txt")
    report_choices("", [recent], id)
    assert asked == [[recent, "新来的.txt"]]


@pytest.mark.usefixtures("small_heap")
def test_why_there_is_no_such_report_comes_behind_the_files_and_does_not_close_the_dialog() -> None:
    async def look(app: Driven) -> None:
        await app.press("o", *"某县/2022")
        rows = app.rows
        assert app_row(app, "2022报告.txt") < next(at for at, row in enumerate(rows) if "没有这个文件" in row)
        await app.press(*["backspace"] * 4, *"2031")
        await app.settle()
        assert "没有这个文件" in app.text and "2022报告.txt" not in app.text
        await app.press("enter")
        assert "没有这个文件" in app.text and "某县/2031" in app.text, "nothing that was typed is lost"
        await app.press(*["backspace"] * 4, *"2022", "enter")
        await until(app, lambda: "某某县政府工作报告" in app.text)

    drive(look, size=(100, 30))
