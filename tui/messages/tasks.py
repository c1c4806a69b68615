"""Text of the list of tasks."""

from __future__ import annotations

#: Between two deadlines of one task.
DEADLINE_COMMA = "、"
