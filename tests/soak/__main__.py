"""``python -m tests.soak --seeds N --minutes M [--parallel K] [--first SEED]``: drive real programs for a long time.

Each seed has its own folder and two programs in two terminals that share their state. The result of each seed is
printed on a line, followed by its faults; the exit status is 1 if there were any.
"""

from __future__ import annotations

import argparse
import multiprocessing
from functools import partial

from tests.soak.run import run_seed


def main() -> int:
    """Run all seeds; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.soak", description="Drive real programs at random."
    )
    parser.add_argument("--seeds", type=int, default=2, help="how many runs")
    parser.add_argument("--minutes", type=float, default=1.0, help="how long each takes")
    parser.add_argument("--parallel", type=int, default=1, help="runs at once, of two programs each")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.seeds)
    failed = []
    with multiprocessing.get_context("spawn").Pool(options.parallel) as pool:
        for seed, faults, figures in pool.imap_unordered(partial(run_seed, minutes=options.minutes), seeds):
            print(f"seed {seed}: {'failed' if faults else 'ok'}; {figures}", flush=True)
            for fault in faults:
                print(f"  {fault}", flush=True)
            failed += [seed] if faults else []
    print(f"{options.seeds - len(failed)} of {options.seeds} seeds without a fault; failed: {sorted(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
