"""Which verdicts are facts: the same in SQL as in Python."""

from __future__ import annotations

import sqlite3
from itertools import product

import pytest

from tests.promises.small import only
from tui.library.links import COUNTS
from tui.promises.model import CERTAINTIES, VERDICTS, Certainty, OwnVerdict, Verdict

PROMISE = only("城镇新增就业3000人。", "城镇新增就业3100人。")
OWN = (None, OwnVerdict("met", ""))


@pytest.mark.parametrize(("certainty", "verdict", "own"), list(product(CERTAINTIES, VERDICTS, OWN)))
def test_what_counts_is_the_same_in_a_library(
    certainty: Certainty, verdict: Verdict, own: OwnVerdict | None
) -> None:
    promise = PROMISE._replace(certainty=certainty, verdict=verdict, own=own)
    rows = "(SELECT ? AS certainty, ? AS verdict) l, (SELECT ? AS verdict) v"
    (counts,) = (
        sqlite3.connect(":memory:")
        .execute(f"SELECT {COUNTS} FROM {rows}", (certainty, verdict, own.verdict if own else None))
        .fetchone()
    )
    assert bool(counts) == promise.counts


def test_what_is_likely_is_linked_but_no_fact() -> None:
    assert [PROMISE._replace(certainty=one).is_likely for one in CERTAINTIES] == [False, True, False]
    assert not PROMISE._replace(certainty="likely", own=OWN[1]).is_likely
