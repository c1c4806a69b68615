"""Links on the screen: gone to with ``:``, also in another report, and copied with a citation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.pilot import Driven, drive, until
from tests.support.samples import SMALL, source_text
from tui.library.library import Library
from tui.session import open_report
from tui.state.config import Config, read_config


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("HUIJI_LIBRARY", str(tmp_path / "library.db"))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    report = tmp_path / "报告.txt"
    report.write_text(SMALL, encoding="utf-8")
    with Library(tmp_path / "library.db", write=True) as made:
        assert [step.outcome for step in made.add([str(report)])] == ["added"]
    return tmp_path / "library.db"


async def type_text(app: Driven, text: str) -> None:
    for character in text:
        await app.press({"#": "number_sign", ":": "colon", "/": "slash"}.get(character, character))


def test_go_to_follows_a_link() -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon")
        await type_text(app, "#“新增城镇就业")
        await app.press("”", "enter")
        assert source_text()[app.panes.text_pane.reading_offset :].startswith("新增城镇就业")

    drive(steps)


def test_several_passages_are_offered() -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon")
        await type_text(app, "#“各位代表”")
        assert "~1" in app.text and "~2" in app.text and "结语" in app.text
        await app.press("down", "enter")
        at = app.panes.text_pane.reading_offset
        assert source_text()[at:].startswith("各位代表") and at > 1_000

    drive(steps)


def test_the_nearest_passage_is_offered_for_words_that_are_not_there() -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon")
        await type_text(app, "#“毫不动摇支持民营经济大发展，落实减税降费”")
        assert "最接近" in app.text
        await app.press("enter")
        assert "正文里没有" in app.text
        assert source_text()[app.panes.text_pane.reading_offset :].startswith("毫不动摇支持民营经济")

    drive(steps)


def test_a_link_to_nothing_says_so() -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon")
        await type_text(app, "#三(二十)")
        assert "没有“三(二十)”这个位置" in app.text
        await app.press("enter")
        assert "没有“三(二十)”这个位置" in app.rows[-1]
        assert app.panes.text_pane.reading_offset == 0

    drive(steps)


def test_go_to_follows_a_link_to_another_report(library: Path) -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon")
        await type_text(app, "huiji:某某县/2022#二(一)")
        assert "打开" in app.text
        await app.press("enter")
        await until(app, lambda: "某某县" in app.rows[0])
        assert "加快产业升级" in app.text
        await app.press("H")
        await until(app, lambda: "惠济区" in app.rows[0])

    drive(steps)


def test_a_link_is_copied_if_the_configuration_says_so() -> None:
    async def steps(app: Driven) -> None:
        await app.press("Y", "Y")
        assert app.app.clipboard.splitlines() == [
            "“多措并举促进消费。”（《惠济区政府工作报告》，2024年1月22日，第三部分第（一）节）",
            "huiji:惠济区/2024#“多措并举促进”",
        ]

    config = read_config("citation_links = true\n", "config.toml")
    assert config.citation_links and not config.faults
    drive(steps, at="3.1.2", config=config)


def test_other_values_of_the_setting_are_told() -> None:
    config = read_config('citation_links = "yes"\n', "config.toml")
    assert not config.citation_links
    assert "citation_links 应是 true 或 false" in str(config.faults[0])
    assert not Config().citation_links


def test_the_program_begins_at_a_link(library: Path) -> None:
    for path, at in (
        ("某某县/2022", "#二(一)"),
        (None, "huiji:某某县/2022#二(一)"),
        ("huiji:某某县/2022#二(一)", None),
    ):
        session = open_report(path, at=at)
        text = session.prepared.report.text
        assert session.offset is not None and text[session.offset :].startswith("(一)加快产业升级")
    assert open_report(None, at="huiji:惠济区/2024#三").path is None
    moved = open_report("某某县/2022", at="#二(一)“新增城镇就业4200人”")
    assert "引文不在 二(一)" in moved.notice
