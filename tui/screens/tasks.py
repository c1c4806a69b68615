"""The screen of tasks: a plan in the report's words, split."""

from __future__ import annotations

from tui.keys.table import IN_TASKS
from tui.screens.table import TableScreen
from tui.screens.task_rows import TaskContents
from tui.view_session import ViewSession
from tui.visits import JumpList
from tui.widgets.table_view import TableView


class TasksScreen(TableScreen):
    """The tasks of a plan.

    Args:
        session: The plan.
        jumps: What was left by jumps.
    """

    LAYER = IN_TASKS
    AUTO_FOCUS = "#tasks"

    def __init__(self, session: ViewSession, jumps: JumpList) -> None:
        contents = TaskContents(session.content)
        super().__init__(session, jumps, contents, TableView(contents.columns, id="tasks"))
