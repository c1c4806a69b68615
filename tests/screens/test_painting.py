"""How often the screen is painted: once at the start, once when a dialog opens, once when it closes."""

from __future__ import annotations

import pytest

from tests.support.pilot import Driven, drive, until
from tui.terminal.textual_compat import PaintedRows


@pytest.fixture
def paintings(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Collect the updates sent to the terminal."""
    sent: list[object] = []
    changed = PaintedRows.changed

    def counting(self: PaintedRows, update: object) -> object:
        left = changed(self, update)  # type: ignore[arg-type]
        if left is not None:
            sent.append(left)
        return left

    monkeypatch.setattr(PaintedRows, "changed", counting)
    return sent


@pytest.mark.parametrize("size", [(120, 40), (200, 50), (80, 24), (60, 20)])
def test_the_first_screen_is_painted_once(size: tuple[int, int], paintings: list[object]) -> None:
    async def steps(app: Driven) -> None:
        assert len(paintings) == 1

    drive(steps, size=size)


@pytest.mark.parametrize(
    ("key", "size"),
    [
        *((key, size) for key in ("question_mark", "ctrl+p", "colon", "i") for size in ((120, 40), (80, 24))),
        ("o", (109, 40)),
        ("o", (80, 24)),
    ],
)
def test_a_dialog_is_painted_once_when_it_opens_and_when_it_closes(
    key: str, size: tuple[int, int], paintings: list[object]
) -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "down")
        paintings.clear()
        await app.press(key)
        assert len(paintings) == 1
        paintings.clear()
        await app.press("escape")
        assert len(app.app.screen_stack) == 1
        assert len(paintings) == 1

    drive(steps, size=size)


def test_the_contents_of_a_report_that_is_to_be_opened_are_painted_when_they_are_known(
    paintings: list[object],
) -> None:
    async def steps(app: Driven) -> None:
        await app.press("3", "down")
        paintings.clear()
        await app.press("o")
        await until(app, lambda: "加强政府自身建设" in "".join(row[60:] for row in app.rows))
        assert len(paintings) <= 3, (
            "the dialog, the rows that a thread finds, and the contents that another reads"
        )

    drive(steps, size=(120, 40))
