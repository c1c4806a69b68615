"""The screen of each kind of table across reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui.screens.alignment import AlignmentScreen
from tui.screens.concordance import ConcordanceScreen
from tui.screens.counterparts import CounterpartsScreen
from tui.screens.notes import NotesScreen
from tui.screens.promises import PromisesScreen
from tui.screens.ranking import RankingScreen
from tui.screens.related import RelatedScreen
from tui.screens.series import SeriesScreen
from tui.screens.tasks import TasksScreen
from tui.screens.view import ViewScreen
from tui.view_session import ViewSession
from tui.visits import JumpList, ViewKind

SCREENS: Mapping[ViewKind, Callable[[ViewSession, JumpList], ViewScreen]] = {
    "promises": PromisesScreen,
    "series": SeriesScreen,
    "ranking": RankingScreen,
    "tasks": TasksScreen,
    "alignment": AlignmentScreen,
    "counterparts": CounterpartsScreen,
    "related": RelatedScreen,
    "concordance": ConcordanceScreen,
    "notes": NotesScreen,
}


def view_screen(session: ViewSession, jumps: JumpList) -> ViewScreen:
    """Return a new screen for a table."""
    return SCREENS[session.view.kind](session, jumps)
