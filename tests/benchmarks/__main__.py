"""Benchmarks: ``python -m tests.benchmarks [NAME …]`` prints medians and ratios, and never judges them."""

from __future__ import annotations

import sys

from tests.benchmarks import keystroke, start

BENCHMARKS = {"start": start.run, "keystroke": keystroke.run}


def main() -> None:
    """Runs the benchmarks named, or all of them."""
    for name in sys.argv[1:] or BENCHMARKS:
        print(f"# {name}")
        for line in BENCHMARKS[name]():
            print(line)


main()
