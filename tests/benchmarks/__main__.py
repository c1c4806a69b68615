"""Benchmarks: ``python -m tests.benchmarks [--short] [NAME …]`` prints medians and ratios; it sets no limits."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import version

import tui
from tests.benchmarks import (
    adding,
    call_paths,
    conversion,
    figures,
    keystroke,
    large,
    library,
    promises,
    quotations,
    search,
    series,
    start,
    tasks,
    terms,
    wording,
)

BENCHMARKS = {
    "adding": adding.run,
    "conversion": conversion.run,
    "figures": figures.run,
    "search": search.run,
    "start": start.run,
    "keystroke": keystroke.run,
    "large": large.run,
    "library": library.run,
    "promises": promises.run,
    "quotations": quotations.run,
    "tasks": tasks.run,
    "terms": terms.run,
    "wording": wording.run,
    "call_paths": call_paths.run,
    "series": series.run,
}


def _versions() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("textual", "rich", "pyyaml"))
    return f"Python {platform.python_version()}, {packages}, {os.cpu_count()} cores, {platform.machine()}"


def main() -> None:
    """Run the named benchmarks, or all of them; ``--short`` takes few rounds, to check that they run."""
    words = sys.argv[1:]
    short = "--short" in words
    print(f"huiji-tui {tui.__version__}, {_versions()}")
    for name in [word for word in words if word != "--short"] or BENCHMARKS:
        print(f"# {name}")
        for line in BENCHMARKS[name](short):
            print(line)


main()
