"""A hit as a line of text: what stands before it, the hit, what stands behind it."""

from __future__ import annotations

from tui.cli import printing

#: Characters of context on either side of a hit. To tell whether more stands there, one more is asked for.
CONTEXT = 24


def print_hit(before: str, text: str, after: str) -> None:
    """Print a hit with its context, which is cut where one more character than is shown stands there."""
    if len(before) > CONTEXT:
        before = "…" + before[1:]
    if len(after) > CONTEXT:
        after = after[:-1] + "…"
    match = text.replace("\n", "")
    printing.line(f"  {before}{printing.strong(match)}{after}")
