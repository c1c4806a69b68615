"""Link the promises of all reports of a library, and show how that goes on."""

from __future__ import annotations

from argparse import Namespace
from time import monotonic

from tui.cli import output, printing
from tui.library.library import Library
from tui.messages import promises_cli as messages

#: Seconds between two updates of the progress bar.
_EVERY_S = 0.1


def link(library: Library, options: Namespace) -> None:
    """Link the promises of reports to the results of the next year, and show how that goes on."""
    begun_at = shown_at = monotonic()
    step = None
    with printing.Progress(1) as progress:
        try:
            for step in library.link(options.stop):
                now = monotonic()
                if progress.is_shown and now - shown_at > _EVERY_S:
                    shown_at, left_s = now, (now - begun_at) * (step.total / step.done - 1)
                    progress.tell(messages.linking(step.done, step.total, left_s))
        except KeyboardInterrupt:
            progress.clear()
            output.tell(messages.LINKING_STOPPED)
            raise
    if step is not None:
        output.tell(messages.linked(step.done, monotonic() - begun_at))
