"""Two apps in one process: each with the theme, the colours, the cell widths and the size of its own terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest
from rich.style import Style

from tests.support.pilot import Driven
from tests.support.samples import SMALL, huiji, report_of
from tui.app import HuijiApp
from tui.library.prepared import prepare_report
from tui.report.model import Report
from tui.session import Session

KEYS = ("slash", *"高质量", "enter", "]", "3", "enter", "1", "question_mark")
Cells = list[list[tuple[str, Style | None]]]


def _app(report: Report, theme: str, width: int) -> HuijiApp:
    app = HuijiApp(Session(prepare_report(report)))
    app.theme = theme
    app.use_ambiguous_width(width)
    return app


def _cells(driven: Driven) -> Cells:
    """Return what the screen shows, with styles."""
    strips = driven.app.screen._compositor.render_strips()
    return [[(text, style) for text, style, _ in strip] for strip in strips]


async def _screens(apps: Sequence[HuijiApp], sizes: Sequence[tuple[int, int]]) -> list[list[Cells]]:
    """Return the screens of apps after each key, which every app gets before the next key."""
    if len(apps) == 1:
        async with apps[0].run_test(size=sizes[0]) as pilot:
            drivens = [Driven(apps[0], pilot)]
            return await _pressed(drivens)
    async with apps[0].run_test(size=sizes[0]) as first, apps[1].run_test(size=sizes[1]) as second:
        return await _pressed([Driven(apps[0], first), Driven(apps[1], second)])


async def _pressed(drivens: Sequence[Driven]) -> list[list[Cells]]:
    screens: list[list[Cells]] = [[] for _ in drivens]
    for driven in drivens:
        with driven.app._context():
            await driven.settle()
    for key in KEYS:
        for driven, shown in zip(drivens, screens, strict=True):
            with driven.app._context():
                await driven.press(key)
                shown.append(_cells(driven))
    return screens


@pytest.mark.parametrize(
    ("reports", "themes", "widths", "sizes"),
    [
        ((huiji(), huiji()), ("墨", "墨"), (1, 2), ((80, 24), (80, 24))),
        ((huiji(), huiji()), ("墨", "宣"), (2, 1), ((120, 35), (80, 24))),
        ((huiji(), report_of(SMALL)), ("高对比", "宣"), (2, 2), ((60, 20), (160, 45))),
    ],
    ids=["widths", "themes", "reports"],
)
def test_two_apps_show_what_each_shows_alone(
    reports: tuple[Report, Report],
    themes: tuple[str, str],
    widths: tuple[int, int],
    sizes: tuple[tuple[int, int], tuple[int, int]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def apps() -> list[HuijiApp]:
        return [_app(*each) for each in zip(reports, themes, widths, strict=True)]

    together = asyncio.run(_screens(apps(), sizes))
    for app, size, screens in zip(apps(), sizes, together, strict=True):
        alone = asyncio.run(_screens([app], [size]))[0]
        for key, one, other in zip(KEYS, alone, screens, strict=True):
            assert one == other, key
    assert together[0] != together[1]


def test_an_app_without_colours_beside_one_with_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = _app(huiji(), "墨", 1)
    monkeypatch.setenv("NO_COLOR", "1")
    plain = _app(huiji(), "墨", 1)
    shown = asyncio.run(_screens([coloured, plain], [(80, 24), (80, 24)]))

    def has_colour(screens: list[Cells]) -> bool:
        styles = [style for screen in screens for row in screen for _, style in row]
        return any(style is not None and style.color is not None for style in styles)

    assert [has_colour(screens) for screens in shown] == [True, False]
