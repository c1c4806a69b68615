"""Screens as text at four sizes. ``WRITE_GRIDS=1`` writes them again; read the difference before committing it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from tests.support.concordance import concordance_session
from tests.support.notes import write_notes
from tests.support.past import FixedPast
from tests.support.pilot import Driven, Steps, drive, drive_library, drive_view, until
from tests.support.views import promise_session, task_session
from tests.support.wording import counterpart_session, related_session
from tui.library.library import Library
from tui.screens.concordance import ConcordanceScreen
from tui.themes import THEMES
from tui.typeset.cells import cell_length
from tui.visits import Source

GRIDS = Path(__file__).parent / "grids"
SIZES = [(160, 45), (120, 35), (80, 24), (60, 20)]


async def start(app: Driven) -> None:
    """Show the first screen."""


async def search(app: Driven) -> None:
    """Type a query."""
    await app.press("slash", "黄河")


async def section(app: Driven) -> None:
    """Go to a section with metrics."""
    await app.press("]", "]", "]", "]")


async def tree(app: Driven) -> None:
    """Focus the tree, with hits counted in it."""
    await app.press("slash", "黄河", "enter", "1")


async def metric(app: Driven) -> None:
    """Highlight a metric in the text, and focus the panel."""
    await app.press("3", "right", "2", "]", "]", "]", "full_stop", "enter", "down", "enter", "enter")


async def comparison(app: Driven) -> None:
    """Focus the comparisons."""
    await app.press("3", "down", "down")


async def last_promises(app: Driven) -> None:
    """Show last year's promises."""
    app.main.past._make_past = FixedPast
    await app.press("3", "right", "right", "right")
    await until(app, lambda: "9 项" in app.text)
    await app.press("down")


async def years(app: Driven) -> None:
    """Show a metric through the years."""
    app.main.past._make_past = FixedPast
    await app.press("3", "down", "left")
    await until(app, lambda: "6 年" in app.text)


async def details(app: Driven) -> None:
    """Show the details of a metric."""
    await app.press("3", "down", "i")


async def filtered(app: Driven) -> None:
    """Filter the metrics."""
    await app.press("3", "c", *"status:target", "space", *">100", "亿")


async def go_to(app: Driven) -> None:
    """Open the go-to dialog with a word."""
    await app.press("colon", "招商")


async def help_(app: Driven) -> None:
    """Show the help."""
    await app.press("question_mark")


SCREENS: dict[str, Steps] = {
    "start": start,
    "search": search,
    "section": section,
    "tree": tree,
    "metric": metric,
    "comparison": comparison,
    "last-promises": last_promises,
    "years": years,
    "details": details,
    "filtered": filtered,
    "go-to": go_to,
    "help": help_,
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
def test_screens_match_their_grids(name: str, size: tuple[int, int]) -> None:
    drive(_comparing(name, SCREENS[name], size), size=size)


def _comparing(name: str, steps: Steps, size: tuple[int, int]) -> Steps:
    """Return steps that compare the screen after some others with its grid, or write it."""
    path = GRIDS / f"{name}-{size[0]}x{size[1]}.txt"

    async def look(app: Driven) -> None:
        await steps(app)
        if os.environ.get("WRITE_GRIDS"):
            path.write_text(app.text + "\n", encoding="utf-8")
        assert len(app.rows) == size[1]
        assert all(cell_length(row) <= size[0] for row in app.rows)
        assert app.text + "\n" == path.read_text(encoding="utf-8")

    return look


async def library_start(app: Driven) -> None:
    """Show the library."""


async def library_search(app: Driven) -> None:
    """Search it, and go to a hit."""
    await app.press("slash", "企业")
    await until(app, lambda: app.library.search.is_complete)
    await app.press("enter", "n", "n")


async def library_filter(app: Driven) -> None:
    """Filter its places."""
    await app.press("1", "c", *"qingchuan")


async def library_place(app: Driven) -> None:
    """Show what a place has, in the panel."""
    await app.press("1", "c", *"qingchuan", "enter", "3")


async def library_help(app: Driven) -> None:
    """Show the help of the library."""
    await app.press("question_mark")


async def library_trend(app: Driven) -> None:
    """Show how often the reports of each year have a term."""
    await app.press("slash", "低空经济")
    await until(app, lambda: app.library.search.is_complete)
    await app.press("enter", "3", "right")
    await until(app, lambda: app.library.summary._first is not None)


async def library_concordance(app: Driven) -> None:
    """Show the hits of a search in their context, sorted by what follows."""
    await app.press("slash", "企业")
    await until(app, lambda: app.library.search.is_complete)
    await app.press("enter", "9")
    await until(app, lambda: isinstance(app.app.screen, ConcordanceScreen))
    await app.press("down")


LIBRARY_SCREENS: dict[str, Steps] = {
    "library": library_start,
    "library-search": library_search,
    "library-filter": library_filter,
    "library-place": library_place,
    "library-help": library_help,
    "library-trend": library_trend,
    "library-concordance": library_concordance,
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", LIBRARY_SCREENS)
def test_screens_of_the_library_match_their_grids(name: str, size: tuple[int, int], library: Library) -> None:
    drive_library(_comparing(name, LIBRARY_SCREENS[name], size), library.path, size=size)


async def promises(app: Driven) -> None:
    """Go to a promise that has a result, and to its sentence."""
    await app.press("down", "down", "down", "tab")


async def promises_candidates(app: Driven) -> None:
    """Show what nothing is linked to, with the sentences it may be."""
    await app.press("c", *"fuwuye", "enter", "1")


async def promises_missed(app: Driven) -> None:
    """Show what was missed, by how much."""
    await app.press("right", "right", "right", "s", "s", "s")


async def own_verdict(app: Driven) -> None:
    """Ask for one's own verdict."""
    await app.press("down", "down", "=", "down")


async def table_help(app: Driven) -> None:
    """Show the help of the screen of promises."""
    await app.press("question_mark")


PROMISE_SCREENS: dict[str, Steps] = {
    "promises": promises,
    "promises-candidates": promises_candidates,
    "promises-missed": promises_missed,
    "own-verdict": own_verdict,
    "promises-help": table_help,
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", PROMISE_SCREENS)
def test_the_screens_of_promises_match_their_grids(name: str, size: tuple[int, int], tmp_path: Path) -> None:
    session = replace(
        promise_session(earlier=(Source(), Source())), library=tmp_path
    )  # which is never opened
    drive_view(_comparing(name, PROMISE_SCREENS[name], size), session, size=size)


async def tasks(app: Driven) -> None:
    """Go to a task."""
    await app.press("down", "down", "down")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_screen_of_tasks_matches_its_grids(size: tuple[int, int]) -> None:
    drive_view(_comparing("tasks", tasks, size), task_session(), size=size)


async def counterpart_sentence(app: Driven) -> None:
    """Go to a sentence, with the one that goes with it on the other side."""
    await app.press("down", "down")


async def nothing_alike(app: Driven) -> None:
    """Go to a section that has no counterpart."""
    await app.press("]", "]")


COUNTERPART_SCREENS: dict[str, Steps] = {
    "counterparts": counterpart_sentence,
    "counterparts-none": nothing_alike,
    "counterparts-help": table_help,
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", COUNTERPART_SCREENS)
def test_the_screen_of_counterparts_matches_its_grids(name: str, size: tuple[int, int]) -> None:
    session = counterpart_session("完成投资131.4")
    drive_view(_comparing(name, COUNTERPART_SCREENS[name], size), session, size=size)


async def related(app: Driven) -> None:
    """Go to a sentence that is like one's own."""
    await app.press("down")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_screen_of_related_sentences_matches_its_grids(size: tuple[int, int]) -> None:
    drive_view(_comparing("related", related, size), related_session(), size=size)


async def concordance(app: Driven) -> None:
    """Sort hits by what precedes them, and go to one."""
    await app.press("s", "down", "down", "down")


async def collocates(app: Driven) -> None:
    """Count the words near hits."""
    await app.press("2")
    await until(app, lambda: app.focused == "collocates")
    await app.press("down")


async def near(app: Driven) -> None:
    """List the hits near a word."""
    await collocates(app)
    await app.press("enter")


CONCORDANCE_SCREENS: dict[str, Steps] = {
    "concordance": concordance,
    "collocates": collocates,
    "concordance-near": near,
    "concordance-help": table_help,
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", CONCORDANCE_SCREENS)
def test_the_screens_of_hits_in_their_context_match_their_grids(name: str, size: tuple[int, int]) -> None:
    drive_view(_comparing(name, CONCORDANCE_SCREENS[name], size), concordance_session("项目"), size=size)


async def noted(app: Driven) -> None:
    """Show a report with notes."""
    app.main.prepare()
    await until(app, lambda: bool(app.panes.text_pane._highlights._notes))
    await app.press("]", "]")


async def note_dialog(app: Driven) -> None:
    """Ask what is to be written."""
    await noted(app)
    await app.press("a")


async def notes(app: Driven) -> None:
    """List the notes."""
    await noted(app)
    await app.press("M")
    await until(app, lambda: "首要任务" in app.text and "全部 4" in app.text)


NOTE_SCREENS: dict[str, Steps] = {"noted": noted, "note-dialog": note_dialog, "notes": notes}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", NOTE_SCREENS)
def test_the_screens_of_notes_match_their_grids(
    name: str, size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    write_notes()
    drive(_comparing(name, NOTE_SCREENS[name], size), size=size)


def _themed() -> Iterator[object]:
    """Yield each screen, size and other theme; the fast ones cover all pairs, not all combinations."""
    for (row, name), (column, size), (index, theme) in product(
        enumerate(("search", "metric", "go-to")), enumerate(SIZES), enumerate(THEMES[1:])
    ):
        marks = () if (row + column + index) % 2 else pytest.mark.slow
        yield pytest.param(name, size, theme.name, id=f"{name}-{size[0]}x{size[1]}-{theme.name}", marks=marks)


@pytest.mark.parametrize(("name", "size", "theme"), [*_themed()])
def test_every_theme_shows_the_same_text(name: str, size: tuple[int, int], theme: str) -> None:
    async def look(app: Driven) -> None:
        await SCREENS[name](app)
        grid = (GRIDS / f"{name}-{size[0]}x{size[1]}.txt").read_text(encoding="utf-8")
        assert app.text + "\n" == grid

    drive(look, size=size, theme=theme)


@pytest.mark.parametrize(
    "size", [*SIZES, (200, 50), (110, 30), (109, 30), (70, 20), (69, 20), (40, 10)], ids=str
)
def test_values_are_whole_and_names_end_in_an_ellipsis(size: tuple[int, int]) -> None:
    async def look(app: Driven) -> None:
        await app.press("]", "]", "]", "]", "3", "right")
        panel = app.panes.metrics_panel
        rows = [panel.row_strip(row, panel.size.width).text for row in range(panel.row_count())]
        assert any("440.5万人次" in row for row in rows)
        for value in ("11.4万平方米", "2189万美元", "453.3亿元", "50余家", "超10亿元", "增175%"):
            assert any(row.rstrip().endswith(value) for row in rows), value

    drive(look, size=size)


def test_the_size_that_is_needed_can_be_read_in_twenty_columns() -> None:
    async def look(app: Driven) -> None:
        assert app.rows[0].strip() == "终端小于 40×10"

    drive(look, size=(20, 5))


@pytest.mark.parametrize("size", [(39, 20), (80, 9), (1, 1), (300, 1), (5, 3)], ids=str)
def test_a_terminal_too_small_says_so_in_one_line(size: tuple[int, int]) -> None:
    async def look(app: Driven) -> None:
        words = "终端小于 40×10"
        assert app.rows[0].strip().rstrip("…") in words
        assert all(not row for row in app.rows[1:])
        await app.press("slash", "黄河", "enter", "n", "1", "escape", "]")
        await app.resize(120, 35)
        assert "32" in app.text

    drive(look, size=size)
