"""Count promises by what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tui.promises.model import VERDICTS, Promise, Verdict


def counts(promises: Iterable[Promise]) -> dict[Verdict, int]:
    """Return how many promises have each verdict, in the usual order; only those whose verdict is a fact."""
    counted = Counter(promise.final_verdict for promise in promises if promise.counts)
    return {verdict: counted[verdict] for verdict in VERDICTS}


def counts_by_kind(promises: Iterable[Promise]) -> dict[str, int]:
    """Count promises by verdict if it is a fact; the others are likely, or left to a person."""
    promises = list(promises)
    found: dict[str, int] = {str(verdict): count for verdict, count in counts(promises).items()}
    likely = sum(promise.is_likely for promise in promises)
    found["undecided"] += sum(not promise.counts for promise in promises) - likely
    found["likely"] = likely
    return found
