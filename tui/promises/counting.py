"""Count promises by what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tui.promises.model import VERDICTS, Promise, Verdict


def counts(promises: Iterable[Promise]) -> dict[Verdict, int]:
    """Return how many promises have each verdict, in the usual order; only those whose verdict is a fact."""
    counted = Counter(promise.final_verdict for promise in promises if promise.counts)
    return {verdict: counted[verdict] for verdict in VERDICTS}
