"""The entrance: ``huiji-tui`` and ``python -m tui``."""

from __future__ import annotations

import gc
import os
import sys

from tui.cli.main import run


def main() -> None:
    """Runs the command line, which calls back for the screen only when it is asked for."""
    sys.exit(run(sys.argv[1:], _browse))


def _browse(
    report: str | None, encoding: str | None, at: str | None, find: str | None, ambiguous_width: int | None
) -> int:
    # Nothing made before the first screen is garbage; the collector starts when the screen is shown.
    gc.disable()
    # With the kitty keyboard protocol some terminals lose what an input method commits; read at import.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    from tui.opening import open_report
    from tui.probe import PROBE

    if report is None:
        opening = open_report(None, encoding, at, find)
    else:
        from tui.cli.printing import Progress  # the built-in report needs no conversion

        with Progress(0) as progress:
            opening = open_report(report, encoding, at, find, progress.tell)
    PROBE.ask()
    try:
        from tui.app import browse

        return browse(opening, ambiguous_width)
    finally:
        PROBE.finish()


if __name__ == "__main__":
    main()
