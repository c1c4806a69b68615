"""The entrance: ``huiji-tui`` and ``python -m tui``."""

from __future__ import annotations

import sys

from tui.cli.main import run


def main() -> None:
    """Runs the command line, which calls back for the screen only when it is asked for."""
    sys.exit(run(sys.argv[1:], _browse))


def _browse(report: str | None, encoding: str | None, at: str | None, find: str | None) -> int:
    from tui.app import browse

    return browse(report, encoding, at, find)


if __name__ == "__main__":
    main()
