"""``python -m tests.fuzz [--minutes N] [--seed N]``: run all fuzz targets in turn and print each failure with its seed."""

from __future__ import annotations

import argparse
import random
import time
import traceback
from collections import Counter

from tests.fuzz.targets import TARGETS
from tui.report.errors import HuijiError

#: Seconds that one input may take.
MAX_INPUT_S = 5.0


def main() -> int:
    """Run until the time is over; return 1 if any input failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    end = time.monotonic() + options.minutes * 60
    tried: Counter[str] = Counter()
    slowest: dict[str, tuple[float, int]] = {}
    wrong = 0
    seed = options.seed
    while time.monotonic() < end:
        for name, target in TARGETS.items():
            begun = time.monotonic()
            try:
                target(random.Random(f"{name} {seed}"))
            except HuijiError:
                pass
            except Exception:
                wrong += 1
                print(f"{name} {seed}:\n{traceback.format_exc()}", flush=True)
            took = time.monotonic() - begun
            slowest[name] = max(slowest.get(name, (0.0, 0)), (took, seed))
            if took > MAX_INPUT_S:
                wrong += 1
                print(f"{name} {seed}: {took:.1f} s", flush=True)
            tried[name] += 1
        seed += 1
    for name, count in tried.items():
        print(f"{name}: {count} inputs, slowest {slowest[name][0]:.2f} s (seed {slowest[name][1]})")
    return min(wrong, 1)


if __name__ == "__main__":
    raise SystemExit(main())
