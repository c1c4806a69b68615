"""Benchmarks: ``python -m tests.benchmarks [--short] [NAME …]`` prints medians and ratios, and never judges them."""

from __future__ import annotations

import sys

from tests.benchmarks import conversion, figures, keystroke, search, start

BENCHMARKS = {
    "conversion": conversion.run,
    "figures": figures.run,
    "search": search.run,
    "start": start.run,
    "keystroke": keystroke.run,
}


def main() -> None:
    """Runs the benchmarks named, or all of them; ``--short`` takes few rounds, to see that they run."""
    words = sys.argv[1:]
    short = "--short" in words
    for name in [word for word in words if word != "--short"] or BENCHMARKS:
        print(f"# {name}")
        for line in BENCHMARKS[name](short):
            print(line)


main()
