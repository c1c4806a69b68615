"""``python -m tests.mutants``: change the program one line at a time and check that a test fails.

Mutmut and cosmic-ray were considered. Mutmut 3 only changes function bodies, not the tables and patterns at module
level that matter most here; cosmic-ray starts Python and pytest anew for each mutant (2 to 3 seconds) and changes the
files in place. Neither drops exceptions from a tuple or members from a character class, nor samples with a seed, nor
keeps a list of known equivalent mutants by code.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import random
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tests.mutants.equivalents import without_equivalents
from tests.mutants.mutant import Mutant
from tests.mutants.operators import mutants
from tests.mutants.runner import Result, Runner
from tests.mutants.targets import target_files

ROOT = Path(__file__).resolve().parents[2]
#: Largest share of the tried mutants that may survive.
MAX_SURVIVORS = 0.05


def main() -> int:
    """Try mutants; return 1 if more survive than allowed."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    options = _options()
    tests = {
        path: files
        for path, files in target_files(ROOT).items()
        if not options.patterns or any(fnmatch.fnmatch(path, pattern) for pattern in options.patterns)
    }
    sources = {path: (ROOT / path).read_text(encoding="utf-8") for path in tests}
    found = without_equivalents(
        (mutant for path, source in sources.items() for mutant in mutants(path, source)), sources
    )
    if options.again is not None:
        found = survivors_of(options.again, found, sources)
    chosen = found if options.all else sampled(found, options.sample, options.seed)
    print(f"{len(chosen)} of {len(found)} mutants in {len(tests)} files, seed {options.seed}", flush=True)
    if options.list:
        for mutant in chosen:
            print(f"{mutant.path}:{mutant.line(sources[mutant.path])} {mutant.diff(sources[mutant.path])}\n")
        return 0
    return _try(chosen, tests, sources, options.workers, options.results)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument(
        "patterns", nargs="*", help="files to change, e.g. 'tui/report/*' (default: all targets)"
    )
    parser.add_argument(
        "--sample", type=int, default=300, help="mutants to try, spread over the files (default: 300)"
    )
    parser.add_argument("--all", action="store_true", help="try all mutants")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--again", type=Path, metavar="RESULTS", help="try only what survived there")
    parser.add_argument("--list", action="store_true", help="print the mutants, try none")
    parser.add_argument("--results", type=Path, help="a file for one JSON line a mutant")
    return parser.parse_args()


def survivors_of(results: Path, found: Sequence[Mutant], sources: dict[str, str]) -> list[Mutant]:
    """Return the mutants that survived an earlier run according to its results file, matched by their lines."""
    records = map(json.loads, results.read_text(encoding="utf-8").splitlines())
    survived = {
        (record["path"], record["before"], record["after"])
        for record in records
        if record["outcome"] == "survived"
    }
    return [mutant for mutant in found if (mutant.path, *mutant.lines(sources[mutant.path])) in survived]


def sampled(found: Sequence[Mutant], size: int, seed: int) -> list[Mutant]:
    """Return a sample of mutants in file order, with a share for each file."""
    if size >= len(found):
        return list(found)
    chance = random.Random(seed)
    by_file: defaultdict[str, list[Mutant]] = defaultdict(list)
    for mutant in found:
        by_file[mutant.path].append(mutant)
    chosen: set[Mutant] = set()
    for group in by_file.values():
        chosen.update(chance.sample(group, size * len(group) // len(found)))
    rest = [mutant for mutant in found if mutant not in chosen]
    chosen.update(chance.sample(rest, size - len(chosen)))
    return [mutant for mutant in found if mutant in chosen]


def _try(
    chosen: Sequence[Mutant],
    tests: dict[str, list[str]],
    sources: dict[str, str],
    workers: int,
    results_file: Path | None,
) -> int:
    begun = time.monotonic()

    def report(result: Result) -> None:
        mutant, source = result.mutant, sources[result.mutant.path]
        if result.outcome == "survived":
            print(f"\nsurvived: {mutant.path}:{mutant.line(source)}\n{mutant.diff(source)}", flush=True)
        if results_file is not None:
            before, after = mutant.lines(source)
            record = {"path": mutant.path, "line": mutant.line(source), "operator": mutant.operator}
            record |= {"before": before, "after": after, "outcome": result.outcome, "killer": result.killer}
            with results_file.open("a", encoding="utf-8") as file:
                print(json.dumps(record, ensure_ascii=False), file=file)

    runner = Runner(ROOT, tests, report)
    with suppress(KeyboardInterrupt):  # results so far are still printed
        runner.run(chosen, workers)
    results = runner.results
    _print_summary(results)
    survivors = sum(result.outcome == "survived" for result in results)
    share = survivors / max(1, len(results))
    print(f"{survivors} of {len(results)} survived ({share:.1%}) in {time.monotonic() - begun:.0f} s")
    return int(share > MAX_SURVIVORS)


def _print_summary(results: Sequence[Result]) -> None:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for result in results:
        counts[result.mutant.path][result.outcome] += 1
    print("\nkilled  timeout  survived  file")
    for path, outcomes in sorted(counts.items()):
        print(f"{outcomes['killed']:6} {outcomes['timeout']:8} {outcomes['survived']:9}  {path}")


if __name__ == "__main__":
    sys.exit(main())
